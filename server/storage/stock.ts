import { UIDS } from '../../content-types/uids';
import type { LockedSellable } from '../domain/catalogue/locked-sellable';
import type { SellableRef } from '../domain/catalogue/sellable';
import { type Connection, insertAll } from './database';
import { latest } from './latest';
import { TABLES } from './tables';
import { readAmount, readBoolean, readDate, readText } from './values';

export interface StockMovement extends SellableRef {
  sku: string | null;
  /** Negative when units leave. */
  change: number;
}

export interface StockChange extends StockMovement {
  /** How many rows hold the number, and change together. */
  rows: number;
}

/**
 * Locks variations until the transaction ends, always in the order of their ids: two orders for the same things
 * in another order wait for each other instead of locking each other out (rule 7.2).
 */
export async function lockVariations(
  trx: Connection,
  documentIds: readonly string[]
): Promise<LockedSellable[]> {
  if (documentIds.length === 0) return [];
  const rows = await trx(TABLES.variations)
    .whereIn('document_id', [...documentIds])
    .orderBy('id')
    .forUpdate()
    .select(
      'document_id',
      'product_document_id',
      'sku',
      'is_default',
      'retired',
      'stock',
      'unit_price',
      'sale_price',
      'sale_from',
      'sale_to'
    );
  return rows.map((row: Record<string, unknown>) => ({
    type: UIDS.productVariation,
    documentId: String(row.document_id),
    sku: readText(row.sku),
    forSale: !readBoolean(row.retired),
    prices: {
      unitPrice: readAmount(row.unit_price),
      salePrice: readAmount(row.sale_price),
      saleFrom: readDate(row.sale_from),
      saleTo: readDate(row.sale_to),
    },
    stock: row.stock === null ? null : Number(row.stock),
    rows: 1,
    shownOn: readBoolean(row.is_default) ? String(row.product_document_id) : null,
  }));
}

/**
 * Takes or returns the units of all changes in one statement, and only if none falls below zero.
 *
 * @returns whether it happened; if not, nothing was changed by it and the caller must give up its transaction
 */
export async function changeStock(
  trx: Connection,
  changes: readonly StockChange[]
): Promise<boolean> {
  if (changes.length === 0) return true;
  const change = changeOf(trx, changes);
  const affected = await trx(TABLES.variations)
    .whereIn(
      'document_id',
      changes.map(({ documentId }) => documentId)
    )
    .whereNotNull('stock')
    .whereRaw('stock + ? >= 0', [change])
    .update({ stock: trx.raw('stock + ?', [change]) });
  return affected === changes.length;
}

/**
 * Sets the units of one variation, or stops counting it, if there are still as many as were seen.
 *
 * @returns whether there were; if not, the caller must give up its transaction
 */
export async function setStock(
  trx: Connection,
  documentId: string,
  { units, seen }: { units: number | null; seen: number | null }
): Promise<boolean> {
  const affected = await trx(TABLES.variations)
    .where({ document_id: documentId, stock: seen })
    .update({ stock: units });
  return affected === 1;
}

/** What each document's number changes by, as SQL. */
export function changeOf(trx: Connection, changes: readonly StockMovement[]) {
  const branches = changes.map(() => 'WHEN document_id = ? THEN ?').join(' ');
  const bindings = changes.flatMap(({ documentId, change }) => [documentId, change]);
  return trx.raw(`CAST(CASE ${branches} ELSE 0 END AS ${signedInteger(trx)})`, bindings);
}

/**
 * The products' copies of their default variation's stock, on all their rows, in one statement (rule 3.2). The caller
 * holds the lock of these default variations: without it PostgreSQL would copy a stock that another order is changing.
 */
export async function refreshStockCopies(
  trx: Connection,
  productDocumentIds: readonly string[]
): Promise<void> {
  if (productDocumentIds.length === 0) return;
  await trx(TABLES.products)
    .whereIn('document_id', [...productDocumentIds])
    .update({
      stock: trx(`${TABLES.variations} as v`)
        .where('v.product_document_id', trx.ref(`${TABLES.products}.document_id`))
        .where('v.is_default', true)
        .max('v.stock'),
    });
}

/** Who of the staff changed the stock, and what they said about it. */
export interface MovedBy {
  actor?: string | null;
  note?: string | null;
}

/**
 * Writes down what changed and why, and how many variations there are now: so it comes after the change. Append only.
 * `reference` is the order's number, if an order did it. The column is called after variations, and holds the document
 * of whatever was sold.
 */
export async function recordMovements(
  trx: Connection,
  changes: readonly StockMovement[],
  reason: string,
  reference: string | null,
  now: Date,
  { actor = null, note = null }: MovedBy = {}
): Promise<void> {
  await insertAll(
    trx,
    TABLES.stockMovements,
    changes.map(({ type, documentId, sku, change }) => ({
      type,
      variation_document_id: documentId,
      sku,
      change,
      reason,
      reference,
      actor,
      note,
      stock_after:
        type === UIDS.productVariation
          ? trx(TABLES.variations).where({ document_id: documentId }).max('stock')
          : null,
      created_at: now,
    }))
  );
}

/**
 * The units that an order has taken and not returned, by what was written down: what was not counted when it was placed
 * is not in it, and what came back already counts no more.
 */
export async function unitsOutFor(
  trx: Connection,
  orderNumber: string
): Promise<(SellableRef & { sku: string | null; units: number })[]> {
  const rows: Record<string, unknown>[] = await latest(
    trx,
    trx(TABLES.stockMovements)
      .where({ reference: orderNumber })
      .select('type', 'variation_document_id', 'sku', 'change')
  );
  const out = new Map<string, SellableRef & { sku: string | null; units: number }>();
  for (const row of rows) {
    const ref = { type: String(row.type), documentId: String(row.variation_document_id) };
    const key = `${ref.type} ${ref.documentId}`;
    const known = out.get(key)?.units ?? 0;
    out.set(key, { ...ref, sku: readText(row.sku), units: known - Number(row.change) });
  }
  return [...out.values()].filter(({ units }) => units > 0);
}

function signedInteger(trx: Connection): string {
  return /mysql/.test(String(trx.client.config.client)) ? 'SIGNED' : 'INTEGER';
}
