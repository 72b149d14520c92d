import { Decimal } from 'decimal.js';

import { currencyDecimals } from './currency';
import { money, type Amount } from './money';

export type RoundingMode = 'half-up' | 'half-even';

export const ROUNDING_MODES: readonly RoundingMode[] = ['half-up', 'half-even'];

/**
 * THE only place that rounds (rules 1.3), to the currency's decimals.
 * half-up: 0.885 → 0.89 and −0.885 → −0.89 (a half goes away from zero, so a refund mirrors its charge).
 * half-even: 0.885 → 0.88, 0.895 → 0.90. It does not split: what must add up goes through `allocate`.
 */
export function roundAmount(
  amount: Amount,
  currency: string,
  mode: RoundingMode = 'half-up'
): Amount {
  const half = mode === 'half-even' ? Decimal.ROUND_HALF_EVEN : Decimal.ROUND_HALF_UP;
  return money(amount.toDecimalPlaces(currencyDecimals(currency), half));
}

/** The average of ratings, no money: two decimals, half-up whatever the shop says. 2.125 → 2.13. `count` is above 0. */
export function roundAverage(sum: number, count: number): number {
  return new Decimal(sum).div(count).toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toNumber();
}
