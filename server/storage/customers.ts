import type { Knex } from 'knex';

import type {
  CustomerData,
  MailSent,
  Person,
  RatingGiven,
  Remembered,
} from '../domain/customers/customer-data';
import type { Order } from '../domain/orders/order';
import { toCart, toLine, LINE_COLUMNS } from './carts/rows';
import { inChunks } from './chunks';
import { toSaved } from './customer-addresses';
import type { Connection } from './database';
import { readOrders } from './orders/read';
import { paymentColumns, statusColumns } from './orders/rows';
import { searchColumns } from './orders/search-columns';
import { toRemembered } from './remembered-customers';
import { dropHolds } from './stock-holds';
import { TABLES } from './tables';
import { readDate, writeJson } from './values';

type Row = Record<string, unknown>;

/** Everything that is stored about a person, outside of what the host itself keeps of an account. */
export async function readCustomerData(db: Connection, person: Person): Promise<CustomerData> {
  const orders = await db(TABLES.orders).where(ownedBy(person)).orderBy('id').select('document_id');
  const addresses: Row[] = await db(TABLES.customerAddresses)
    .whereIn('account', [...person.accounts])
    .orderBy('id');
  const remembered: Row[] = await db(TABLES.customersRemembered)
    .where(ownedBy(person))
    .orderBy('id');
  return {
    email: person.email,
    addresses: addresses.map(toSaved),
    remembered: remembered.map(toRemembered) satisfies Remembered[],
    carts: await readCarts(db, person),
    orders: await readOrdersById(
      db,
      orders.map((row: Row) => String(row.document_id))
    ),
    ratings: await readRatings(db, person),
    mails: await readMails(db, person),
  };
}

/** An order as far as it says whether it can be let go of. */
export interface LockedOrder {
  documentId: string;
  number: string;
  status: string;
}

export interface LockedCustomer {
  orders: LockedOrder[];
  /** By row and by document. */
  carts: { id: number; documentId: string }[];
}

/**
 * Locks a person's orders and carts until the transaction ends; its first statements, as with carts. A cart that became
 * an order while it was waited for shows in the second look at the orders.
 */
export async function lockCustomer(trx: Connection, person: Person): Promise<LockedCustomer> {
  await lockOrders(trx, person);
  const carts: Row[] = await trx(TABLES.carts)
    .where(ownedBy(person))
    .orderBy('id')
    .forUpdate()
    .select('id', 'document_id');
  return {
    orders: await lockOrders(trx, person),
    carts: carts.map((row) => ({ id: Number(row.id), documentId: String(row.document_id) })),
  };
}

async function lockOrders(trx: Connection, person: Person): Promise<LockedOrder[]> {
  const rows: Row[] = await trx(TABLES.orders)
    .where(ownedBy(person))
    .orderBy('id')
    .forUpdate()
    .select('document_id', 'number', 'status');
  return rows.map((row) => ({
    documentId: String(row.document_id),
    number: String(row.number),
    status: String(row.status),
  }));
}

export async function readOrdersById(db: Connection, ids: readonly string[]): Promise<Order[]> {
  const orders: Order[] = [];
  for (const chunk of inChunks(ids)) {
    orders.push(...(await readOrders(db, db(TABLES.orders).whereIn('document_id', chunk))));
  }
  return orders;
}

/** Writes an order from which the person is gone. The mails' addresses go with it. */
export async function saveErasedOrder(trx: Connection, order: Order, now: Date): Promise<void> {
  const key = { order_document_id: order.documentId };
  await trx(TABLES.mails).where(key).update({ to: null, error: null });
  await trx(TABLES.orders)
    .where({ document_id: order.documentId })
    .update({
      ...statusColumns(order),
      revision: order.revision,
      email: null,
      account: null,
      billing: writeJson(order.billing),
      shipping: writeJson(order.shipping),
      ...searchColumns(order),
      instructions: null,
      notes: null,
      updated_at: now,
    });
  await trx(TABLES.orderItems).where(key).whereNotNull('data').update({ data: null });
  for (const payment of order.payments) {
    await trx(TABLES.payments)
      .where({ document_id: payment.documentId })
      .update({ ...paymentColumns(payment), updated_at: now });
  }
}

