import type { Address, Cart, CartDetails, CartLine, LineData } from '../domain/cart/cart';
import type { ImageCopy, OptionChoice } from '../domain/catalogue/sellable';
import type { Amount } from '../domain/money/money';
import type { Totals } from '../domain/totals/sum-totals';
import { type Connection, insertAll } from './database';
import { TABLES } from './tables';
import {
  newDocument,
  readAmount,
  readBoolean,
  readDate,
  readJson,
  readText,
  writeAmount,
  writeJson,
} from './values';

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
  itemCount: number;
  expiresAt: Date;
}

export async function findCart(db: Connection, key: CartKey): Promise<Cart | null> {
  const row = await db(TABLES.carts).where(where(key)).first();
  return row ? toCart(row) : null;
}

/**
 * Locks the cart until the transaction ends: simultaneous requests on one cart come one after the other.
 * It must be the transaction's first statement, or MySQL/MariaDB would read the rest from an older snapshot.
 * Writes name the row by its id: MySQL/MariaDB lock an index first and the row behind it next, so that two
 * ways to the same row (by token here, by document there) would lock each other out.
 */
export async function lockCart(trx: Connection, key: CartKey): Promise<Cart | null> {
  const row = await trx(TABLES.carts).where(where(key)).forUpdate().first();
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
  const rows = await db(TABLES.cartItems).where({ cart_document_id: cartDocumentId }).orderBy('id');
  return rows.map(toLine);
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
  const [inserted] = (await trx(TABLES.carts).insert(row, ['id'])) as (number | { id: number })[];
  return toCart({ ...row, id: typeof inserted === 'object' ? inserted.id : inserted });
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
    added.map((line) => toRow(cartDocumentId, line, now))
  );
  if (changed.length > 0) {
    await trx(TABLES.cartItems)
      .whereIn(
        'document_id',
        changed.map(({ id }) => id)
      )
      .update({
        quantity: caseOf(
          trx,
          'quantity',
          changed.map(({ id, quantity }) => [id, quantity])
        ),
        updated_at: now,
      });
  }
}

/** Remembers the prices and the totals that an answer is about to show; the version does not change. */
export async function rememberAnswer(
  db: Connection,
  cart: Cart,
  totals: Totals,
  prices: ReadonlyMap<string, Amount>
): Promise<void> {
  if (prices.size > 0) {
    const values = [...prices].map(([id, price]): [string, string] => [id, price.toFixed()]);
    await db(TABLES.cartItems)
      .whereIn('document_id', [...prices.keys()])
      .update({ shown_price: caseOf(db, 'shown_price', values) });
  }
  if (cart.shownTotal === null || !cart.shownTotal.eq(totals.total)) {
    await db(TABLES.carts)
      .where({ id: cart.rowId, version: cart.version })
      .update({ total: writeAmount(totals.total), totals: writeJson(totals) });
  }
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

function where(key: CartKey) {
  if ('tokenHash' in key) return { token_hash: key.tokenHash };
  return 'account' in key ? { open_for: key.account } : { document_id: key.documentId };
}

/** One value a row, decided by its document id. A database cannot guess the type of a bare parameter: hence the column's own. */
function caseOf(db: Connection, column: string, values: [string, string | number][]) {
  const branches = values.map(() => 'WHEN document_id = ? THEN CAST(? AS DECIMAL(19,4))').join(' ');
  return db.raw(`CASE ${branches} ELSE ?? END`, [...values.flat(), column]);
}

function columnsOf(change: CartChange, now: Date) {
  return {
    ...(change.details ? detailColumns(change.details) : {}),
    item_count: change.itemCount,
    expires_at: change.expiresAt,
    last_activity_at: now,
    updated_at: now,
  };
}

function detailColumns(details: CartDetails) {
  return {
    email: details.email,
    billing: writeJson(details.billing),
    shipping: writeJson(details.shipping),
    same_as_billing: details.sameAsBilling,
    instructions: details.instructions,
    shipping_option: details.shippingOption,
    payment_method: details.paymentMethod,
  };
}

function toCart(row: Record<string, unknown>): Cart {
  return {
    rowId: Number(row.id),
    documentId: String(row.document_id),
    status: row.status === 'checked_out' ? 'checked_out' : 'open',
    version: Number(row.version),
    account: readText(row.account),
    details: {
      email: readText(row.email),
      billing: readJson<Address>(row.billing),
      shipping: readJson<Address>(row.shipping),
      sameAsBilling: readBoolean(row.same_as_billing),
      instructions: readText(row.instructions),
      shippingOption: readText(row.shipping_option),
      paymentMethod: readText(row.payment_method),
    },
    discountCode: readText(row.discount_code),
    orderDocumentId: readText(row.order_document_id),
    shownTotal: readAmount(row.total),
    expiresAt: readDate(row.expires_at),
    updatedAt: readDate(row.updated_at) ?? new Date(0),
  };
}

function toLine(row: Record<string, unknown>): CartLine {
  return {
    id: String(row.document_id),
    lineKey: String(row.line_key),
    type: String(row.type),
    documentId: String(row.sellable_document_id),
    sku: readText(row.sku),
    description: readText(row.description) ?? '',
    options: readJson<OptionChoice[]>(row.options) ?? [],
    data: readJson<LineData>(row.data),
    url: readText(row.url),
    image: readJson<ImageCopy>(row.image),
    quantity: Number(row.quantity),
    shownPrice: readAmount(row.shown_price),
  };
}

function toRow(cartDocumentId: string, line: CartLine, now: Date) {
  return {
    ...newDocument(now),
    document_id: line.id,
    cart_document_id: cartDocumentId,
    line_key: line.lineKey,
    type: line.type,
    sellable_document_id: line.documentId,
    sku: line.sku,
    description: line.description,
    options: writeJson(line.options),
    data: writeJson(line.data),
    url: line.url,
    image: writeJson(line.image),
    quantity: line.quantity,
    shown_price: writeAmount(line.shownPrice),
  };
}
