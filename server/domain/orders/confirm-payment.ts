import { CommerceError } from '../errors';
import { ZERO } from '../money/money';
import type { Payment } from '../payments/payment';
import { balanceOf } from './balance';
import { isReserved } from './is-reserved';
import type { Order } from './order';
import { statusNotAllowed } from './order-status';

/**
 * Staff say that the money has come: everything that still waits counts as captured in full. Where nothing waits, but an
 * edit has made a paid order dearer, the difference counts as a payment outside the shop.
 *
 * @throws CommerceError status_not_allowed when nothing waits and nothing is due, or the order was cancelled
 */
export function confirmPayment(order: Order, newPaymentId: string): Order {
  if (order.status === 'cancelled') throw statusNotAllowed('cancelled', 'paid', []);
  const waiting = order.payments.filter(({ status }) => status === 'pending');
  if (waiting.length === 0) {
    const difference = payDifference(order, newPaymentId);
    if (difference) return { ...order, payments: [...order.payments, difference] };
    throw new CommerceError('status_not_allowed', 'No payment of this order is waiting', {
      from: order.paymentStatus,
      to: 'paid',
      allowed: [],
    });
  }
  return {
    ...order,
    payments: order.payments.map((payment) =>
      payment.status === 'pending'
        ? {
            ...payment,
            status: 'paid',
            authorized: payment.amount,
            captured: payment.amount,
            askedAt: null,
          }
        : payment
    ),
  };
}

/** Nobody was asked for it: it is the first that is heard of this payment. null when there is no difference. */
function payDifference(order: Order, documentId: string): Payment | null {
  const { due } = balanceOf(order);
  if (due.isZero() || isReserved(order) || !order.payments.some(({ captured }) => captured.gt(0)))
    return null;
  return {
    documentId,
    provider: 'manual',
    reference: null,
    status: 'paid',
    amount: due,
    authorized: due,
    captured: due,
    refunded: ZERO,
    attempts: 0,
    askedAt: null,
    action: null,
    reason: null,
    operations: [],
  };
}
