/** What a payment provider is told about the order it is asked to take money for. Amounts are decimal strings. */
export interface PaymentRequest {
  orderNumber: string;
  amount: string;
  currency: string;
  email: string;
  /** What the shopper's browser sent for this provider, such as a token; never card data. */
  payment: Record<string, unknown>;
  /** The same for every repeat of the same attempt: a provider must charge it once. */
  idempotencyKey: string;
}

export type PaymentAnswerStatus =
  'authorized' | 'paid' | 'pending' | 'requires_action' | 'declined';

/** A declined payment is an answer, not an exception. */
export interface PaymentAnswer {
  status: PaymentAnswerStatus;
  /** The provider's own id of the payment. */
  reference?: string;
  /** What the shopper must do next, such as a 3-D Secure step; handed to the front end as it is. */
  action?: Record<string, unknown>;
  /** Why it was declined, in words that a shopper may read. */
  reason?: string;
}

const STATUSES: readonly unknown[] = [
  'authorized',
  'paid',
  'pending',
  'requires_action',
  'declined',
] satisfies PaymentAnswerStatus[];

/** Whether a provider keeps to its contract; nonsense must never become the status of an order. */
export function isPaymentAnswer(value: unknown): value is PaymentAnswer {
  return (
    typeof value === 'object' &&
    value !== null &&
    STATUSES.includes((value as PaymentAnswer).status)
  );
}

/** A way to pay. `name` is the code of the method that a front end sends. */
export interface PaymentProvider {
  name: string;
  label: string;
  /** Paid outside the shop (bank transfer, cash on delivery): such an order keeps its stock for days, not minutes. */
  offline?: boolean;
  authorize(request: PaymentRequest): Promise<PaymentAnswer> | PaymentAnswer;
}

/** Gives the provider its type; changes nothing. */
export function definePaymentProvider(provider: PaymentProvider): PaymentProvider {
  return provider;
}
