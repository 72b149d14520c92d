import type { Discount } from '../discounts/discount';
import { money, ZERO, type Amount } from '../money/money';
import { roundAmount, type RoundingMode } from '../money/rounding';

/**
 * What one sale makes of a unit price, or null where it leaves it alone (rules 3.3).
 * percent: the *new price* is rounded, not the reduction: 30 % of 1.27 → 0.89, 50 % of 0.05 → 0.03.
 * deduct and exact: only where the unit price is more: 5 off leaves 5.00 alone and makes 5.01 → 0.01, so that
 * a deduction never gives anything away. It does not choose between sales, nor look at their dates.
 */
export function salePriceOf(
  unitPrice: Amount | null,
  discount: Discount,
  currency: string,
  roundingMode: RoundingMode = 'half-up'
): Amount | null {
  if (unitPrice === null) return null;
  const { kind, value } = discount;
  if (kind === 'percent') {
    const rest = money(100).minus(value);
    return rest.lte(0)
      ? ZERO
      : roundAmount(unitPrice.times(rest).dividedBy(100), currency, roundingMode);
  }
  if (unitPrice.lte(value)) return null;
  return kind === 'deduct' ? unitPrice.minus(value) : value;
}
