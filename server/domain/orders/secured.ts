import type { Order } from './order';

/** Whether the shop has the order's money, or the provider's word for it: its units are no longer on loan. */
export function isSecured({ paymentStatus }: Pick<Order, 'paymentStatus'>): boolean {
  return !['pending', 'failed', 'cancelled'].includes(paymentStatus);
}
