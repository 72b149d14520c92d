import { createId } from '@paralleldrive/cuid2';

import type { Settings } from '../config';
import { addItem } from '../domain/cart/add-item';
import type { CartDetails, CartLine } from '../domain/cart/cart';
import { emptyCart } from '../domain/cart/empty-cart';
import { lineIdentity } from '../domain/cart/line-key';
import type { LoadedCart, PricedCart } from '../domain/cart/priced-cart';
import { refKey } from '../domain/catalogue/sellable';
import { acceptCode } from '../domain/discounts/accept-code';
import { normalizeCode } from '../domain/discounts/normalize-code';
import { invalidInput, isCommerceError } from '../domain/errors';
import type { Amount } from '../domain/money/money';
import { checkPlacement } from '../domain/orders/check-placement';
import type { Order } from '../domain/orders/order';
import type { Emit } from '../events/emit';
import type { PaymentProvider } from '../providers/payment';
import type { Accounts } from '../storage/accounts';
import type { Database } from '../storage/database';
import { findAnswered } from '../storage/idempotency';
import { findOrder } from '../storage/orders';
import type { Sellables } from '../storage/sellables';
import type { CartWrites } from './cart-writes';
import { type ItemRequest, keysOf, namedBy } from './cart-writes/item-request';
import type { Inventory } from './inventory';
import type { Payments } from './payments';
import { CartMoved, type Placement, type Placements, type WrittenOrder } from './placements';
import type { Popularity } from './popularity';
import type { Pricing } from './pricing';
import { hashOf } from './secrets';
import {
  type Account,
  cartChanged,
  dayBefore,
  daysAfter,
  idempotencyConflict,
  keyedBy,
  keyOwner,
  type Shopper,
  type StaffTerms,
} from './shopper';

/** An order as staff take it down, on the phone or over the counter. */
export interface StaffOrderRequest {
  /** The customer's account, if it has one. */
  account: string | null;
  /** Without an e-mail it is the account's. */
  details: Partial<CartDetails>;
  items: ItemRequest[];
  discountCode: string | null;
  /** The language of its words and mails. */
  locale: string | null;
}

export interface StaffOrderPreview {
  priced: PricedCart;
  /** `offline`: the money comes outside the shop, and staff say when it has come. */
  paymentMethods: { code: string; label: string; offline: boolean }[];
}

export type StaffOrders = ReturnType<typeof createStaffOrders>;

/**
 * Orders that staff make for a customer: the same prices, checks and transaction as at the checkout, from a cart that is
 * stored nowhere. Staff are not held to the minimum order, and accept no terms for others.
 */
