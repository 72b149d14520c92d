import { isCommerceError } from '../errors';
import { type Amount, money } from '../money/money';
import { parseAmount } from '../money/parse-amount';
import { type ImportRow, RowError } from './row';

/**
 * Reads cells by kind. All of them: undefined when the file has no such column (nothing is said), null when the cell
 * is empty (it is emptied), else the value; @throws RowError with the line and the column.
 */

type Read<Value> = Value | null | undefined;

/** What an integer column holds on every database. */
const MOST_UNITS = 2_147_483_647;
const HEAVIEST = money(999_999_999);

export function readText(row: ImportRow, column: string): Read<string> {
  const cell = row.cell(column);
  return cell === undefined ? undefined : cell.trim() || null;
}

export function readAmount(row: ImportRow, column: string, currency: string): Read<Amount> {
  const text = readText(row, column);
  if (text === undefined || text === null) return text;
  try {
    return parseAmount(text, currency, row.heading(column));
  } catch (error) {
    throw isCommerceError(error) ? new RowError(row.line, error.message) : error;
  }
}

/** A whole number from 0. Other shops count below zero what they have sold too much of: `clamped` makes that 0. */
export function readCount(
  row: ImportRow,
  column: string,
  { clamped = false }: { clamped?: boolean } = {}
): Read<number> {
  const text = readText(row, column);
  if (text === undefined || text === null) return text;
  const value = /^-?\d{1,10}(?:\.0+)?$/.test(text) ? Number(text) : Number.NaN;
  const count = clamped && value < 0 ? 0 : value;
  if (Number.isNaN(count) || count < 0 || count > MOST_UNITS) {
    throw new RowError(row.line, `${row.heading(column)} "${text}" is not a whole number from 0.`);
  }
  return count;
}

/** A weight in grams, of a number in units of so many grams: 1.5 of 1000 is 1500. To the milligram. */
export function readWeight(row: ImportRow, column: string, gramsOfUnit: string): Read<Amount> {
  const text = readText(row, column);
  if (text === undefined || text === null) return text;
  if (!/^\d{1,12}(?:\.\d{1,12})?$/.test(text)) {
    throw new RowError(row.line, `${row.heading(column)} "${text}" is not a weight.`);
  }
  const grams = money(money(text).times(gramsOfUnit).toDecimalPlaces(3));
  if (grams.gt(HEAVIEST))
    throw new RowError(row.line, `${row.heading(column)} "${text}" is too heavy.`);
  return grams;
}

const TRUE = new Set(['true', '1', 'yes']);
const FALSE = new Set(['false', '0', 'no']);

export function readBoolean(row: ImportRow, column: string): Read<boolean> {
  const text = readText(row, column)?.toLowerCase();
  if (text === undefined) return row.cell(column) === undefined ? undefined : null;
  if (TRUE.has(text)) return true;
  if (FALSE.has(text)) return false;
  throw new RowError(row.line, `${row.heading(column)} "${text}" must be true or false.`);
}

const DATE =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?)(Z|[+-]\d{2}:\d{2})?)?$/;

/** `2026-03-01`, with a time if wanted; UTC unless a time zone is given. */
export function readDate(row: ImportRow, column: string): Read<Date> {
  const text = readText(row, column);
  if (text === undefined || text === null) return text;
  const [, day = '', time = '00:00', zone = 'Z'] = DATE.exec(text) ?? [];
  const date = new Date(`${day}T${time}${zone}`);
  // 2026-02-31 would become the 3rd of March.
  const midnight = new Date(`${day}T00:00Z`);
  const isReal = !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(day);
  if (Number.isNaN(date.getTime()) || !isReal) {
    throw new RowError(
      row.line,
      `${row.heading(column)} "${text}" is not a date such as 2026-03-01.`
    );
  }
  return date;
}

/** Leaves out what a file says nothing about. */
export function stated<Fields extends object>(fields: {
  [Field in keyof Fields]?: Fields[Field] | undefined;
}): Partial<Fields> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined)
  ) as Partial<Fields>;
}

/** Words separated by commas, as one text of a length that a column holds; whole words only. */
export function joinKeywords(words: readonly string[]): string | null {
  let joined = '';
  for (const word of words.map((text) => text.trim()).filter(Boolean)) {
    const next = joined === '' ? word : `${joined}, ${word}`;
    if (next.length > 255) break;
    joined = next;
  }
  return joined || null;
}
