import { type Amount, ZERO } from '../money/money';
import { sumAmounts } from '../money/sum-amounts';

export type OrderPaymentStatus =
  'pending' | 'authorized' | 'paid' | 'partially_refunded' | 'refunded' | 'failed' | 'cancelled';

export type PaymentStatus =
  'pending' | 'authorized' | 'paid' | 'requires_action' | 'declined' | 'refunded' | 'cancelled';

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
  /** How often the provider was asked and answered. */
  attempts: number;
  action: Record<string, unknown> | null;
  reason: string | null;
}

/** Derived, never set: where an order's money is, from its payments (rule 8.6). */
export function orderPaymentStatus(
  total: Amount,
  payments: readonly Payment[]
): OrderPaymentStatus {
  const captured = sumAmounts(payments.map((payment) => payment.captured));
  const refunded = sumAmounts(payments.map((payment) => payment.refunded));
  if (refunded.gt(0)) return refunded.gte(captured) ? 'refunded' : 'partially_refunded';
  if (captured.gte(total)) return 'paid';
  if (payments.length === 0) return 'pending';
  const statuses = payments.map(({ status }) => status);
  if (statuses.includes('authorized')) return 'authorized';
  if (statuses.every((status) => status === 'cancelled')) return 'cancelled';
  if (statuses.every((status) => status === 'declined' || status === 'cancelled')) return 'failed';
  return 'pending';
}

/** What a provider's answer makes of a payment. */
export function applyAnswer(
  payment: Payment,
  answer: {
    status: 'authorized' | 'paid' | 'pending' | 'requires_action' | 'declined';
    reference?: string;
    action?: Record<string, unknown>;
    reason?: string;
  }
): Payment {
  const secured = answer.status === 'authorized' || answer.status === 'paid';
  return {
    ...payment,
    status: answer.status,
    reference: answer.reference ?? payment.reference,
    authorized: secured ? payment.amount : ZERO,
    captured: answer.status === 'paid' ? payment.amount : ZERO,
    attempts: payment.attempts + 1,
    action: answer.action ?? null,
    reason: answer.reason ?? null,
  };
}
