/** Every code that the shop answers a refusal with. Clients switch on the code, never on the message. */
export const ERROR_CODES = [
  'invalid_input',
  'invalid_amount',
  'invalid_quantity',
  'invalid_signature',
  'account_required',
  'payment_declined',
  'not_found',
  'item_not_found',
  'product_not_found',
  'cart_changed',
  'insufficient_stock',
  'stock_changed',
  'checkout_in_progress',
  'settings_changed',
  'page_changed',
  'idempotency_conflict',
  'cart_checked_out',
  'not_for_sale',
  'no_price',
  'quantity_limit',
  'discount_code_unknown',
  'discount_code_inactive',
  'discount_code_not_started',
  'discount_code_expired',
  'discount_code_exhausted',
  'discount_code_minimum',
  'discount_code_not_applicable',
  'cart_empty',
  'minimum_order',
  'shipping_option_required',
  'shipping_option_unavailable',
  'payment_method_unknown',
  'status_not_allowed',
  'rate_limited',
  'provider_failed',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** What is wrong with one field of an input. */
export interface InputIssue {
  path: string;
  message: string;
}

/**
 * An expected refusal of a command. `details` holds the facts a client needs to react
 * (the stock that is left, the limit that was passed), already in the form they go out in.
 */
export class CommerceError extends Error {
  override readonly name = 'CommerceError';

  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details: Record<string, unknown> = {},
    /** What went wrong underneath: for the log, never for the client. */
    cause?: unknown
  ) {
    super(message, { cause });
  }
}

/** Recognised by its code: every package entry is bundled alone, so `instanceof` would miss the others' class. */
export function isCommerceError(error: unknown): error is CommerceError {
  return (
    error instanceof Error &&
    error.name === 'CommerceError' &&
    ERROR_CODES.includes((error as CommerceError).code)
  );
}

export function invalidInput(path: string, message: string): CommerceError {
  return new CommerceError('invalid_input', message, { issues: [{ path, message }] });
}
