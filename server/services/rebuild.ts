import type { Database, Transaction } from '../storage/database';
import { findProductDocuments, readDerived, type DerivedRow } from '../storage/derived';
import type { Catalogue } from './catalogue';

/** One derived value that was not what it should have been. */
export interface Drift {
  productDocumentId: string;
  /** `product` or `variation`, with the row's id. */
  row: string;
  column: string;
  was: unknown;
  is: unknown;
}

export interface RebuildReport {
  products: number;
  drifted: Drift[];
  /** Products that an editor has to mend first, such as one with more combinations than the shop allows by now. */
  failed: { productDocumentId: string; message: string }[];
}

export interface RebuildOptions {
  /** Only reports: every product is put right and taken back again. */
  dryRun?: boolean;
  onProgress?: (progress: { done: number; total: number }) => void;
}

export type Rebuild = ReturnType<typeof createRebuild>;

/**
 * Recomputes everything that is derived: variations, defaults, sale prices, the copies on every row of every product.
 * Each product is a transaction of its own, so shoppers and editors hardly notice. After a normal day it finds nothing;
 * it mends what passes no hook, such as a restored backup or a query by hand.
 */
export function createRebuild(shop: { database: Database; catalogue: Catalogue }) {
  const { database, catalogue } = shop;

  async function rebuildAll({
    dryRun = false,
    onProgress = () => undefined,
  }: RebuildOptions = {}): Promise<RebuildReport> {
    const products = await findProductDocuments(database.read);
    const report: RebuildReport = { products: products.length, drifted: [], failed: [] };
    for (const [index, productDocumentId] of products.entries()) {
      try {
        const work = (trx: Transaction) => rebuildOne(trx, productDocumentId);
        const drifted = await (dryRun ? database.rehearse(work) : database.transaction(work));
        report.drifted.push(...drifted);
      } catch (error) {
        report.failed.push({ productDocumentId, message: messageOf(error) });
      }
      onProgress({ done: index + 1, total: products.length });
    }
    return report;
  }

  async function rebuildOne(trx: Transaction, productDocumentId: string): Promise<Drift[]> {
    await catalogue.lock(trx);
    await catalogue.lockProduct(trx, productDocumentId);
    const before = await readDerived(trx, productDocumentId);
    await catalogue.settleOrRemove(trx, productDocumentId, []);
    const after = await readDerived(trx, productDocumentId);
    return differences(productDocumentId, before, after);
  }

  return { rebuildAll };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function differences(
  productDocumentId: string,
  before: readonly DerivedRow[],
  after: readonly DerivedRow[]
): Drift[] {
  const was = new Map(before.map((row) => [row.name, row.values]));
  const is = new Map(after.map((row) => [row.name, row.values]));
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((row) => {
    const old = was.get(row) ?? {};
    const fresh = is.get(row) ?? {};
    return [...new Set([...Object.keys(old), ...Object.keys(fresh)])].flatMap((column) => {
      const drift = { was: old[column] ?? null, is: fresh[column] ?? null };
      const same = JSON.stringify(drift.was) === JSON.stringify(drift.is);
      return same ? [] : [{ productDocumentId, row, column, ...drift }];
    });
  });
}
