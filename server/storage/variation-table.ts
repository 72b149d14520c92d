import type { Knex } from 'knex';

import type { RowChange } from '../domain/catalogue/read-row-edit';
import { inChunks } from './chunks';
import { type Connection, insertAll } from './database';
import { latest } from './latest';
import { TABLES } from './tables';
import { readText, writeAmount } from './values';

type Column = (change: RowChange) => string | number | null;

/** What is written of a row, apart from what sales have a word in. */
const COLUMNS: Record<string, { of: Column; type?: string }> = {
  unit_price: { of: ({ unitPrice }) => writeAmount(unitPrice), type: 'DECIMAL(19,4)' },
  cost_price: { of: ({ costPrice }) => writeAmount(costPrice), type: 'DECIMAL(19,4)' },
  weight: { of: ({ weight }) => writeAmount(weight), type: 'DECIMAL(12,3)' },
  stock: { of: ({ stock }) => stock },
};

/** One statement for a hundred rows. */
export async function writeTableRows(
  trx: Knex.Transaction,
  changes: readonly RowChange[],
  now: Date
): Promise<void> {
  for (const chunk of inChunks(changes)) {
    const columns = Object.entries(COLUMNS).map(([column, { of, type }]) => [
      column,
      byId(
        trx,
        column,
        chunk.map((change) => [change.variation.id, of(change)] as const),
        type
      ),
    ]);
    await ofRows(trx, chunk).update({ ...Object.fromEntries(columns), updated_at: now });
  }
}

/** First, so that two rows can exchange theirs: the index looks at each row by itself. */
export async function clearSkus(
  trx: Knex.Transaction,
  changes: readonly RowChange[]
): Promise<void> {
  for (const chunk of inChunks(changes)) await ofRows(trx, chunk).update({ sku: null });
}

export async function writeSkus(
  trx: Knex.Transaction,
  skus: readonly (readonly [id: number, sku: string])[]
): Promise<void> {
  for (const chunk of inChunks(skus)) {
    await trx(TABLES.variations)
      .whereIn(
        'id',
        chunk.map(([id]) => id)
      )
      .update({ sku: byId(trx, 'sku', chunk) });
  }
}

/** Those of the SKUs that a variation of the shop has. */
export async function findTakenSkus(
  trx: Knex.Transaction,
  skus: readonly string[]
): Promise<string[]> {
  const taken: string[] = [];
  for (const chunk of inChunks(skus)) {
    const query = trx(TABLES.variations).whereIn('sku', chunk).select('sku');
    const rows = (await latest(trx, query)) as { sku: string }[];
    taken.push(...rows.map(({ sku }) => sku));
  }
  return taken;
}

/** Which picture each of the variations shows from now on; none where it is null. */
export async function linkVariationImages(
  trx: Knex.Transaction,
  changes: readonly RowChange[]
): Promise<void> {
  for (const chunk of inChunks(changes)) {
    await trx(TABLES.variationImages)
      .whereIn(
        'product_variation_id',
        chunk.map(({ variation }) => variation.id)
      )
      .delete();
  }
  const links = changes.flatMap(({ variation, imageId }) =>
    imageId === null ? [] : [{ product_variation_id: variation.id, product_image_id: imageId }]
  );
  await insertAll(trx, TABLES.variationImages, links);
}

/** What sales are called, by their documents. */
export async function readSaleTitles(
  db: Connection,
  saleIds: readonly string[]
): Promise<Map<string, string>> {
  if (saleIds.length === 0) return new Map();
  const query = db(TABLES.sales)
    .whereIn('document_id', [...saleIds])
    .select('document_id', 'title');
  const rows = (await latest(db, query)) as Record<string, unknown>[];
  return new Map(rows.map((row) => [String(row.document_id), readText(row.title) ?? '']));
}

const ofRows = (trx: Knex.Transaction, changes: readonly RowChange[]) =>
  trx(TABLES.variations).whereIn(
    'id',
    changes.map(({ variation }) => variation.id)
  );

/** To each row its own value, in one expression. */
function byId(
  trx: Knex.Transaction,
  column: string,
  values: readonly (readonly [id: number, value: string | number | null])[],
  type?: string
) {
  const then = type === undefined ? '?' : `CAST(? AS ${type})`;
  const cases = values.map(() => `WHEN ? THEN ${then}`).join(' ');
  return trx.raw(`CASE id ${cases} ELSE ?? END`, [...values.flat(), column]);
}
