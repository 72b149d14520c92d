import type { Order } from '../domain/orders/order';
import { type Connection, insertAll } from './database';
import { readOrder } from './orders/read';
import { lineRow, orderRow, paymentColumns, statusColumns } from './orders/rows';
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
  await insertAll(
    trx,
    TABLES.payments,
    order.payments.map((payment) => ({
      ...newDocument(now),
      document_id: payment.documentId,
      order_document_id: order.documentId,
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

/** Saves what a step of the order changed about it and its payments; lines and money of the snapshot stay. */
export async function saveOrderStep(trx: Connection, order: Order, now: Date): Promise<void> {
  await trx(TABLES.orders)
    .where({ document_id: order.documentId })
    .update({ ...statusColumns(order), updated_at: now });
  for (const payment of order.payments) {
    await trx(TABLES.payments)
      .where({ document_id: payment.documentId })
      .update({ ...paymentColumns(payment), updated_at: now });
  }
}

function where(key: OrderKey) {
  if ('tokenHash' in key) return { token_hash: key.tokenHash };
  return 'cartDocumentId' in key
    ? { cart_document_id: key.cartDocumentId }
    : { document_id: key.documentId };
}
