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

/**
 * The orders that `orders` selects, whole. An order and its payments come in one statement: a step that is
 * committed meanwhile is seen in both or in neither. Lines never change, so they may come in a second one.
 */
export async function readOrders(db: Connection, orders: Knex.QueryBuilder): Promise<Order[]> {
  const rows: Row[] = await db
    .from(orders.as('o'))
    .leftJoin(`${TABLES.payments} as p`, 'p.order_document_id', 'o.document_id')
    .orderBy(['o.id', 'p.id'])
    .select('o.*', ...PAYMENT_COLUMNS);
  const ids = [...new Set(rows.map((row) => String(row.document_id)))];
  if (ids.length === 0) return [];
  const lines: Row[] = await db(TABLES.orderItems)
    .whereIn('order_document_id', ids)
    .orderBy(['position', 'id']);
  return ids.flatMap((id) => {
    const ofOrder = rows.filter((row) => row.document_id === id);
    const payments = ofOrder.filter((row) => row.of_payment_document_id !== null).map(toPayment);
    const ofLines = lines.filter((row) => row.order_document_id === id).map(toLine);
    return ofOrder.slice(0, 1).map((row) => toOrder(row, ofLines, payments));
  });
}
