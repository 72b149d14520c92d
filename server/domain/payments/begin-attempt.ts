import { ZERO } from '../money/money';
import { amountDue } from '../orders/payment-status';
import type { Order } from '../orders/order';
import { statusNotAllowed } from '../orders/order-status';
import { beginOperation } from './operations';
import type { Payment } from './payment';

export interface Attempt {
  /** The way to pay; null goes on with the one that was chosen. */
  method: string | null;
  /** For the payment that another method, or an amount that is still due, needs. */
  newPaymentId: string;
  at: Date;
  /** When somebody else may ask the provider to let go of what another method began. */
  retryAt: Date;
  /** The units stay the order's at least that long. */
  holdUntil: (method: string) => Date;
  canVoid: (provider: string) => boolean;
}

/**
 * Another attempt to pay what is still due. An attempt under way is gone on with, so two clicks charge once; another
 * method ends what the first one began.
 *
 * @returns null when nothing is due
 * @throws CommerceError status_not_allowed when the order is over
 */
export function beginAttempt(order: Order, attempt: Attempt): Order | null {
  if (order.status !== 'open') throw statusNotAllowed(order.status, 'paid', []);
  const due = amountDue(order.totals.total, order.payments);
  if (due.isZero() || order.payments.some(({ status }) => status === 'authorized')) return null;
  const open = order.payments.find(isOpen);
  const method = attempt.method ?? open?.provider ?? order.paymentMethod ?? '';
  const hold = attempt.holdUntil(method);
  const kept = {
    ...order,
    paymentMethod: method,
    // An order that is paid, and was made dearer, is not on loan: nothing of it is to expire.
    holdExpiresAt: order.holdExpiresAt && order.holdExpiresAt < hold ? hold : order.holdExpiresAt,
  };
  if (open?.provider === method) {
    const asked = { ...open, amount: due, askedAt: open.askedAt ?? attempt.at };
    return withPayment(kept, asked);
  }
  const ended = open ? withPayment(kept, endAttempt(open, attempt)) : kept;
  return { ...ended, payments: [...ended.payments, newPayment(method, due, attempt)] };
}

/** Whether a payment still waits for its money. */
export function isOpen({ status, captured }: Payment): boolean {
  return ['pending', 'requires_action', 'declined'].includes(status) && captured.isZero();
}

function endAttempt(payment: Payment, { at, retryAt, canVoid }: Attempt): Payment {
  const voided =
    payment.reference !== null && canVoid(payment.provider)
      ? beginOperation(
          payment,
          { kind: 'void', amount: ZERO, by: 'shopper', reason: null },
          { at, retryAt }
        )
      : payment;
  return { ...voided, status: 'cancelled', action: null, askedAt: null };
}

function newPayment(provider: string, amount: Payment['amount'], attempt: Attempt): Payment {
  return {
    documentId: attempt.newPaymentId,
    provider,
    reference: null,
    status: 'pending',
    amount,
    authorized: ZERO,
    captured: ZERO,
    refunded: ZERO,
    attempts: 0,
    askedAt: attempt.at,
    action: null,
    reason: null,
    operations: [],
  };
}

export function withPayment(order: Order, payment: Payment): Order {
  return {
    ...order,
    payments: order.payments.map((one) => (one.documentId === payment.documentId ? payment : one)),
  };
}
