import type { Knex } from 'knex';

import type { Order } from '../../domain/orders/order';
import type { Connection } from '../database';
import { TABLES } from '../tables';
import { type Row, toLine, toOrder, toPayment } from './rows';

export async function readOrder(db: Connection, orders: Knex.QueryBuilder): Promise<Order | null> {
  return (await readOrders(db, orders))[0] ?? null;
}

const PAYMENT_COLUMNS = [
  'document_id',
  'provider',
  'reference',
  'status',
  'amount',
  'amount_authorized',
  'amount_captured',
  'amount_refunded',
  'attempts',
  'asked_at',
  'action',
  'reason',
  'operations',
].map((column) => `p.${column} as of_payment_${column}`);

/** An order is edited now and then; twice while one answer reads it, hardly ever. */
const MOST_READS = 5;

/**
 * The orders that `orders` selects, whole. An order and its payments come in one statement: a step that is committed
 * meanwhile is seen in both or in neither. Lines come in a second one, with the revision that they are of: after an edit
 * in between everything is read again, so that nobody sees new amounts with old lines.
 */
export async function readOrders(db: Connection, orders: Knex.QueryBuilder): Promise<Order[]> {
  for (let read = 1; ; read += 1) {
    const { found, edited } = await readOnce(db, orders.clone());
    if (!edited || read === MOST_READS) return found;
  }
}

async function readOnce(
  db: Connection,
  orders: Knex.QueryBuilder
): Promise<{ found: Order[]; edited: boolean }> {
  const rows: Row[] = await db
    .from(orders.as('o'))
    .leftJoin(`${TABLES.payments} as p`, 'p.order_document_id', 'o.document_id')
    .orderBy(['o.id', 'p.id'])
    .select('o.*', ...PAYMENT_COLUMNS);
  const ids = [...new Set(rows.map((row) => String(row.document_id)))];
  if (ids.length === 0) return { found: [], edited: false };
  const lines: Row[] = await db(`${TABLES.orderItems} as i`)
    .join(`${TABLES.orders} as o`, 'o.document_id', 'i.order_document_id')
    .whereIn('i.order_document_id', ids)
    .orderBy(['i.position', 'i.id'])
    .select('i.*', 'o.revision as of_revision');
  let edited = false;
  const found = ids.flatMap((id) => {
    const ofOrder = rows.filter((row) => row.document_id === id);
    const payments = ofOrder.filter((row) => row.of_payment_document_id !== null).map(toPayment);
    const own = lines.filter((row) => row.order_document_id === id);
    edited ||= own.some((row) => row.of_revision !== ofOrder[0]?.revision);
    return ofOrder.slice(0, 1).map((row) => toOrder(row, own.map(toLine), payments));
  });
  return { found, edited };
}
