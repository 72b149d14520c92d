import { type ProductOption, sortOptions } from './option';
import { optionsOfKey } from './option-key';

/**
 * Live variations as the shop shows them: the first option type slowest, as they are generated. For those that
 * exist; it makes none. What has an option that is not ticked stands last.
 */
export function orderVariations<Variation extends { optionKey: string; position: number }>(
  variations: readonly Variation[],
  ticked: readonly ProductOption[],
  typeOrder: readonly string[]
): Variation[] {
  const ranks = new Map(
    sortOptions(ticked, typeOrder).map(({ documentId }, rank) => [documentId, rank])
  );
  return variations
    .map((variation) => ({
      variation,
      // Types come one after the other, so the sorted ranks are in the order of the types.
      place: optionsOfKey(variation.optionKey)
        .map((documentId) => ranks.get(documentId) ?? ranks.size)
        .sort((a, b) => a - b),
    }))
    .sort((a, b) => comparePlaces(a.place, b.place) || a.variation.position - b.variation.position)
    .map(({ variation }) => variation);
}

function comparePlaces(a: readonly number[], b: readonly number[]): number {
  for (const [index, rank] of a.entries()) {
    const other = b[index];
    if (other === undefined) return 1;
    if (rank !== other) return rank - other;
  }
  return a.length - b.length;
}
