import { createId } from '@paralleldrive/cuid2';

import type { Settings } from '../config';
import type { Cart, CartDetails, CartLine } from '../domain/cart/cart';
import { checkSubtotal } from '../domain/cart/check-subtotal';
import { emptyCart } from '../domain/cart/empty-cart';
import { grownLines } from '../domain/cart/grown-lines';
import { lineFacts } from '../domain/cart/line-facts';
import { mergeCarts, type StockedCart } from '../domain/cart/merge-carts';
import type { Notice } from '../domain/cart/notices';
import type { LoadedCart, PricedCart } from '../domain/cart/priced-cart';
import { refKey, type Sellable, type SellableRef } from '../domain/catalogue/sellable';
import { CommerceError } from '../domain/errors';
import { withUnits } from '../domain/inventory/with-units';
import type { Tell } from '../events/emit';
import { type CartStep, cartFacts } from '../events/events';
import * as storedCarts from '../storage/carts';
import type { Connection, Database } from '../storage/database';
import { claimKey } from '../storage/idempotency';
import type { Sellables } from '../storage/sellables';
import type { CartHolds } from './cart-holds';
import { createCartLoading, type Wanted } from './cart-writes/load-cart';
import { rememberShown } from './cart-writes/remember-shown';
import { hashOf, type Secrets } from './secrets';
import {
  cartChanged,
  dayBefore,
  daysAfter,
  idempotencyConflict,
  NO_TERMS,
  requestKey,
  type Shopper,
  type WriteTerms,
} from './shopper';

/** What a write makes of the cart. */
export interface CartChange {
  /** What it is, for those who listen; null when the lines stay as they are. */
  step: CartStep | null;
  lines: CartLine[];
  details?: CartDetails;
  /** Normalised; null takes it off. */
  discountCode?: string | null;
  /** What the shopper must be told, once. */
  notices?: Notice[];
}

/** What a write needs besides the cart itself. */
export interface WriteNeeds extends Wanted {
  /** The token of another cart, which this write takes in: it is locked as well, and gone afterwards. */
  joining?: string;
  /** Whether it may put in more than there was: an inventory of the site's own is asked first. */
  grows?: (lines: readonly CartLine[]) => boolean;
}

/** Decides upon what was read already, and throws to refuse. `other` is the cart that is taken in. */
export type Decide = (loaded: LoadedCart, other: StockedCart | null) => CartChange;

export interface WrittenCart {
  loaded: LoadedCart;
  /** The write made this cart: its shopper learns the token. */
  created: boolean;
  /** What was put in, new or more of it; nothing when the write repeats an earlier one. */
  grown: Sellable[];
}

export type CartWrites = ReturnType<typeof createCartWrites>;

