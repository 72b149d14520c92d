import type { Amount } from '../money/money';

/** unit price × quantity, before discount: 3 × 9.99 → 29.97. It never comes from a rounded average. */
export function lineTotal({
  unitPrice,
  quantity,
}: {
  unitPrice: Amount;
  quantity: number;
}): Amount {
  return unitPrice.times(quantity);
}
