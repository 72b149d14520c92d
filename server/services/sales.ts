import type { Settings } from '../config';
import { checkSale } from '../domain/catalogue/check-sale';
import { readSaleInput } from '../domain/catalogue/sale-input';
import { lockCatalogue } from '../storage/catalogue-lock';
import type { Connection, Database } from '../storage/database';
import { deleteOrphanedHistory } from '../storage/price-history';
import { refreshPriceCopies } from '../storage/sale-prices';
import * as stored from '../storage/sales';
import { applySales } from './catalogue/apply-sales';
import { portionsOf } from './catalogue/portions';
import { reachedScope } from './catalogue/reached-scope';

/** Variations in one transaction: short enough that a checkout hardly waits. */
const VARIATIONS_AT_ONCE = 100;

/** A sale that another server may still be applying is left to it for this long. */
const PATIENCE = 60_000;

/** Clocks of servers differ; looking at a window once more changes nothing. */
const OVERLAP = 60_000;

export type Sales = ReturnType<typeof createSales>;

export function createSales(shop: {
  settings: Settings;
  database: Database;
  clock: () => Date;
  warn: (message: string) => void;
}) {
  const { settings, database, clock, warn } = shop;
  const context = { settings, now: clock, warn };

  /** The sale is what a sale must be. @throws CommerceError invalid_input */
  async function check(trx: Connection, documentId: string): Promise<void> {
    const sale = await stored.findSale(trx, documentId);
    if (sale) checkSale(sale);
    await stored.awaitApplying(trx, documentId);
  }

  /**
   * Brings every price that the sale touches, or has touched, to what it should be (rule 3.4), chunk by chunk, after
   * it was saved or deleted. Each chunk is true by itself; if the process dies between two, `sweep` goes on. Inside
   * somebody else's transaction it belongs to that one.
   */
  async function apply(documentId: string): Promise<void> {
    await othersToFinish();
    const { sale, products } = await database.joining(async (db) => ({
      sale: await stored.findSale(db, documentId),
      products: await reachedBy(db, documentId),
    }));
    await reprice(products);
    if (sale) await database.joining((db) => stored.markApplied(db, sale));
  }

  /**
   * Whoever changes the catalogue at this moment may have read the sale as it was. Once they are done, what they
   * wrote can be found; whoever comes later reads the sale as it is.
   */
  const othersToFinish = () => database.transaction(lockCatalogue);

  /** What the sale reaches, and what carries its price: of all others it can have changed nothing. */
  async function reachedBy(db: Connection, documentId: string): Promise<string[]> {
    const sale = await stored.findSale(db, documentId);
    const chosen = await stored.findChosenCategories(db, documentId);
    const scope = await reachedScope(db, sale?.allProducts ?? false, chosen);
    return stored.findProductsOfSale(db, documentId, scope);
  }

  /** Decides the sale prices of these products anew, and what their pages and lists copy. */
  async function reprice(products: readonly string[]): Promise<void> {
    const sizes = await database.joining((db) => stored.countVariations(db, products));
    for (const portion of portionsOf(products, sizes, VARIATIONS_AT_ONCE)) {
      await database.transaction(async (trx) => {
        await lockCatalogue(trx);
        const changed = await applySales(context, trx, portion);
        const documents = new Set(changed.map(({ productDocumentId }) => productDocumentId));
        if (documents.size > 0) await refreshPriceCopies(trx, [...documents].sort());
      });
    }
  }

  /** The sales that reach products through categories, to be asked before a category changes: it may be deleted. */
  const byCategories = () => database.joining(stored.findCategorySales);

  /** Who is a member of which category has changed: what those sales reach is decided anew (rule 3.6). */
  async function categoriesChanged(before: readonly string[]): Promise<void> {
    await othersToFinish();
    const products = await database.joining(async (db) => {
      const found = new Set<string>();
      for (const sale of new Set([...before, ...(await stored.findCategorySales(db))])) {
        for (const product of await reachedBy(db, sale)) found.add(product);
      }
      return [...found].sort();
    });
    await reprice(products);
  }

  /**
   * Hands over where a window began or ended since the last sweep (rule 3.5), and finishes what was left half-done:
   * a sale whose server died, prices of sales that are gone. Several servers may do it at once. A sale that fails
   * does not keep the others from their turn.
   */
  async function sweep(since: Date): Promise<Date> {
    const until = clock();
    const from = new Date(since.getTime() - OVERLAP);
    await othersToFinish();
    const failures: unknown[] = [];
    const attempt = (work: Promise<void>) => work.catch((error: unknown) => failures.push(error));

    await attempt(reprice(await stored.findProductsToReprice(database.read, from, until)));
    const late = new Date(until.getTime() - PATIENCE);
    for (const sale of await stored.findSalesToApply(database.read, from, until, late)) {
      await attempt(apply(sale));
    }
    if (since.getUTCDate() !== until.getUTCDate()) await database.write(deleteOrphanedHistory);
    if (failures.length > 0) throw failures[0];
    return until;
  }

  return {
    /** The first statement of whatever changes a sale, as of whatever changes the catalogue. */
    lock: lockCatalogue,
    /** @throws CommerceError invalid_amount */
    readInput: (data: Record<string, unknown>) => readSaleInput(data, settings.currency),
    check,
    apply,
    reprice,
    byCategories,
    categoriesChanged,
    sweep,
  };
}
