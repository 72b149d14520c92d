import { createId } from '@paralleldrive/cuid2';

import type { Settings } from '../config';
import { addItem } from '../domain/cart/add-item';
import type { CartLine } from '../domain/cart/cart';
import type { LineData } from '../domain/cart/line-copy';
import { changeQuantity, removeItem } from '../domain/cart/change-quantity';
import { lineIdentity } from '../domain/cart/line-key';
import type { LoadedCart, PricedCart } from '../domain/cart/priced-cart';
import { type MergeStrategy, mergeCarts } from '../domain/cart/merge-carts';
import { restoreItems } from '../domain/cart/restore-items';
import { refKey } from '../domain/catalogue/sellable';
import { acceptCode } from '../domain/discounts/accept-code';
import { normalizeCode } from '../domain/discounts/normalize-code';
import { CommerceError } from '../domain/errors';
import type { Database } from '../storage/database';
import { findVisibleOrder } from '../storage/orders/search';
import type { CartWrites, Decide, WriteNeeds } from './cart-writes';
import { type ItemRequest, keysOf, namedBy } from './cart-writes/item-request';
import type { Popularity } from './popularity';
import type { Pricing } from './pricing';
import { hashOf, type Secrets } from './secrets';
import { type Account, orderOwner, type Shopper, type WriteTerms } from './shopper';

export interface CartAnswer {
  priced: PricedCart;
  /** Set in the answer that created a guest's cart. */
  token: string | null;
  created: boolean;
}

/** A cart as it can be carried to another session or server. Prices and words in it are for reading only. */
export interface CartExport {
  items: {
    type: string;
    documentId: string;
    description: string;
    data: LineData | null;
    quantity: number;
  }[];
  discountCode: string | null;
}

export type Carts = ReturnType<typeof createCarts>;

