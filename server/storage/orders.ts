import type { Order } from '../domain/orders/order';
import type { Payment } from '../domain/payments/payment';
import { type Connection, insertAll } from './database';
import { readOrder } from './orders/read';
import {
  lineColumns,
  lineRow,
  orderRow,
  paymentColumns,
  snapshotColumns,
  statusColumns,
} from './orders/rows';
import { TABLES } from './tables';
import { newDocument } from './values';

export type OrderKey = { tokenHash: string } | { cartDocumentId: string } | { documentId: string };

/** Writes an order with its lines and payments: three statements for up to a hundred lines. */
export async function insertOrder(
  trx: Connection,
  order: Order,
  tokenHash: string,
  now: Date
): Promise<void> {
  await trx(TABLES.orders).insert(orderRow(order, tokenHash, now));
  await insertAll(
    trx,
    TABLES.orderItems,
    order.lines.map((line, position) => lineRow(order.documentId, line, position, now))
  );
  await insertPayments(trx, order, order.payments, now);
}

function insertPayments(
  trx: Connection,
  { documentId }: Order,
  payments: readonly Payment[],
  now: Date
): Promise<void> {
  return insertAll(
    trx,
    TABLES.payments,
    payments.map((payment) => ({
      ...newDocument(now),
      document_id: payment.documentId,
      order_document_id: documentId,
      ...paymentColumns(payment),
    }))
  );
}

export function findOrder(db: Connection, key: OrderKey): Promise<Order | null> {
  return readOrder(db, db(TABLES.orders).where(where(key)));
}

/** Locks the order until the transaction ends; its first statement, as with carts. */
export async function lockOrder(trx: Connection, key: OrderKey): Promise<Order | null> {
  const row = await trx(TABLES.orders).where(where(key)).forUpdate().first('document_id');
  return row ? readOrder(trx, trx(TABLES.orders).where(row)) : null;
}

/** Saves what a step changed about the order and its payments, new ones too; lines and money of the snapshot stay. */
export async function saveOrderStep(trx: Connection, order: Order, now: Date): Promise<void> {
  await trx(TABLES.orders)
    .where({ document_id: order.documentId })
    .update({ ...statusColumns(order), updated_at: now });
  for (const payment of order.payments) {
    const updated = await trx(TABLES.payments)
      .where({ document_id: payment.documentId })
      .update({ ...paymentColumns(payment), updated_at: now });
    if (updated === 0) await insertPayments(trx, order, [payment], now);
  }
}

/**
 * Saves what an edit made of an order: lines and money. Its revision is one higher, so that whoever reads both in two
 * statements sees that they belong together.
 */
export async function rewriteOrder(
  trx: Connection,
  before: Order,
  after: Order,
  now: Date
): Promise<void> {
  await trx(TABLES.orders)
    .where({ document_id: after.documentId })
    .update({ ...snapshotColumns(after), revision: after.revision, updated_at: now });
  const gone = before.lines.filter(({ id }) => !after.lines.some((line) => line.id === id));
  if (gone.length > 0) {
    await trx(TABLES.orderItems)
      .whereIn(
        'document_id',
        gone.map(({ id }) => id)
      )
      .delete();
  }
  const known = new Set(before.lines.map(({ id }) => id));
  const positioned = after.lines.map((line, position) => ({ line, position }));
  for (const { line, position } of positioned.filter((one) => known.has(one.line.id))) {
    await trx(TABLES.orderItems)
      .where({ document_id: line.id })
      .update({ ...lineColumns(line, position), updated_at: now });
  }
  await insertAll(
    trx,
    TABLES.orderItems,
    positioned
      .filter(({ line }) => !known.has(line.id))
      .map(({ line, position }) => lineRow(after.documentId, line, position, now))
  );
}

function where(key: OrderKey) {
  if ('tokenHash' in key) return { token_hash: key.tokenHash };
  return 'cartDocumentId' in key
    ? { cart_document_id: key.cartDocumentId }
    : { document_id: key.documentId };
}
