import { canBuy } from '../catalogue/can-buy';
import type { Sellable } from '../catalogue/sellable';
import { CommerceError } from '../errors';
import type { CartLine } from './cart';

export interface QuantityLimits {
  maxQuantityPerItem: number;
}

/**
 * Lets a line grow to `quantity`, or says why not (rules 6.3, 7.1). Lines of the same thing with different
 * data share its stock: `others` are the units that they already take.
 *
 * @throws CommerceError quantity_limit `{max}`, not_for_sale, no_price, insufficient_stock `{sku, requested, available}`
 */
export function checkGrowth(
  sellable: Sellable,
  quantity: number,
  others: number,
  at: Date,
  limits: QuantityLimits
): void {
  const max = limits.maxQuantityPerItem;
  if (quantity > max) {
    throw new CommerceError('quantity_limit', `At most ${max} of one item can be bought at once`, {
      max,
    });
  }
  const obstacle = canBuy(sellable, quantity + others, at);
  if (!obstacle) return;
  if (obstacle.code === 'insufficient_stock') {
    throw insufficientStock(sellable.sku, quantity + others, obstacle.available);
  }
  throw new CommerceError(
    obstacle.code,
    obstacle.code === 'no_price' ? 'This item has no price yet' : 'This item is not for sale',
    { sku: sellable.sku }
  );
}

export function insufficientStock(sku: string | null, requested: number, available: number) {
  const message =
    available === 0 ? 'This item is sold out' : `Only ${available} of this item are left`;
  return new CommerceError('insufficient_stock', message, { sku, requested, available });
}

/** Units that other lines of the same thing take. */
export function unitsOnOtherLines(
  lines: readonly CartLine[],
  line: Pick<CartLine, 'lineKey' | 'type' | 'documentId'>
): number {
  return lines
    .filter(
      (other) =>
        other.lineKey !== line.lineKey &&
        other.type === line.type &&
        other.documentId === line.documentId
    )
    .reduce((sum, other) => sum + other.quantity, 0);
}
