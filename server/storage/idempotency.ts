import { type Connection, insertRow } from './database';
import { latest } from './latest';
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

/** The answer given to this key since `oldest`. */
export async function findAnswered(
  db: Connection,
  request: RequestKey,
  oldest: Date
): Promise<AnsweredRequest | null> {
  const [row] = await latest(
    db,
    db(TABLES.idempotencyKeys).where(request).where('created_at', '>=', oldest).select('*')
  );
  return row ? toAnswer(row) : null;
}

/**
 * Takes the key for an answer that this transaction is about to give: one statement when nobody had it. A second
 * request with the same key waits here for the first one, and then gets its answer. A key older than `oldest` counts
 * as new.
 *
 * @returns the answer that the key was given already; null when the key is now this transaction's
 */
export async function claimKey(
  trx: Connection,
  request: RequestKey,
  answer: AnsweredRequest,
  { oldest, now }: { oldest: Date; now: Date }
): Promise<AnsweredRequest | null> {
  const row = toRow(request, answer, now);
  const insert = () => insertRow(trx, TABLES.idempotencyKeys, row, ['scope', 'key']);
  if (await insert()) return null;
  const known = await findAnswered(trx, request, oldest);
  if (known) return known;
  await trx(TABLES.idempotencyKeys).where(request).where('created_at', '<', oldest).delete();
  await insert();
  return null;
}

/** Few enough for one short statement. */
const KEYS_AT_ONCE = 500;

/** Lets go of some keys from before that instant; a key that was taken anew meanwhile stays. @returns how many */
export async function forgetKeys(db: Connection, before: Date): Promise<number> {
  const rows: { id: number }[] = await db(TABLES.idempotencyKeys)
    .where('created_at', '<', before)
    .orderBy('created_at')
    .limit(KEYS_AT_ONCE)
    .select('id');
  if (rows.length === 0) return 0;
  return db(TABLES.idempotencyKeys)
    .whereIn(
      'id',
      rows.map(({ id }) => id)
    )
    .where('created_at', '<', before)
    .delete();
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

function toAnswer(row: Record<string, unknown>): AnsweredRequest {
  return {
    fingerprint: String(row.fingerprint),
    status: Number(row.status),
    cartDocumentId: readText(row.cart_document_id),
    orderDocumentId: readText(row.order_document_id),
  };
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
