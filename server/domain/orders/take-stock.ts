import type { PricedLine } from '../cart/priced-cart';
import { insufficientStock } from '../cart/check-quantity';
import { currentPrice } from '../catalogue/current-price';
import type { LockedSellable } from '../catalogue/locked-sellable';
import { refKey, type SellableRef } from '../catalogue/sellable';

export interface UnitsTaken extends SellableRef {
  sku: string | null;
  /** Negative: units leave. */
  change: number;
  /** How many rows hold the number. */
  rows: number;
}

/**
 * The units that an order takes, of all its lines or of none (rule 7.2). What is not counted is left out.
 *
 * @returns null when a thing is no longer for sale, or for another price than the order was priced with: the caller
 *   must ask again
 * @throws CommerceError insufficient_stock for the first thing that cannot be served in full
 */
export function takeStock(
  lines: readonly PricedLine[],
  things: readonly LockedSellable[],
  at: Date
): UnitsTaken[] | null {
  const known = new Map(things.map((thing) => [refKey(thing), thing]));
  const units = new Map<string, number>();
  for (const { line, unitPrice } of lines) {
    const thing = known.get(refKey(line));
    if (!thing?.forSale) return null;
    const price = currentPrice(thing.prices, at).price;
    if (price === null || unitPrice === null || !price.eq(unitPrice)) return null;
    units.set(refKey(line), (units.get(refKey(line)) ?? 0) + line.quantity);
  }
  return things.flatMap((thing) => {
    const { type, documentId, sku, stock, rows } = thing;
    const requested = units.get(refKey(thing)) ?? 0;
    if (stock === null || requested === 0) return [];
    if (requested > stock) throw insufficientStock(sku, requested, Math.max(stock, 0));
    return rows === 0 ? [] : [{ type, documentId, sku, change: -requested, rows }];
  });
}
