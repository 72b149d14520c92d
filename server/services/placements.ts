import { createId } from '@paralleldrive/cuid2';

import type { Settings } from '../config';
import type { PricedCart } from '../domain/cart/priced-cart';
import { formatNumber } from '../domain/orders/numbers';
import type { Order } from '../domain/orders/order';
import { placeOrder } from '../domain/orders/place-order';
import { takeStock } from '../domain/orders/take-stock';
import { type Fact, orderFact } from '../events/events';
import type { PaymentProvider } from '../providers/payment';
import { closeCart, lockCart } from '../storage/carts';
import { nextNumber } from '../storage/counters';
import type { Connection } from '../storage/database';
import { rememberAnswered } from '../storage/idempotency';
import * as storedOrders from '../storage/orders';
import { recordEvents, type RecordedEvent } from '../storage/outbox';
import { changeStock, lockVariations, recordMovements, refreshStockCopies } from '../storage/stock';
import { hashOf, type Secrets } from './secrets';
import { type Account, daysAfter, requestKey, type Shopper, type WriteTerms } from './shopper';

/** Everything that the transaction needs; it was decided before, and nothing was locked. */
export interface Placement {
  shopper: Shopper;
  account: Account | null;
  terms: WriteTerms;
  priced: PricedCart;
  paymentMethod: string | null;
  now: Date;
}

export interface WrittenOrder {
  order: Order;
  events: RecordedEvent[];
  /** The cart had been ordered already; this is that order. */
  repeated: boolean;
}

/** What is remembered of a request under its key. */
export const PLACED = 201;

export type Placements = ReturnType<typeof createPlacements>;

const MINUTE = 60 * 1000;

/** Turns a priced cart into an order that is stored: all of it or nothing (rule 8.2). */
export function createPlacements(shop: {
  settings: Settings;
  paymentProviders: readonly PaymentProvider[];
  secrets: Secrets;
}) {
  const { settings, paymentProviders, secrets } = shop;

  /**
   * The transaction that makes the order. Locks in one order everywhere: the cart, the variations by id, their
   * products, the counter.
   *
   * @returns 'changed' when the cart or a price is no longer what was priced; nothing is written then
   */
  async function write(
    trx: Connection,
    { shopper, account, terms, priced, paymentMethod, now }: Placement
  ): Promise<WrittenOrder | 'changed'> {
    const cart = await lockCart(trx, { documentId: priced.cart.documentId });
    if (cart?.status === 'checked_out') {
      const order = await storedOrders.findOrder(trx, { cartDocumentId: cart.documentId });
      return order ? { order, events: [], repeated: true } : 'changed';
    }
    if (cart?.version !== priced.cart.version) return 'changed';

    const variations = await lockVariations(
      trx,
      priced.lines.map(({ line }) => line.documentId)
    );
    const taken = takeStock(priced.lines, variations, now);
    if (!taken || !(await changeStock(trx, taken))) return 'changed';
    const takenFrom = new Set(taken.map(({ variationDocumentId }) => variationDocumentId));
    const products = variations
      .filter(({ documentId, isDefault }) => isDefault && takenFrom.has(documentId))
      .map(({ productDocumentId }) => productDocumentId);
    await refreshStockCopies(trx, [...new Set(products)]);

    const order = placeOrder(priced, {
      documentId: createId(),
      number: formatNumber(settings.order.numberFormat, await nextNumber(trx, 'order'), now),
      paymentDocumentId: createId(),
      paymentMethod,
      account: ownerOf(account, priced),
      locale: shopper.locale,
      currency: settings.currency,
      placedAt: now,
      holdExpiresAt: holdUntil(paymentMethod, now),
    });
    await recordMovements(trx, taken, 'order', order.number, now);
    await storedOrders.insertOrder(
      trx,
      order,
      hashOf(secrets.tokenOf('order', order.documentId)),
      now
    );
    await closeCart(trx, cart, order.documentId, priced.cart.details, now);
    const events = await recordEvents(trx, placedFacts(order), now);
    if (terms.idempotency) {
      await rememberAnswered(
        trx,
        requestKey(shopper, terms.idempotency.key),
        {
          fingerprint: terms.idempotency.fingerprint,
          status: PLACED,
          cartDocumentId: cart.documentId,
          orderDocumentId: order.documentId,
        },
        now
      );
    }
    return { order, events, repeated: false };
  }

  /** A waiting order keeps its units for minutes; one that is paid outside the shop, for days (rule 7.3). */
  function holdUntil(paymentMethod: string | null, now: Date): Date | null {
    if (paymentMethod === null) return null;
    if (paymentProviders.find(({ name }) => name === paymentMethod)?.offline) {
      return daysAfter(now, settings.stock.offlineHoldDays);
    }
    return new Date(now.getTime() + settings.stock.holdMinutes * MINUTE);
  }

  return { write };
}

/** An order belongs to an account only when its e-mail is confirmed as that account's (rule 8.10). */
function ownerOf(account: Account | null, { cart }: PricedCart): string | null {
  const own = account?.confirmed && account.email.toLowerCase() === cart.details.email;
  return account && own ? account.id : null;
}

function placedFacts(order: Order): Fact[] {
  const payload = orderFact(order);
  const placed: Fact = { name: 'cartwright.order.placed', payload };
  return order.paymentStatus === 'paid'
    ? [placed, { name: 'cartwright.order.paid', payload }]
    : [placed];
}
