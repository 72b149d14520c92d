import type { PricedLine } from '../cart/priced-cart';
import { insufficientStock } from '../cart/check-quantity';
import { currentPrice } from '../catalogue/current-price';
import type { Priced } from '../catalogue/priced';

/** A variation as it is while checkout holds its lock. */
export interface StockedVariation {
  documentId: string;
  sku: string | null;
  retired: boolean;
  stock: number | null;
  prices: Priced;
}

export interface UnitsTaken {
  variationDocumentId: string;
  sku: string | null;
  /** Negative: units leave. */
  change: number;
}

/**
 * The units that an order takes, of all its lines or of none (rule 7.2). What is not counted is left out.
 *
 * @returns null when a price is no longer the one that the order was priced with: the caller must ask again
 * @throws CommerceError insufficient_stock for the first line that cannot be served in full
 */
export function takeStock(
  lines: readonly PricedLine[],
  variations: readonly StockedVariation[],
  at: Date
): UnitsTaken[] | null {
  const known = new Map(variations.map((variation) => [variation.documentId, variation]));
  const units = new Map<string, number>();
  for (const { line, unitPrice } of lines) {
    const variation = known.get(line.documentId);
    if (!variation || variation.retired) return null;
    const price = currentPrice(variation.prices, at).price;
    if (price === null || unitPrice === null || !price.eq(unitPrice)) return null;
    units.set(line.documentId, (units.get(line.documentId) ?? 0) + line.quantity);
  }
  return variations.flatMap(({ documentId, sku, stock }) => {
    const requested = units.get(documentId) ?? 0;
    if (stock === null || requested === 0) return [];
    if (requested > stock) throw insufficientStock(sku, requested, stock);
    return [{ variationDocumentId: documentId, sku, change: -requested }];
  });
}
