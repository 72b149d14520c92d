import { refKey, type SellableRef } from '../catalogue/sellable';

export interface LowStock extends SellableRef {
  sku: string | null;
  /** What is left. */
  stock: number;
  threshold: number;
}

/**
 * The things whose units fall to the threshold or below it with this change, and were above it before: each crossing is
 * told once, however many orders follow. With 3: 5 → 3 is told, 3 → 2 is not.
 */
export function lowStock(
  things: readonly (SellableRef & { sku: string | null; stock: number | null })[],
  taken: readonly (SellableRef & { change: number })[],
  threshold: number | null
): LowStock[] {
  if (threshold === null) return [];
  return things.flatMap(({ type, documentId, sku, stock }) => {
    const change = taken.find((one) => refKey(one) === refKey({ type, documentId }))?.change ?? 0;
    if (stock === null || stock <= threshold || stock + change > threshold) return [];
    return [{ type, documentId, sku, stock: stock + change, threshold }];
  });
}
