import { CommerceError } from '../domain/errors';
import type { Order } from '../domain/orders/order';
import { planRefund, type RefundTerms, type RefundWish } from '../domain/orders/plan-refund';
import type { Refund } from '../domain/orders/refund';
import type { Database } from '../storage/database';
import { findOrder } from '../storage/orders';
import type { DecideStep, OrderSteps } from './order-steps';
import type { Payments } from './payments';
import { refuseRefused } from './payments/refuse-refused';
import { idOf, keyedBy, type StaffTerms } from './shopper';

export interface RefundRequest {
  wish: RefundWish;
  reason: string | null;
  /** The units come back when the money is. */
  restock: boolean;
}

export type Refunds = ReturnType<typeof createRefunds>;

/**
 * Money that goes back. It is written down before any provider is asked, so that two refunds at once never give back more
 * than was taken, and one whose process dies is asked for again.
 */
export function createRefunds(shop: {
  database: Database;
  steps: OrderSteps;
  payments: Payments;
  clock: () => Date;
}) {
  const { database, steps, payments, clock } = shop;

  /** What a refund would give back; nothing is written. @throws as `refund` */
  async function preview(documentId: string, request: RefundRequest, by: string): Promise<Refund> {
    const order = await findOrder(database.read, { documentId });
    if (!order) throw new CommerceError('not_found', 'There is no such order');
    const planned = planRefund(
      order,
      request.wish,
      termsOf(request, { id: 'preview', by }, clock())
    );
    return lastOf(planned.refunds);
  }

  /**
   * Gives money back, and with `restock` the units once it is done. A repeat under the same key changes nothing.
   *
   * @throws CommerceError not_found, item_not_found, invalid_quantity, invalid_amount, status_not_allowed (also when the
   *   provider refuses), idempotency_conflict
   */
  async function refund(
    documentId: string,
    request: RefundRequest,
    terms: StaffTerms
  ): Promise<Order> {
    const id = idOf(terms);
    const plan: DecideStep = (order, now) =>
      order.refunds.some((earlier) => earlier.id === id)
        ? null
        : { order: planRefund(order, request.wish, termsOf(request, { id, by: terms.by }, now)) };
    const asked = await steps.take(documentId, terms.by, plan, keyedBy(terms));
    const order = await payments.performDue(asked);
    const { operations = [] } = order.refunds.find((one) => one.id === id) ?? {};
    refuseRefused(order, operations, 'refunded');
    return order;
  }

  function termsOf(
    { reason, restock }: RefundRequest,
    { id, by }: { id: string; by: string },
    at: Date
  ): RefundTerms {
    const { can, capabilities } = payments;
    const partly = (provider: string) => capabilities(provider).partialRefund !== false;
    return { id, by, reason, restock, at, retryAt: payments.takenOverAt(at), can, partly };
  }

  return { preview, refund };
}

function lastOf(refunds: readonly Refund[]): Refund {
  const last = refunds.at(-1);
  if (last) return last;
  throw new Error('a planned refund is on its order');
}
