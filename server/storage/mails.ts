import type { Mail, MailOrder } from '../domain/mails/mail';
import type { Connection } from './database';
import { TABLES } from './tables';
import { readDate, readText } from './values';

/** Writes mails down that are to be sent; one that was written down before stays as it is. */
export async function orderMails(
  db: Connection,
  mails: readonly MailOrder[],
  createdAt: Date,
  due: Date
): Promise<void> {
  if (mails.length === 0) return;
  await db(TABLES.mails)
    .insert(
      mails.map(({ kind, reference, orderDocumentId, cartDocumentId }) => ({
        kind,
        reference,
        order_document_id: orderDocumentId,
        cart_document_id: cartDocumentId,
        status: 'waiting',
        attempts: 0,
        created_at: createdAt,
        next_attempt_at: due,
      }))
    )
    .onConflict(['kind', 'reference'])
    .ignore();
}

/** The oldest mails that are due. */
export async function findDueMails(db: Connection, now: Date, most: number): Promise<Mail[]> {
  const rows: Record<string, unknown>[] = await db(TABLES.mails)
    .where({ status: 'waiting' })
    .where('next_attempt_at', '<=', now)
    .orderBy('id')
    .limit(most);
  return rows.map(toMail);
}

export async function findMail(
  db: Connection,
  key: Pick<MailOrder, 'kind' | 'reference'>
): Promise<Mail | null> {
  const row = await db(TABLES.mails).where(key).first();
  return row ? toMail(row) : null;
}

/**
 * Takes a mail for this server until `until`: whoever dies with it loses it then.
 *
 * @returns whether it was still as it was seen; if not, another server has it
 */
export async function claimMail(
  db: Connection,
  { id, attempts }: Mail,
  now: Date,
  until: Date
): Promise<boolean> {
  const claimed = await db(TABLES.mails)
    .where({ id, attempts, status: 'waiting' })
    .where('next_attempt_at', '<=', now)
    .update({ attempts: attempts + 1, next_attempt_at: until });
  return claimed === 1;
}

/** `sentAt` is when its words were read, so that what came later can be told by another mail. */
export async function markSent(
  db: Connection,
  { id }: Mail,
  { to, locale, sentAt }: { to: string; locale: string; sentAt: Date }
): Promise<void> {
  await db(TABLES.mails)
    .where({ id })
    .update({ status: 'sent', to, locale, sent_at: sentAt, error: null, next_attempt_at: null });
}

/** There is no reason yet; having looked is no attempt. */
export async function letWait(db: Connection, { id, attempts }: Mail, until: Date): Promise<void> {
  await db(TABLES.mails).where({ id }).update({ attempts, next_attempt_at: until });
}

/** There is no reason any more. */
export async function dropMail(db: Connection, { id }: Mail, why: string): Promise<void> {
  await db(TABLES.mails)
    .where({ id })
    .update({ status: 'dropped', error: why, next_attempt_at: null });
}

/** It could not be sent. `again` null: nobody tries any more. */
export async function postponeMail(
  db: Connection,
  { id }: Mail,
  error: string,
  again: Date | null
): Promise<void> {
  await db(TABLES.mails)
    .where({ id })
    .update({ error, next_attempt_at: again, ...(again ? {} : { status: 'failed' }) });
}

function toMail(row: Record<string, unknown>): Mail {
  return {
    id: Number(row.id),
    kind: String(row.kind) as Mail['kind'],
    reference: String(row.reference),
    orderDocumentId: readText(row.order_document_id),
    cartDocumentId: readText(row.cart_document_id),
    status: String(row.status) as Mail['status'],
    attempts: Number(row.attempts),
    createdAt: readDate(row.created_at) ?? new Date(0),
    sentAt: readDate(row.sent_at),
  };
}
