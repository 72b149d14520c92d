import type { Amount } from '../money/money';
import type { Priced } from './priced';

export interface CurrentPrice {
  /** null: it has no price and cannot be bought ("coming soon"). 0.00 is a price. */
  price: Amount | null;
  onSale: boolean;
  unitPrice: Amount | null;
}

/**
 * What a thing costs at an instant (rules 3.1): the sale price inside [saleFrom, saleTo), else the unit price.
 * 20.00, on sale for 15.00 until noon: 15.00 at 11:59:59.999, 20.00 at 12:00. It does not look for sales:
 * they have written their price onto the thing when they were saved.
 */
export function currentPrice(priced: Priced, at: Date): CurrentPrice {
  const { unitPrice, salePrice } = priced;
  const onSale = isOnSale(priced, at);
  return { price: onSale ? salePrice : unitPrice, onSale, unitPrice };
}

function isOnSale({ salePrice, saleFrom, saleTo }: Priced, at: Date): boolean {
  if (salePrice === null) return false;
  return (saleFrom === null || saleFrom <= at) && (saleTo === null || at < saleTo);
}
