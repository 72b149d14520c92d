import type { Sellable } from '../catalogue/sellable';
import { CommerceError } from '../errors';
import type { CartLine } from './cart';
import { checkGrowth, type QuantityLimits, unitsOnOtherLines } from './check-quantity';

/**
 * The lines after setting one line's quantity; 0 removes it (rule 6.3). Stock and price are asked only when it
 * grows: whoever wants fewer of something that has become scarce must be able to say so.
 *
 * @throws CommerceError item_not_found, and as `checkGrowth` when it grows
 */
export function changeQuantity(
  lines: readonly CartLine[],
  id: string,
  quantity: number,
  sellable: Sellable | undefined,
  at: Date,
  limits: QuantityLimits
): CartLine[] {
  const present = lines.find((line) => line.id === id);
  if (!present) throw itemNotFound();
  if (quantity === 0) return lines.filter((line) => line !== present);
  if (quantity > present.quantity) {
    if (!sellable) throw new CommerceError('not_for_sale', 'This item is not for sale');
    checkGrowth(sellable, quantity, unitsOnOtherLines(lines, present), at, limits);
  }
  return lines.map((line) => (line === present ? { ...line, quantity } : line));
}

/** @throws CommerceError item_not_found */
export function removeItem(lines: readonly CartLine[], id: string): CartLine[] {
  const left = lines.filter((line) => line.id !== id);
  if (left.length === lines.length) throw itemNotFound();
  return left;
}

function itemNotFound(): CommerceError {
  return new CommerceError('item_not_found', 'This cart has no such item');
}
