import type { Sellable } from '../catalogue/sellable';
import { isCommerceError } from '../errors';
import { addItem, type NewItem } from './add-item';
import type { CartLine } from './cart';
import { type QuantityLimits, unitsOnOtherLines } from './check-quantity';
import type { Notice } from './notices';

/** A line of an exported cart. `sellable` is what it names today; undefined when that exists no more. */
export interface ExportedItem extends Omit<NewItem, 'sellable'> {
  description: string;
  sellable: Sellable | undefined;
}

/**
 * The lines after putting an exported cart back (rules 6.7): each item as if it was added now, at today's price. What
 * cannot be sold is left out, and what is too much is clamped to the limit or to what is left; the cart says so. One
 * item that has become scarce must not cost the shopper the rest.
 */
export function restoreItems(
  lines: readonly CartLine[],
  items: readonly ExportedItem[],
  at: Date,
  limits: QuantityLimits
): { lines: CartLine[]; notices: Notice[] } {
  const notices: Notice[] = [];
  const restored = items.reduce<CartLine[]>(
    (soFar, item) => {
      const present = soFar.find(({ lineKey }) => lineKey === item.lineKey);
      const itemId = present?.id ?? item.id;
      const quantity = mostOf(item, soFar, limits);
      const after = quantity > 0 ? tryToAdd(soFar, item, quantity, at, limits) : null;
      if (!after) {
        notices.push({ code: 'item_dropped', itemId, description: item.description });
        return soFar;
      }
      if (quantity < item.quantity) {
        notices.push({ code: 'quantity_clamped', itemId, requested: item.quantity, quantity });
      }
      return after;
    },
    [...lines]
  );
  return { lines: restored, notices };
}

/** How many of an item can be added at most: by the limit, and by the stock that no line takes yet. */
function mostOf(item: ExportedItem, lines: readonly CartLine[], limits: QuantityLimits): number {
  const { sellable, lineKey } = item;
  if (!sellable) return 0;
  const own = lines.find((line) => line.lineKey === lineKey)?.quantity ?? 0;
  const { type, documentId } = sellable;
  const others = unitsOnOtherLines(lines, { lineKey, type, documentId });
  const left = sellable.stock === null ? Infinity : sellable.stock - own - others;
  return Math.min(item.quantity, limits.maxQuantityPerItem - own, left);
}

function tryToAdd(
  lines: readonly CartLine[],
  item: ExportedItem,
  quantity: number,
  at: Date,
  limits: QuantityLimits
): CartLine[] | null {
  if (!item.sellable) return null;
  try {
    return addItem(lines, { ...item, sellable: item.sellable, quantity }, at, limits);
  } catch (error) {
    if (isCommerceError(error)) return null;
    throw error;
  }
}
