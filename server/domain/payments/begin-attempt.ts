import { ZERO } from '../money/money';
import { balanceOf } from '../orders/balance';
import type { Order } from '../orders/order';
import { statusNotAllowed } from '../orders/order-status';
import { giveBack, type GivingBack } from './give-back';
import { isOpen } from './is-open';
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
  can: GivingBack['can'];
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
  const { due } = balanceOf(order);
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
    // What is being asked for already is asked for again as it was: a provider's key knows one amount.
    return open.askedAt ? kept : withPayment(kept, { ...open, amount: due, askedAt: attempt.at });
  }
  const ended = open
    ? withPayment(kept, giveBack(open, { ...attempt, by: 'shopper', reason: null }))
    : kept;
  return { ...ended, payments: [...ended.payments, newPayment(method, due, attempt)] };
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
