/** How the shopper wants to pay: what Stripe.js has made of the card in the browser. */
export interface StripeWish {
  /** null: the browser is going to confirm the payment itself. */
  paymentMethod: string | null;
  /** Where ways to pay that leave the shop come back to; without it they are not offered. */
  returnUrl: string | null;
}

const PAYMENT_METHOD = /^pm_\w{1,100}$/;
const WEB_ADDRESS = /^https?:\/\/\S{1,2000}$/;

/**
 * Reads what the browser sent. Only what is expected is understood, and only an id is passed on: card data that a front
 * end sends by mistake stop here, and go neither to Stripe nor into a log.
 *
 * @returns null for anything else
 */
export function readWish(payment: Record<string, unknown>): StripeWish | null {
  const { paymentMethod = null, returnUrl = null, ...more } = payment;
  if (Object.keys(more).length > 0) return null;
  const method = textLike(PAYMENT_METHOD, paymentMethod);
  const address = textLike(WEB_ADDRESS, returnUrl);
  if (method === undefined || address === undefined) return null;
  return { paymentMethod: method, returnUrl: address };
}

function textLike(form: RegExp, value: unknown): string | null | undefined {
  if (value === null) return null;
  return typeof value === 'string' && form.test(value) ? value : undefined;
}
