import type { Knex } from 'knex';

import type { Connection } from './database';
import { TABLES } from './tables';
import { readDate, readText } from './values';

/** A change of stock as it was written down, with what it was about. */
export interface RecordedMovement {
  id: number;
  at: Date;
  variationDocumentId: string;
  sku: string | null;
  product: { documentId: string; title: string | null } | null;
  change: number;
  stockAfter: number | null;
  reason: string;
  reference: string | null;
  orderDocumentId: string | null;
  actor: string | null;
  note: string | null;
}

/** null does not matter. */
export interface MovementFilter {
  variation: string | null;
  reason: string | null;
  /** The number of an order. */
  reference: string | null;
  from: Date | null;
  /** That instant is not in it. */
  until: Date | null;
}

function matchingMovements(db: Connection, filter: MovementFilter): Knex.QueryBuilder {
  const { variation, reason, reference, from, until } = filter;
  const query = db(`${TABLES.stockMovements} as m`);
  if (variation !== null) query.where('m.variation_document_id', variation);
  if (reason !== null) query.where('m.reason', reason);
  if (reference !== null) query.where('m.reference', reference);
  if (from !== null) query.where('m.created_at', '>=', from);
  if (until !== null) query.where('m.created_at', '<', until);
  return query;
}

export async function countMovements(db: Connection, filter: MovementFilter): Promise<number> {
  const row = (await matchingMovements(db, filter).count({ total: '*' }).first()) as {
    total: unknown;
  };
  return Number(row.total);
}

interface Part {
  limit: number;
  offset?: number;
  /** Only what was written down before this one. */
  before?: number;
}

/** Newest first, in one statement. */
export async function findMovements(
  db: Connection,
  filter: MovementFilter,
  locale: string,
  { limit, offset = 0, before }: Part
): Promise<RecordedMovement[]> {
  const query = matchingMovements(db, filter);
  if (before !== undefined) query.where('m.id', '<', before);
  const rows = (await query
    .leftJoin(`${TABLES.variations} as v`, 'v.document_id', 'm.variation_document_id')
    .leftJoin(`${TABLES.products} as p`, (join) =>
      join
        .on('p.document_id', 'v.product_document_id')
        .andOnVal('p.locale', locale)
        .andOnNull('p.published_at')
    )
    .leftJoin(`${TABLES.orders} as o`, 'o.number', 'm.reference')
    .orderBy('m.id', 'desc')
    .limit(limit)
    .offset(offset)
    .select(
      'm.*',
      'v.product_document_id',
      'p.title',
      'o.document_id as order_document_id'
    )) as Row[];
  return rows.map(movementOf);
}

type Row = Record<string, unknown>;

function movementOf(row: Row): RecordedMovement {
  const productDocumentId = readText(row.product_document_id);
  return {
    id: Number(row.id),
    at: readDate(row.created_at) ?? new Date(0),
    variationDocumentId: String(row.variation_document_id),
    sku: readText(row.sku),
    product: productDocumentId
      ? { documentId: productDocumentId, title: readText(row.title) }
      : null,
    change: Number(row.change),
    stockAfter: row.stock_after === null ? null : Number(row.stock_after),
    reason: String(row.reason),
    reference: readText(row.reference),
    orderDocumentId: readText(row.order_document_id),
    actor: readText(row.actor),
    note: readText(row.note),
  };
}
