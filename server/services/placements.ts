import { createId } from '@paralleldrive/cuid2';

import type { Settings } from '../config';
import type { PricedCart } from '../domain/cart/priced-cart';
import { refKey } from '../domain/catalogue/sellable';
import { formatNumber } from '../domain/orders/numbers';
import type { Order } from '../domain/orders/order';
import { placeOrder } from '../domain/orders/place-order';
import { type LowStock, lowStock } from '../domain/orders/low-stock';
import { takeStock } from '../domain/orders/take-stock';
import { type Fact, orderFact } from '../events/events';
import { closeCart, lockCart } from '../storage/carts';
import { nextNumber } from '../storage/counters';
import type { Connection } from '../storage/database';
import { countUse } from '../storage/discount-codes';
import { claimKey } from '../storage/idempotency';
import * as storedOrders from '../storage/orders';
import { recordEvents, type RecordedEvent } from '../storage/outbox';
import type { Sellables } from '../storage/sellables';
import type { Wording } from '../storage/sellables/sellable-type';
import { recordMovements, refreshStockCopies } from '../storage/stock';
import type { CartHolds } from './cart-holds';
import { erasedNames, hashOf, type Secrets } from './secrets';
import {
  type Account,
  dayBefore,
  type HoldUntil,
  idempotencyConflict,
  requestKey,
  type Shopper,
  type WriteTerms,
} from './shopper';

/** Everything that the transaction needs; it was decided before, and nothing was locked. */
export interface Placement {
  shopper: Shopper;
  account: Account | null;
  terms: WriteTerms;
  priced: PricedCart;
  /** What the cart was read in: a price may be of one language. */
  wording: Wording;
  paymentMethod: string | null;
  /** Staff who place it for the shopper, from a cart that is stored nowhere; missing when the shopper does. */
  staff?: StaffPlacement;
  now: Date;
}

export interface StaffPlacement {
  by: string;
  /** Until when the order keeps its units: a payment link takes its time. */
  holdUntil: Date;
  /** Whether the provider is asked at once; a shopper who gets a link is asked for by it. */
  asks: boolean;
}

export interface WrittenOrder {
  order: Order;
  events: RecordedEvent[];
  /** The cart had been ordered already; this is that order. */
  repeated: boolean;
  /** The version of the cart that was ordered. */
  cartVersion: number;
}

/** Takes everything back: the cart, a price, the stock or the code is no longer what was priced. */
export class CartMoved extends Error {}

/** What is remembered of a request under its key. */
export const PLACED = 201;

export type Placements = ReturnType<typeof createPlacements>;