export function createCarts(shop: {
  settings: Settings;
  database: Database;
  pricing: Pricing;
  cartWrites: CartWrites;
  popularity: Popularity;
  secrets: Secrets;
  clock: () => Date;
}) {
  const { settings, database, pricing, cartWrites, popularity, secrets, clock } = shop;

  /** The cart as it stands; without one an empty cart, for which nothing is written (rule 6.1). */
  async function show(shopper: Shopper): Promise<CartAnswer> {
    const now = clock();
    return answer(await cartWrites.find(shopper, now), now, null);
  }

  /**
   * Adds things, all or none; `set` makes the quantities equal to those asked for instead, and 0 removes.
   *
   * @throws CommerceError product_not_found, not_for_sale, no_price, quantity_limit, insufficient_stock,
   *   cart_checked_out, cart_changed, idempotency_conflict
   */
  async function addItems(
    shopper: Shopper,
    requests: readonly ItemRequest[],
    mode: 'add' | 'set',
    terms: WriteTerms
  ): Promise<CartAnswer> {
    const now = clock();
    const needs = { named: keysOf(requests), grows: () => true };
    return write(shopper, terms, needs, now, ({ lines, sellables }) => ({
      step: mode === 'add' ? 'adding' : 'setting',
      lines: requests.reduce((soFar, request) => {
        const sellable = namedBy(request, sellables);
        const lineKey = hashOf(lineIdentity(sellable, request.data));
        const present = soFar.find((line) => line.lineKey === lineKey);
        if (mode === 'set' && present) {
          return changeQuantity(soFar, present.id, request.quantity, sellable, now, settings);
        }
        if (request.quantity === 0) return soFar;
        const { data, quantity } = request;
        const item = { id: createId(), lineKey, sellable, data, quantity };
        return addItem(soFar, item, now, settings);
      }, lines),
    }));
  }

  /** @throws CommerceError item_not_found, and as `addItems` when the quantity grows */
  async function updateItem(
    shopper: Shopper,
    id: string,
    quantity: number,
    terms: WriteTerms
  ): Promise<CartAnswer> {
    const now = clock();
    const grows = (lines: readonly CartLine[]) =>
      lines.some((line) => line.id === id && line.quantity < quantity);
    return write(shopper, terms, { grows }, now, ({ lines, sellables }) => {
      const line = lines.find((candidate) => candidate.id === id);
      const sellable = line && sellables.get(refKey(line));
      return {
        step: 'setting',
        lines: changeQuantity(lines, id, quantity, sellable, now, settings),
      };
    });
  }

  /** @throws CommerceError item_not_found */
  async function remove(shopper: Shopper, id: string, terms: WriteTerms): Promise<CartAnswer> {
    return write(shopper, terms, {}, clock(), ({ lines }) => ({
      step: 'setting',
      lines: removeItem(lines, id),
    }));
  }

  /** Empties the cart; a shopper without one gets an empty cart, and still none is stored. */
  async function clear(shopper: Shopper, terms: WriteTerms): Promise<CartAnswer> {
    const now = clock();
    const found = await cartWrites.find(shopper, now);
    if (found.lines.length === 0 && found.cart.status === 'open') return answer(found, now, null);
    return write(shopper, terms, {}, now, () => ({ step: 'cleared', lines: [] }));
  }

  /**
   * Puts a discount code on the cart, in place of any other (rules 5.4).
   *
   * @throws CommerceError cart_empty, discount_code_unknown and the other refusals of a code
   */
  async function enterCode(
    shopper: Shopper,
    entered: string,
    terms: WriteTerms
  ): Promise<CartAnswer> {
    const now = clock();
    const wanted = { discountCode: normalizeCode(entered) };
    return write(shopper, terms, wanted, now, (loaded) => ({
      step: null,
      lines: loaded.lines,
      discountCode: acceptCode(loaded, now, settings),
    }));
  }

  /** Takes the discount code off; without one nothing changes. */
  async function removeCode(shopper: Shopper, terms: WriteTerms): Promise<CartAnswer> {
    const now = clock();
    const found = await cartWrites.find(shopper, now);
    if (found.cart.discountCode === null) return answer(found, now, null);
    return write(shopper, terms, {}, now, ({ lines }) => ({
      step: null,
      lines,
      discountCode: null,
      notices: found.notices,
    }));
  }

  /**
   * Takes another cart into the shopper's own, and that one is gone (rules 6.6). Its own cart changes nothing.
   *
   * @throws CommerceError not_found, cart_checked_out
   */
  async function merge(
    shopper: Shopper,
    token: string,
    strategy: MergeStrategy | null,
    terms: WriteTerms
  ): Promise<CartAnswer> {
    if (token === shopper.token) return show(shopper);
    return write(shopper, terms, { joining: token }, clock(), (own, other) => {
      if (!other) throw new CommerceError('not_found', 'There is no such cart');
      if (other.cart.status === 'checked_out') {
        throw new CommerceError('cart_checked_out', 'That cart was ordered already');
      }
      const merged = mergeCarts(own, other, strategy ?? settings.cart.mergeStrategy, settings);
      return { step: 'merged', ...merged };
    });
  }

  /**
   * Puts an exported cart back, beside what is in the cart already (rules 6.7). What cannot be sold is left out, and
   * the cart says so; no price of the payload is looked at, and its code is held against the cart like any other.
   */
  async function restore(
    shopper: Shopper,
    { items, discountCode }: CartExport,
    terms: WriteTerms
  ): Promise<CartAnswer> {
    const code = discountCode === null ? null : normalizeCode(discountCode);
    return putIn(shopper, items, code, terms);
  }

  /**
   * Buys the things of an order again: into the cart, at today's prices, and what cannot be sold any more is left out
   * with a notice. The order is found as by `orders.show`: by its secret link, or by its owner's number.
   *
   * @throws CommerceError not_found; not_for_sale when nothing of it is left
   */
  async function reorder(
    shopper: Shopper,
    account: Account | null,
    tokenOrNumber: string,
    terms: WriteTerms
  ): Promise<CartAnswer> {
    const key = { tokenHash: hashOf(tokenOrNumber), number: tokenOrNumber };
    const order = await findVisibleOrder(database.read, key, account && orderOwner(account));
    if (!order) throw new CommerceError('not_found', 'There is no such order');
    return putIn(shopper, order.lines, null, terms);
  }

  async function putIn(
    shopper: Shopper,
    items: CartExport['items'],
    code: string | null,
    terms: WriteTerms
  ): Promise<CartAnswer> {
    const now = clock();
    const needs = { named: { refs: items, skus: [] }, grows: () => true };
    return write(shopper, terms, needs, now, ({ cart, lines, sellables }) => {
      const exported = items.map((item) => ({
        id: createId(),
        lineKey: hashOf(lineIdentity(item, item.data)),
        sellable: sellables.get(refKey(item)),
        description: item.description,
        data: item.data,
        quantity: item.quantity,
      }));
      const restored = restoreItems(lines, exported, now, settings);
      if (restored.lines.length === 0 && cart.version === 0) throw nothingToRestore();
      return { step: 'adding', ...restored, discountCode: cart.discountCode ?? code };
    });
  }

  async function write(
    shopper: Shopper,
    terms: WriteTerms,
    needs: WriteNeeds,
    now: Date,
    decide: Decide
  ): Promise<CartAnswer> {
    const written = await cartWrites.write(shopper, terms, needs, now, decide);
    popularity.countAdded(written.grown, now);
    const isGuests = written.created && written.loaded.cart.account === null;
    const token = isGuests ? secrets.tokenOf('cart', written.loaded.cart.documentId) : null;
    return answer(written.loaded, now, token, written.created);
  }

  /** Prices the cart, remembers what it is about to show, and hands it out. */
  async function answer(
    loaded: LoadedCart,
    now: Date,
    token: string | null,
    created = false
  ): Promise<CartAnswer> {
    const priced = await pricing.priceCart(loaded, now);
    await cartWrites.rememberShown(priced);
    return { priced, token, created };
  }

  return {
    show,
    addItems,
    updateItem,
    remove,
    clear,
    enterCode,
    removeCode,
    merge,
    restore,
    reorder,
  };
}

/** A first write that leaves nothing must leave no cart either (rules 6.1). */
function nothingToRestore(): CommerceError {
  return new CommerceError('not_for_sale', 'Nothing in this cart can be sold any more');
}
