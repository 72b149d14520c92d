import { isExpired } from '../domain/orders/expiry';
import type { Order } from '../domain/orders/order';
import { isAwaited } from '../domain/payments/is-open';
import type { Database } from '../storage/database';
import { claimDueOrder, findDueOrders } from '../storage/due-orders';
import { findOrder } from '../storage/orders';
import type { Documents } from './documents';
import type { OrderSteps } from './order-steps';
import { cancellation } from './order-steps/cancellation';
import type { Payments } from './payments';

export type OrderSweep = ReturnType<typeof createOrderSweep>;

const ORDERS_AT_ONCE = 50;

/**
 * Looks after orders that nobody else looks after: the answer of a provider that never came, what a provider must be
 * asked again, holds that ran out (rule 7.3). Safe on several servers, and whenever the one that began it dies.
 */
export function createOrderSweep(shop: {
  database: Database;
  steps: OrderSteps;
  payments: Payments;
  documents: Documents;
  clock: () => Date;
  warn: (message: string) => void;
}) {
  const { database, steps, payments, clock } = shop;

  /** @returns how many orders were looked after */
  async function sweep(): Promise<number> {
    const now = clock();
    let swept = 0;
    for (const due of await findDueOrders(database.read, now, ORDERS_AT_ONCE)) {
      const claimed = await database.write((db) =>
        claimDueOrder(db, due, payments.takenOverAt(clock()))
      );
      if (!claimed) continue;
      swept += 1;
      try {
        await lookAfter(due.documentId);
      } catch (error) {
        // It is this server's for two minutes more, and anybody's afterwards. The next order is not to wait for it.
        shop.warn(`an order could not be looked after: ${reasonOf(error)}`);
      }
    }
    return swept;
  }

  /**
   * First what the providers know, then what they are to do, then whether the time is up: a payment that came through
   * must not be taken for one that never did.
   */
  async function lookAfter(documentId: string): Promise<void> {
    const order = await findOrder(database.read, { documentId });
    if (!order) return;
    const answered = await askAgain(order);
    const settled = await payments.performDue(await payments.reconcile(answered));
    if (isExpired(settled, clock())) await expire(settled);
    else await steps.take(documentId, 'shop', (current) => ({ order: current }));
  }

  /** What is paid outside the shop can be asked for again at any time: it says the same, and takes nothing. */
  async function askAgain(order: Order): Promise<Order> {
    const asked = order.payments.find(isAwaited);
    return asked && payments.isOffline(asked.provider) ? payments.authorize(order, {}) : order;
  }

  async function expire({ documentId }: Order): Promise<void> {
    const order = await steps.take(documentId, 'shop', (current, at) => {
      if (!isExpired(current, at)) return null;
      const reason = 'It was not paid in time';
      const giving = payments.cancellation('shop', reason, at);
      return { ...cancellation(current, giving, shop.documents.cancelInvoice), reopenCart: true };
    });
    await payments.performDue(order);
  }

  return { sweep };
}

function reasonOf(error: unknown): string {
  const { cause } = error as Error;
  return String(cause ?? error);
}
