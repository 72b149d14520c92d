import type { Cart, CartDetails, CartLine } from '../domain/cart/cart';
import type { Amount } from '../domain/money/money';
import type { Totals } from '../domain/totals/sum-totals';
import {
  columnsOf,
  detailColumns,
  LINE_COLUMNS,
  lineRow,
  type Row,
  toCart,
  toLine,
} from './carts/rows';
import { type Connection, insertAll, insertRow } from './database';
import { latest } from './latest';
import { TABLES } from './tables';
import { newDocument, writeAmount, writeJson } from './values';

/** How a cart is found: by the hash of a guest's token, as an account's open cart, or as the document it is. */
export type CartKey = { tokenHash: string } | { account: string } | { documentId: string };

/** What is written when a cart comes to be. */
export interface NewCart {
  documentId: string;
  tokenHash: string | null;
  account: string | null;
  currency: string;
}

/** What a write changes on the cart itself; its version grows by one with it. */
export interface CartChange {
  details?: CartDetails;
  /** Normalised; null takes it off. */
  discountCode?: string | null;
  itemCount: number;
  expiresAt: Date;
}

export interface StoredCart {
  cart: Cart;
  lines: CartLine[];
}

/** The cart and its lines, in one statement. */
export async function findCart(db: Connection, key: CartKey): Promise<StoredCart | null> {
  const [column, value] = keyColumn(key);
  const rows: Row[] = await db(`${TABLES.carts} as c`)
    .leftJoin(`${TABLES.cartItems} as i`, 'i.cart_document_id', 'c.document_id')
    .where(`c.${column}`, value)
    .orderBy('i.id')
    .select('c.*', ...LINE_COLUMNS.map((column) => `i.${column}`));
  const [first] = rows;
  if (!first) return null;
  const lines = rows.filter(({ line_document_id }) => line_document_id !== null).map(toLine);
  return { cart: toCart(first), lines };
}

/**
 * Locks the cart until the transaction ends: simultaneous requests on one cart come one after the other.
 * It must be the transaction's first statement, or MySQL/MariaDB would read the rest from an older snapshot.
 * Writes name the row by its id: MySQL/MariaDB lock an index first and the row behind it next, so that two
 * ways to the same row (by token here, by document there) would lock each other out.
 */
export async function lockCart(trx: Connection, key: CartKey): Promise<Cart | null> {
  const [column, value] = keyColumn(key);
  const row = await trx(TABLES.carts).where(column, value).forUpdate().first();
  return row ? toCart(row) : null;
}

