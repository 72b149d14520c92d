import type { Connection } from './database';
import { TABLES } from './tables';
import { readText } from './values';

/** A request that was answered: what it was, and what it made. */
export interface AnsweredRequest {
  fingerprint: string;
  status: number;
  cartDocumentId: string | null;
  orderDocumentId: string | null;
}

/** Whose key it is. Two shoppers may use the same key without meeting. */
export interface RequestKey {
  scope: string;
  key: string;
}

/** The answer given to this key since `oldest`; an older one is forgotten on the way. */
export async function findAnswered(
  trx: Connection,
  request: RequestKey,
  oldest: Date
): Promise<AnsweredRequest | null> {
  const row = await trx(TABLES.idempotencyKeys).where(request).first();
  if (!row) return null;
  if (new Date(row.created_at as string | number | Date) < oldest) {
    await trx(TABLES.idempotencyKeys).where(request).delete();
    return null;
  }
  return {
    fingerprint: String(row.fingerprint),
    status: Number(row.status),
    cartDocumentId: readText(row.cart_document_id),
    orderDocumentId: readText(row.order_document_id),
  };
}

/**
 * Remembers an answer. A second writer of the same key fails on the unique index; its transaction is repeated
 * and then finds this answer.
 */
export async function rememberAnswered(
  trx: Connection,
  request: RequestKey,
  answer: AnsweredRequest,
  now: Date
): Promise<void> {
  await trx(TABLES.idempotencyKeys).insert(toRow(request, answer, now));
}

/** Remembers what became of a request whose key may be known already: of a known one only its status changes. */
export async function rememberOutcome(
  db: Connection,
  request: RequestKey,
  answer: AnsweredRequest,
  now: Date
): Promise<void> {
  await db(TABLES.idempotencyKeys)
    .insert(toRow(request, answer, now))
    .onConflict(['scope', 'key'])
    .merge(['status']);
}

function toRow(request: RequestKey, answer: AnsweredRequest, now: Date) {
  return {
    ...request,
    fingerprint: answer.fingerprint,
    status: answer.status,
    cart_document_id: answer.cartDocumentId,
    order_document_id: answer.orderDocumentId,
    created_at: now,
  };
}
