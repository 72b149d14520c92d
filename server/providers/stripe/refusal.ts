/** What is read of an error of the SDK. By its type, not by its class: a site may have the package twice. */
interface StripeTrouble extends Error {
  type?: string;
  code?: string;
  param?: string;
  headers?: Record<string, string | undefined>;
  payment_intent?: { id?: string };
}

/** What Stripe says no to because of what was asked. Anything else (keys, limits, network) is trouble. */
export function invalidRequest(error: unknown): StripeTrouble | null {
  const trouble = error as StripeTrouble;
  return trouble.type === 'StripeInvalidRequestError' ? trouble : null;
}

export function isMissing(error: unknown): boolean {
  return invalidRequest(error)?.code === 'resource_missing';
}

/** The intent has gone on meanwhile: in the browser, or by another request. */
export function isUnexpectedState(error: unknown): boolean {
  return invalidRequest(error)?.code === 'payment_intent_unexpected_state';
}

/** The key was used for a request that said something else, such as another card. */
export function isOtherRequest(error: unknown): boolean {
  return (error as StripeTrouble).type === 'StripeIdempotencyError';
}

/** What Stripe answered to the key before, for a day, whatever has happened since. */
export function isRepeated(error: unknown): boolean {
  return (error as StripeTrouble).headers?.['idempotent-replayed'] === 'true';
}

/** A failure of its own (500) that Stripe repeats: nothing will ever be done under that key. */
export function isFailureRepeated(error: unknown): boolean {
  return (error as StripeTrouble).type === 'StripeAPIError' && isRepeated(error);
}

/** What the shopper can do something about. */
const SHOPPERS_BUSINESS = ['payment_method', 'return_url'];
const AMOUNTS = ['amount_too_small', 'amount_too_large'];

/** Why a payment is declined, in Stripe's words for the shopper; null when it is not, but something is wrong. */
export function declineOf(error: unknown): { reason: string; reference?: string } | null {
  const { type, code, param, message, payment_intent: intent } = error as StripeTrouble;
  const declined =
    type === 'StripeCardError' ||
    (invalidRequest(error) !== null &&
      (AMOUNTS.includes(code ?? '') || SHOPPERS_BUSINESS.includes(param ?? '')));
  if (!declined) return null;
  return { reason: message, ...(intent?.id ? { reference: intent.id } : {}) };
}
