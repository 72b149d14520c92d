import { createId } from '@paralleldrive/cuid2';

import type { Settings } from '../config';
import type { CartLine } from '../domain/cart/cart';
import { emptyCart } from '../domain/cart/empty-cart';
import { lineIdentity } from '../domain/cart/line-key';
import type { LoadedCart, PricedCart } from '../domain/cart/priced-cart';
import { refKey } from '../domain/catalogue/sellable';
import { CommerceError, isCommerceError } from '../domain/errors';
import type { Amount } from '../domain/money/money';
import { type Balance, balanceOf } from '../domain/orders/balance';
import { checkAddresses } from '../domain/orders/check-addresses';
import { deriveOrder } from '../domain/orders/derive-order';
import { checkKept, editLines, pricedAsOrdered, unitChanges } from '../domain/orders/edit-lines';
import {
  changesBill,
  checkEditable,
  checkRevision,
  codeAsGranted,
  type DetailChanges,
  editedDetails,
  editOrder,
  sharesAsGranted,
} from '../domain/orders/edit-order';
import type { Order } from '../domain/orders/order';
import { checkShippingOffered } from '../domain/orders/check-shipping';
import type { Connection, Database } from '../storage/database';
import { findAnswered } from '../storage/idempotency';
import { findOrder } from '../storage/orders';
import type { Sellables } from '../storage/sellables';
import type { CartWrites } from './cart-writes';
import { type ItemRequest, keysOf, namedBy } from './cart-writes/item-request';
import type { Documents } from './documents';
import type { Inventory, Reservation } from './inventory';
import type { DecideStep, OrderStep, OrderSteps } from './order-steps';
import type { Pricing } from './pricing';
import { hashOf } from './secrets';
import {
  cartChanged,
  dayBefore,
  idempotencyConflict,
  type KeyedRequest,
  keyedBy,
  type StaffTerms,
} from './shopper';

/** What staff want to be otherwise about a placed order. */
export interface OrderEdit extends DetailChanges {
  /** By line; 0 removes. */
  quantities: { id: string; quantity: number }[];
  add: ItemRequest[];
  /** Which edition of the order it is about; missing: whichever there is. */
  expectedRevision?: number | undefined;
}

/** What an edit makes, or would make, of an order. */
export interface EditedOrder extends Balance {
  before: Order;
  order: Order;
  /** How it can be shipped then. */
  shippingOptions: PricedCart['shippingOptions'];
}

/** An edit with all its figures, decided while nothing was locked. */
interface PreparedEdit {
  edit: OrderEdit;
  before: Order;
  priced: PricedCart;
}

export type OrderEdits = ReturnType<typeof createOrderEdits>;

/** As often as other edits may come in between. */
const ATTEMPTS = 3;

/**
 * Changes placed orders, as a step of its own with a preview (rule 8.5). What the order has costs what it cost there; what
 * comes besides costs what it costs now; shipping and tax are asked for anew. Pricing may be remote: nothing is locked
 * meanwhile, and an order that was edited in between is priced again.
 */
