import { liveLines } from '../cart/live-lines';
import type { LoadedCart } from '../cart/priced-cart';
import { CommerceError } from '../errors';
import type { RoundingMode } from '../money/rounding';
import { applyDiscountCode } from './apply-discount-code';
import type { DiscountCodeRefusalCode } from './check-discount-code';

/**
 * Lets a code that a shopper entered onto the cart, or says why not (rules 5.2). `loaded.code` is what was found under
 * it. It counts no use: the order does.
 *
 * @returns the code, normalised
 * @throws CommerceError cart_empty, and each refusal of a code
 */
export function acceptCode(
  { cart, lines, sellables, code }: LoadedCart,
  at: Date,
  terms: { currency: string; roundingMode: RoundingMode }
): string {
  if (lines.length === 0) throw new CommerceError('cart_empty', 'The cart is empty');
  if (!code) throw new CommerceError('discount_code_unknown', MESSAGES.discount_code_unknown);
  const live = liveLines(lines, sellables, cart.shown, at);
  const { refusal } = applyDiscountCode(code, live, at, terms);
  if (refusal) throw new CommerceError(refusal.code, MESSAGES[refusal.code], refusal.details);
  return code.code;
}

const MESSAGES: Record<DiscountCodeRefusalCode, string> = {
  discount_code_unknown: 'There is no such discount code',
  discount_code_inactive: 'This discount code is not active',
  discount_code_not_started: 'This discount code is not valid yet',
  discount_code_expired: 'This discount code has expired',
  discount_code_exhausted: 'This discount code was used as often as it may be',
  discount_code_minimum: 'The cart is below the minimum for this discount code',
  discount_code_not_applicable: 'This discount code fits nothing in the cart',
};
