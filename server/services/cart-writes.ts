import { createId } from '@paralleldrive/cuid2';

import type { Settings } from '../config';
import { type Cart, type CartDetails, type CartLine, NO_DETAILS } from '../domain/cart/cart';
import type { LoadedCart, PricedCart } from '../domain/cart/priced-cart';
import { refKey, type Sellable } from '../domain/catalogue/sellable';
import { CommerceError } from '../domain/errors';
import { type Amount, fitsColumn } from '../domain/money/money';
import * as storedCarts from '../storage/carts';
import type { Connection, Database } from '../storage/database';
import { findAnswered, rememberAnswered } from '../storage/idempotency';
import { findVariations, type VariationKeys, type Wording } from '../storage/sellables';
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

/** What a write makes of the cart. */
export interface CartChange {
  lines: CartLine[];
  details?: CartDetails;
}

/** Decides upon what was read already; may read more with `trx`, and throws to refuse. */
export type Decide = (loaded: LoadedCart, trx: Connection) => Promise<CartChange> | CartChange;

export interface WrittenCart {
  loaded: LoadedCart;
  /** The write made this cart: its shopper learns the token. */
  created: boolean;
}

export type CartWrites = ReturnType<typeof createCartWrites>;

const NOTHING: VariationKeys = { documentIds: [], skus: [] };

/** Finds carts with all that they stand for, and writes them. */
export function createCartWrites(shop: {
  settings: Settings;
  database: Database;
  secrets: Secrets;
  defaultLocale: () => Promise<string>;
  price: (loaded: LoadedCart, at: Date) => PricedCart;
}) {
  const { settings, database, secrets } = shop;

  /** The shopper's cart and what is in it; an empty one that is stored nowhere when there is none (rule 6.1). */
  async function find(shopper: Shopper, now: Date): Promise<LoadedCart> {
    const cart = await seek(shopper, (key) => storedCarts.findCart(database.read, key));
    return cart ? load(database.read, cart, shopper, now) : emptyCart(now);
  }

  /**
   * Every write of a cart: one transaction that locks it, reads, decides and saves, its version one higher.
   * Whatever `decide` throws leaves nothing behind, not even a new cart. `wanted` are things that the decision
   * needs besides those in the cart.
   *
   * @throws CommerceError cart_checked_out, cart_changed, idempotency_conflict, and what `decide` throws
   */
  function write(
    shopper: Shopper,
    terms: WriteTerms,
    wanted: VariationKeys | null,
    now: Date,
    decide: Decide
  ): Promise<WrittenCart> {
    return database.transaction(async (trx) => {
      const locked = await seek(shopper, (key) => storedCarts.lockCart(trx, key));
      const repeated = await findRepeated(trx, shopper, terms, now);
      if (repeated) return repeated;
      if (locked?.status === 'checked_out') throw checkedOut();

      const loaded = await load(trx, locked, shopper, now, wanted ?? NOTHING);
      if (terms.ifMatch !== null && terms.ifMatch !== loaded.cart.version) {
        throw cartChanged(shop.price(loaded, now), 'failed');
      }
      const change = await decide(loaded, trx);
      checkTotal(shop.price({ ...loaded, lines: change.lines }, now));
      const cart = await save(trx, shopper, locked, change, now);
      await storedCarts.saveLines(trx, cart.documentId, loaded.lines, change.lines, now);
      const written = {
        loaded: { ...loaded, cart, lines: change.lines },
        created: locked === null,
      };
      await rememberAnswer(trx, shopper, terms, written, now);
      return written;
    });
  }

  /** After this the prices and the total of `priced` count as shown to the shopper (rule 8.4). */
  async function rememberShown({ cart, lines, totals }: PricedCart): Promise<void> {
    if (cart.version === 0 || cart.status !== 'open' || !fitsColumn(totals.total)) return;
    const prices = lines.flatMap(({ line, unitPrice }): [string, Amount][] =>
      unitPrice && !(line.shownPrice && unitPrice.eq(line.shownPrice)) ? [[line.id, unitPrice]] : []
    );
    await database.write((db) => storedCarts.rememberAnswer(db, cart, totals, new Map(prices)));
  }

  async function load(
    db: Connection,
    cart: Cart | null,
    shopper: Shopper,
    now: Date,
    wanted: VariationKeys = NOTHING
  ): Promise<LoadedCart> {
    const lines = cart ? await storedCarts.findLines(db, cart.documentId) : [];
    const keys = {
      documentIds: [...lines.map(({ documentId }) => documentId), ...wanted.documentIds],
      skus: wanted.skus,
    };
    const found = await findVariations(db, keys, await wording(shopper), now);
    return { cart: cart ?? emptyCart(now).cart, lines, sellables: byKey(found) };
  }

  async function save(
    trx: Connection,
    shopper: Shopper,
    locked: Cart | null,
    { lines, details }: CartChange,
    now: Date
  ): Promise<Cart> {
    const change = {
      ...(details ? { details } : {}),
      itemCount: lines.reduce((sum, { quantity }) => sum + quantity, 0),
      expiresAt: daysAfter(now, settings.cart.expiryDays),
    };
    if (locked) return storedCarts.updateCart(trx, locked, change, now);
    const documentId = createId();
    const fresh = {
      documentId,
      tokenHash: shopper.account ? null : hashOf(secrets.tokenOf('cart', documentId)),
      account: shopper.account,
      currency: settings.currency,
    };
    return storedCarts.insertCart(trx, fresh, change, now);
  }

  async function findRepeated(
    trx: Connection,
    shopper: Shopper,
    terms: WriteTerms,
    now: Date
  ): Promise<WrittenCart | null> {
    if (!terms.idempotency) return null;
    const { key, fingerprint } = terms.idempotency;
    const known = await findAnswered(trx, requestKey(shopper, key), dayBefore(now));
    if (!known) return null;
    if (known.fingerprint !== fingerprint) throw idempotencyConflict();
    const cart = await storedCarts.findCart(trx, { documentId: known.cartDocumentId ?? '' });
    if (!cart) return null;
    return { loaded: await load(trx, cart, shopper, now), created: known.status === 201 };
  }

  async function rememberAnswer(
    trx: Connection,
    shopper: Shopper,
    terms: WriteTerms,
    { loaded, created }: WrittenCart,
    now: Date
  ): Promise<void> {
    if (!terms.idempotency) return;
    const { key, fingerprint } = terms.idempotency;
    await rememberAnswered(
      trx,
      requestKey(shopper, key),
      {
        fingerprint,
        status: created ? 201 : 200,
        cartDocumentId: loaded.cart.documentId,
        orderDocumentId: null,
      },
      now
    );
  }

  const wording = async ({ locale }: Shopper): Promise<Wording> => ({
    locale,
    defaultLocale: await shop.defaultLocale(),
  });

  return { find, write, rememberShown, wording };
}