export function createOrderEdits(shop: {
  settings: Settings;
  database: Database;
  sellables: Sellables;
  pricing: Pricing;
  cartWrites: CartWrites;
  inventory: Inventory;
  documents: Documents;
  steps: OrderSteps;
  defaultLocale: () => Promise<string>;
  clock: () => Date;
}) {
  const { settings, database, sellables, pricing, cartWrites, inventory, steps, clock } = shop;

  /** What an edit would come to; nothing is written. @throws as `apply` */
  async function preview(documentId: string, edit: OrderEdit, by: string): Promise<EditedOrder> {
    const { before, priced } = await prepare(documentId, edit);
    const order = deriveOrder(before, editOrder(before, priced, by, priced.at), by, priced.at);
    return answer(before, order, priced);
  }

  /**
   * Edits the order, if it then costs what was expected. What is due afterwards is asked for by a payment link, what was
   * paid too much is given back by a refund: neither happens by itself. A repeat under the same key changes nothing, and
   * answers with the order as it is.
   *
   * @throws CommerceError not_found, status_not_allowed, item_not_found, product_not_found, invalid_quantity,
   *   invalid_input, quantity_limit, not_for_sale, no_price, insufficient_stock, shipping_option_unavailable,
   *   cart_changed, idempotency_conflict, provider_failed
   */
  async function apply(
    documentId: string,
    edit: OrderEdit,
    expectedTotal: Amount,
    terms: StaffTerms
  ): Promise<EditedOrder> {
    const keyed = keyedBy(terms);
    const earlier = keyed && (await findEdited(documentId, keyed));
    if (earlier) return answer(earlier, earlier, null);
    for (let attempt = 1; ; attempt += 1) {
      const prepared = await prepare(documentId, edit);
      if (!prepared.priced.totals.total.eq(expectedTotal)) throw cartChanged(prepared.priced);
      try {
        const order = await write(prepared, terms.by, keyed);
        return answer(prepared.before, order, prepared.priced);
      } catch (error) {
        if (!(error instanceof EditedMeanwhile)) throw error;
        if (attempt === ATTEMPTS) throw cartChanged(prepared.priced);
      }
    }
  }

  const answer = (before: Order, order: Order, priced: PricedCart | null): EditedOrder => {
    const shippingOptions = priced?.shippingOptions ?? [];
    return { before, order, shippingOptions, ...balanceOf(order) };
  };

  /** The order that this very request has edited already. @throws CommerceError idempotency_conflict */
  async function findEdited(
    documentId: string,
    { request, fingerprint }: KeyedRequest
  ): Promise<Order | null> {
    const known = await findAnswered(database.read, request, dayBefore(clock()));
    if (!known) return null;
    if (known.fingerprint !== fingerprint) throw idempotencyConflict();
    return findOrder(database.read, { documentId });
  }

  async function prepare(documentId: string, edit: OrderEdit): Promise<PreparedEdit> {
    const now = clock();
    const before = await findOrder(database.read, { documentId });
    if (!before) throw new CommerceError('not_found', 'There is no such order');
    checkEditable(before);
    checkRevision(before, edit.expectedRevision);
    const details = editedDetails(before, edit);
    checkAddresses(before, details, settings.checkout.requiredFields);
    const loaded = await load(before, edit, now);
    const cart = { ...loaded.cart, details };
    const priced = await pricing.priceCart({ ...loaded, cart }, now);
    checkShippingOffered(priced);
    return { edit, before, priced };
  }

  /** The order as a cart, with the lines that it is to have. */
  async function load(order: Order, edit: OrderEdit, now: Date): Promise<LoadedCart> {
    const wording = { locale: order.locale, defaultLocale: await shop.defaultLocale() };
    const keys = { refs: order.lines, named: keysOf(edit.add) };
    const found = await sellables.find(database.read, keys, wording, now);
    const stocked = await inventory.stocked(new Map(found.map((thing) => [refKey(thing), thing])));
    const known = pricedAsOrdered(order, stocked);
    const added = edit.add.map((request) => {
      const sellable = namedBy(request, known);
      const { data, quantity } = request;
      const lineKey = hashOf(lineIdentity(sellable, data));
      return { id: createId(), lineKey, sellable, data, quantity };
    });
    const changes = { quantities: edit.quantities, added };
    const terms = { sellables: known, at: now, limits: settings };
    const lines = editLines(order, order.lines.map(toCartLine), changes, terms);
    const cart = {
      ...emptyCart(now).cart,
      documentId: `${order.documentId}:edit`,
      version: order.revision + 1,
      account: order.account,
      details: editedDetails(order, edit),
      discountCode: order.discountCode?.code ?? null,
    };
    const loaded = { cart, lines, sellables: known, code: null, notices: [] };
    return withGranted(database.read, order, loaded);
  }

  /** With the order's code, or with what its lines were granted when that code is no longer what it was. */
  async function withGranted(
    db: Connection,
    order: Order,
    loaded: LoadedCart
  ): Promise<LoadedCart> {
    if (!order.discountCode) return loaded;
    const stored = await cartWrites.readCode(db, order.discountCode.code, loaded);
    const code = codeAsGranted(order, stored);
    return code
      ? { ...loaded, code }
      : { ...loaded, granted: sharesAsGranted(order, loaded.lines) };
  }

  /** @throws EditedMeanwhile, and as `apply` */
  async function write(
    prepared: PreparedEdit,
    by: string,
    keyed: KeyedRequest | null
  ): Promise<Order> {
    const { before } = prepared;
    const reservation = await reserve(prepared);
    const decide: DecideStep = (current, at) => {
      if (current.revision !== before.revision) throw new EditedMeanwhile();
      return step(current, prepared, by, at);
    };
    try {
      const order = await steps.take(before.documentId, by, decide, keyed);
      if (reservation) await inventory.confirm(reservation, order.number);
      return order;
    } catch (error) {
      const refused = error instanceof EditedMeanwhile || isCommerceError(error);
      if (reservation && refused) await inventory.release(reservation);
      throw error;
    }
  }

  /** Parcels, refunds and the end of the order may have come in between: they are looked at again. */
  function step(current: Order, { edit, priced }: PreparedEdit, by: string, at: Date): OrderStep {
    checkEditable(current);
    checkKept(
      current,
      priced.lines.map(({ line }) => line),
      edit.quantities
    );
    const order = editOrder(current, priced, by, at);
    const changes = unitChanges(current.lines, order.lines);
    const moved = changes.map(({ change, ...thing }) => ({
      ...thing,
      units: Math.abs(change),
      change,
    }));
    const { documents } = shop;
    return {
      order,
      rewritten: true,
      unitsOut: moved.filter(({ change }) => change > 0),
      unitsBack: moved.filter(({ change }) => change < 0),
      alongside: async (trx, before, after, now) => {
        if (!changesBill(before, after)) return after;
        const { invoice, history } = await documents.cancelInvoice(trx, before, { by, now });
        return {
          ...after,
          invoice,
          history: [...after.history, ...history.slice(before.history.length)],
        };
      },
    };
  }

  /** Where an inventory of the site's own counts: what the order needs besides, kept until it is written. */
  async function reserve({ before, priced }: PreparedEdit): Promise<Reservation | null> {
    if (!inventory.own) return null;
    const wanted = priced.lines.map(({ line }) => line);
    const more = unitChanges(before.lines, wanted).filter(({ change }) => change > 0);
    if (more.length === 0) return null;
    const lines = more.flatMap(({ change, ...ref }) => {
      const line = priced.lines.find((one) => refKey(one.line) === refKey(ref));
      return line ? [{ ...line, line: { ...line.line, quantity: change } }] : [];
    });
    return inventory.reserve({ ...priced, lines }, priced.at);
  }

  return { preview, apply };
}

/** Somebody else's edit was faster: what was priced is no longer what there is. */
class EditedMeanwhile extends Error {}

function toCartLine(line: Order['lines'][number]): CartLine {
  const { id, type, documentId, sku, description, options, data, url, image, quantity } = line;
  const copy = { type, documentId, sku, description, options, data, url, image, quantity };
  return { id, lineKey: hashOf(lineIdentity(line, data)), ...copy };
}
