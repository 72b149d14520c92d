import type { Settings } from '../config';
import { checkSale } from '../domain/catalogue/check-sale';
import { withDescendants } from '../domain/catalogue/sale-scope';
import { lockCatalogue } from '../storage/catalogue-lock';
import type { Connection, Database } from '../storage/database';
import * as stored from '../storage/sales';
import { applySales } from './catalogue/apply-sales';

/** Products in one transaction: short enough that a checkout hardly waits. */
const PRODUCTS_PER_CHUNK = 100;

/** A sale that another server may still be applying is left to it for this long. */
const PATIENCE = 60_000;

export type Sales = ReturnType<typeof createSales>;

export function createSales(shop: { settings: Settings; database: Database; clock: () => Date }) {
  const { settings, database, clock } = shop;

  /** The sale is what a sale must be. @throws CommerceError invalid_input */
  async function check(trx: Connection, documentId: string): Promise<void> {
    const sale = await stored.findSale(trx, documentId);
    if (sale) checkSale(sale);
    await stored.markApplied(trx, documentId, false);
  }

  /**
   * Brings every price that the sale touches, or has touched, to what it should be (rule 3.4), chunk by chunk. Each
   * chunk is true by itself; if the process dies between two, `sweep` goes on. Inside somebody else's transaction it
   * belongs to that one.
   *
   * @param before products that it reached until now, when it is no longer there to ask
   */
  async function apply(documentId: string, before: readonly string[] = []): Promise<void> {
    const products = [...new Set([...before, ...(await reached(documentId))])];
    await reprice(products);
    await database.joining((db) => stored.markApplied(db, documentId, true));
  }

  /** What the sale reaches or has reached, to be asked before it is changed or deleted. */
  async function productsOf(db: Connection, documentId: string): Promise<string[]> {
    const sale = await stored.findSale(db, documentId);
    if (!sale) return stored.findProductsOfSale(db, documentId, new Set(), new Set(), false);
    const chosen = await stored.findChosenCategories(db, documentId);
    const categories = chosen.size > 0 ? await stored.readSaleCategories(db) : [];
    const options = categories
      .filter((category) => chosen.has(category.documentId))
      .flatMap((category) => [...category.options.values()].flatMap((any) => [...any]));
    return stored.findProductsOfSale(
      db,
      documentId,
      withDescendants(chosen, categories),
      new Set(options),
      sale.allProducts
    );
  }

  /** Decides the sale prices of these products anew, and what their pages and lists copy. */
  async function reprice(products: readonly string[]): Promise<void> {
    const sorted = [...products].sort();
    for (let start = 0; start < sorted.length; start += PRODUCTS_PER_CHUNK) {
      const chunk = sorted.slice(start, start + PRODUCTS_PER_CHUNK);
      await database.transaction(async (trx) => {
        await lockCatalogue(trx);
        const changed = await applySales(trx, chunk, settings, clock());
        const products = new Set(changed.map(({ productDocumentId }) => productDocumentId));
        if (products.size > 0) await stored.refreshPriceCopies(trx, [...products]);
      });
    }
  }

  const reached = (documentId: string) => database.joining((db) => productsOf(db, documentId));

  /** The products that active sales reach through categories, to be asked before a category changes. */
  async function reachedByCategories(): Promise<string[]> {
    const found = new Set<string>();
    for (const sale of await database.joining(stored.findCategorySales)) {
      for (const product of await reached(sale)) found.add(product);
    }
    return [...found];
  }

  /** A category changed: what sales reach through categories, and reached before, is decided anew (rule 3.6). */
  async function categoriesChanged(before: readonly string[]): Promise<void> {
    const after = await reachedByCategories();
    await reprice([...new Set([...before, ...after])]);
  }

  /**
   * Hands over where a window began or ended since the last sweep (rule 3.5), and finishes what was left half-done:
   * a sale whose server died, prices of sales that are gone. Several servers may do it at once.
   */
  async function sweep(since: Date): Promise<Date> {
    const now = clock();
    const late = new Date(now.getTime() - PATIENCE);
    const products = await stored.findProductsToReprice(database.read, since, now);
    await reprice(products);
    for (const sale of await stored.findSalesToApply(database.read, since, now, late)) {
      await apply(sale);
    }
    return now;
  }

  return {
    check,
    apply,
    productsOf,
    reached,
    reprice,
    reachedByCategories,
    categoriesChanged,
    sweep,
  };
}