/** By the token that was sent; if it leads nowhere, as the account's open cart. */
async function seek(
  { token, account }: Shopper,
  find: (key: storedCarts.CartKey) => Promise<Cart | null>
): Promise<Cart | null> {
  const byToken = token ? await find({ tokenHash: hashOf(token) }) : null;
  if (byToken || !account) return byToken;
  return find({ account });
}

function emptyCart(now: Date): LoadedCart {
  const cart: Cart = {
    rowId: 0,
    documentId: '',
    status: 'open',
    version: 0,
    account: null,
    details: NO_DETAILS,
    discountCode: null,
    orderDocumentId: null,
    shownTotal: null,
    expiresAt: null,
    updatedAt: now,
  };
  return { cart, lines: [], sellables: new Map() };
}

function byKey(found: readonly Sellable[]): Map<string, Sellable> {
  return new Map(found.map((sellable) => [refKey(sellable), sellable]));
}

function checkedOut(): CommerceError {
  return new CommerceError('cart_checked_out', 'This cart was ordered already');
}

/** @throws CommerceError invalid_amount: nothing is stored that could not be answered with */
function checkTotal({ totals }: PricedCart): void {
  if (fitsColumn(totals.total)) return;
  throw new CommerceError('invalid_amount', 'The cart would cost more than the shop can count', {
    path: 'quantity',
  });
}
