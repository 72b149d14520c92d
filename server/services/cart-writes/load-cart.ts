import type { Cart, CartLine } from '../../domain/cart/cart';
import type { LoadedCart } from '../../domain/cart/priced-cart';
import { refKey } from '../../domain/catalogue/sellable';
import type { DiscountCode } from '../../domain/discounts/discount-code';
import type { Connection } from '../../storage/database';
import type { NamedThings, Sellables } from '../../storage/sellables';
import type { CartHolds } from '../cart-holds';
import { erasedNames, type Secrets } from '../secrets';
import type { Shopper } from '../shopper';
import { readDiscountCode } from './read-discount-code';

/** What a request needs besides what is in the cart. */
export interface Wanted {
  /** Things that it names. */
  named?: NamedThings;
  /** A discount code that it asks for, normalised. */
  discountCode?: string;
  /** The shopper's e-mail, where the same request says it: a code is held against it. */
  email?: string;
}

interface Loading {
  shopper: Shopper;
  wanted: Wanted;
  now: Date;
  /** The cart that is taken in: what it keeps, it keeps for this one. */
  joined?: string | null;
}

export type CartLoading = ReturnType<typeof createCartLoading>;

/**
 * Reads what the lines of a cart stand for at this moment: one statement for variations, one or two for a code, and one
 * for what other carts keep where carts keep anything.
 */
export function createCartLoading(shop: {
  sellables: Sellables;
  holds: CartHolds;
  secrets: Secrets;
  defaultLocale: () => Promise<string>;
}) {
  /** Its code is left out, unless the request asks for one: a write may still change which one counts. */
  async function load(
    db: Connection,
    cart: Cart,
    lines: CartLine[],
    { shopper, wanted, now, joined = null }: Loading
  ): Promise<LoadedCart> {
    const keys = { refs: lines, named: wanted.named ?? { refs: [], skus: [] } };
    const wording = { locale: shopper.locale, defaultLocale: await shop.defaultLocale() };
    const found = await shop.sellables.find(db, keys, wording, now);
    const holder = { cart: cart.documentId, joined };
    const free = await shop.holds.withoutHeld(db, found, holder, now);
    const sellables = new Map(free.map((sellable) => [refKey(sellable), sellable]));
    const loaded = { cart, lines, sellables, code: null, notices: [] };
    if (wanted.discountCode === undefined) return loaded;
    const asking = { cart: withEmail(cart, wanted.email), sellables };
    return { ...loaded, code: await readCode(db, wanted.discountCode, asking) };
  }

  /** The cart with the code that it names now; one that was asked for is not read again. */
  async function withOwnCode(db: Connection, loaded: LoadedCart): Promise<LoadedCart> {
    const { discountCode } = loaded.cart;
    if (loaded.code?.code === discountCode) return loaded;
    return { ...loaded, code: await readCode(db, discountCode, loaded) };
  }

  /** A code, normalised, as this cart meets it. */
  function readCode(
    db: Connection,
    code: string | null,
    { cart: { account, details }, sellables }: Pick<LoadedCart, 'cart' | 'sellables'>
  ): Promise<DiscountCode | null> {
    if (code === null) return Promise.resolve(null);
    const products = [...sellables.values()].flatMap(
      ({ productDocumentId }) => productDocumentId ?? []
    );
    const names = { account, email: details.email };
    const customer = { ...names, erasedNames: erasedNames(shop.secrets, names) };
    return readDiscountCode(db, code, customer, [...new Set(products)]);
  }

  return { load, withOwnCode, readCode };
}

function withEmail(cart: Cart, email: string | undefined): Cart {
  return email === undefined ? cart : { ...cart, details: { ...cart.details, email } };
}
