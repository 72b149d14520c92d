import type { PriceEntry } from '../domain/catalogue/price-history';
import { inChunks } from './chunks';
import { type Connection, insertAll } from './database';
import { latest } from './latest';
import { TABLES } from './tables';
import { readAmount, writeAmount } from './values';

type Row = Record<string, unknown>;

export interface StoredEntry extends PriceEntry {
  id: number;
}

/** What is written down of variations, each in the order of time, in one statement. */
export async function readPriceHistory(
  trx: Connection,
  variations: readonly string[]
): Promise<Map<string, StoredEntry[]>> {
  const rows: Row[] = await latest(
    trx,
    trx(TABLES.priceHistory)
      .whereIn('variation_document_id', [...variations])
      .orderBy(['changed_at', 'id'])
      .select('id', 'variation_document_id as variation', 'price', 'changed_at')
  );
  const found = new Map<string, StoredEntry[]>();
  for (const row of rows) {
    const entry = {
      id: Number(row.id),
      at: new Date(row.changed_at as string | number | Date),
      price: readAmount(row.price),
    };
    const variation = String(row.variation);
    const known = found.get(variation);
    if (known) known.push(entry);
    else found.set(variation, [entry]);
  }
  return found;
}

/** What differs between two states of the history of one variation. */
export interface HistoryChange {
  variation: string;
  outdated: readonly StoredEntry[];
  fresh: readonly PriceEntry[];
}

export async function writePriceHistory(
  trx: Connection,
  changes: readonly HistoryChange[]
): Promise<void> {
  const outdated = changes.flatMap((change) => change.outdated.map(({ id }) => id));
  for (const chunk of inChunks(outdated)) {
    await trx(TABLES.priceHistory).whereIn('id', chunk).delete();
  }
  const fresh = changes.flatMap(({ variation, fresh: entries }) =>
    entries.map(({ at, price }) => ({
      variation_document_id: variation,
      price: writeAmount(price),
      changed_at: at,
    }))
  );
  await insertAll(trx, TABLES.priceHistory, fresh);
}

/** Of variations that are gone. */
export async function deleteOrphanedHistory(db: Connection): Promise<void> {
  await db(TABLES.priceHistory)
    .whereNotExists((there) =>
      there
        .select('v.id')
        .from(`${TABLES.variations} as v`)
        .whereRaw('v.document_id = ??', [`${TABLES.priceHistory}.variation_document_id`])
    )
    .delete();
}
