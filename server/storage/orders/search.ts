import type { Knex } from 'knex';

import type { Order } from '../../domain/orders/order';
import type { Connection } from '../database';
import { TABLES } from '../tables';
import { readOrder, readOrders } from './read';
import type { Row } from './rows';

/** Whose orders: those placed by the account and those placed under its confirmed e-mail. */
export interface OrderOwner {
  account: string;
  confirmedEmail: string | null;
}

function findOwnedOrder(db: Connection, owner: OrderOwner, number: string): Promise<Order | null> {
  return readOrder(db, owned(db, owner).where({ number }));
}

/** The order that a payment provider speaks of: by its own reference, else by the number that it was given. */
export async function findOrderOfPayment(
  db: Connection,
  payment: { provider: string; reference: string; orderNumber: string | null }
): Promise<Order | null> {
  const { provider, reference, orderNumber: number } = payment;
  const paidBy = db(TABLES.payments).where({ provider, reference }).select('order_document_id');
  const byReference = await readOrder(db, db(TABLES.orders).whereIn('document_id', paidBy));
  if (byReference || number === null) return byReference;
  return readOrder(db, db(TABLES.orders).where({ number }));
}

/** By its secret link, or by its number for whoever owns it (rule 8.10); somebody else's is not there. */
export async function findVisibleOrder(
  db: Connection,
  { tokenHash, number }: { tokenHash: string; number: string },
  owner: OrderOwner | null
): Promise<Order | null> {
  const byLink = await readOrder(db, db(TABLES.orders).where({ token_hash: tokenHash }));
  return byLink ?? (owner && findOwnedOrder(db, owner, number));
}

interface Page {
  page: number;
  pageSize: number;
}

interface OrderPage {
  orders: Order[];
  total: number;
}

/** One page of an account's orders, newest first, and how many there are: four statements. */
export function findOwnedOrders(db: Connection, owner: OrderOwner, page: Page): Promise<OrderPage> {
  return pageOf(db, () => owned(db, owner), page);
}

/** What staff look for; null does not matter. */
export interface OrderFilter {
  /** In the number, the e-mail, the addresses, or the SKU of a line. */
  text: string | null;
  status: string | null;
  paymentStatus: string | null;
}

export function searchOrders(db: Connection, filter: OrderFilter, page: Page): Promise<OrderPage> {
  return pageOf(db, () => matching(db, filter), page);
}

function matching(db: Connection, { text, status, paymentStatus }: OrderFilter) {
  const orders = db(TABLES.orders);
  if (status) orders.where({ status });
  if (paymentStatus) orders.where({ payment_status: paymentStatus });
  if (!text) return orders;
  const pattern = `%${text.toLowerCase().replace(/[!%_]/g, '!$&')}%`;
  const like = (column: string) => db.raw(`LOWER(${column}) LIKE ? ESCAPE '!'`, [pattern]);
  return orders.where((any) => {
    for (const column of ['number', 'email', asText(db, 'billing'), asText(db, 'shipping')]) {
      any.orWhere(like(column));
    }
    any.orWhereIn(
      'document_id',
      db(TABLES.orderItems).where(like('sku')).select('order_document_id')
    );
  });
}

/** PostgreSQL keeps JSON in a type of its own, which LIKE does not take. */
function asText(db: Connection, column: string): string {
  return /mysql/.test(String(db.client.config.client)) ? column : `CAST(${column} AS TEXT)`;
}

async function pageOf(
  db: Connection,
  query: () => Knex.QueryBuilder,
  { page, pageSize }: Page
): Promise<OrderPage> {
  const counted = await query().count('* as total').first();
  const rows: Row[] = await query()
    .orderBy([
      { column: 'placed_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .select('document_id');
  const ids = rows.map((row) => String(row.document_id));
  const orders = await readOrders(db, db(TABLES.orders).whereIn('document_id', ids));
  const place = new Map(ids.map((id, index) => [id, index]));
  orders.sort((a, b) => (place.get(a.documentId) ?? 0) - (place.get(b.documentId) ?? 0));
  return { orders, total: Number(counted?.total ?? 0) };
}

/** What another account ordered stays its own, also when it has let go of its e-mail and somebody else confirms it. */
export function owned(db: Connection, { account, confirmedEmail }: OrderOwner) {
  return db(TABLES.orders).where((either) => {
    either.where({ account });
    if (confirmedEmail) either.orWhere({ email: confirmedEmail, account: null });
  });
}
