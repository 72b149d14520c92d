import { type Connection, insertRow } from './database';
import { TABLES } from './tables';
import { readDate, readJson, readText, writeJson } from './values';

type Row = Record<string, unknown>;

/** A message of a payment provider, verified, stored once (rule 8.7). */
export interface WebhookReceipt {
  provider: string;
  /** The provider's own id of the message. */
  eventId: string;
  reference: string;
  orderNumber: string | null;
  /** What it says of the payment, as the provider's reading of it. */
  message: Record<string, unknown>;
}

/** @returns whether it is new, or was stored before and not handled */
export async function storeReceipt(
  db: Connection,
  receipt: WebhookReceipt,
  { now, retryAt }: { now: Date; retryAt: Date }
): Promise<boolean> {
  const { provider, eventId, reference, orderNumber, message } = receipt;
  const row = {
    provider,
    event_id: eventId,
    reference,
    order_number: orderNumber,
    status: String(message.status),
    message: writeJson(message),
    received_at: now,
    retry_at: retryAt,
  };
  if (await insertRow(db, TABLES.webhookReceipts, row, ['provider', 'event_id'])) return true;
  const known: Row | undefined = await db(TABLES.webhookReceipts)
    .where({ provider, event_id: eventId })
    .first('handled_at');
  return known?.handled_at === null;
}

export async function markHandled(
  db: Connection,
  { provider, eventId }: Pick<WebhookReceipt, 'provider' | 'eventId'>,
  now: Date
): Promise<void> {
  await db(TABLES.webhookReceipts)
    .where({ provider, event_id: eventId })
    .update({ handled_at: now });
}

/** A message that waits for its order. */
export interface WaitingReceipt extends WebhookReceipt {
  receivedAt: Date;
}

/** What came since then, is due, and found no order yet, or nobody who lived long enough to handle it. */
export async function findUnhandled(
  db: Connection,
  { since, now }: { since: Date; now: Date },
  most: number
): Promise<WaitingReceipt[]> {
  const rows: Row[] = await db(TABLES.webhookReceipts)
    .whereNull('handled_at')
    .where('received_at', '>=', since)
    .where((due) => due.whereNull('retry_at').orWhere('retry_at', '<=', now))
    .orderBy('retry_at')
    .limit(most);
  return rows.map((row) => ({
    provider: String(row.provider),
    eventId: String(row.event_id),
    reference: String(row.reference),
    orderNumber: readText(row.order_number),
    message: readJson<Record<string, unknown>>(row.message) ?? {},
    receivedAt: readDate(row.received_at) ?? now,
  }));
}

/** It still fits nothing: others get their turn before it is looked at again. */
export async function postponeReceipt(
  db: Connection,
  { provider, eventId }: Pick<WebhookReceipt, 'provider' | 'eventId'>,
  retryAt: Date
): Promise<void> {
  await db(TABLES.webhookReceipts)
    .where({ provider, event_id: eventId })
    .update({ retry_at: retryAt });
}