/** The cart that an account ordered last, if it was not before `since`. It has no token that could name it. */
export async function findPlacedCart(
  db: Connection,
  account: string,
  since: Date
): Promise<Cart | null> {
  const row = await db(TABLES.carts)
    .where({ account, status: 'checked_out' })
    .where('last_activity_at', '>=', since)
    .orderBy([
      { column: 'last_activity_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .first();
  return row ? toCart(row) : null;
}

export async function findLines(db: Connection, cartDocumentId: string): Promise<CartLine[]> {
  const rows: Row[] = await linesOf(db, cartDocumentId);
  return rows.map(toLine);
}

/** The same, for a transaction that locks more before it reads from a snapshot. */
export async function findLatestLines(
  trx: Connection,
  cartDocumentId: string
): Promise<CartLine[]> {
  const rows: Row[] = await latest(trx, linesOf(trx, cartDocumentId));
  return rows.map(toLine);
}

function linesOf(db: Connection, cartDocumentId: string) {
  return db(TABLES.cartItems)
    .where({ cart_document_id: cartDocumentId })
    .orderBy('id')
    .select(...LINE_COLUMNS);
}

export async function insertCart(
  trx: Connection,
  cart: NewCart,
  change: CartChange,
  now: Date
): Promise<Cart> {
  const row = {
    ...newDocument(now),
    ...columnsOf(change, now),
    document_id: cart.documentId,
    token_hash: cart.tokenHash,
    account: cart.account,
    open_for: cart.account,
    currency: cart.currency,
    status: 'open',
    version: 1,
    same_as_billing: change.details?.sameAsBilling ?? true,
  };
  return toCart({ ...row, id: await insertRow(trx, TABLES.carts, row) });
}

export async function updateCart(
  trx: Connection,
  cart: Cart,
  change: CartChange,
  now: Date
): Promise<Cart> {
  const columns = columnsOf(change, now);
  await trx(TABLES.carts)
    .where({ id: cart.rowId })
    .update({ ...columns, version: cart.version + 1 });
  return {
    ...cart,
    version: cart.version + 1,
    details: change.details ?? cart.details,
    discountCode: change.discountCode === undefined ? cart.discountCode : change.discountCode,
    expiresAt: change.expiresAt,
    updatedAt: now,
  };
}

/**
 * Makes the stored lines equal to `after`: at most one statement each for what is gone, new and changed,
 * whatever the number of lines.
 */
export async function saveLines(
  trx: Connection,
  cartDocumentId: string,
  before: readonly CartLine[],
  after: readonly CartLine[],
  now: Date
): Promise<void> {
  const gone = before.filter((line) => !after.some(({ id }) => id === line.id));
  const added = after.filter((line) => !before.some(({ id }) => id === line.id));
  const changed = after.filter((line) =>
    before.some(({ id, quantity }) => id === line.id && quantity !== line.quantity)
  );
  if (gone.length > 0) {
    await trx(TABLES.cartItems)
      .whereIn(
        'document_id',
        gone.map(({ id }) => id)
      )
      .delete();
  }
  await insertAll(
    trx,
    TABLES.cartItems,
    added.map((line) => lineRow(cartDocumentId, line, now))
  );
  if (changed.length > 0) {
    await trx(TABLES.cartItems)
      .whereIn(
        'document_id',
        changed.map(({ id }) => id)
      )
      .update({ quantity: quantityOf(trx, changed), updated_at: now });
  }
}

/** Remembers what an answer is about to show; the version does not change. */
export async function rememberAnswer(
  db: Connection,
  cart: Cart,
  answer: { totals: Totals; prices: ReadonlyMap<string, Amount>; codeDropped: boolean }
): Promise<void> {
  await db(TABLES.carts)
    .where({ id: cart.rowId, version: cart.version })
    .update({
      total: writeAmount(answer.totals.total),
      totals: writeJson(answer.totals),
      shown_prices: writeJson(Object.fromEntries(answer.prices)),
      ...(answer.codeDropped ? { discount_code: null } : {}),
    });
}

/** It was taken into another one. */
export async function deleteCart(trx: Connection, { rowId, documentId }: Cart): Promise<void> {
  await trx(TABLES.cartItems).where({ cart_document_id: documentId }).delete();
  await trx(TABLES.carts).where({ id: rowId }).delete();
}

/** Closes the cart for its order: it keeps its lines and accepts nothing more (rule 6.8). */
export async function closeCart(
  trx: Connection,
  cart: Cart,
  orderDocumentId: string,
  details: CartDetails,
  now: Date
): Promise<void> {
  await trx(TABLES.carts)
    .where({ id: cart.rowId })
    .update({
      ...detailColumns(details),
      status: 'checked_out',
      open_for: null,
      order_document_id: orderDocumentId,
      version: cart.version + 1,
      last_activity_at: now,
      updated_at: now,
    });
}

/**
 * Opens the cart of an order that was cancelled again, with its lines and under its old token. An account that has
 * another open cart meanwhile keeps that one.
 *
 * @returns whether it is open now
 */
export async function reopenCart(trx: Connection, documentId: string, now: Date): Promise<boolean> {
  const cart = await lockCart(trx, { documentId });
  if (cart?.status !== 'checked_out') return false;
  if (cart.account && (await lockCart(trx, { account: cart.account }))) return false;
  await trx(TABLES.carts)
    .where({ id: cart.rowId })
    .update({
      status: 'open',
      open_for: cart.account,
      order_document_id: null,
      // Accepted for the order that is no more; the next one asks again.
      terms_accepted_at: null,
      version: cart.version + 1,
      last_activity_at: now,
      updated_at: now,
    });
  return true;
}

function keyColumn(key: CartKey): [column: string, value: string] {
  if ('tokenHash' in key) return ['token_hash', key.tokenHash];
  return 'account' in key ? ['open_for', key.account] : ['document_id', key.documentId];
}

/** Each line's own quantity, in one statement. A database cannot guess the type of a bare parameter: hence the cast. */
function quantityOf(db: Connection, lines: readonly CartLine[]) {
  const branches = lines.map(() => 'WHEN document_id = ? THEN CAST(? AS DECIMAL(19,4))').join(' ');
  const values = lines.flatMap(({ id, quantity }) => [id, quantity]);
  return db.raw(`CASE ${branches} ELSE quantity END`, values);
}
