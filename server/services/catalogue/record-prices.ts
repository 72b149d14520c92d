import {
  continueHistory,
  lowestPrice30d,
  type PriceEntry,
} from '../../domain/catalogue/price-history';
import type { Priced } from '../../domain/catalogue/priced';
import type { Amount } from '../../domain/money/money';
import type { Connection } from '../../storage/database';
import { readPriceHistory, writePriceHistory } from '../../storage/price-history';

/**
 * Keeps the price history of variations as their columns now say, and answers with the lowest price before the
 * reduction of each. One statement to read, and two to write when something changed.
 */
export async function recordPrices(
  trx: Connection,
  variations: readonly (Priced & { documentId: string })[],
  now: Date
): Promise<Map<string, Amount | null>> {
  const recorded = await readPriceHistory(
    trx,
    variations.map(({ documentId }) => documentId)
  );
  const lowest = new Map<string, Amount | null>();
  const changes = variations.map((variation) => {
    const before = recorded.get(variation.documentId) ?? [];
    const history = continueHistory(before, variation, now);
    lowest.set(variation.documentId, lowestPrice30d(history, variation, now));
    return {
      variation: variation.documentId,
      outdated: before.filter((entry) => !has(history, entry)),
      fresh: history.filter((entry) => !has(before, entry)),
    };
  });
  await writePriceHistory(trx, changes);
  return lowest;
}

const has = (history: readonly PriceEntry[], { at, price }: PriceEntry) =>
  history.some(
    (entry) =>
      entry.at.getTime() === at.getTime() &&
      (entry.price === null || price === null ? entry.price === price : entry.price.eq(price))
  );
