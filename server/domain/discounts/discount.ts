import type { Decimal } from 'decimal.js';

import { CommerceError, type InputIssue } from '../errors';
import { money, type Amount } from '../money/money';

/** A reduction, of a sale or of a discount code: an amount off, a percentage off, or down to an exact amount. */
export interface Discount {
  kind: 'deduct' | 'percent' | 'exact';
  value: Amount;
}

/** The three fields as an editor fills them in; one of them at most. */
export interface DiscountFields {
  discountDeduct?: Decimal.Value | null;
  discountPercent?: Decimal.Value | null;
  discountExact?: Decimal.Value | null;
}

const FIELDS = [
  ['discountDeduct', 'deduct'],
  ['discountPercent', 'percent'],
  ['discountExact', 'exact'],
] as const;

/**
 * Which of the three fields is set (rules 3.3, 5.1), or null for none: a sale must refuse that, a code with
 * free shipping may do without. 0 counts as set: "down to 0.00" is a gift, not a forgotten field.
 * It does not count decimals, having no currency: an editor's amounts pass `parseAmount` before.
 */
export function readDiscount(fields: DiscountFields): Discount | null {
  const set = FIELDS.flatMap(([path, kind]) => {
    const field = fields[path] ?? null;
    return field === null ? [] : [{ path, kind, field }];
  });
  if (set.length > 1) {
    throw refusal(
      set.map(({ path }) => ({ path, message: 'Only one of the three discounts can be set' }))
    );
  }
  const [only] = set;
  return only ? readOne(only.path, only.kind, only.field) : null;
}

function readOne(path: string, kind: Discount['kind'], field: Decimal.Value): Discount {
  const value = readNumber(path, field);
  if (value.lt(0)) throw refusal([{ path, message: 'Must not be negative' }]);
  if (kind === 'percent' && value.gt(100)) {
    throw refusal([{ path, message: 'A percentage is between 0 and 100' }]);
  }
  return { kind, value };
}

function readNumber(path: string, field: Decimal.Value): Amount {
  try {
    return money(field);
  } catch {
    throw refusal([{ path, message: 'Must be a number' }]);
  }
}

function refusal(issues: InputIssue[]): CommerceError {
  return new CommerceError('invalid_input', issues[0]?.message ?? 'Not a discount', { issues });
}
