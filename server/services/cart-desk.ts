import type { Settings } from '../config';
import type { Cart, CartLine } from '../domain/cart/cart';
import { type CartState, cartState, idleSince } from '../domain/cart/cart-state';
import { CommerceError } from '../domain/errors';
import type { Amount } from '../domain/money/money';
import type { Accounts } from '../storage/accounts';
import {
  type CartEntry,
  type CartMail,
  type CartSort,
  type CartTotals,
  countCarts,
  findCartMails,
  findCarts,
  findWholeCart,
} from '../storage/cart-desk';
import type { Database } from '../storage/database';

export interface CartQuestion {
  state: CartState | null;
  text: string | null;
}

/** A cart with what is known around it. */
export interface CartSeen extends CartEntry {
  state: CartState;
  accountEmail: string | null;
  mails: CartMail[];
}

export interface CartPage {
  carts: CartSeen[];
  count: number;
  /** Of all that fit, not of the page alone. */
  value: Amount;
}

export interface WholeCart extends CartSeen {
  cart: Cart;
  totals: CartTotals | null;
  lines: CartLine[];
}

export type CartDesk = ReturnType<typeof createCartDesk>;

/** Carts as staff see them: they look, and change nothing. */
export function createCartDesk(shop: {
  settings: Pick<Settings, 'mails'>;
  database: Database;
  accounts: Accounts;
  clock: () => Date;
}) {
  const { database, accounts } = shop;
  const idle = () => idleSince(shop.settings.mails.abandonedCart, shop.clock());

  /** One page, and what all that fit come to; a fixed number of statements. */
  async function search(
    question: CartQuestion,
    sort: CartSort,
    page: { page: number; pageSize: number }
  ): Promise<CartPage> {
    const since = idle();
    const filter = { ...question, idleSince: since };
    const { count, value } = await countCarts(database.read, filter);
    const entries = await findCarts(database.read, filter, sort, page);
    return { carts: await describe(entries, since), count, value };
  }

  /** @throws CommerceError not_found */
  async function open(documentId: string): Promise<WholeCart> {
    const found = await findWholeCart(database.read, documentId);
    if (!found) throw new CommerceError('not_found', 'There is no such cart');
    const { entry, cart, totals, lines } = found;
    const described = await describe([entry], idle());
    return { ...(described[0] as CartSeen), cart, totals, lines };
  }

  async function describe(entries: readonly CartEntry[], since: Date): Promise<CartSeen[]> {
    if (entries.length === 0) return [];
    const mails = await findCartMails(
      database.read,
      entries.map(({ documentId }) => documentId)
    );
    const owners = new Set(entries.flatMap(({ account }) => account ?? []));
    const known = await accounts.findAll([...owners]);
    const emails = new Map(known.map(({ id, email }) => [id, email]));
    return entries.map((entry) => ({
      ...entry,
      state: cartState(entry, since),
      accountEmail: entry.account === null ? null : (emails.get(entry.account) ?? null),
      mails: mails.get(entry.documentId) ?? [],
    }));
  }

  return { search, open };
}
