import type { Sellable } from '../catalogue/sellable';
import type { CartLine } from './cart';
import type { LineData } from './line-copy';
import { checkGrowth, type QuantityLimits, unitsOnOtherLines } from './check-quantity';

/** A thing to put in the cart, already looked up. */
export interface NewItem {
  /** The id that the line gets if it is new. */
  id: string;
  lineKey: string;
  sellable: Sellable;
  data: LineData | null;
  quantity: number;
}

/**
 * The lines after adding one item (rule 6.2): the same thing with the same data grows its line, anything else
 * gets a new one at the end. It decides only; nothing is saved, and no price is taken from the request.
 *
 * @throws CommerceError as `checkGrowth`
 */
export function addItem(
  lines: readonly CartLine[],
  item: NewItem,
  at: Date,
  limits: QuantityLimits
): CartLine[] {
  const present = lines.find((line) => line.lineKey === item.lineKey);
  const quantity = (present?.quantity ?? 0) + item.quantity;
  checkGrowth(item.sellable, quantity, unitsOnOtherLines(lines, newLine(item)), at, limits);
  if (present) {
    return lines.map((line) => (line === present ? { ...line, quantity } : line));
  }
  return [...lines, newLine(item)];
}

/** A thing as a line of its own: words and picture of this moment. */
export function newLine({ id, lineKey, sellable, data, quantity }: NewItem): CartLine {
  return {
    id,
    lineKey,
    type: sellable.type,
    documentId: sellable.documentId,
    sku: sellable.sku,
    description: sellable.description,
    options: sellable.options,
    data,
    url: sellable.url,
    image: sellable.image,
    quantity,
  };
}