export function createStaffOrders(shop: {
  settings: Settings;
  database: Database;
  accounts: Accounts;
  sellables: Sellables;
  pricing: Pricing;
  cartWrites: CartWrites;
  placements: Placements;
  payments: Payments;
  paymentProviders: readonly PaymentProvider[];
  inventory: Inventory;
  popularity: Popularity;
  defaultLocale: () => Promise<string>;
  emit: Emit;
  clock: () => Date;
}) {
  const { settings, database, sellables, pricing, cartWrites, placements, payments } = shop;
  const { inventory, popularity, emit, clock } = shop;

  /** What it would cost, and how it can be shipped and paid; nothing is written. @throws as `place`, while it is made */
  async function preview(request: StaffOrderRequest): Promise<StaffOrderPreview> {
    const { priced } = await price(request, clock());
    const paymentMethods = shop.paymentProviders.map(({ name, label }) => ({
      code: name,
      label,
      offline: payments.isOffline(name),
    }));
    return { priced, paymentMethods };
  }

  /**
   * Makes the order, once for a key. Where it is paid outside the shop, it waits for the money to be confirmed; else for
   * the shopper, who gets a payment link.
   *
   * @throws CommerceError product_not_found, quantity_limit, not_for_sale, no_price, insufficient_stock, the refusals of a
   *   discount code, invalid_input, shipping_option_required, shipping_option_unavailable, payment_method_unknown,
   *   cart_changed, idempotency_conflict, provider_failed
   */
  async function place(
    request: StaffOrderRequest,
    expectedTotal: Amount | null,
    terms: StaffTerms
  ): Promise<Order> {
    const now = clock();
    const earlier = await findEarlier(terms, now);
    if (earlier) return settle(earlier);
    const { priced, account, shopper } = await price(request, now);
    const paymentMethod = check(priced, expectedTotal);
    const offline = payments.isOffline(paymentMethod ?? '');
    const written = await write({
      shopper: { ...shopper, account: keyOwner(terms.staff) },
      account,
      terms: { ifMatch: null, idempotency: terms.idempotency },
      priced,
      wording: { locale: shopper.locale, defaultLocale: await shop.defaultLocale() },
      paymentMethod,
      staff: {
        by: terms.by,
        holdUntil: daysAfter(now, settings.stock.offlineHoldDays),
        asks: offline,
      },
      now,
    });
    if (!written) {
      const twin = await findEarlier(terms, now);
      if (twin) return settle(twin);
      throw idempotencyConflict();
    }
    await emit(written.events);
    popularity.countOrdered(priced.lines, now);
    return settle(written.order);
  }

  /** A provider outside the shop is told at once, so that its answer (where to pay) is there; others by the link. */
  function settle(order: Order): Promise<Order> {
    return payments.authorize(order, {});
  }

  async function price(request: StaffOrderRequest, now: Date) {
    const account = request.account === null ? null : await shop.accounts.find(request.account);
    if (request.account !== null && !account) throw invalidInput('account', 'is no account');
    const shopper: Shopper = { token: null, account: account?.id ?? null, locale: request.locale };
    const loaded = await load(request, account, shopper, now);
    const priced = await pricing.priceCart(loaded, now);
    return { priced, account, shopper };
  }

  async function load(
    { details, items, discountCode }: StaffOrderRequest,
    account: Account | null,
    { locale }: Shopper,
    now: Date
  ): Promise<LoadedCart> {
    const wording = { locale, defaultLocale: await shop.defaultLocale() };
    const keys = { refs: [], named: keysOf(items) };
    const found = await sellables.find(database.read, keys, wording, now);
    const live = await inventory.stocked(new Map(found.map((thing) => [refKey(thing), thing])));
    const lines = items.reduce<CartLine[]>((soFar, { data, quantity, ...named }) => {
      const sellable = namedBy({ data, quantity, ...named }, live);
      const lineKey = hashOf(lineIdentity(sellable, data));
      return addItem(soFar, { id: createId(), lineKey, sellable, data, quantity }, now, settings);
    }, []);
    const empty = emptyCart(now).cart;
    const said = { ...empty.details, email: account?.email.toLowerCase() ?? null, ...details };
    const code = discountCode === null ? null : normalizeCode(discountCode);
    const cart = {
      ...empty,
      documentId: createId(),
      version: 1,
      account: account?.id ?? null,
      details: said,
      discountCode: code,
    };
    const loaded = { cart, lines, sellables: live, code: null, notices: [] };
    if (code === null) return loaded;
    const withCode = { ...loaded, code: await cartWrites.readCode(database.read, code, loaded) };
    acceptCode(withCode, now, settings);
    return withCode;
  }

  /** Staff have seen every price: they named the things a moment ago. */
  function check(priced: PricedCart, expectedTotal: Amount | null): string | null {
    const lines = priced.lines.map((line) => ({ ...line, shownPrice: line.unitPrice }));
    return checkPlacement(
      { ...priced, lines },
      {
        currency: settings.currency,
        requiredFields: settings.checkout.requiredFields,
        minOrderAmount: null,
        shippingConfigured:
          settings.shipping.options.length > 0 || settings.providers.shipping !== undefined,
        termsRequired: false,
        paymentMethods: shop.paymentProviders.map(({ name }) => name),
        unaskedMethod: null,
        expectedTotal,
        codeRequested: true,
        unitsAnswered: inventory.own,
      }
    );
  }

  /** null when another request has the key. @throws CommerceError insufficient_stock, cart_changed, provider_failed */
  async function write(placement: Placement): Promise<WrittenOrder | null> {
    const reservation = await inventory.reserve(placement.priced, placement.now);
    try {
      const written = await database.transaction((trx) => placements.write(trx, placement));
      if (reservation) await inventory.confirm(reservation, written.order.number);
      return written;
    } catch (error) {
      const moved = error instanceof CartMoved;
      if (reservation && (moved || isCommerceError(error))) await inventory.release(reservation);
      if (moved) throw cartChanged(placement.priced);
      if (isCommerceError(error) && error.code === 'idempotency_conflict') return null;
      throw error;
    }
  }

  /** @throws CommerceError idempotency_conflict when the key was used for another request */
  async function findEarlier(terms: StaffTerms, now: Date): Promise<Order | null> {
    const keyed = keyedBy(terms);
    if (!keyed) return null;
    const known = await findAnswered(database.read, keyed.request, dayBefore(now));
    if (known && known.fingerprint !== keyed.fingerprint) throw idempotencyConflict();
    if (!known?.orderDocumentId) return null;
    return findOrder(database.read, { documentId: known.orderDocumentId });
  }

  return { preview, place };
}
