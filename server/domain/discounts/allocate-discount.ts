import { allocate } from '../money/allocate';
import type { Amount } from '../money/money';
import {
  discountableTotals,
  discountAmount,
  isPerUnit,
  perUnitReduction,
  type DiscountBasis,
} from './discount-amount';

/**
 * WHERE A DISCOUNT IS SPLIT OVER THE LINES (rules 5.3): one share per line, in their order, adding up to
 * `discountAmount` of the same basis. Per-unit reductions of a selection stay on their own lines: 9 off on
 * 1 × 19.99 and 4 × 5.00 → 9.00 and 20.00. Everything else is allocated over the (eligible) lines by their
 * totals: 10.00 off 29.97 and 0.03 → 9.99 and 0.01. No share exceeds its line, so nothing is ever clamped.
 */
export function allocateDiscount(basis: DiscountBasis): Amount[] {
  if (isPerUnit(basis)) return basis.lines.map((line) => perUnitReduction(basis, line));
  return allocate(discountAmount(basis), discountableTotals(basis), basis.currency);
}
