import { createId } from '@paralleldrive/cuid2';

import { type Amount, money } from '../domain/money/money';

/**
 * Databases hand out the same value in different clothes: SQLite dates are numbers and its booleans 0 and 1,
 * JSON is text here and an object there. Row mappers read columns through these and nothing else.
 */

export function readAmount(value: unknown): Amount | null {
  return value === null || value === undefined ? null : money(String(value));
}

export function readDate(value: unknown): Date | null {
  if (value === null || value === undefined) return null;
  return value instanceof Date ? value : new Date(value as string | number);
}

export function readJson<Value>(value: unknown): Value | null {
  if (value === null || value === undefined) return null;
  return (typeof value === 'string' ? JSON.parse(value) : value) as Value;
}

export function readBoolean(value: unknown): boolean {
  return value === true || value === 1;
}

export function readText(value: unknown): string | null {
  return value === null || value === undefined ? null : String(value);
}

export function readNumber(value: unknown): number | null {
  return value === null || value === undefined ? null : Number(value);
}

export function writeAmount(amount: Amount | null): string | null {
  return amount === null ? null : amount.toFixed();
}

/** As text on every database: drivers disagree on what to do with an array. */
export function writeJson(value: unknown): string | null {
  return value === null || value === undefined ? null : JSON.stringify(value);
}

/** The columns that the host expects on a row of a content type without drafts. */
export function newDocument(now: Date) {
  return { document_id: createId(), created_at: now, updated_at: now, published_at: now };
}
