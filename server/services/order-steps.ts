import { insufficientStock } from '../domain/cart/check-quantity';
import type { LockedSellable } from '../domain/catalogue/locked-sellable';
import { refKey, type SellableRef } from '../domain/catalogue/sellable';
import { CommerceError } from '../domain/errors';
import { deriveOrder } from '../domain/orders/derive-order';
import type { Order } from '../domain/orders/order';
import type { Refund } from '../domain/orders/refund';
import type { Emit } from '../events/emit';
import { type Fact, orderFacts } from '../events/events';
import { reopenCart } from '../storage/carts';
import type { Connection, Database } from '../storage/database';
import { returnUse } from '../storage/discount-codes';
import { claimKey } from '../storage/idempotency';
import * as storedOrders from '../storage/orders';
import { recordEvents } from '../storage/outbox';
import type { Sellables } from '../storage/sellables';
import { recordMovements, refreshStockCopies, unitsOutFor } from '../storage/stock';
import type { CartHolds } from './cart-holds';
import { dayBefore, idempotencyConflict, type KeyedRequest } from './shopper';

/** What a step makes of an order, and what goes with it in the same transaction. */
export interface OrderStep {
  order: Order;
  /** Units that go back on the shelf, at most those that the order took (rule 7.4). */
  unitsBack?: UnitsBack[];
  /** Units that the order needs besides those that it has: they are there, or the step is refused. */
  unitsOut?: UnitsOut[];
  /** Lines, amounts and addresses are others: an edit. Every other step leaves the snapshot alone. */
  rewritten?: boolean;
  /** The use of its discount code counts no more. */
  endCodeUse?: boolean;
  /** The shopper goes on with the cart that it came from. */
  reopenCart?: boolean;
  /** Facts besides those that follow from what changed. */
  facts?: Fact[];
  /** What else belongs to the same transaction, after all other locks: the documents of the order. */
  alongside?: (trx: Connection, before: Order, after: Order, now: Date) => Promise<Order>;
}

export interface UnitsBack extends SellableRef {
  units: number;
}

export interface UnitsOut extends UnitsBack {
  sku: string | null;
}

