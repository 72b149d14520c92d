import type { SellableRef } from '../domain/catalogue/sellable';
import { refKey } from '../domain/catalogue/sellable';
import { CommerceError } from '../domain/errors';
import { deriveOrder } from '../domain/orders/derive-order';
import type { Order } from '../domain/orders/order';
import type { Emit } from '../events/emit';
import { type Fact, orderFacts } from '../events/events';
import { reopenCart } from '../storage/carts';
import type { Connection, Database } from '../storage/database';
import { returnUse } from '../storage/discount-codes';
import * as storedOrders from '../storage/orders';
import { recordEvents } from '../storage/outbox';
import type { Sellables } from '../storage/sellables';
import { recordMovements, refreshStockCopies, unitsOutFor } from '../storage/stock';

/** What a step makes of an order, and what goes with it in the same transaction. */
export interface OrderStep {
  order: Order;
  /** Units that go back on the shelf, at most those that the order took (rule 7.4). */
  unitsBack?: UnitsBack[] | 'all';
  /** The use of its discount code counts no more. */
  endCodeUse?: boolean;
  /** The shopper goes on with the cart that it came from. */
  reopenCart?: boolean;
  /** Facts besides those that follow from what changed. */
  facts?: Fact[];
}

export interface UnitsBack extends SellableRef {
  units: number;
}

/** null: there is nothing to do. */
export type DecideStep = (order: Order, now: Date) => OrderStep | null;

export type OrderSteps = ReturnType<typeof createOrderSteps>;

/**
 * Every step in the life of an order goes through here: the order is locked, the step decided, what follows from it
 * derived, all of it written in one transaction, and told after commit. Locks in one order everywhere: the order, its
 * cart, the things by type and id, the products that show them, the discount code.
 */
export function createOrderSteps(shop: {
  database: Database;
  sellables: Sellables;
  /** Whether an inventory of the site's own counts the units. */
  ownInventory: boolean;
  defaultLocale: () => Promise<string>;
  emit: Emit;
  clock: () => Date;
}) {
  const { database, sellables, ownInventory, emit, clock } = shop;

  /** @throws CommerceError not_found, and whatever `decide` refuses */
  async function take(documentId: string, by: string, decide: DecideStep): Promise<Order> {
    const now = clock();
    const defaultLocale = await shop.defaultLocale();
    const { order, events } = await database.transaction(async (trx) => {
      const before = await storedOrders.lockOrder(trx, { documentId });
      if (!before) throw new CommerceError('not_found', 'There is no such order');
      const step = decide(before, now);
      if (!step) return { order: before, events: [] };
      const derived = deriveOrder(before, step.order, by, now);
      const reopened = step.reopenCart === true && (await reopen(trx, derived, now));
      const order = reopened ? { ...derived, cartDocumentId: null } : derived;
      const returned = await bringBack(trx, order, [step, ...restocked(before, order)], {
        now,
        defaultLocale,
      });
      if (step.endCodeUse) await returnUse(trx, order.documentId);
      await storedOrders.saveOrderStep(trx, order, now);
      const facts = [...orderFacts(before, order, returned), ...(step.facts ?? [])];
      return { order, events: await recordEvents(trx, facts, now) };
    });
    await emit(events);
    return order;
  }

  async function reopen(trx: Connection, order: Order, now: Date): Promise<boolean> {
    return order.cartDocumentId !== null && reopenCart(trx, order.cartDocumentId, now);
  }

  /** Each unit once: what is written down as returned is no longer out. @returns what came back */
  async function bringBack(
    trx: Connection,
    order: Order,
    steps: Pick<OrderStep, 'unitsBack'>[],
    { now, defaultLocale }: { now: Date; defaultLocale: string }
  ): Promise<UnitsBack[]> {
    const wanted = steps.flatMap(({ unitsBack }) => (unitsBack ? [unitsBack] : []));
    if (wanted.length === 0) return [];
    if (ownInventory) return wanted.flatMap((units) => (units === 'all' ? allOf(order) : units));
    const out = await unitsOutFor(trx, order.number);
    const changes = out.flatMap(({ units, ...ref }) => {
      const asked = wanted.map((some) => (some === 'all' ? units : unitsOf(some, ref)));
      const change = Math.min(
        units,
        asked.reduce((sum, one) => sum + one, 0)
      );
      return change > 0 ? [{ ...ref, change }] : [];
    });
    const readLocked = await sellables.lock(trx, changes);
    const locked = await readLocked({ locale: null, defaultLocale }, now);
    // What is no longer counted, or gone, has no number to go back to.
    const counted = locked.flatMap((thing) => {
      const change = changes.find((one) => refKey(one) === refKey(thing));
      if (!change || thing.stock === null || thing.rows === 0) return [];
      return [{ ...change, rows: thing.rows, shownOn: thing.shownOn }];
    });
    await sellables.changeStock(trx, counted);
    await refreshStockCopies(trx, [
      ...new Set(counted.flatMap(({ shownOn }) => (shownOn ? [shownOn] : []))),
    ]);
    const reason = order.status === 'cancelled' ? 'cancelled' : 'returned';
    await recordMovements(trx, counted, reason, order.number, now);
    return counted.map(({ type, documentId, change }) => ({ type, documentId, units: change }));
  }

  return { take };
}

/** Refunds that are done now, and bring their units back. */
function restocked(before: Order, after: Order): Pick<OrderStep, 'unitsBack'>[] {
  return after.refunds
    .filter(({ id, restock, status }) => {
      const earlier = before.refunds.find((refund) => refund.id === id);
      return restock && status === 'done' && earlier?.status !== 'done';
    })
    .map(({ lines }) => ({
      unitsBack: lines.flatMap(({ lineId, quantity }) => {
        const line = after.lines.find(({ id }) => id === lineId);
        return line ? [{ type: line.type, documentId: line.documentId, units: quantity }] : [];
      }),
    }));
}

function allOf({ lines }: Order): UnitsBack[] {
  return lines.map(({ type, documentId, quantity }) => ({ type, documentId, units: quantity }));
}

function unitsOf(units: readonly UnitsBack[], ref: SellableRef): number {
  return units
    .filter((one) => refKey(one) === refKey(ref))
    .reduce((sum, one) => sum + one.units, 0);
}
