import type { Priced } from '../domain/catalogue/priced';
import { type Connection, insertAll } from './database';
import { TABLES } from './tables';
import { readAmount, readBoolean, readDate, readText } from './values';

/** A variation as checkout sees it while it holds its lock. */
export interface LockedVariation {
  documentId: string;
  productDocumentId: string;
  sku: string | null;
  isDefault: boolean;
  retired: boolean;
  stock: number | null;
  prices: Priced;
}

export interface StockChange {
  variationDocumentId: string;
  sku: string | null;
  /** Negative when units leave. */
  change: number;
}

/**
 * Locks variations until the transaction ends, always in the order of their ids: two orders for the same things
 * in another order wait for each other instead of locking each other out (rule 7.2).
 */
export async function lockVariations(
  trx: Connection,
  documentIds: readonly string[]
): Promise<LockedVariation[]> {
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
    documentId: String(row.document_id),
    productDocumentId: String(row.product_document_id),
    sku: readText(row.sku),
    isDefault: readBoolean(row.is_default),
    retired: readBoolean(row.retired),
    stock: row.stock === null ? null : Number(row.stock),
    prices: {
      unitPrice: readAmount(row.unit_price),
      salePrice: readAmount(row.sale_price),
      saleFrom: readDate(row.sale_from),
      saleTo: readDate(row.sale_to),
    },
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
  const branches = changes.map(() => 'WHEN document_id = ? THEN ?').join(' ');
  const bindings = changes.flatMap(({ variationDocumentId, change }) => [
    variationDocumentId,
    change,
  ]);
  const change = `CAST(CASE ${branches} ELSE 0 END AS ${signedInteger(trx)})`;
  const affected = await trx(TABLES.variations)
    .whereIn(
      'document_id',
      changes.map(({ variationDocumentId }) => variationDocumentId)
    )
    .whereNotNull('stock')
    .whereRaw(`stock + ${change} >= 0`, bindings)
    .update({ stock: trx.raw(`stock + ${change}`, bindings) });
  return affected === changes.length;
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

/** Writes down what changed and why; append only. */
export async function recordMovements(
  trx: Connection,
  changes: readonly StockChange[],
  reason: string,
  reference: string,
  now: Date
): Promise<void> {
  await insertAll(
    trx,
    TABLES.stockMovements,
    changes.map(({ variationDocumentId, sku, change }) => ({
      variation_document_id: variationDocumentId,
      sku,
      change,
      reason,
      reference,
      created_at: now,
    }))
  );
}

function signedInteger(trx: Connection): string {
  return /mysql/.test(String(trx.client.config.client)) ? 'SIGNED' : 'INTEGER';
}
