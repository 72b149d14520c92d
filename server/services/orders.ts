import { CommerceError } from '../domain/errors';
import { confirmPayment } from '../domain/orders/confirm-payment';
import type { Order } from '../domain/orders/order';
import type { Database } from '../storage/database';
import { findOrder } from '../storage/orders';
import {
  findOwnedOrder,
  findOwnedOrders,
  type OrderFilter,
  type OrderOwner,
  searchOrders,
} from '../storage/orders/search';
import type { Payments } from './payments';
import { hashOf } from './secrets';
import type { Account } from './shopper';

export type Orders = ReturnType<typeof createOrders>;

export function createOrders(shop: { database: Database; payments: Payments }) {
  const { database, payments } = shop;

  /**
   * An order by its secret link, or by its number for the account that owns it (rule 8.10).
   *
   * @throws CommerceError not_found, also when it exists but is somebody else's
   */
  async function show(tokenOrNumber: string, account: Account | null): Promise<Order> {
    const byToken = await findOrder(database.read, {
      tokenHash: hashOf(tokenOrNumber),
    });
    const order =
      byToken ?? (account && (await findOwnedOrder(database.read, owner(account), tokenOrNumber)));
    if (order) return order;
    throw new CommerceError('not_found', 'There is no such order');
  }

  /** @throws CommerceError account_required */
  async function list(
    account: Account | null,
    page: { page: number; pageSize: number }
  ): Promise<{ orders: Order[]; total: number }> {
    if (!account) throw new CommerceError('account_required', 'Please log in to see your orders');
    return findOwnedOrders(database.read, owner(account), page);
  }

  /** For staff: orders by number, e-mail, name or SKU, newest first. */
  function search(
    filter: OrderFilter,
    page: { page: number; pageSize: number }
  ): Promise<{ orders: Order[]; total: number }> {
    return searchOrders(database.read, filter, page);
  }

  /** For staff: an order by its document. @throws CommerceError not_found */
  async function open(documentId: string): Promise<Order> {
    const order = await findOrder(database.read, { documentId });
    if (order) return order;
    throw new CommerceError('not_found', 'There is no such order');
  }

  /** For staff: the money of an offline payment has come. @throws CommerceError not_found, status_not_allowed */
  async function markAsPaid(documentId: string, by: string): Promise<Order> {
    return payments.confirm(documentId, by, confirmPayment);
  }

  return { show, list, search, open, markAsPaid };
}

function owner({ id, email, confirmed }: Account): OrderOwner {
  return { account: id, confirmedEmail: confirmed ? email.toLowerCase() : null };
}
