import type { CartLine } from '../cart/cart';
import type { PricedCart } from '../cart/priced-cart';
import { canBuy, type Obstacle } from '../catalogue/can-buy';
import { refKey } from '../catalogue/sellable';

/** A line that cannot be ordered as it stands, and why. */
export interface LineObstacle {
  line: CartLine;
  obstacle: Obstacle;
  /** Units of its thing that the whole cart wants. */
  requested: number;
}

/**
 * The first line that stands in the way of an order. Lines of one thing with different data share its stock. With
 * `unitsAnswered` somebody else answers for the units, and only whether it is for sale counts.
 */
export function findObstacle(
  { lines, at }: PricedCart,
  unitsAnswered: boolean
): LineObstacle | null {
  const units = new Map<string, number>();
  for (const { line } of lines) {
    units.set(refKey(line), (units.get(refKey(line)) ?? 0) + line.quantity);
  }
  for (const { line, sellable } of lines) {
    const requested = units.get(refKey(line)) ?? line.quantity;
    const obstacle = canBuy(sellable, unitsAnswered ? 0 : requested, at);
    if (obstacle) return { line, obstacle, requested };
  }
  return null;
}
