import { ZERO, type Amount } from '../money/money';
import { roundAmount, type RoundingMode } from '../money/rounding';
import { sumAmounts } from '../money/sum-amounts';
import { lineTotal } from '../totals/line-total';
import type { Discount } from './discount';

export interface DiscountedLine {
  unitPrice: Amount;
  quantity: number;
  /** Whether the line is in the code's selection. A code on the cart takes every line and does not look. */
  eligible: boolean;
}

/** A code's reduction and what it falls on. `discount` is null for a code that only ships for free. */
export interface DiscountBasis {
  discount: Discount | null;
  appliesTo: 'cart' | 'selection';
  lines: readonly DiscountedLine[];
  currency: string;
  roundingMode?: RoundingMode;
}

/**
 * What a discount code takes off (rules 5.3). Of the whole cart: 10 % of 40.00 → 4.00; 25.00 off 20.00 →
 * 20.00; down to 15.00 from 20.00 → 5.00. Of a selection: a percentage of its lines together, but deduct and
 * exact per unit: 9 off on 1 × 19.99 and 4 × 5.00 → 29.00. Never more than the subtotal; never shipping.
 * It does not ask whether the code is valid (`checkDiscountCode`), nor split the amount (`allocateDiscount`).
 */
export function discountAmount(basis: DiscountBasis): Amount {
  const { discount, currency, roundingMode } = basis;
  if (!discount) return ZERO;
  if (isPerUnit(basis)) return sumAmounts(basis.lines.map((line) => perUnitReduction(basis, line)));

  const subtotal = sumAmounts(discountableTotals(basis));
  if (discount.kind !== 'percent') return reduction(discount, subtotal);
  const amount = subtotal.times(discount.value).dividedBy(100);
  return smaller(roundAmount(amount, currency, roundingMode), subtotal);
}

/** Deduct and exact on a selection stay on the lines that they come from. */
export function isPerUnit({ discount, appliesTo }: DiscountBasis): boolean {
  return appliesTo === 'selection' && discount !== null && discount.kind !== 'percent';
}

/** What one line loses to a per-unit reduction: 9 off on 4 × 5.00 → 20.00, not 36.00. */
export function perUnitReduction({ discount }: DiscountBasis, line: DiscountedLine): Amount {
  return line.eligible && discount
    ? reduction(discount, line.unitPrice).times(line.quantity)
    : ZERO;
}

/** What each line brings to the subtotal that is reduced; 0 for a line outside the selection. */
export function discountableTotals({ appliesTo, lines }: DiscountBasis): Amount[] {
  return lines.map((line) => (appliesTo === 'cart' || line.eligible ? lineTotal(line) : ZERO));
}

function reduction(discount: Discount, price: Amount): Amount {
  if (discount.kind === 'deduct') return smaller(discount.value, price);
  return price.minus(smaller(discount.value, price));
}

/** Not `Decimal.min`: its result would carry the shared class's precision on. */
function smaller(a: Amount, b: Amount): Amount {
  return a.lt(b) ? a : b;
}