/** Turns a priced cart into an order that is stored: all of it or nothing (rule 8.2). */
export function createPlacements(shop: {
  settings: Settings;
  holdUntil: HoldUntil;
  sellables: Sellables;
  holds: CartHolds;
  /** Whether an inventory of the site's own counts the units: the shop's are not taken then. */
  ownInventory: boolean;
  secrets: Secrets;
}) {
  const { settings, holdUntil, sellables, holds, ownInventory, secrets } = shop;

  /**
   * The transaction that makes the order. Locks in one order everywhere: the cart, the variations by id, things
   * of other types by type and document, the products of the variations, the discount code, the counter.
   *
   * @throws CartMoved; CommerceError insufficient_stock, idempotency_conflict
   */
  async function write(
    trx: Connection,
    { shopper, account, terms, priced, wording, paymentMethod, staff, now }: Placement
  ): Promise<WrittenOrder> {
    const cart = staff ? priced.cart : await lockCart(trx, { documentId: priced.cart.documentId });
    if (cart?.status === 'checked_out') {
      const order = await storedOrders.findOrder(trx, { cartDocumentId: cart.documentId });
      if (!order) throw new CartMoved();
      // Closing it has made its version one higher.
      return { order, events: [], repeated: true, cartVersion: cart.version - 1 };
    }
    if (cart?.version !== priced.cart.version) throw new CartMoved();

    const refs = priced.lines.map(({ line }) => line);
    const readLocked = await sellables.lock(trx, refs);
    const locked = await readLocked(wording, now);
    const things = ownInventory
      ? locked.map((thing) => ({ ...thing, stock: null }))
      : await holds.withoutHeld(trx, locked, { cart: cart.documentId, joined: null }, now);
    const taken = takeStock(priced.lines, things, now);
    if (!taken || !(await sellables.changeStock(trx, taken))) throw new CartMoved();
    const takenFrom = new Set(taken.map(refKey));
    const products = things.flatMap((thing) =>
      takenFrom.has(refKey(thing)) ? (thing.shownOn ?? []) : []
    );
    await refreshStockCopies(trx, [...new Set(products)]);
    await holds.drop(trx, cart.documentId);

    const documentId = createId();
    const owner = ownerOf(account, priced);
    if (priced.discountCode) {
      const use = { ...customerOf(priced, secrets), orderDocumentId: documentId };
      const counted = priced.code && (await countUse(trx, priced.code, use, now));
      if (!counted) throw new CartMoved();
    }

    const order = placeOrder(priced, {
      documentId,
      number: formatNumber(settings.order.numberFormat, await nextNumber(trx, 'order'), now),
      lineIds: priced.lines.map(() => createId()),
      paymentDocumentId: createId(),
      source: staff ? 'staff' : 'shopper',
      by: staff?.by ?? 'shopper',
      asks: staff?.asks ?? true,
      paymentMethod,
      account: owner,
      locale: shopper.locale,
      currency: settings.currency,
      placedAt: now,
      holdExpiresAt:
        paymentMethod === null ? null : (staff?.holdUntil ?? holdUntil(paymentMethod, now)),
    });
    await recordMovements(trx, taken, 'order', order.number, now);
    await storedOrders.insertOrder(
      trx,
      order,
      hashOf(secrets.tokenOf('order', order.documentId)),
      now
    );
    if (!staff) await closeCart(trx, cart, order.documentId, priced.cart.details, now);
    const events = await recordEvents(
      trx,
      [
        ...placedFacts(order),
        ...lowStockFacts(order, lowStock(locked, taken, settings.stock.lowStockThreshold)),
      ],
      now
    );
    if (terms.idempotency) {
      const answered = await claimKey(
        trx,
        requestKey(shopper, terms.idempotency.key),
        {
          fingerprint: terms.idempotency.fingerprint,
          status: PLACED,
          cartDocumentId: cart.documentId,
          orderDocumentId: order.documentId,
        },
        { oldest: dayBefore(now), now }
      );
      if (answered) throw idempotencyConflict();
    }
    return { order, events, repeated: false, cartVersion: cart.version };
  }

  return { write };
}

/** An order belongs to an account only when its e-mail is confirmed as that account's (rule 8.10). */
function ownerOf(account: Account | null, { cart }: PricedCart): string | null {
  const own = account?.confirmed && account.email.toLowerCase() === cart.details.email;
  return account && own ? account.id : null;
}

/** Whose use of a code it is: by what the code was held against while it was priced. */
function customerOf({ cart }: PricedCart, secrets: Secrets) {
  const names = { account: cart.account, email: cart.details.email };
  return { ...names, erasedNames: erasedNames(secrets, names) };
}

function placedFacts(order: Order): Fact[] {
  const payload = orderFact(order);
  const { cartDocumentId, documentId: orderDocumentId } = order;
  return [
    ...(cartDocumentId === null
      ? []
      : [
          {
            name: 'cartwright.cart.checked_out',
            payload: { cartDocumentId, orderDocumentId },
          } as const,
        ]),
    { name: 'cartwright.order.placed', payload },
    ...(order.paymentStatus === 'paid'
      ? [{ name: 'cartwright.order.paid', payload } as const]
      : []),
  ];
}

function lowStockFacts({ documentId: orderDocumentId }: Order, low: LowStock[]): Fact[] {
  return low.map((thing) => ({
    name: 'cartwright.stock.low',
    payload: { ...thing, orderDocumentId },
  }));
}
