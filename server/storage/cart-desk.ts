import type { Knex } from 'knex';

import type { Address, Cart, CartLine } from '../domain/cart/cart';
import type { CartState } from '../domain/cart/cart-state';
import { type Amount, ZERO } from '../domain/money/money';
import { LINE_COLUMNS, type Row, toCart, toLine } from './carts/rows';
import type { Connection } from './database';
import { readSum, sumOfMoney } from './sum-of-money';
import { TABLES } from './tables';
import { readAmount, readDate, readJson, readText } from './values';

/** What staff look for; null does not matter. Carts without items are nobody's business. */
export interface CartFilter {
  state: CartState | null;
  /** In the e-mail or the SKU of a line. */
  text: string | null;
  /** An open cart that nobody has touched since then was left. */
  idleSince: Date;
}

export interface CartSort {
  by: 'activity' | 'value' | 'items';
  direction: 'asc' | 'desc';
}

/** A cart as staff see it in a list. It has no token. */
export interface CartEntry {
  documentId: string;
  status: Cart['status'];
  email: string | null;
  account: string | null;
  billing: Address | null;
  units: number;
  /** As last priced; null before anybody asked. */
  total: Amount | null;
  currency: string;
  discountCode: string | null;
  createdAt: Date;
  lastActivityAt: Date;
  order: { documentId: string; number: string } | null;
}

export interface CartMail {
  status: string;
  createdAt: Date;
  sentAt: Date | null;
}

/** How many carts fit, and what they come to: one statement. */
export async function countCarts(
  db: Connection,
  filter: CartFilter
): Promise<{ count: number; value: Amount }> {
  const row: Row | undefined = await matchingCarts(db, filter)
    .count('* as found')
    .select(sumOfMoney(db, 'c.total', 'value'))
    .first();
  return { count: Number(row?.found ?? 0), value: readSum(db, row?.value) };
}

export async function findCarts(
  db: Connection,
  filter: CartFilter,
  { by, direction }: CartSort,
  { page, pageSize }: { page: number; pageSize: number }
): Promise<CartEntry[]> {
  const column = { activity: 'c.last_activity_at', value: 'c.total', items: 'c.item_count' }[by];
  const rows: Row[] = await withOrder(matchingCarts(db, filter))
    .orderBy([
      { column, order: direction },
      { column: 'c.id', order: direction },
    ])
    .limit(pageSize)
    .offset((page - 1) * pageSize);
  return rows.map(toEntry);
}

/** One cart with all that the shopper said, or null: two statements. */
export async function findWholeCart(
  db: Connection,
  documentId: string
): Promise<{ entry: CartEntry; cart: Cart; totals: CartTotals | null; lines: CartLine[] } | null> {
  const one = db(`${TABLES.carts} as c`).where('c.document_id', documentId);
  const row: Row | undefined = await withOrder(one).select('c.*').first();
  if (!row) return null;
  const lines: Row[] = await db(TABLES.cartItems)
    .where({ cart_document_id: documentId })
    .orderBy('id')
    .select(...LINE_COLUMNS);
  return {
    entry: toEntry(row),
    cart: toCart(row),
    totals: toTotals(row.totals),
    lines: lines.map(toLine),
  };
}

/** What shoppers were written to about their carts, by cart. */
export async function findCartMails(
  db: Connection,
  documentIds: readonly string[]
): Promise<ReadonlyMap<string, CartMail[]>> {
  const rows: Row[] = await db(TABLES.mails)
    .where({ kind: 'abandonedCart' })
    .whereIn('reference', documentIds)
    .orderBy('id')
    .select('reference', 'status', 'created_at', 'sent_at');
  const mails = new Map<string, CartMail[]>();
  for (const row of rows) {
    const known = mails.get(String(row.reference)) ?? [];
    mails.set(String(row.reference), [...known, toMail(row)]);
  }
  return mails;
}

function matchingCarts(db: Connection, { state, text, idleSince }: CartFilter): Knex.QueryBuilder {
  const carts = db(`${TABLES.carts} as c`).where('c.item_count', '>', 0);
  if (state === 'checked_out') carts.where('c.status', 'checked_out');
  if (state === 'open') carts.where('c.status', 'open').where('c.last_activity_at', '>', idleSince);
  if (state === 'abandoned') {
    carts.where('c.status', 'open').where('c.last_activity_at', '<=', idleSince);
  }
  if (!text) return carts;
  const pattern = `%${text.toLowerCase().replace(/[!%_]/g, '!$&')}%`;
  const holding = db(TABLES.cartItems)
    .whereRaw("LOWER(sku) LIKE ? ESCAPE '!'", [pattern])
    .select('cart_document_id');
  return carts.where((fits) =>
    fits.whereRaw("LOWER(c.email) LIKE ? ESCAPE '!'", [pattern]).orWhereIn('c.document_id', holding)
  );
}

const ENTRY_COLUMNS = [
  'document_id',
  'status',
  'email',
  'account',
  'billing',
  'item_count',
  'total',
  'currency',
  'discount_code',
  'created_at',
  'last_activity_at',
  'order_document_id',
].map((column) => `c.${column}`);

function withOrder(carts: Knex.QueryBuilder): Knex.QueryBuilder {
  return carts
    .leftJoin(`${TABLES.orders} as o`, 'o.document_id', 'c.order_document_id')
    .select(...ENTRY_COLUMNS, 'o.number as order_number');
}

function toEntry(row: Row): CartEntry {
  const number = readText(row.order_number);
  return {
    documentId: String(row.document_id),
    status: row.status === 'checked_out' ? 'checked_out' : 'open',
    email: readText(row.email),
    account: readText(row.account),
    billing: readJson<Address>(row.billing),
    units: Number(row.item_count),
    total: readAmount(row.total),
    currency: String(row.currency),
    discountCode: readText(row.discount_code),
    createdAt: readDate(row.created_at) ?? new Date(0),
    lastActivityAt: readDate(row.last_activity_at) ?? new Date(0),
    order: number === null ? null : { documentId: String(row.order_document_id), number },
  };
}

/** As they were shown last. */
export interface CartTotals {
  subtotal: Amount;
  discount: Amount;
  shipping: Amount;
  tax: Amount;
  total: Amount;
  taxIncluded: boolean;
}

function toTotals(value: unknown): CartTotals | null {
  const stored = readJson<Record<string, string> & { taxIncluded?: boolean }>(value);
  const total = readAmount(stored?.total);
  if (!stored || !total) return null;
  const amount = (name: string) => readAmount(stored[name]) ?? ZERO;
  return {
    subtotal: amount('subtotal'),
    discount: amount('discount'),
    shipping: amount('shipping'),
    tax: amount('tax'),
    total,
    taxIncluded: stored.taxIncluded === true,
  };
}

function toMail(row: Row): CartMail {
  return {
    status: String(row.status),
    createdAt: readDate(row.created_at) ?? new Date(0),
    sentAt: readDate(row.sent_at),
  };
}
