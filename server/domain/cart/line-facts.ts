import type { CartLine } from './cart';

/** What a write did to one line. */
export interface LineFact {
  what: 'item_added' | 'item_updated' | 'item_removed';
  line: CartLine;
  quantity: number;
  quantityBefore: number;
}

/**
 * What a write did to a cart, line by line. More of a thing is an addition when things were added, and an update when
 * its quantity was set: `adding` tells the two apart.
 */
export function lineFacts(
  before: readonly CartLine[],
  after: readonly CartLine[],
  adding: boolean
): LineFact[] {
  const earlier = new Map(before.map((line) => [line.id, line.quantity]));
  const kept = new Set(after.map(({ id }) => id));
  const changed = after.flatMap((line): LineFact[] => {
    const quantityBefore = earlier.get(line.id) ?? 0;
    if (quantityBefore === line.quantity) return [];
    const isAddition = quantityBefore === 0 || (adding && line.quantity > quantityBefore);
    const what = isAddition ? 'item_added' : 'item_updated';
    return [{ what, line, quantity: line.quantity, quantityBefore }];
  });
  const gone = before
    .filter(({ id }) => !kept.has(id))
    .map((line): LineFact => ({
      what: 'item_removed',
      line,
      quantity: 0,
      quantityBefore: line.quantity,
    }));
  return [...changed, ...gone];
}
