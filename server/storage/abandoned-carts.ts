import type { Connection } from './database';
import { TABLES } from './tables';

/** Open carts with an e-mail, last touched after `since` and not after `until`. */
export interface Abandoned {
  since: Date;
  until: Date;
}

/**
 * Carts that nobody has come back to, whose shopper was not written to about them and has ordered nothing since they
 * were begun.
 */
export async function findAbandonedCarts(
  db: Connection,
  { since, until }: Abandoned,
  most: number
): Promise<string[]> {
  const rows: { document_id: string }[] = await withoutPurchase(db)
    .where('c.last_activity_at', '>', since)
    .where('c.last_activity_at', '<=', until)
    .whereNotExists(
      db(`${TABLES.mails} as m`)
        .where({ 'm.kind': 'abandonedCart' })
        .where('m.reference', db.ref('c.document_id'))
        .select(db.raw('1'))
    )
    .orderBy('c.id')
    .limit(most)
    .select('c.document_id');
  return rows.map(({ document_id }) => document_id);
}

/** Whether one is still so. */
export async function isAbandoned(
  db: Connection,
  documentId: string,
  until: Date
): Promise<boolean> {
  const row = await withoutPurchase(db)
    .where('c.document_id', documentId)
    .where('c.last_activity_at', '<=', until)
    .first('c.id');
  return row !== undefined;
}

function withoutPurchase(db: Connection) {
  return db(`${TABLES.carts} as c`)
    .where('c.status', 'open')
    .where('c.item_count', '>', 0)
    .whereNotNull('c.email')
    .whereNotExists(
      db(`${TABLES.orders} as o`)
        .where('o.email', db.ref('c.email'))
        .where('o.placed_at', '>=', db.ref('c.created_at'))
        .whereNot('o.status', 'cancelled')
        .select(db.raw('1'))
    );
}
