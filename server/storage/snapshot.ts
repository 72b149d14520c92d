import type { Knex } from 'knex';

import { latest } from './latest';
import { TABLES } from './tables';

/**
 * Whether a transaction still reads what is there. MySQL and MariaDB show a transaction the rows as they were at
 * its first read; when somebody saved the product since, the host would delete and copy rows that are gone.
 * Always true on PostgreSQL and SQLite.
 */
export async function readsLatest(
  trx: Knex.Transaction,
  productDocumentId: string
): Promise<boolean> {
  const { dialect } = trx.client as { dialect: string };
  if (dialect !== 'mysql') return true;

  const rows = () =>
    trx(TABLES.products)
      .where({ document_id: productDocumentId })
      .orderBy('id')
      .select('id', 'updated_at');
  const variations = () =>
    trx(TABLES.variations)
      .where({ product_document_id: productDocumentId })
      .orderBy('id')
      .select('id');
  const seen = [await rows(), await variations()];
  const there = [await latest(trx, rows()), await latest(trx, variations())];
  return JSON.stringify(seen) === JSON.stringify(there);
}