/** Finds carts with all that they stand for, and writes them. */
export function createCartWrites(shop: {
  settings: Settings;
  database: Database;
  secrets: Secrets;
  sellables: Sellables;
  holds: CartHolds;
  inventory: {
    own: boolean;
    stocked: (sellables: LoadedCart['sellables']) => Promise<LoadedCart['sellables']>;
  };
  defaultLocale: () => Promise<string>;
  tell: Tell;
  price: (loaded: LoadedCart, at: Date) => Promise<PricedCart>;
}) {
  const { settings, database, secrets, inventory, holds, tell } = shop;
  const { load, withOwnCode, readCode } = createCartLoading(shop);

  /** The shopper's cart and what is in it; an empty one that is stored nowhere when there is none (rule 6.1). */
  async function find(shopper: Shopper, now: Date): Promise<LoadedCart> {
    const notices = await joinAtLogin(shopper, now);
    const found = await findStored(shopper);
    if (!found) return emptyCart(now);
    const { cart, lines } = found;
    const loaded = await load(database.read, cart, lines, { shopper, wanted: {}, now });
    return withOwnCode(database.read, { ...loaded, notices });
  }

  /** An account's own open cart; without one, and for guests, the cart of the token. */
  async function findStored({ token, account }: Shopper): Promise<storedCarts.StoredCart | null> {
    const own = account ? await storedCarts.findCart(database.read, { account }) : null;
    if (own || token === null) return own;
    return storedCarts.findCart(database.read, { tokenHash: hashOf(token) });
  }

  /**
   * A guest who has logged in: the cart of their token becomes part of the account's, and the token is spent
   * (rules 6.6). A token that leads nowhere, or to a cart that was ordered, joins nothing.
   */
  async function joinAtLogin({ token, account, locale }: Shopper, now: Date): Promise<Notice[]> {
    if (token === null || account === null) return [];
    const guest = await storedCarts.findCart(database.read, { tokenHash: hashOf(token) });
    if (guest?.cart.status !== 'open') return [];
    const owner = { token: null, account, locale };
    try {
      const { loaded } = await write(owner, NO_TERMS, { joining: token }, now, (own, other) => {
        if (other?.cart.status !== 'open') throw new JoinedMeanwhile();
        return { step: 'merged', ...mergeCarts(own, other, settings.cart.mergeStrategy, settings) };
      });
      return loaded.notices;
    } catch (error) {
      if (error instanceof JoinedMeanwhile) return [];
      throw error;
    }
  }

  /**
   * Every write of a cart: one transaction that locks it, reads, decides and saves, its version one higher.
   * Whatever `decide` throws leaves nothing behind, not even a new cart.
   *
   * @throws CommerceError cart_checked_out, cart_changed, idempotency_conflict, and what `decide` throws
   */
  async function write(
    shopper: Shopper,
    terms: WriteTerms,
    needs: WriteNeeds,
    now: Date,
    decide: Decide
  ): Promise<WrittenCart> {
    const joined = await joinAtLogin(shopper, now);
    const told = await askInventory(shopper, needs, now);
    const named = await findNamed(shopper, needs, now);
    const written = await transaction(now, async (trx): Promise<Written> => {
      // The other cart first, everywhere: two that are merged into each other do not lock each other out.
      const other = needs.joining
        ? await storedCarts.lockCart(trx, { tokenHash: hashOf(needs.joining) })
        : null;
      const key = keyOf(shopper);
      const locked = key && (await storedCarts.lockCart(trx, key));
      const documentId = locked?.documentId ?? createId();
      const created = locked === null;
      const repeated = await findRepeated(trx, shopper, terms, { documentId, created }, now);
      if (repeated) return repeated;
      if (locked?.status === 'checked_out') throw checkedOut();

      const before = locked ? await linesOf(trx, documentId) : [];
      const taken = other && { cart: other, lines: await linesOf(trx, other.documentId) };
      const cart = locked ?? { ...emptyCart(now).cart, account: shopper.account };
      const all = [...before, ...(taken?.lines ?? [])];
      await holds.lock(trx, [...all, ...named]);
      const holder = { cart: documentId, joined: other?.documentId ?? null };
      const loading = { shopper, wanted: needs, now, joined: holder.joined };
      const found = await load(trx, cart, all, loading);
      const sellables = inventory.own ? withUnits(found.sellables, told) : found.sellables;
      const loaded = { ...found, sellables, lines: before };
      if (terms.ifMatch !== null && terms.ifMatch !== cart.version) {
        throw new StaleVersion(await withOwnCode(trx, loaded));
      }

      const change = decide(loaded, taken);
      checkSubtotal({ ...loaded, lines: change.lines }, now);
      const saved = await save(trx, shopper, locked, documentId, change, now);
      if (other) await storedCarts.deleteCart(trx, other);
      await storedCarts.saveLines(trx, documentId, before, change.lines, now);
      await holds.keep(trx, holder, { lines: change.lines, sellables }, now);
      const notices = [...joined, ...(change.notices ?? [])];
      const after = { ...loaded, cart: saved, lines: change.lines, notices };
      return { loaded: await withOwnCode(trx, after), created, before, step: change.step };
    });
    const { loaded, created, before, step } = written;
    const changes = lineFacts(before, loaded.lines, step === 'adding');
    await tell(cartFacts(step, loaded.cart.documentId, changes));
    const grown = step === 'merged' ? [] : grownLines(before, loaded.lines);
    return {
      loaded,
      created,
      grown: grown.flatMap((line) => loaded.sellables.get(refKey(line)) ?? []),
    };
  }

  /** What an inventory of the site's own has of the things in question; asked before anything is locked. */
  async function askInventory(
    shopper: Shopper,
    { grows, named }: WriteNeeds,
    now: Date
  ): Promise<LoadedCart['sellables'] | null> {
    if (!inventory.own || !grows) return null;
    const { cart, lines } = (await findStored(shopper)) ?? emptyCart(now);
    if (!grows(lines)) return null;
    const wanted = named ? { named } : {};
    const { sellables } = await load(database.read, cart, lines, { shopper, wanted, now });
    return inventory.stocked(sellables);
  }

  /** Where carts keep units, the things that a request names are locked with those in the cart: by document. */
  async function findNamed(
    { locale }: Shopper,
    { named }: WriteNeeds,
    now: Date
  ): Promise<readonly SellableRef[]> {
    if (!holds.on || !named) return [];
    if (named.skus.length === 0) return named.refs;
    const keys = { refs: [], named: { refs: [], skus: named.skus } };
    const wording = { locale, defaultLocale: await shop.defaultLocale() };
    return [...named.refs, ...(await shop.sellables.find(database.read, keys, wording, now))];
  }

  /** Where carts keep units nothing may be read from a snapshot before the things are locked: see `findHeldUnits`. */
  function linesOf(trx: Connection, documentId: string): Promise<CartLine[]> {
    return holds.on
      ? storedCarts.findLatestLines(trx, documentId)
      : storedCarts.findLines(trx, documentId);
  }

  /** A cart that a refusal shows is priced out here, where a provider may be asked. */
  async function transaction<Result>(
    now: Date,
    work: (trx: Connection) => Promise<Result>
  ): Promise<Result> {
    try {
      return await database.transaction(work);
    } catch (error) {
      if (!(error instanceof StaleVersion)) throw error;
      throw cartChanged(await shop.price(error.loaded, now), 'failed');
    }
  }

  async function save(
    trx: Connection,
    shopper: Shopper,
    locked: Cart | null,
    documentId: string,
    { lines, details, discountCode }: CartChange,
    now: Date
  ): Promise<Cart> {
    const change = {
      ...(details ? { details } : {}),
      ...(discountCode === undefined ? {} : { discountCode }),
      itemCount: lines.reduce((sum, { quantity }) => sum + quantity, 0),
      expiresAt: daysAfter(now, settings.cart.expiryDays),
    };
    if (locked) return storedCarts.updateCart(trx, locked, change, now);
    const fresh = {
      documentId,
      tokenHash: shopper.account ? null : hashOf(secrets.tokenOf('cart', documentId)),
      account: shopper.account,
      currency: settings.currency,
    };
    return storedCarts.insertCart(trx, fresh, change, now);
  }

  /** Takes the request's key; when it was given an answer already, that answer. */
  async function findRepeated(
    trx: Connection,
    shopper: Shopper,
    terms: WriteTerms,
    { documentId, created }: { documentId: string; created: boolean },
    now: Date
  ): Promise<Written | null> {
    if (!terms.idempotency) return null;
    const { key, fingerprint } = terms.idempotency;
    const known = await claimKey(
      trx,
      requestKey(shopper, key),
      {
        fingerprint,
        status: created ? 201 : 200,
        cartDocumentId: documentId,
        orderDocumentId: null,
      },
      { oldest: dayBefore(now), now }
    );
    if (!known) return null;
    if (known.fingerprint !== fingerprint) throw idempotencyConflict();
    const found = await storedCarts.findCart(trx, { documentId: known.cartDocumentId ?? '' });
    if (!found) return null;
    const loaded = await load(trx, found.cart, found.lines, { shopper, wanted: {}, now });
    return {
      loaded: await withOwnCode(trx, loaded),
      created: known.status === 201,
      before: loaded.lines,
      step: null,
    };
  }

  return {
    find,
    write,
    readCode,
    rememberShown: (priced: PricedCart) => rememberShown(database, priced),
  };
}

/** What became of a cart in one transaction. */
interface Written {
  loaded: LoadedCart;
  created: boolean;
  before: CartLine[];
  step: CartStep | null;
}

/** The client has seen an older cart than this one. */
class StaleVersion extends Error {
  constructor(readonly loaded: LoadedCart) {
    super();
  }
}

/** Another request of the same shopper has joined the guest's cart already. */
class JoinedMeanwhile extends Error {}

/** What a shopper writes to: an account its own cart, a guest the one of the token. */
function keyOf({ token, account }: Shopper): storedCarts.CartKey | null {
  if (account !== null) return { account };
  return token === null ? null : { tokenHash: hashOf(token) };
}

function checkedOut(): CommerceError {
  return new CommerceError('cart_checked_out', 'This cart was ordered already');
}
