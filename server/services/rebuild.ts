import type { Database, Transaction } from '../storage/database';
import {
  findProductDocuments,
  findProductTitles,
  readDerived,
  type DerivedRow,
} from '../storage/derived';
import type { Catalogue } from './catalogue';

/** One derived value that was not what it should have been. */
export interface Drift {
  productDocumentId: string;
  /** `product` or `variation`, with the row's id. */
  row: string;
  /** Of the row. */
  sku: string | null;
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

/** A part of a rebuild: what was found in it, and where the next one goes on. */
export interface RebuildStep extends RebuildReport {
  /** Products that this step and those before it have been through. */
  done: number;
  /** The last product that was looked at; null when there is none left. */
  next: string | null;
  /** By the document of the product: of those that were found wrong. */
  titles: ReadonlyMap<string, string>;
}

export type Rebuild = ReturnType<typeof createRebuild>;

/** How long a step works before it answers: far below what a proxy waits for, and not for every product anew. */
const STEP_MS = 2000;

/**
 * Recomputes everything that is derived: variations, defaults, sale prices, the copies on every row of every product.
 * Each product is a transaction of its own, so shoppers and editors hardly notice. After a normal day it finds nothing;
 * it mends what passes no hook, such as a restored backup or a query by hand.
 */
export function createRebuild(shop: {
  database: Database;
  catalogue: Catalogue;
  defaultLocale: () => Promise<string>;
  clock: () => Date;
}) {
  const { database, catalogue, defaultLocale, clock } = shop;

  async function rebuildAll({
    dryRun = false,
    onProgress = () => undefined,
  }: RebuildOptions = {}): Promise<RebuildReport> {
    const products = await findProductDocuments(database.read);
    const report: RebuildReport = { products: products.length, drifted: [], failed: [] };
    for (const [index, product] of products.entries()) {
      await check(product, dryRun, report);
      onProgress({ done: index + 1, total: products.length });
    }
    return report;
  }

  /**
   * The same in steps of a few seconds each, for whoever waits for an answer over HTTP. A step leaves nothing open:
   * who never asks for the next one has checked or mended a part of the products, and that is all.
   *
   * @param after where the step before has ended; null begins
   */
  async function rebuildSome(dryRun: boolean, after: string | null): Promise<RebuildStep> {
    const products = await findProductDocuments(database.read);
    const left = after === null ? products : products.filter((product) => product > after);
    const report: RebuildReport = { products: products.length, drifted: [], failed: [] };
    const end = clock().getTime() + STEP_MS;
    let looked = 0;
    for (const product of left) {
      await check(product, dryRun, report);
      looked += 1;
      if (clock().getTime() >= end) break;
    }
    const wrong = [...report.drifted, ...report.failed].map((found) => found.productDocumentId);
    return {
      ...report,
      done: products.length - left.length + looked,
      next: looked < left.length ? (left[looked - 1] ?? null) : null,
      titles: await findProductTitles(database.read, [...new Set(wrong)], await defaultLocale()),
    };
  }

  async function check(
    productDocumentId: string,
    dryRun: boolean,
    report: RebuildReport
  ): Promise<void> {
    try {
      const work = (trx: Transaction) => rebuildOne(trx, productDocumentId);
      const drifted = await (dryRun ? database.rehearse(work) : database.transaction(work));
      report.drifted.push(...drifted);
    } catch (error) {
      report.failed.push({ productDocumentId, message: messageOf(error) });
    }
  }

  async function rebuildOne(trx: Transaction, productDocumentId: string): Promise<Drift[]> {
    await catalogue.lock(trx);
    await catalogue.lockProduct(trx, productDocumentId);
    const before = await readDerived(trx, productDocumentId);
    await catalogue.settleOrRemove(trx, productDocumentId, []);
    const after = await readDerived(trx, productDocumentId);
    return differences(productDocumentId, before, after);
  }

  return { rebuildAll, rebuildSome };
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
    const sku = textOf(fresh['sku'] ?? old['sku']);
    return [...new Set([...Object.keys(old), ...Object.keys(fresh)])].flatMap((column) => {
      const drift = { was: old[column] ?? null, is: fresh[column] ?? null };
      const same = JSON.stringify(drift.was) === JSON.stringify(drift.is);
      return same ? [] : [{ productDocumentId, row, sku, column, ...drift }];
    });
  });
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : null);
