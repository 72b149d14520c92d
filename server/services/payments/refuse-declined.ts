import { CommerceError } from '../../domain/errors';
import type { Order } from '../../domain/orders/order';

/**
 * A declined payment is an answer, and a refusal: the order waits for another attempt.
 *
 * @throws CommerceError payment_declined `{order: {number, token}}`
 */
export function refuseDeclined(order: Order, token: string): void {
  const declined = declinedPayment(order);
  if (!declined) return;
  throw new CommerceError('payment_declined', declined.reason ?? 'The payment was declined', {
    order: { number: order.number, token },
  });
}

export function declinedPayment({ status, payments }: Order) {
  return status === 'open' ? payments.find((payment) => payment.status === 'declined') : undefined;
}
