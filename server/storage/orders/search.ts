import type { Knex } from 'knex';

import type { Order } from '../../domain/orders/order';
import type { Connection } from '../database';
import { TABLES } from '../tables';
import { matchingOrders, type OrderFilter } from './desk-filter';
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
export async function findOwnedOrders(
  db: Connection,
  owner: OrderOwner,
  page: Page
): Promise<OrderPage> {
  const counted = await owned(db, owner).count('* as total').first();
  const orders = await pageOf(db, owned(db, owner), NEWEST_FIRST, page);
  return { orders, total: Number(counted?.total ?? 0) };
}

/** By what a list of orders can be put in order. */
export interface OrderSort {
  by: 'placedAt' | 'number' | 'total';
  direction: 'asc' | 'desc';
}

export const NEWEST_FIRST: OrderSort = { by: 'placedAt', direction: 'desc' };

/** Counting goes no further: in a shop of a million orders nobody needs to know how many more there are. */
const MOST_COUNTED = 10_000;

export interface FoundOrders extends OrderPage {
  /** `total` is as far as was counted; there are more. */
  more: boolean;
}

/** One page of what staff look for, and how many there are: four statements. */
export async function searchOrders(
  db: Connection,
  filter: Partial<OrderFilter>,
  page: Page,
  sort: OrderSort = NEWEST_FIRST
): Promise<FoundOrders> {
  const some = matchingOrders(db, filter)
    .select('id')
    .limit(MOST_COUNTED + 1);
  const counted: Row | undefined = await db.from(some.as('some')).count('* as total').first();
  const total = Number(counted?.['total'] ?? 0);
  const orders = await pageOf(db, matchingOrders(db, filter), sort, page);
  return { orders, total: Math.min(total, MOST_COUNTED), more: total > MOST_COUNTED };
}

/** Which orders fit, in the order of the list: for what is done to all of them. */
export async function findOrderNames(
  db: Connection,
  filter: Partial<OrderFilter>,
  sort: OrderSort,
  most: number
): Promise<{ documentId: string; number: string }[]> {
  const rows: Row[] = await inOrder(matchingOrders(db, filter), sort)
    .limit(most)
    .select('document_id', 'number');
  return rows.map((row) => ({ documentId: String(row.document_id), number: String(row.number) }));
}

/** Those of the ids that there are, in the same order. */
export async function findOrdersById(db: Connection, ids: readonly string[]): Promise<Order[]> {
  const orders = await readOrders(db, db(TABLES.orders).whereIn('document_id', ids));
  const place = new Map(ids.map((id, index) => [id, index]));
  return orders.sort((a, b) => (place.get(a.documentId) ?? 0) - (place.get(b.documentId) ?? 0));
}

/** The next orders after a row, the oldest first; two statements. null: there are no more. */
export async function findNextOrders(
  db: Connection,
  filter: Partial<OrderFilter>,
  { after, most }: { after: number; most: number }
): Promise<{ orders: Order[]; last: number } | null> {
  const rows: Row[] = await matchingOrders(db, filter)
    .where('id', '>', after)
    .orderBy('id')
    .limit(most)
    .select('id', 'document_id');
  const last = rows.at(-1);
  if (!last) return null;
  const ids = rows.map((row) => String(row.document_id));
  return { orders: await findOrdersById(db, ids), last: Number(last.id) };
}

/** The countries that orders go to. */
export async function findOrderCountries(db: Connection): Promise<string[]> {
  const rows: Row[] = await db(TABLES.orders)
    .whereNotNull('country')
    .distinct('country')
    .orderBy('country');
  return rows.map((row) => String(row.country));
}

async function pageOf(
  db: Connection,
  orders: Knex.QueryBuilder,
  sort: OrderSort,
  { page, pageSize }: Page
): Promise<Order[]> {
  const rows: Row[] = await inOrder(orders, sort)
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .select('document_id');
  return findOrdersById(
    db,
    rows.map((row) => String(row.document_id))
  );
}

/** Numbers are given as orders are written, and are text: of "9" and "10" the rows know which was first. */
const COLUMNS: Record<OrderSort['by'], string> = {
  placedAt: 'placed_at',
  number: 'id',
  total: 'total',
};

function inOrder(orders: Knex.QueryBuilder, { by, direction }: OrderSort): Knex.QueryBuilder {
  return orders.orderBy([
    { column: COLUMNS[by], order: direction },
    ...(by === 'number' ? [] : [{ column: 'id', order: direction }]),
  ]);
}

/** What another account ordered stays its own, also when it has let go of its e-mail and somebody else confirms it. */
export function owned(db: Connection, { account, confirmedEmail }: OrderOwner) {
  return db(TABLES.orders).where((either) => {
    either.where({ account });
    if (confirmedEmail) either.orWhere({ email: confirmedEmail, account: null });
  });
}