/** The uses of discount codes by these orders go on counting, for whoever comes with the same `names` again. */
export async function renameCodeUses(
  trx: Connection,
  orderDocumentIds: readonly string[],
  nameOf: (text: string) => string
): Promise<void> {
  for (const chunk of inChunks(orderDocumentIds)) {
    const uses: Row[] = await trx(TABLES.discountCodeUses)
      .whereIn('order_document_id', chunk)
      .select('id', 'account', 'email');
    for (const { id, account, email } of uses) {
      const renamed = (value: unknown) => (value === null ? null : nameOf(String(value)));
      await trx(TABLES.discountCodeUses)
        .where({ id })
        .update({ account: renamed(account), email: renamed(email) });
    }
  }
}

/** Carts with their lines and mails, and what was remembered or saved: nobody needs them any more. */
export async function deleteCustomerRows(
  trx: Connection,
  person: Person,
  carts: LockedCustomer['carts']
): Promise<{ addresses: number; remembered: number }> {
  for (const chunk of inChunks(carts)) {
    const documents = chunk.map(({ documentId }) => documentId);
    await trx(TABLES.cartItems).whereIn('cart_document_id', documents).delete();
    await trx(TABLES.mails).whereIn('cart_document_id', documents).delete();
    await dropHolds(trx, documents);
    await trx(TABLES.carts)
      .whereIn(
        'id',
        chunk.map(({ id }) => id)
      )
      .delete();
  }
  const addresses = await trx(TABLES.customerAddresses)
    .whereIn('account', [...person.accounts])
    .delete();
  const remembered = await trx(TABLES.customersRemembered).where(ownedBy(person)).delete();
  return { addresses, remembered };
}

/** A rating stays counted, and nobody's: `rater` is a name that leads nowhere. @returns how many */
export function renameRater(trx: Connection, account: string, rater: string): Promise<number> {
  return trx(TABLES.ratings)
    .where({ rater: raterOf(account) })
    .update({ rater });
}

async function readCarts(db: Connection, person: Person): Promise<CustomerData['carts']> {
  const carts: Row[] = await db(TABLES.carts).where(ownedBy(person)).orderBy('id');
  const lines: Row[] = await db(TABLES.cartItems)
    .whereIn(
      'cart_document_id',
      carts.map(({ document_id }) => String(document_id))
    )
    .orderBy('id')
    .select('cart_document_id', ...LINE_COLUMNS);
  return carts.map((row) => ({
    cart: toCart(row),
    lines: lines.filter((line) => line.cart_document_id === row.document_id).map(toLine),
  }));
}

async function readRatings(db: Connection, { accounts }: Person): Promise<RatingGiven[]> {
  const rows: Row[] = await db(TABLES.ratings)
    .whereIn('rater', accounts.map(raterOf))
    .orderBy('id');
  return rows.map((row) => ({
    productDocumentId: String(row.product_document_id),
    value: Number(row.value),
    ratedAt: readDate(row.rated_at) ?? new Date(0),
  }));
}

async function readMails(db: Connection, person: Person): Promise<MailSent[]> {
  const owned = (table: string) => db(table).where(ownedBy(person)).select('document_id');
  const rows: Row[] = await db(TABLES.mails)
    .whereNotNull('to')
    .whereNotNull('sent_at')
    .where((either) => {
      either.whereIn('order_document_id', owned(TABLES.orders));
      either.orWhereIn('cart_document_id', owned(TABLES.carts));
    })
    .orderBy('id')
    .select('kind', 'to', 'sent_at');
  return rows.map((row) => ({
    kind: String(row.kind),
    to: String(row.to),
    sentAt: readDate(row.sent_at) ?? new Date(0),
  }));
}

const raterOf = (account: string) => `account:${account}`;

/** Of one of the accounts, or of nobody under the e-mail: what another account typed or ordered is its own. */
function ownedBy({ accounts, email }: Person) {
  return (either: Knex.QueryBuilder) => {
    either.whereIn('account', [...accounts]);
    if (email !== null) either.orWhere({ email, account: null });
  };
}
