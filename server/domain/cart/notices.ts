import { canBuy } from '../catalogue/can-buy';
import { currentPrice } from '../catalogue/current-price';
import type { Sellable } from '../catalogue/sellable';
import type { Amount } from '../money/money';
import type { CartLine } from './cart';

/** What a cart tells the shopper. Amounts are still exact; the answer formats them. */
export type Notice =
  | { code: 'price_changed'; itemId: string; from: Amount; to: Amount }
  | { code: 'insufficient_stock'; itemId: string; available: number }
  | { code: 'not_for_sale'; itemId: string }
  | { code: 'shipping_option_dropped' };

/**
 * What changed about one line since the last answer, and what stands in its way (rule 6.2).
 * A changed price is told once: the caller remembers the new one as shown. `units` are those of all lines of the
 * same thing, which share its stock.
 */
export function lineNotices(
  line: CartLine,
  sellable: Sellable | undefined,
  units: number,
  at: Date
): Notice[] {
  const obstacle = canBuy(sellable, units, at);
  if (obstacle?.code === 'insufficient_stock') {
    return [
      ...priceNotice(line, sellable, at),
      { code: 'insufficient_stock', itemId: line.id, available: obstacle.available },
    ];
  }
  if (obstacle) return [{ code: 'not_for_sale', itemId: line.id }];
  return priceNotice(line, sellable, at);
}

function priceNotice(line: CartLine, sellable: Sellable | undefined, at: Date): Notice[] {
  const price = sellable ? currentPrice(sellable.prices, at).price : null;
  if (price === null || line.shownPrice === null || price.eq(line.shownPrice)) return [];
  return [{ code: 'price_changed', itemId: line.id, from: line.shownPrice, to: price }];
}
