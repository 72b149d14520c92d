import type { Settings } from '../config';
import type { CartDetails } from '../domain/cart/cart';
import type { LoadedCart, PricedCart } from '../domain/cart/priced-cart';
import { type Prefill, saidIn, saidInOrder } from '../domain/customers/prefill';
import { acceptCode } from '../domain/discounts/accept-code';
import { normalizeCode } from '../domain/discounts/normalize-code';
import { CommerceError, isCommerceError } from '../domain/errors';
import type { Amount } from '../domain/money/money';
import { checkPlacement } from '../domain/orders/check-placement';
import { type CheckoutStep, checkoutSteps } from '../domain/orders/checkout-steps';
import type { Order } from '../domain/orders/order';
import type { Emit } from '../events/emit';
import type { PaymentProvider } from '../providers/payment';
import { findCart } from '../storage/carts';
import type { Database } from '../storage/database';
import { rememberOutcome } from '../storage/idempotency';
import type { CartWrites } from './cart-writes';
import { checkoutTerms } from './checkout/checkout-terms';
import { DECLINED, findEarlierOrder } from './checkout/find-earlier-order';
import { findPrefill } from './checkout/find-prefill';
import { createRemembering, type TokenAnswer } from './checkout/remembering';
import { type Inventory, reservationOf } from './inventory';
import type { Payments } from './payments';
import { declinedPayment, refuseDeclined } from './payments/refuse-declined';
import {
  CartMoved,
  PLACED,
  type Placement,
  type Placements,
  type WrittenOrder,
} from './placements';
import type { Popularity } from './popularity';
import type { Pricing } from './pricing';
import type { Secrets } from './secrets';
import { type Account, cartChanged, requestKey, type Shopper, type WriteTerms } from './shopper';

/** What a shopper says on the way to an order. */
export interface CheckoutChange {
  details: Partial<CartDetails>;
  /** As entered; null takes it off, undefined leaves it. */
  discountCode?: string | null;
  /** undefined: nothing was said about the shop's terms. */
  termsAccepted?: boolean | undefined;
  /** Whether the browser may fill this in the next time; undefined: nothing was said about it. */
  remember?: boolean | undefined;
}

/** Whom a form may be filled in for. */
export interface Customer {
  account: Account | null;
  /** Of a customer who asked to be remembered in this browser. */
  token: string | null;
}

/** What a client asks to be ordered: anything about itself, and what the provider needs. */
export interface PlacementRequest extends CheckoutChange {
  payment: Record<string, unknown>;
  expectedTotal: Amount | null;
}

export interface PlacedOrder {
  order: Order;
  /** The answer repeats an earlier one. */
  repeated: boolean;
  customerToken: TokenAnswer;
}

export interface CheckoutState {
  priced: PricedCart;
  steps: CheckoutStep[];
  prefill: Prefill | null;
  customerToken: TokenAnswer;
  paymentMethods: { code: string; label: string }[];
}

export type Checkout = ReturnType<typeof createCheckout>;

