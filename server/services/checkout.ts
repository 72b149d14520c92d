import { createId } from '@paralleldrive/cuid2';

import type { Settings } from '../config';
import type { Cart, CartDetails } from '../domain/cart/cart';
import type { LoadedCart, PricedCart } from '../domain/cart/priced-cart';
import { CommerceError, isCommerceError } from '../domain/errors';
import type { Amount } from '../domain/money/money';
import { checkPlacement } from '../domain/orders/check-placement';
import { missingDetails } from '../domain/orders/missing-details';
import { formatNumber } from '../domain/orders/numbers';
import type { Order } from '../domain/orders/order';
import { placeOrder } from '../domain/orders/place-order';
import { takeStock } from '../domain/orders/take-stock';
import type { Emit } from '../events/emit';
import type { PaymentProvider } from '../providers/payment';
import { closeCart, findPlacedCart, lockCart } from '../storage/carts';
import { nextNumber } from '../storage/counters';
import type { Connection, Database } from '../storage/database';
import { findAnswered, rememberAnswered, rememberOutcome } from '../storage/idempotency';
import * as storedOrders from '../storage/orders';
import { recordEvents, type RecordedEvent } from '../storage/outbox';
import { changeStock, lockVariations, recordMovements, refreshStockCopies } from '../storage/stock';
import type { CartWrites } from './cart-writes';
import type { Carts } from './carts';
import type { Account } from './orders';
import { orderFact, type Payments } from './payments';
import type { Pricing } from './pricing';
import { hashOf, type Secrets } from './secrets';
import {
  cartChanged,
  dayBefore,
  daysAfter,
  idempotencyConflict,
  requestKey,
  type Shopper,
  type WriteTerms,
} from './shopper';

/** What a client asks to be ordered: anything about itself, and what the provider needs. */
export interface PlacementRequest {
  details: Partial<CartDetails>;
  payment: Record<string, unknown>;
  expectedTotal: Amount | null;
}

export interface PlacedOrder {
  order: Order;
  /** The answer repeats an earlier one. */
  repeated: boolean;
}

export interface CheckoutState {
  priced: PricedCart;
  /** Paths of what is still to be said. */
  missing: string[];
  paymentMethods: { code: string; label: string }[];
}

export type Checkout = ReturnType<typeof createCheckout>;

const MINUTE = 60 * 1000;

/** What is remembered of a request under its key. */
const PLACED = 201;
const DECLINED = 402;

