import type { Amount } from '../money/money';

export type PaymentStatus =
  'pending' | 'authorized' | 'paid' | 'requires_action' | 'declined' | 'refunded' | 'cancelled';

export type OperationKind = 'capture' | 'void' | 'refund';

/**
 * Something that the provider is asked to do about a payment. It is written down before it is asked, so that whoever
 * dies in between is followed by somebody who asks again, under the same key.
 */
export interface PaymentOperation {
  /** Also the provider's idempotency key. */
  id: string;
  kind: OperationKind;
  amount: Amount;
  status: 'asked' | 'done' | 'refused';
  at: string;
  by: string;
  /** When it is asked again, unless an answer was kept; null once it is over. */
  retryAt: string | null;
  attempts: number;
  reason: string | null;
}

/** What happened to the money of an order at one provider. */
export interface Payment {
  documentId: string;
  provider: string;
  reference: string | null;
  status: PaymentStatus;
  amount: Amount;
  authorized: Amount;
  captured: Amount;
  refunded: Amount;
  /** How often the provider was asked to authorize, and answered. */
  attempts: number;
  /** Since when it is being asked; null once it has answered. */
  askedAt: Date | null;
  action: Record<string, unknown> | null;
  reason: string | null;
  operations: PaymentOperation[];
}

/** That of the attempt under way, else of the last one: a repeat of it after a crash charges once. */
export function attemptKey({ documentId, attempts, askedAt }: Payment): string {
  return `${documentId}:${askedAt ? attempts + 1 : attempts}`;
}

/** The attempt under way is over. */
export function endAsking(payment: Payment): Payment {
  return { ...payment, attempts: payment.attempts + 1, askedAt: null };
}
