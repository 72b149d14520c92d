import { createId } from '@paralleldrive/cuid2';

import { UIDS } from '../../content-types/uids';
import type { Settings } from '../config';
import { addItem } from '../domain/cart/add-item';
import type { CartLine, LineData } from '../domain/cart/cart';
import { changeQuantity, removeItem } from '../domain/cart/change-quantity';
import { lineIdentity } from '../domain/cart/line-key';
import type { LoadedCart, PricedCart } from '../domain/cart/priced-cart';
import { type OptionChoice, refKey, type Sellable } from '../domain/catalogue/sellable';
import { CommerceError } from '../domain/errors';
import type { Connection } from '../storage/database';
import { findVariationOptions, type VariationKeys } from '../storage/sellables';
import type { CartWrites, Decide } from './cart-writes';
import type { Pricing } from './pricing';
import { hashOf, type Secrets } from './secrets';
import type { Shopper, WriteTerms } from './shopper';

/** Names a thing to buy, by SKU or by document. */
export type ItemRequest = ({ sku: string } | { type: string; documentId: string }) & {
  quantity: number;
  data: LineData | null;
};

export interface CartAnswer {
  priced: PricedCart;
  /** Set in the answer that created a guest's cart. */
  token: string | null;
  created: boolean;
}

export type Carts = ReturnType<typeof createCarts>;

export function createCarts(shop: {
  settings: Settings;
  pricing: Pricing;
  cartWrites: CartWrites;
  secrets: Secrets;
  clock: () => Date;
}) {
  const { settings, pricing, cartWrites, secrets, clock } = shop;

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
    return write(shopper, terms, keysOf(requests), now, async ({ lines, sellables }, trx) => {
      const wanted = requests.map((request) => ({
        request,
        sellable: namedBy(request, sellables),
      }));
      const options = await optionsOfNew(
        trx,
        shopper,
        lines,
        wanted.map(({ sellable }) => sellable)
      );
      return {
        lines: wanted.reduce((soFar, { request, sellable }) => {
          const lineKey = hashOf(lineIdentity(sellable, request.data));
          const present = soFar.find((line) => line.lineKey === lineKey);
          if (mode === 'set' && present) {
            return changeQuantity(soFar, present.id, request.quantity, sellable, now, settings);
          }
          if (request.quantity === 0) return soFar;
          const item = {
            id: createId(),
            lineKey,
            sellable,
            options: options.get(sellable.documentId) ?? [],
            data: request.data,
            quantity: request.quantity,
          };
          return addItem(soFar, item, now, settings);
        }, lines),
      };
    });
  }

  /** The words of options are copied when a thing is added, so only those of new things are read. */
  async function optionsOfNew(
    trx: Connection,
    shopper: Shopper,
    lines: readonly CartLine[],
    wanted: readonly Sellable[]
  ): Promise<Map<string, OptionChoice[]>> {
    const present = new Set(lines.map(refKey));
    const added = wanted.filter((sellable) => !present.has(refKey(sellable)));
    const known = lines.map((line): [string, OptionChoice[]] => [line.documentId, line.options]);
    const found = await findVariationOptions(
      trx,
      added.map(({ documentId }) => documentId),
      await cartWrites.wording(shopper)
    );
    return new Map([...known, ...found]);
  }

  /** @throws CommerceError item_not_found, and as `addItems` when the quantity grows */
  async function updateItem(
    shopper: Shopper,
    id: string,
    quantity: number,
    terms: WriteTerms
  ): Promise<CartAnswer> {
    const now = clock();
    return write(shopper, terms, null, now, ({ lines, sellables }) => {
      const line = lines.find((candidate) => candidate.id === id);
      const sellable = line && sellables.get(refKey(line));
      return { lines: changeQuantity(lines, id, quantity, sellable, now, settings) };
    });
  }

  /** @throws CommerceError item_not_found */
  async function remove(shopper: Shopper, id: string, terms: WriteTerms): Promise<CartAnswer> {
    return write(shopper, terms, null, clock(), ({ lines }) => ({ lines: removeItem(lines, id) }));
  }

  /** Empties the cart; a shopper without one gets an empty cart, and still none is stored. */
  async function clear(shopper: Shopper, terms: WriteTerms): Promise<CartAnswer> {
    const shown = await show(shopper);
    if (shown.priced.lines.length === 0 && shown.priced.cart.status === 'open') return shown;
    return write(shopper, terms, null, clock(), () => ({ lines: [] }));
  }

  async function write(
    shopper: Shopper,
    terms: WriteTerms,
    wanted: VariationKeys | null,
    now: Date,
    decide: Decide
  ): Promise<CartAnswer> {
    const written = await cartWrites.write(shopper, terms, wanted, now, decide);
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
    const priced = pricing.priceCart(loaded, now);
    await cartWrites.rememberShown(priced);
    return { priced, token, created };
  }

  return { show, addItems, updateItem, remove, clear };
}

function keysOf(requests: readonly ItemRequest[]): VariationKeys {
  return {
    documentIds: requests.flatMap((request) =>
      'documentId' in request ? [request.documentId] : []
    ),
    skus: requests.flatMap((request) => ('sku' in request ? [request.sku] : [])),
  };
}

/** @throws CommerceError product_not_found */
function namedBy(request: ItemRequest, sellables: ReadonlyMap<string, Sellable>): Sellable {
  if ('documentId' in request) {
    const sellable = sellables.get(refKey(request));
    if (sellable) return sellable;
    throw new CommerceError('product_not_found', 'There is no such product', {
      documentId: request.documentId,
    });
  }
  const sellable = [...sellables.values()].find(
    ({ sku, type }) => sku === request.sku && type === UIDS.productVariation
  );
  if (sellable) return sellable;
  throw new CommerceError('product_not_found', 'There is no product with this SKU', {
    sku: request.sku,
  });
}
