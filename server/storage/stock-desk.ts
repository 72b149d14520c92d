import type { Knex } from 'knex';

import { UIDS } from '../../content-types/uids';
import type { Connection } from './database';
import { matching } from './listings/search';
import { TABLES } from './tables';

export type Shelf = 'all' | 'low' | 'out' | 'uncounted';

export interface StockFilter {
  shelf: Shelf;
  /** Each must stand in the SKU, the product's title, or the name of an option. */
  words: readonly string[];
  /** null: nothing is low. */
  threshold: number | null;
  /** The language of the titles. */
  locale: string;
}

export interface StockOrder {
  by: 'sku' | 'stock' | 'title';
  direction: 'asc' | 'desc';
}

/** The variations `v` that are not retired and fit the search. */
function found(db: Connection, { words, locale }: StockFilter): Knex.QueryBuilder {
  const query = db(`${TABLES.variations} as v`).where('v.retired', false);
  for (const word of words) {
    const titled = matching(drafts(db, locale), 'p.title', word).select('p.document_id');
    const named = matching(
      db(`${TABLES.variationOptions} as vo`).join(
        `${TABLES.options} as o`,
        'o.id',
        'vo.product_option_id'
      ),
      'o.name',
      word
    ).select('vo.product_variation_id');
    query.where((any) => {
      any.where((own) => matching(own, 'v.sku', word));
      any.orWhereIn('v.product_document_id', titled).orWhereIn('v.id', named);
    });
  }
  return query;
}

/** Products as editors see them. */
function drafts(db: Connection, locale: string): Knex.QueryBuilder {
  return db(`${TABLES.products} as p`).whereNull('p.published_at').where('p.locale', locale);
}

/** What stands on a shelf, as SQL; a thing that ran out is not low any more. */
function conditionOf(shelf: Shelf, threshold: number | null): string {
  if (shelf === 'out') return 'v.stock = 0';
  if (shelf === 'uncounted') return 'v.stock IS NULL';
  if (shelf === 'low') {
    return threshold === null ? '1 = 0' : `v.stock BETWEEN 1 AND ${threshold}`;
  }
  return '1 = 1';
}

/** How many variations fit the search on each shelf, in one statement. */
export async function countShelves(
  db: Connection,
  filter: StockFilter
): Promise<Record<Shelf, number>> {
  const shelves: Shelf[] = ['all', 'low', 'out', 'uncounted'];
  const sums = shelves.map((shelf) =>
    db.raw(
      `SUM(CASE WHEN ${conditionOf(shelf, filter.threshold)} THEN 1 ELSE 0 END) AS in_${shelf}`
    )
  );
  const row = (await found(db, filter).select(sums).first()) as Record<string, unknown>;
  const count = (shelf: Shelf) => Number(row[`in_${shelf}`] ?? 0);
  return {
    all: count('all'),
    low: count('low'),
    out: count('out'),
    uncounted: count('uncounted'),
  };
}

/** One page of a shelf, in one statement. What is not counted comes after all numbers. @returns documents */
export async function findStockPage(
  db: Connection,
  filter: StockFilter,
  { by, direction }: StockOrder,
  { page, pageSize }: { page: number; pageSize: number }
): Promise<string[]> {
  const query = found(db, filter).whereRaw(conditionOf(filter.shelf, filter.threshold));
  if (by === 'title') {
    query
      .leftJoin(`${TABLES.products} as t`, (join) =>
        join
          .on('t.document_id', 'v.product_document_id')
          .andOnVal('t.locale', filter.locale)
          .andOnNull('t.published_at')
      )
      .orderBy('t.title', direction)
      .orderBy('v.position');
  } else if (by === 'stock') {
    query.orderByRaw('CASE WHEN v.stock IS NULL THEN 1 ELSE 0 END').orderBy('v.stock', direction);
  } else query.orderBy('v.sku', direction);
  const rows = (await query
    .orderBy('v.id')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .select('v.document_id')) as { document_id: string }[];
  return rows.map((row) => row.document_id);
}

/** Units of variations that carts keep, by their documents. */
export async function heldUnits(
  db: Connection,
  documentIds: readonly string[],
  now: Date
): Promise<Map<string, number>> {
  const rows = (await db(TABLES.stockHolds)
    .where({ type: UIDS.productVariation })
    .whereIn('variation_document_id', [...documentIds])
    .where('expires_at', '>', now)
    .groupBy('variation_document_id')
    .select('variation_document_id as document')
    .sum({ units: 'quantity' })) as { document: string; units: unknown }[];
  return new Map(rows.map(({ document, units }) => [document, Number(units)]));
}

/** Units in orders: of those since `since` that were not cancelled, and of open ones that wait for their payment. */
export async function orderedUnits(
  db: Connection,
  documentIds: readonly string[],
  since: Date
): Promise<Map<string, { sold: number; awaiting: number }>> {
  const sum = (condition: string, ...bindings: Knex.Value[]) =>
    db.raw(`SUM(CASE WHEN ${condition} THEN i.quantity ELSE 0 END)`, bindings);
  const awaits = "o.status = 'open' AND o.payment_status IN ('pending', 'failed')";
  const rows = (await db(`${TABLES.orderItems} as i`)
    .join(`${TABLES.orders} as o`, 'o.document_id', 'i.order_document_id')
    .where('i.type', UIDS.productVariation)
    .whereIn('i.sellable_document_id', [...documentIds])
    .where((either) => either.where('o.placed_at', '>=', since).orWhereRaw(awaits))
    .groupBy('i.sellable_document_id')
    .select('i.sellable_document_id as document')
    .select(db.raw('? AS sold', [sum("o.placed_at >= ? AND o.status <> 'cancelled'", since)]))
    .select(db.raw('? AS awaiting', [sum(awaits)]))) as {
    document: string;
    sold: unknown;
    awaiting: unknown;
  }[];
  return new Map(
    rows.map(({ document, sold, awaiting }) => [
      document,
      { sold: Number(sold), awaiting: Number(awaiting) },
    ])
  );
}
