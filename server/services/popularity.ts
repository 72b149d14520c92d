import type { PricedLine } from '../domain/cart/priced-cart';
import type { Sellable } from '../domain/catalogue/sellable';
import type { Database } from '../storage/database';
import { addCounts, dayOf, type ProductCount } from '../storage/product-counts';

export type Popularity = ReturnType<typeof createPopularity>;

/** How long a count may wait, in milliseconds. */
const GATHERING = 5000;

/**
 * Counts how often products are wanted, for lists that are sorted by it: once for each request that puts one in a cart
 * or makes more of it there, and once for each order that it is in, however many units.
 *
 * Gathered here and written every few seconds, in one statement: written with each cart and each order, all of them
 * would wait in line for the row of a bestseller. What is lost when the process dies, or because the database refuses,
 * makes a statistic a little low; it never costs a shopper the answer.
 */
export function createPopularity(shop: { database: Database; warn: (message: string) => void }) {
  let gathered = new Map<string, ProductCount>();
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();

  function count(
    sellables: readonly (Sellable | undefined)[],
    thing: 'inCarts' | 'ordered',
    now: Date
  ): void {
    // Things of other content types are in no list of the catalogue.
    const products = new Set(sellables.flatMap((sellable) => sellable?.productDocumentId ?? []));
    const day = dayOf(now);
    for (const productDocumentId of products) {
      const key = `${day} ${productDocumentId}`;
      const known = gathered.get(key) ?? { productDocumentId, day, inCarts: 0, ordered: 0 };
      gathered.set(key, { ...known, [thing]: known[thing] + 1 });
    }
    if (gathered.size > 0) timer ??= setTimeout(() => void flush(), GATHERING).unref();
  }

  /** Writes what was gathered. Called by itself; by the shop's end, and by whoever cannot wait. */
  function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const counts = [...gathered.values()];
    gathered = new Map();
    // Whoever waits for it waits for what is being written already, too.
    writing = writing.then(() => write(counts));
    return writing;
  }

  async function write(counts: readonly ProductCount[]): Promise<void> {
    if (counts.length === 0) return;
    try {
      await shop.database.transaction((trx) => addCounts(trx, counts));
    } catch (error) {
      shop.warn(`the popularity of products was not counted: ${String(error)}`);
    }
  }

  return {
    countAdded: (sellables: readonly Sellable[], now: Date) => {
      count(sellables, 'inCarts', now);
    },
    countOrdered: (lines: readonly Pick<PricedLine, 'sellable'>[], now: Date) => {
      const sellables = lines.map(({ sellable }) => sellable);
      count(sellables, 'ordered', now);
    },
    flush,
  };
}
