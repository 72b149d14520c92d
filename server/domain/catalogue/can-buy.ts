import { currentPrice } from './current-price';
import type { Sellable } from './sellable';

/** Why a thing cannot be bought, or null when it can. A question: it answers, it does not throw. */
export type Obstacle =
  | { code: 'not_for_sale' }
  | { code: 'no_price' }
  | { code: 'insufficient_stock'; available: number };

/**
 * Whether `quantity` units can be bought at the instant `at` (rules 3.1, 7.1).
 * A quantity of 0 asks about the thing as such and leaves the stock aside.
 */
export function canBuy(
  sellable: Sellable | undefined,
  quantity: number,
  at: Date
): Obstacle | null {
  if (!sellable?.forSale) return { code: 'not_for_sale' };
  if (currentPrice(sellable.prices, at).price === null) return { code: 'no_price' };
  if (sellable.stock !== null && quantity > sellable.stock) {
    return { code: 'insufficient_stock', available: Math.max(sellable.stock, 0) };
  }
  return null;
}