export function createCheckout(shop: {
  settings: Settings;
  database: Database;
  pricing: Pricing;
  cartWrites: CartWrites;
  placements: Placements;
  popularity: Popularity;
  inventory: Inventory;
  defaultLocale: () => Promise<string>;
  payments: Payments;
  paymentProviders: PaymentProvider[];
  secrets: Secrets;
  emit: Emit;
  clock: () => Date;
}) {
  const { settings, database, pricing, cartWrites, placements, popularity, payments, secrets } =
    shop;
  const { inventory, emit, clock } = shop;
  const asked = checkoutTerms(settings, shop.paymentProviders, inventory.own);
  const remembering = createRemembering({
    database,
    secrets,
    days: settings.checkout.rememberDays,
  });

  /** Where the shopper stands. @throws CommerceError account_required */
  async function show(shopper: Shopper, customer: Customer = NOBODY): Promise<CheckoutState> {
    checkAccount(shopper);
    const now = clock();
    return stateOf(await cartWrites.find(shopper, now), customer, now);
  }

  /**
   * Stores what the shopper said and answers as `show`.
   *
   * @throws CommerceError account_required, cart_empty, and the refusals of a discount code
   */
  async function update(
    shopper: Shopper,
    change: CheckoutChange,
    terms: WriteTerms,
    customer: Customer = NOBODY
  ): Promise<CheckoutState> {
    checkAccount(shopper);
    const now = clock();
    const { details, discountCode, remember } = withTerms(change, now);
    const wanted = wantedCode(discountCode, details);
    const { loaded } = await cartWrites.write(shopper, terms, wanted ?? {}, now, (found) => {
      const { cart, lines } = found;
      if (cart.version === 0) throw new CommerceError('cart_empty', 'The cart is empty');
      return {
        step: null,
        lines,
        details: { ...cart.details, ...details },
        discountCode: wanted ? acceptCode(found, now, settings) : discountCode,
      };
    });
    const said = saidIn(loaded.cart.details);
    const cartDocumentId = loaded.cart.documentId;
    const { token } = customer;
    const settled = { shopper, token, remember, cartDocumentId, said };
    const customerToken = await remembering.settle(settled, now);
    return stateOf(loaded, { ...customer, token: customerToken ?? token }, now, customerToken);
  }

  /**
   * Makes the shopper's cart an order (rules 8.1–8.5): one cart, one order, one charge, however often it is asked.
   *
   * 0 a repeat gets its first answer · 1 price, check, keep the units of an own inventory; nothing locked ·
   * 2 one transaction: stock, order, cart closed · 3 the provider is asked · 4 its answer is kept. If the process dies anywhere, a repeat goes on.
   *
   * @throws CommerceError account_required, the refusals of `checkPlacement`, idempotency_conflict,
   *   payment_declined, provider_failed
   */
  async function place(
    shopper: Shopper,
    account: Account | null,
    request: PlacementRequest,
    terms: WriteTerms,
    token: string | null = null
  ): Promise<PlacedOrder> {
    checkAccount(shopper);
    const now = clock();
    const placed = await placeOnce(shopper, account, withTerms(request, now), terms, now);
    const { cartDocumentId } = placed.order;
    if (cartDocumentId === null) return { ...placed, customerToken: undefined };
    const said = saidInOrder(placed.order);
    const settled = { shopper, token, remember: request.remember, cartDocumentId, said };
    return { ...placed, customerToken: await remembering.settle(settled, now) };
  }

  async function placeOnce(
    shopper: Shopper,
    account: Account | null,
    request: PlacementRequest,
    terms: WriteTerms,
    now: Date
  ): Promise<AnsweredOrder> {
    const loaded = await cartWrites.find(shopper, now);
    const earlier = await findEarlierOrder(database.read, shopper, loaded, terms, now);
    if (earlier) {
      await confirmAgain(earlier.order);
      const order = earlier.answered ? earlier.order : await pay(earlier.order, request);
      return answer(order, shopper, terms, true, now);
    }

    const priced = await priceWith(loaded, request, now);
    if (terms.ifMatch !== null && terms.ifMatch !== loaded.cart.version) {
      throw cartChanged(priced, 'failed');
    }
    const paymentMethod = await check(priced, request);
    const wording = { locale: shopper.locale, defaultLocale: await shop.defaultLocale() };
    const placement = { shopper, account, terms, priced, wording, paymentMethod, now };
    const written = await write(request, placement);
    await emit(written.events);
    if (!written.repeated) popularity.countOrdered(priced.lines, now);
    const order = await pay(written.order, request);
    return answer(order, shopper, terms, written.repeated, now);
  }

  /** The cart as the request wants it. @throws CommerceError the refusals of a discount code */
  async function priceWith(
    loaded: LoadedCart,
    { details, discountCode }: CheckoutChange,
    now: Date
  ): Promise<PricedCart> {
    const wanted = { ...loaded.cart, details: { ...loaded.cart.details, ...details } };
    if (discountCode === undefined && details.email === undefined) {
      return pricing.priceCart({ ...loaded, cart: wanted }, now);
    }
    const entered = discountCode === undefined ? wanted.discountCode : normalize(discountCode);
    const code = await cartWrites.readCode(database.read, entered, { ...loaded, cart: wanted });
    const asked = { ...loaded, cart: wanted, code };
    if (discountCode) acceptCode(asked, now, settings);
    return pricing.priceCart({ ...asked, cart: { ...wanted, discountCode: entered } }, now);
  }

  /** Refuses; a cart that the refusal shows counts as shown, so that repeating accepts it (rule 8.4). */
  async function check(priced: PricedCart, request: PlacementRequest): Promise<string | null> {
    try {
      return checkPlacement(priced, {
        ...asked,
        currency: settings.currency,
        expectedTotal: request.expectedTotal,
        codeRequested: request.discountCode !== undefined,
      });
    } catch (error) {
      if (isCommerceError(error) && error.code === 'cart_changed') {
        await cartWrites.rememberShown(priced);
      }
      throw error;
    }
  }

  /** Goes on where an order stands: it was not answered for yet, or it was declined. @throws CommerceError provider_failed */
  async function pay(order: Order, { payment, details }: PlacementRequest): Promise<Order> {
    if (!declinedPayment(order)) return payments.authorize(order, payment);
    return payments.tryAgain(order, { method: details.paymentMethod ?? null, payment });
  }

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
  ): Promise<AnsweredOrder> {
    const declined = declinedPayment(order);
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
    refuseDeclined(order, tokenOf(order));
    return { order, repeated };
  }

  /** @throws CommerceError cart_changed with the fresh cart, when it is no longer what was priced */
  async function write(request: PlacementRequest, placement: Placement): Promise<WrittenOrder> {
    try {
      return await writeReserved(placement);
    } catch (error) {
      if (error instanceof CartMoved) throw await changedMeanwhile(placement.shopper, request);
      throw error;
    }
  }

  /**
   * The order with its units, where an inventory of the site's own keeps them: kept before the transaction, and
   * afterwards theirs or free again. What the database throws does not say whether the order was written, so the units
   * stay kept until a repeat finds out, or they lapse.
   *
   * @throws CartMoved; CommerceError insufficient_stock, provider_failed
   */
  async function writeReserved(placement: Placement): Promise<WrittenOrder> {
    const reservation = await inventory.reserve(placement.priced, placement.now);
    const transaction = () => database.transaction((trx) => placements.write(trx, placement));
    if (!reservation) return transaction();
    try {
      const written = await transaction();
      // Ordered by another request meanwhile: with the same units, unless the cart was another one by then.
      if (written.cartVersion === placement.priced.cart.version) {
        await inventory.confirm(reservation, written.order.number);
      } else {
        await inventory.release(reservation);
      }
      return written;
    } catch (error) {
      const refused = error instanceof CartMoved || isCommerceError(error);
      if (refused) await inventory.release(reservation);
      throw error;
    }
  }

  /** Whoever died between the order and its confirmation comes back here. */
  async function confirmAgain({ cartDocumentId, lines, number }: Order): Promise<void> {
    if (!inventory.own || cartDocumentId === null) return;
    const stored = await findCart(database.read, { documentId: cartDocumentId });
    // Closing it has made its version one higher.
    if (stored) {
      const ordered = { documentId: cartDocumentId, version: stored.cart.version - 1 };
      await inventory.confirm(reservationOf(ordered, lines), number);
    }
  }

  async function changedMeanwhile(
    shopper: Shopper,
    request: CheckoutChange
  ): Promise<CommerceError> {
    const now = clock();
    const fresh = await priceWith(await cartWrites.find(shopper, now), request, now);
    await cartWrites.rememberShown(fresh);
    return cartChanged(fresh);
  }

  async function stateOf(
    loaded: LoadedCart,
    { account, token }: Customer,
    now: Date,
    customerToken?: TokenAnswer
  ): Promise<CheckoutState> {
    const priced = await pricing.priceCart(loaded, now);
    await cartWrites.rememberShown(priced);
    const { remembered, renewed } = await remembering.find(token, now);
    return {
      priced,
      steps: checkoutSteps(priced, asked),
      prefill: await findPrefill(database.read, priced.cart.details, account, remembered),
      customerToken: renewed ? token : customerToken,
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

/** An order, and whether the answer repeats an earlier one. */
type AnsweredOrder = Omit<PlacedOrder, 'customerToken'>;

const NOBODY: Customer = { account: null, token: null };

/** The instant counts at which the terms were accepted, or that they were not. */
function withTerms<Change extends CheckoutChange>(change: Change, now: Date): Change {
  if (change.termsAccepted === undefined) return change;
  const termsAcceptedAt = change.termsAccepted ? now : null;
  return { ...change, details: { ...change.details, termsAcceptedAt } };
}

const normalize = (code: string | null) => (code === null ? null : normalizeCode(code));

/** What a write must read to decide about a code that was entered with an e-mail, perhaps. */
function wantedCode(code: string | null | undefined, { email }: Partial<CartDetails>) {
  if (!code) return null;
  const discountCode = normalizeCode(code);
  return { discountCode, ...(email ? { email } : {}) };
}