export function createCheckout(shop: {
  settings: Settings;
  database: Database;
  pricing: Pricing;
  carts: Carts;
  cartWrites: CartWrites;
  payments: Payments;
  paymentProviders: PaymentProvider[];
  secrets: Secrets;
  emit: Emit;
  clock: () => Date;
}) {
  const { settings, database, pricing, carts, cartWrites, payments, secrets, emit, clock } = shop;

  /** Where the shopper stands. @throws CommerceError account_required */
  async function show(shopper: Shopper): Promise<CheckoutState> {
    checkAccount(shopper);
    return stateOf((await carts.show(shopper)).priced);
  }

  /** Stores what the shopper said and answers as `show`. @throws CommerceError account_required, cart_empty */
  async function update(
    shopper: Shopper,
    details: Partial<CartDetails>,
    terms: WriteTerms
  ): Promise<CheckoutState> {
    checkAccount(shopper);
    return stateOf((await carts.updateDetails(shopper, details, terms)).priced);
  }

  /**
   * Makes the shopper's cart an order (rules 8.1–8.5): one cart, one order, one charge, however often it is asked.
   *
   * 0 a repeat gets its first answer · 1 price and check, nothing locked · 2 one transaction: stock, order,
   * cart closed · 3 the provider is asked · 4 its answer is kept. If the process dies anywhere, a repeat goes on.
   *
   * @throws CommerceError account_required, the refusals of `checkPlacement`, idempotency_conflict,
   *   payment_declined, provider_failed
   */
  async function place(
    shopper: Shopper,
    account: Account | null,
    request: PlacementRequest,
    terms: WriteTerms
  ): Promise<PlacedOrder> {
    checkAccount(shopper);
    const now = clock();
    const loaded = await cartWrites.find(shopper, now);
    const earlier = await findEarlier(shopper, loaded, terms, now);
    if (earlier) {
      const order = earlier.answered ? earlier.order : await pay(earlier.order, request);
      return answer(order, shopper, terms, true, now);
    }

    const priced = priceWith(loaded, request.details, now);
    if (terms.ifMatch !== null && terms.ifMatch !== loaded.cart.version) {
      throw cartChanged(priced, 'failed');
    }
    const paymentMethod = await check(priced, request);
    const written = await database.transaction((trx) =>
      write(trx, { shopper, account, terms, priced, paymentMethod, now })
    );
    if (written === 'changed') throw await changedMeanwhile(shopper, request.details);
    await emit(written.events);
    const order = await pay(written.order, request);
    return answer(order, shopper, terms, written.repeated, now);
  }

  /** The order that this cart or this key made already; `answered` when the key has had its definite answer. */
  async function findEarlier(
    shopper: Shopper,
    { cart }: LoadedCart,
    { idempotency }: WriteTerms,
    now: Date
  ): Promise<{ order: Order; answered: boolean } | null> {
    if (idempotency) {
      const request = requestKey(shopper, idempotency.key);
      const known = await findAnswered(database.read, request, dayBefore(now));
      if (known && known.fingerprint !== idempotency.fingerprint) throw idempotencyConflict();
      if (known?.orderDocumentId) {
        const order = await storedOrders.findOrder(database.read, {
          documentId: known.orderDocumentId,
        });
        return order && { order, answered: known.status === DECLINED };
      }
    }
    const placed = await placedCart(shopper, cart, now);
    if (!placed) return null;
    const order = await storedOrders.findOrder(database.read, {
      cartDocumentId: placed.documentId,
    });
    return order && { order, answered: false };
  }

  /** The cart itself once it was placed; for an account without an open cart, the one that it placed last. */
  async function placedCart({ account }: Shopper, cart: Cart, now: Date): Promise<Cart | null> {
    if (cart.status === 'checked_out') return cart;
    if (cart.version > 0 || !account) return null;
    return findPlacedCart(database.read, account, dayBefore(now));
  }

  function priceWith(loaded: LoadedCart, details: Partial<CartDetails>, now: Date): PricedCart {
    const cart = { ...loaded.cart, details: { ...loaded.cart.details, ...details } };
    return pricing.priceCart({ ...loaded, cart }, now);
  }

  /** Refuses; a cart that the refusal shows counts as shown, so that repeating accepts it (rule 8.4). */
  async function check(priced: PricedCart, request: PlacementRequest): Promise<string | null> {
    try {
      return checkPlacement(priced, {
        currency: settings.currency,
        requiredFields: settings.checkout.requiredFields,
        minOrderAmount: settings.minOrderAmount,
        shippingConfigured: settings.shipping.options.length > 0,
        paymentMethods: shop.paymentProviders.map(({ name }) => name),
        expectedTotal: request.expectedTotal,
      });
    } catch (error) {
      if (isCommerceError(error) && error.code === 'cart_changed') {
        await carts.rememberShown(priced);
      }
      throw error;
    }
  }

  interface Placement {
    shopper: Shopper;
    account: Account | null;
    terms: WriteTerms;
    priced: PricedCart;
    paymentMethod: string | null;
    now: Date;
  }

  /**
   * The transaction that makes the order. Locks in one order everywhere: the cart, the variations by id, their
   * products, the counter.
   *
   * @returns 'changed' when the cart or a price is no longer what was priced; nothing is written then
   */
  async function write(
    trx: Connection,
    { shopper, account, terms, priced, paymentMethod, now }: Placement
  ): Promise<{ order: Order; events: RecordedEvent[]; repeated: boolean } | 'changed'> {
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
      .filter(({ documentId }) => takenFrom.has(documentId))
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
    await storedOrders.insertOrder(trx, order, hashOf(tokenOf(order)), now);
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

  /** @throws CommerceError provider_failed */
  const pay = (order: Order, { payment }: PlacementRequest): Promise<Order> =>
    payments.authorize(order, payment);

  /**
   * The definite answer, remembered under its key: a repeat of a declined request is declined without asking
   * again, while another request for the same cart is a new attempt (rule 8.3).
   *
   * @throws CommerceError payment_declined `{order: {number, token}}`
   */
  async function answer(
    order: Order,
    shopper: Shopper,
    { idempotency }: WriteTerms,
    repeated: boolean,
    now: Date
  ): Promise<PlacedOrder> {
    const declined = order.payments.find(({ status }) => status === 'declined');
    if (idempotency && (declined || repeated)) {
      const outcome = {
        fingerprint: idempotency.fingerprint,
        status: declined ? DECLINED : PLACED,
        cartDocumentId: order.cartDocumentId,
        orderDocumentId: order.documentId,
      };
      const key = requestKey(shopper, idempotency.key);
      await database.write((db) => rememberOutcome(db, key, outcome, now));
    }
    if (!declined) return { order, repeated };
    throw new CommerceError('payment_declined', declined.reason ?? 'The payment was declined', {
      order: { number: order.number, token: tokenOf(order) },
    });
  }

  async function changedMeanwhile(
    shopper: Shopper,
    details: Partial<CartDetails>
  ): Promise<CommerceError> {
    const now = clock();
    const fresh = priceWith(await cartWrites.find(shopper, now), details, now);
    await carts.rememberShown(fresh);
    return cartChanged(fresh);
  }

  function stateOf(priced: PricedCart): CheckoutState {
    return {
      priced,
      missing: missingDetails(priced.cart.details, settings.checkout.requiredFields),
      paymentMethods: shop.paymentProviders.map(({ name, label }) => ({ code: name, label })),
    };
  }

  function checkAccount({ account }: Shopper): void {
    if (settings.checkout.accountRequired && !account) {
      throw new CommerceError('account_required', 'Please log in to order');
    }
  }

  /** A waiting order keeps its units for minutes; one that is paid outside the shop, for days (rule 7.3). */
  function holdUntil(paymentMethod: string | null, now: Date): Date | null {
    if (paymentMethod === null) return null;
    if (payments.provider(paymentMethod)?.offline) {
      return daysAfter(now, settings.stock.offlineHoldDays);
    }
    return new Date(now.getTime() + settings.stock.holdMinutes * MINUTE);
  }

  const tokenOf = (order: Order) => secrets.tokenOf('order', order.documentId);

  return { show, update, place, tokenOf };
}

/** An order belongs to an account only when its e-mail is confirmed as that account's (rule 8.10). */
function ownerOf(account: Account | null, { cart }: PricedCart): string | null {
  const own = account?.confirmed && account.email.toLowerCase() === cart.details.email;
  return account && own ? account.id : null;
}

function placedFacts(order: Order) {
  const payload = orderFact(order);
  const placed = { name: 'cartwright.order.placed', payload };
  return order.paymentStatus === 'paid'
    ? [placed, { name: 'cartwright.order.paid', payload }]
    : [placed];
}