/** Who does it, and when. */
export interface Issuer {
  by: string;
  now: Date;
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
  holds: CartHolds;
  /** Whether an inventory of the site's own counts the units. */
  ownInventory: boolean;
  defaultLocale: () => Promise<string>;
  issueCreditNote: (
    trx: Connection,
    order: Order,
    refund: Refund,
    issuer: Issuer
  ) => Promise<Order>;
  emit: Emit;
  clock: () => Date;
}) {
  const { database, sellables, holds, ownInventory, emit, clock } = shop;

  /**
   * Under a key that took a step of this order already, nothing happens again.
   *
   * @throws CommerceError not_found, idempotency_conflict, and whatever `decide` refuses
   */
  async function take(
    documentId: string,
    by: string,
    decide: DecideStep,
    keyed: KeyedRequest | null = null
  ): Promise<Order> {
    const now = clock();
    const defaultLocale = await shop.defaultLocale();
    const { order, events } = await database.transaction(async (trx) => {
      const before = await storedOrders.lockOrder(trx, { documentId });
      if (!before) throw new CommerceError('not_found', 'There is no such order');
      if (keyed && (await wasTaken(trx, keyed, documentId, now)))
        return { order: before, events: [] };
      const step = decide(before, now);
      if (!step) return { order: before, events: [] };
      const derived = deriveOrder(before, step.order, by, now);
      const reopened = step.reopenCart === true && (await reopen(trx, derived, now));
      const moved = reopened ? { ...derived, cartDocumentId: null } : derived;
      const returned = await moveUnits(trx, moved, [step, ...restocked(before, moved)], {
        now,
        defaultLocale,
      });
      if (step.endCodeUse) await returnUse(trx, moved.documentId);
      const changed = step.alongside ? await step.alongside(trx, before, moved, now) : moved;
      const order = await creditRefunds(trx, before, changed, { by, now });
      if (step.rewritten) await storedOrders.rewriteOrder(trx, before, order, now);
      await storedOrders.saveOrderStep(trx, order, now);
      const facts = [...orderFacts(before, order, returned), ...(step.facts ?? [])];
      return { order, events: await recordEvents(trx, facts, now) };
    });
    await emit(events);
    return order;
  }

  /** Whether the key stands for a step that was taken; else it is this one's. @throws CommerceError idempotency_conflict */
  async function wasTaken(
    trx: Connection,
    { request, fingerprint }: KeyedRequest,
    orderDocumentId: string,
    now: Date
  ): Promise<boolean> {
    const answer = { fingerprint, status: 200, cartDocumentId: null, orderDocumentId };
    const known = await claimKey(trx, request, answer, { oldest: dayBefore(now), now });
    if (known && known.fingerprint !== fingerprint) throw idempotencyConflict();
    return known !== null;
  }

  /** A refund of an invoiced order makes a credit note as soon as it is done (rule 8.9). */
  async function creditRefunds(
    trx: Connection,
    before: Order,
    after: Order,
    issuer: Issuer
  ): Promise<Order> {
    let order = after;
    for (const refund of doneNow(before, after)) {
      order = await shop.issueCreditNote(trx, order, refund, issuer);
    }
    return order;
  }

  async function reopen(trx: Connection, order: Order, now: Date): Promise<boolean> {
    return order.cartDocumentId !== null && reopenCart(trx, order.cartDocumentId, now);
  }

  /**
   * Each unit once: what is written down as returned is no longer out. What goes back and what is taken is locked
   * together, in the order of all locks.
   *
   * @returns what came back
   * @throws CommerceError not_for_sale, insufficient_stock for units that the order needs besides
   */
  async function moveUnits(
    trx: Connection,
    order: Order,
    steps: Pick<OrderStep, 'unitsBack' | 'unitsOut'>[],
    { now, defaultLocale }: { now: Date; defaultLocale: string }
  ): Promise<UnitsBack[]> {
    const wanted = steps.flatMap(({ unitsBack }) => (unitsBack ? [unitsBack] : []));
    const taken = steps.flatMap(({ unitsOut }) => unitsOut ?? []);
    if (wanted.length + taken.length === 0) return [];
    if (ownInventory) return wanted.flat();
    const out = wanted.length === 0 ? [] : await unitsOutFor(trx, order.number);
    const back = out.flatMap(({ units, ...ref }) => {
      const change = Math.min(units, unitsOf(wanted.flat(), ref));
      return change > 0 ? [{ ...ref, change }] : [];
    });
    const readLocked = await sellables.lock(trx, [...back, ...taken]);
    const things = await readLocked({ locale: null, defaultLocale }, now);
    const locked = await holds.withoutHeld(trx, things, { cart: '', joined: null }, now);
    // What is no longer counted, or gone, has no number to go back to.
    const counted = locked.flatMap((thing) => {
      const returned = back.find((one) => refKey(one) === refKey(thing))?.change ?? 0;
      const change = returned - takenOf(thing, taken);
      if (change === 0 || thing.stock === null || thing.rows === 0) return [];
      const { type, documentId, sku, rows, shownOn } = thing;
      return [{ type, documentId, sku, change, rows, shownOn }];
    });
    if (locked.length < new Set(taken.map(refKey)).size) throw gone();
    if (!(await sellables.changeStock(trx, counted))) throw gone();
    await refreshStockCopies(trx, [
      ...new Set(counted.flatMap(({ shownOn }) => (shownOn ? [shownOn] : []))),
    ]);
    const returned = counted.filter(({ change }) => change > 0);
    const reason = order.status === 'cancelled' ? 'cancelled' : 'returned';
    await recordMovements(trx, returned, reason, order.number, now);
    const left = counted.filter(({ change }) => change < 0);
    await recordMovements(trx, left, 'order', order.number, now);
    return returned.map(({ type, documentId, change }) => ({ type, documentId, units: change }));
  }

  return { take };
}

/** Refunds that were not done before. */
function doneNow(before: Order, after: Order): Refund[] {
  return after.refunds.filter(({ id, status }) => {
    const earlier = before.refunds.find((refund) => refund.id === id);
    return status === 'done' && earlier?.status !== 'done';
  });
}

/** What refunds that are done now bring back. */
function restocked(before: Order, after: Order): Pick<OrderStep, 'unitsBack'>[] {
  return doneNow(before, after)
    .filter(({ restock }) => restock)
    .map(({ lines }) => ({
      unitsBack: lines.flatMap(({ lineId, quantity }) => {
        const line = after.lines.find(({ id }) => id === lineId);
        return line ? [{ type: line.type, documentId: line.documentId, units: quantity }] : [];
      }),
    }));
}

function unitsOf(units: readonly UnitsBack[], ref: SellableRef): number {
  return units
    .filter((one) => refKey(one) === refKey(ref))
    .reduce((sum, one) => sum + one.units, 0);
}

/** @throws CommerceError insufficient_stock, not_for_sale */
function takenOf(thing: LockedSellable, taken: readonly UnitsOut[]): number {
  const requested = unitsOf(taken, thing);
  if (requested === 0) return 0;
  if (!thing.forSale) throw gone();
  if (thing.stock !== null && requested > thing.stock) {
    throw insufficientStock(thing.sku, requested, Math.max(thing.stock, 0));
  }
  return requested;
}

function gone(): CommerceError {
  return new CommerceError('not_for_sale', 'This item is not for sale any more');
}
