import type { Settings } from '../config';
import type { Cart, CartDetails } from '../domain/cart/cart';
import type { LoadedCart, PricedCart } from '../domain/cart/priced-cart';
import { CommerceError, isCommerceError } from '../domain/errors';
import type { Amount } from '../domain/money/money';
import { checkPlacement } from '../domain/orders/check-placement';
import { missingDetails } from '../domain/orders/missing-details';
import type { Order } from '../domain/orders/order';
import type { Emit } from '../events/emit';
import type { PaymentProvider } from '../providers/payment';
import { findPlacedCart } from '../storage/carts';
import type { Database } from '../storage/database';
import { findAnswered, rememberOutcome } from '../storage/idempotency';
import * as storedOrders from '../storage/orders';
import type { CartWrites } from './cart-writes';
import type { Payments } from './payments';
import { PLACED, type Placements } from './placements';
import type { Pricing } from './pricing';
import type { Secrets } from './secrets';
import {
  type Account,
  cartChanged,
  dayBefore,
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

/** What is remembered of a request under its key, beside `PLACED`. */
const DECLINED = 402;

export function createCheckout(shop: {
  settings: Settings;
  database: Database;
  pricing: Pricing;
  cartWrites: CartWrites;
  placements: Placements;
  payments: Payments;
  paymentProviders: PaymentProvider[];
  secrets: Secrets;
  emit: Emit;
  clock: () => Date;
}) {
  const { settings, database, pricing, cartWrites, placements, payments, secrets, emit, clock } =
    shop;

  /** Where the shopper stands. @throws CommerceError account_required */
  async function show(shopper: Shopper): Promise<CheckoutState> {
    checkAccount(shopper);
    const now = clock();
    return stateOf(await cartWrites.find(shopper, now), now);
  }

  /** Stores what the shopper said and answers as `show`. @throws CommerceError account_required, cart_empty */
  async function update(
    shopper: Shopper,
    details: Partial<CartDetails>,
    terms: WriteTerms
  ): Promise<CheckoutState> {
    checkAccount(shopper);
    const now = clock();
    const { loaded } = await cartWrites.write(shopper, terms, null, now, ({ cart, lines }) => {
      if (cart.version === 0) throw new CommerceError('cart_empty', 'The cart is empty');
      return { lines, details: { ...cart.details, ...details } };
    });
    return stateOf(loaded, now);
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
      placements.write(trx, { shopper, account, terms, priced, paymentMethod, now })
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
        await cartWrites.rememberShown(priced);
      }
      throw error;
    }
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
    await cartWrites.rememberShown(fresh);
    return cartChanged(fresh);
  }

  async function stateOf(loaded: LoadedCart, now: Date): Promise<CheckoutState> {
    const priced = pricing.priceCart(loaded, now);
    await cartWrites.rememberShown(priced);
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

  const tokenOf = (order: Order) => secrets.tokenOf('order', order.documentId);

  return { show, update, place, tokenOf };
}
