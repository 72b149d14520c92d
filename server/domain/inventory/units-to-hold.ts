import type { CartLine } from '../cart/cart';
import { refKey, type Sellable, type SellableRef } from '../catalogue/sellable';

export interface UnitsToHold extends SellableRef {
  quantity: number;
}

/**
 * The units that a cart keeps from others (rule 7.3): what it wants, at most what is there for it. What is not counted
 * or not for sale is not kept. `sellables` are as this cart meets them: what others keep is off their stock already.
 *
 * @returns in one order, whatever that of the lines
 */
export function unitsToHold(
  lines: readonly CartLine[],
  sellables: ReadonlyMap<string, Sellable>
): UnitsToHold[] {
  const wanted = new Map<string, number>();
  for (const line of lines) {
    wanted.set(refKey(line), (wanted.get(refKey(line)) ?? 0) + line.quantity);
  }
  return [...wanted].sort(byKey).flatMap(([key, units]) => {
    const thing = sellables.get(key);
    if (!thing?.forSale || thing.stock === null) return [];
    const quantity = Math.min(units, thing.stock);
    return quantity > 0 ? [{ type: thing.type, documentId: thing.documentId, quantity }] : [];
  });
}

function byKey([a]: [string, number], [b]: [string, number]): number {
  return a < b ? -1 : 1;
}
