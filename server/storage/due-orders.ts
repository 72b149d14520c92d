import type { Connection } from './database';
import { TABLES } from './tables';
import { readDate } from './values';

/** An order that somebody must look after, as it was found. */
export interface DueOrder {
  documentId: string;
  checkAt: Date;
}

/** The orders whose time has come, the longest waiting first. */
export async function findDueOrders(db: Connection, now: Date, most: number): Promise<DueOrder[]> {
  const rows: Record<string, unknown>[] = await db(TABLES.orders)
    .where('check_at', '<=', now)
    .orderBy('check_at')
    .limit(most)
    .select('document_id', 'check_at');
  return rows.map((row) => ({
    documentId: String(row.document_id),
    checkAt: readDate(row.check_at) ?? now,
  }));
}

/**
 * Takes an order on, unless another server was faster. Whoever dies with it loses it at `until`.
 *
 * @returns whether it is this server's
 */
export async function claimDueOrder(
  db: Connection,
  { documentId, checkAt }: DueOrder,
  until: Date
): Promise<boolean> {
  const claimed = await db(TABLES.orders)
    .where({ document_id: documentId, check_at: checkAt })
    .update({ check_at: until });
  return claimed === 1;
}
