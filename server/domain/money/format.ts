import { currencyDecimals } from './currency';
import { fromMinorUnits, toMinorUnits } from './minor-units';
import type { Amount } from './money';
import { roundAmount } from './rounding';

/**
 * The wire form (rules 1.2): exactly the currency's decimals. 19.9 EUR → "19.90", 1990 JPY → "1990", and
 * nothing is "0.00", never "-0.00". It does not round, since parts that are rounded on the way out no longer
 * add up: an amount with half a cent throws.
 */
export function formatAmount(amount: Amount, currency: string): string {
  return fromMinorUnits(toMinorUnits(amount, currency), currency).toFixed(
    currencyDecimals(currency)
  );
}

/** The wire form of what may have half a cent: a query stored it so, or the shop was moved to another currency. */
export const nearestAmount = (amount: Amount, currency: string) =>
  formatAmount(roundAmount(amount, currency), currency);

/**
 * The form for people, in documents and mails: 19.9 EUR → "€19.90" (en), "19,90 €" (de). The decimals are
 * those of ISO 4217 as on the wire, not the locale's habit. `Intl` gets the exact text, never a float.
 */
export function displayAmount(amount: Amount, currency: string, locale: string): string {
  const decimals = currencyDecimals(currency);
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  // Intl reads decimal text exactly; the library typings of ES2022 only know numbers.
  return format.format(formatAmount(amount, currency) as unknown as number);
}
