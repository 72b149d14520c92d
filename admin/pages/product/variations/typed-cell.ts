import { currencyDecimals } from '../../../../server/domain/money/currency';
import { money } from '../../../../server/domain/money/money';
import { typedAmount } from '../../../text/typed-amount';

const DECIMAL = /^(\d+\.?\d*|\.\d+)$/;

/**
 * What was typed or pasted, as the server writes it: "19,9 €" → "19.90" where the language writes a comma. What cannot
 * be read stays as it was typed, so that its editor can mend it.
 */
export function amountCell(typed: string, currency: string, locale: string): string {
  const text = typedAmount(withoutCurrency(typed, currency, locale), locale);
  if (!DECIMAL.test(text)) return typed.trim();
  const amount = money(text);
  return amount.toFixed(Math.max(currencyDecimals(currency), amount.decimalPlaces()));
}

/** Spreadsheets copy amounts as they show them. */
function withoutCurrency(typed: string, currency: string, locale: string): string {
  const symbols = ['symbol', 'narrowSymbol'].map(
    (currencyDisplay) =>
      new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay } as object)
        .formatToParts(1)
        .find(({ type }) => type === 'currency')?.value
  );
  const text = typed.trim();
  for (const symbol of [currency, ...symbols]) {
    if (symbol && text.startsWith(symbol)) return text.slice(symbol.length).trim();
    if (symbol && text.endsWith(symbol)) return text.slice(0, -symbol.length).trim();
  }
  return text;
}

/** Grams, without zeros behind the last digit. */
export function weightCell(typed: string, locale: string): string {
  const text = typedAmount(typed, locale);
  return DECIMAL.test(text) ? money(text).toFixed() : typed.trim();
}

export function unitsCell(typed: string): string {
  const text = typed.trim();
  return /^\d{1,15}$/.test(text) ? String(Number(text)) : text;
}

/** A line of text: spreadsheets can have several in a cell. */
export const lineCell = (typed: string) => typed.replaceAll(/\s+/g, ' ').trim();

const DAY_AND_TIME = /^(\d{4})-(\d{2})-(\d{2})(?:[ T](\d{2}):(\d{2}))?$/;

/** '2026-11-28 18:00' in the editor's time zone, or a day from its first minute on, as an instant. */
export function timeCell(typed: string): string {
  const text = typed.trim();
  const match = DAY_AND_TIME.exec(text);
  if (!match) return isInstant(text) ? new Date(text).toISOString() : text;
  const part = (index: number) => Number(match[index] ?? '0');
  const [year, month, day, hour, minute] = [part(1), part(2), part(3), part(4), part(5)];
  const time = new Date(year, month - 1, day, hour, minute);
  const exists =
    time.getMonth() === month - 1 && time.getDate() === day && hour < 24 && minute < 60;
  return exists ? time.toISOString() : text;
}

export const isInstant = (text: string) =>
  /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(text) && !Number.isNaN(Date.parse(text));

/** An instant as `timeCell` reads it. */
export function timeText(instant: string): string {
  if (!isInstant(instant)) return instant;
  const time = new Date(instant);
  const two = (part: number) => String(part).padStart(2, '0');
  const day = [time.getFullYear(), two(time.getMonth() + 1), two(time.getDate())].join('-');
  return `${day} ${two(time.getHours())}:${two(time.getMinutes())}`;
}

export const isDecimal = (text: string) => /^\d+(\.\d+)?$/.test(text);

/** A number as the editor's language writes it, without marks between thousands: what is copied can be pasted. */
export function numberText(value: string, locale: string): string {
  if (!isDecimal(value)) return value;
  const parts = new Intl.NumberFormat(locale).formatToParts(1.5);
  return value.replace('.', parts.find(({ type }) => type === 'decimal')?.value ?? '.');
}
