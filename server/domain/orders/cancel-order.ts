import { giveBack, type GivingBack } from '../payments/give-back';
import type { Order } from './order';
import { checkOrderStep, statusNotAllowed } from './order-status';

/**
 * Ends an order before anything of it has left: what waits can no longer be paid, and the provider is asked to give
 * back what it has. The caller returns the units and the use of the code, in the same transaction.
 *
 * @throws CommerceError status_not_allowed when it is over already, or a part of it was shipped
 */
export function cancelOrder(order: Order, cancellation: GivingBack): Order {
  checkOrderStep(order.status, 'cancelled');
  if (order.fulfilmentStatus !== 'unfulfilled') {
    throw statusNotAllowed(order.fulfilmentStatus, 'cancelled', ['refund']);
  }
  return withoutMoney({ ...order, status: 'cancelled', holdExpiresAt: null }, cancellation);
}

/** A cancelled order keeps no money, also none that comes late: whatever is there is asked to be given back. */
export function withoutMoney(order: Order, cancellation: GivingBack): Order {
  return {
    ...order,
    payments: order.payments.map((payment) => giveBack(payment, cancellation)),
  };
}
