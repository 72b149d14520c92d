import type { PricedCart } from '../cart/priced-cart';

export interface PaymentChoice {
  /** The codes of the ways to pay. */
  paymentMethods: readonly string[];
  /** The one that is taken when the shop does not ask how to pay; null when it asks. */
  unaskedMethod: string | null;
}

/**
 * How a cart will be paid: the chosen way, or the only one there is, or the one that is taken unasked. `code` is null
 * when there is nothing to pay and nothing was chosen. The answer is null when the shopper has yet to choose.
 */
export function settlePaymentMethod(
  { totals, cart }: PricedCart,
  { paymentMethods, unaskedMethod }: PaymentChoice
): { code: string | null } | null {
  const chosen = cart.details.paymentMethod;
  const known = chosen !== null && paymentMethods.includes(chosen);
  if (known) return { code: chosen };
  if (totals.total.isZero()) return { code: null };
  if (chosen !== null) return null;
  const [only] = paymentMethods;
  const code = paymentMethods.length === 1 ? only : unaskedMethod;
  return code ? { code } : null;
}
