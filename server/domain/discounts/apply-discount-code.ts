import type { LiveLine } from '../cart/live-lines';
import { type Amount, ZERO } from '../money/money';
import type { RoundingMode } from '../money/rounding';
import { sumAmounts } from '../money/sum-amounts';
import { lineTotal } from '../totals/line-total';
import { allocateDiscount } from './allocate-discount';
import { checkDiscountCode, type DiscountCodeRefusal } from './check-discount-code';
import type { DiscountCode } from './discount-code';

export interface AppliedCode {
  /** Why the code takes nothing off; null when it holds. */
  refusal: DiscountCodeRefusal | null;
  /** One for each line, adding up to `amount`. */
  shares: Amount[];
  amount: Amount;
  freeShipping: boolean;
}

/**
 * What a code does to a cart at an instant (rules 5.2, 5.3): holds it against its terms, and splits what it takes off
 * over the lines. A code that does not hold takes nothing off, and says why. It counts no use and saves nothing.
 */
export function applyDiscountCode(
  code: DiscountCode,
  lines: readonly LiveLine[],
  at: Date,
  { currency, roundingMode }: { currency: string; roundingMode: RoundingMode }
): AppliedCode {
  const discountable = lines.map(({ line, sellable, unitPrice }) => ({
    unitPrice: unitPrice ?? ZERO,
    quantity: line.quantity,
    eligible: code.selected.has(sellable?.productDocumentId ?? ''),
  }));
  const refusal = checkDiscountCode(code, {
    at,
    subtotal: sumAmounts(discountable.map(lineTotal)),
    hasEligibleLine: discountable.some(({ eligible }) => eligible),
    customerUses: code.customerUses,
    currency,
  });
  if (refusal) return { refusal, ...nothingOff(lines) };
  const shares = allocateDiscount({
    discount: code.discount,
    appliesTo: code.appliesTo,
    lines: discountable,
    currency,
    roundingMode,
  });
  return { refusal: null, shares, amount: sumAmounts(shares), freeShipping: code.freeShipping };
}

/** A cart without a code. */
export function nothingOff(lines: readonly unknown[]): Omit<AppliedCode, 'refusal'> {
  return { shares: lines.map(() => ZERO), amount: ZERO, freeShipping: false };
}
