import type { Connection } from './database';
import { dropHolds } from './stock-holds';
import { TABLES } from './tables';

/** Carts that nobody has touched since `until`, that instant included; `orderedToo`: those that became orders as well. */
export interface Stale {
  until: Date;
  orderedToo: boolean;
}

export async function countStaleCarts(db: Connection, stale: Stale): Promise<number> {
  const row = await staleCarts(db, stale).count('* as n').first();
  return Number(row?.['n']);
}

/** The next so many after the row `after`, by row. */
export async function findStaleCarts(
  db: Connection,
  stale: Stale,
  { after, most }: { after: number; most: number }
): Promise<number[]> {
  const rows: { id: number }[] = await staleCarts(db, stale)
    .where('id', '>', after)
    .orderBy('id')
    .limit(most)
    .select('id');
  return rows.map(({ id }) => id);
}

/**
 * Deletes those of the rows that are still stale, with their lines: a cart that is being written to is waited for here,
 * and stays. The lock is the transaction's first statement, as in `lockCart`.
 *
 * @returns how many
 */
export async function deleteStaleCarts(
  trx: Connection,
  stale: Stale,
  rows: readonly number[]
): Promise<number> {
  const locked: { id: number; document_id: string }[] = await staleCarts(trx, stale)
    .whereIn('id', rows)
    .orderBy('id')
    .forUpdate()
    .select('id', 'document_id');
  if (locked.length === 0) return 0;
  const documents = locked.map(({ document_id }) => document_id);
  await trx(TABLES.cartItems).whereIn('cart_document_id', documents).delete();
  await dropHolds(trx, documents);
  const ids = locked.map(({ id }) => id);
  await trx(TABLES.carts).whereIn('id', ids).delete();
  return locked.length;
}

function staleCarts(db: Connection, { until, orderedToo }: Stale) {
  const carts = db(TABLES.carts).where('last_activity_at', '<=', until);
  return orderedToo ? carts : carts.where('status', 'open');
}
