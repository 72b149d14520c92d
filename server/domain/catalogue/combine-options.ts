import { type ProductOption, sortOptions } from './option';

/**
 * The cartesian product of the ticked options, grouped by type (rules 2.2), the first type slowest:
 * S, M × Red, Blue → S Red, S Blue, M Red, M Blue. Nothing ticked: one bare combination of no option.
 */
export function combineOptions(
  ticked: readonly ProductOption[],
  typeOrder: readonly string[]
): ProductOption[][] {
  return groupByType(ticked, typeOrder).reduce<ProductOption[][]>(
    (combinations, group) =>
      combinations.flatMap((combination) => group.map((option) => [...combination, option])),
    [[]]
  );
}

/** How many there would be, without making them: 20 types of 50 options would fill any memory. */
export function countCombinations(ticked: readonly ProductOption[]): number {
  return groupByType(ticked, []).reduce((count, group) => count * group.length, 1);
}

function groupByType(
  ticked: readonly ProductOption[],
  typeOrder: readonly string[]
): ProductOption[][] {
  const once = [...new Map(ticked.map((option) => [option.documentId, option])).values()];
  const groups = new Map<string, ProductOption[]>();
  for (const option of sortOptions(once, typeOrder)) {
    groups.set(option.type, [...(groups.get(option.type) ?? []), option]);
  }
  return [...groups.values()];
}
