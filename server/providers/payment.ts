/** A payment as a provider is told about it. Amounts are decimal strings in the currency's own unit: "19.90", "1990" for JPY. */
interface PaymentOfOrder {
  orderNumber: string;
  currency: string;
  /** The same for every repeat of the same request: a provider must act on it once. */
  idempotencyKey: string;
}

/** What a payment provider is told about the order that it is asked to take money for. */
export interface PaymentRequest extends PaymentOfOrder {
  amount: string;
  email: string;
  /** What the shopper's browser sent for this provider, such as a token; never card data. */
  payment: Record<string, unknown>;
  /** That of the attempt before, if it had one: going on with it, a provider cannot charge both. */
  reference: string | null;
}

/** More about a payment that the provider knows already, by the reference that it gave. */
export interface PaymentStep extends PaymentOfOrder {
  reference: string | null;
  amount: string;
}

/** Which payment the shop wants to hear about: after a crash its reference may be missing. */
export interface PaymentQuestion {
  orderNumber: string;
  currency: string;
  reference: string | null;
  /** That of the request whose answer never arrived, or of the last one. */
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
  /** What was captured, when it is not the amount that was asked for: an attempt before may have been paid meanwhile. */
  captured?: string;
}

/** `pending`: the provider has taken it in and will say by a webhook what became of it. */
export interface StepAnswer {
  status: 'done' | 'pending' | 'refused';
  reason?: string;
}

/** Where a payment stands at the provider. Amounts are those of all its life, not of this message. */
export interface PaymentState {
  status: PaymentAnswerStatus | 'cancelled' | 'refunded';
  /** The whole amount of the payment when it is missing and the status says that it was captured. */
  captured?: string;
  /** Everything that was captured, when it is missing and the status is `refunded`. */
  refunded?: string;
  reference?: string;
  action?: Record<string, unknown>;
  reason?: string;
}

/** What a webhook says, verified: the shop believes it. */
export interface PaymentMessage extends PaymentState {
  /** The provider's own id of the message; one that comes twice is handled once. */
  id: string;
  reference: string;
  /** So that a message finds its order before the shop has kept the reference. */
  orderNumber?: string;
}

/** The raw request of a webhook: headers in lower case, the body as it came. */
export interface WebhookRequest {
  headers: Record<string, string | string[] | undefined>;
  rawBody: Buffer;
}

type Answer<Value> = Promise<Value> | Value;

/**
 * A way to pay. `name` is the code of the method that a front end sends. Only `authorize` is needed; what a provider
 * cannot do, it leaves out, and the shop does not offer it.
 */
export interface PaymentProvider {
  name: string;
  label: string;
  /** Paid outside the shop (bank transfer, cash on delivery): such an order keeps its stock for days, not minutes. */
  offline?: boolean;
  capabilities?: {
    /** Whether less than what was authorized can be captured; true unless said otherwise. */
    partialCapture?: boolean;
    /** Whether less than what was captured can be refunded; true unless said otherwise. */
    partialRefund?: boolean;
  };
  authorize(request: PaymentRequest): Answer<PaymentAnswer>;
  /** Takes what was authorized, or a part of it. */
  capture?(step: PaymentStep): Answer<StepAnswer>;
  /** Lets go of what was authorized, or of an attempt that still waits: nobody can pay it afterwards. */
  void?(step: PaymentStep): Answer<StepAnswer>;
  refund?(step: PaymentStep): Answer<StepAnswer>;
  /** @throws on a bad signature; null for a message that the shop need not know */
  parseWebhook?(request: WebhookRequest): Answer<PaymentMessage | null>;
  /** Where a payment stands, for the shop that has not heard; null when the provider knows of none. */
  find?(question: PaymentQuestion): Answer<PaymentState | null>;
}

/** Gives the provider its type; changes nothing. */
export function definePaymentProvider(provider: PaymentProvider): PaymentProvider {
  return provider;
}
