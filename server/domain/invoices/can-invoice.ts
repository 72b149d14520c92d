import { CommerceError } from '../errors';
import type { Order } from '../orders/order';
import { statusNotAllowed } from '../orders/order-status';

/** Whether an order has something to invoice: it stands, and costs something. */
export function canInvoice({ status, totals }: Pick<Order, 'status' | 'totals'>): boolean {
  return status !== 'cancelled' && totals.total.gt(0);
}

/**
 * Whether the shopper's first look at the invoice may issue it: once the money is there, or when it comes outside the
 * shop and the invoice is what it is paid by. Staff need not wait.
 */
export function isInvoiceDue(order: Order, offline: boolean): boolean {
  const arrived = ['paid', 'partially_refunded'].includes(order.paymentStatus);
  return canInvoice(order) && (arrived || offline);
}

/** @throws CommerceError status_not_allowed */
export function checkInvoice(order: Order): void {
  if (canInvoice(order)) return;
  if (order.status === 'cancelled') throw statusNotAllowed('cancelled', 'invoiced', []);
  throw new CommerceError('status_not_allowed', 'There is nothing to invoice', {
    from: order.status,
    to: 'invoiced',
    allowed: [],
  });
}
