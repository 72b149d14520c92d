import { CommerceError } from '../errors';
import type { Order } from './order';
import { statusNotAllowed } from './order-status';

/**
 * Staff say that the money has come: everything that still waits counts as captured in full.
 *
 * @throws CommerceError status_not_allowed when nothing waits, or the order was cancelled
 */
export function confirmPayment(order: Order): Order {
  if (order.status === 'cancelled') throw statusNotAllowed('cancelled', 'paid', []);
  const waiting = order.payments.filter(({ status }) => status === 'pending');
  if (waiting.length === 0) {
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
