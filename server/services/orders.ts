import { createId } from '@paralleldrive/cuid2';

import { CommerceError } from '../domain/errors';
import { confirmPayment } from '../domain/orders/confirm-payment';
import type { Order } from '../domain/orders/order';
import { statusNotAllowed } from '../domain/orders/order-status';
import type { Database } from '../storage/database';
import { findOrder } from '../storage/orders';
import { findOwnedOrders, findVisibleOrder } from '../storage/orders/search';
import type { Documents } from './documents';
import type { OrderSteps } from './order-steps';
import { cancellation } from './order-steps/cancellation';
import type { Payments, PaymentWish } from './payments';
import { refuseDeclined } from './payments/refuse-declined';
import { hashOf, type Secrets } from './secrets';
import { type Account, orderOwner } from './shopper';

export type Orders = ReturnType<typeof createOrders>;

export function createOrders(shop: {
  database: Database;
  steps: OrderSteps;
  payments: Payments;
  documents: Documents;
  secrets: Secrets;
}) {
  const { database, steps, payments, documents, secrets } = shop;

  /**
   * An order by its secret link, or by its number for the account that owns it (rule 8.10).
   *
   * @throws CommerceError not_found, also when it exists but is somebody else's
   */
  async function show(tokenOrNumber: string, account: Account | null): Promise<Order> {
    const key = { tokenHash: hashOf(tokenOrNumber), number: tokenOrNumber };
    const order = await findVisibleOrder(database.read, key, account && orderOwner(account));
    if (order) return order;
    throw new CommerceError('not_found', 'There is no such order');
  }

  /** @throws CommerceError account_required */
  async function list(
    account: Account | null,
    page: { page: number; pageSize: number }
  ): Promise<{ orders: Order[]; total: number }> {
    if (!account) throw new CommerceError('account_required', 'Please log in to see your orders');
    return findOwnedOrders(database.read, orderOwner(account), page);
  }

  /**
   * Another attempt to pay an order that waits.
   *
   * @throws CommerceError not_found, payment_method_unknown, status_not_allowed, payment_declined, provider_failed
   */
  async function pay(
    tokenOrNumber: string,
    account: Account | null,
    wish: PaymentWish
  ): Promise<Order> {
    const order = await payments.tryAgain(await show(tokenOrNumber, account), wish);
    refuseDeclined(order, secrets.tokenOf('order', order.documentId));
    return order;
  }

  /**
   * The shopper thinks better of it, while nothing was paid and nothing has left: units and the use of the code return,
   * and the cart that it came from is open again.
   *
   * @throws CommerceError not_found, status_not_allowed
   */
  async function cancel(tokenOrNumber: string, account: Account | null): Promise<Order> {
    const { documentId } = await show(tokenOrNumber, account);
    const order = await steps.take(documentId, 'shopper', (current, at) => {
      const { payments: paid, paymentStatus } = current;
      if (paymentStatus === 'paid' || paid.some(({ captured }) => captured.gt(0))) {
        throw statusNotAllowed(current.paymentStatus, 'cancelled', []);
      }
      const giving = payments.cancellation('shopper', null, at);
      return { ...cancellation(current, giving, documents.cancelInvoice), reopenCart: true };
    });
    return payments.performDue(order);
  }

  /** For staff: an order by its document. @throws CommerceError not_found */
  async function open(documentId: string): Promise<Order> {
    const order = await findOrder(database.read, { documentId });
    if (order) return order;
    throw new CommerceError('not_found', 'There is no such order');
  }

  /** For staff: the money of an offline payment has come. @throws CommerceError not_found, status_not_allowed */
  async function markAsPaid(documentId: string, by: string): Promise<Order> {
    return steps.take(documentId, by, (order) => ({ order: confirmPayment(order, createId()) }));
  }

  return { show, list, pay, cancel, open, markAsPaid };
}
