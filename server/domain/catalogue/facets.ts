import type { Amount } from '../money/money';
import type { Category } from './category';

/** How many products of a list have an option, as one grouped statement finds it. */
export interface OptionCount {
  type: string;
  value: string;
  position: number;
  count: number;
}

/** What the current prices span, and how many products are on sale and in stock. */
export interface RangeCounts {
  price: { min: Amount | null; max: Amount | null };
  onSale: number;
  inStock: number;
}

/** What a list can be narrowed by. Every count is that of the list which the choice would give. */
export interface Facets extends RangeCounts {
  options: { type: string; values: { value: string; count: number }[] }[];
  categories: { slug: string; title: string; count: number }[];
}

/**
 * Puts the counts in the order of the shop: types as configured and others behind them by alphabet, values by
 * position, then by name; categories as they are given. What no product has is left out.
 */
export function arrangeFacets(
  options: readonly OptionCount[],
  ranges: RangeCounts,
  categories: readonly Category[],
  countOf: ReadonlyMap<number, number>,
  optionTypes: readonly string[]
): Facets {
  const rank = (type: string) => {
    const index = optionTypes.indexOf(type);
    return index === -1 ? optionTypes.length : index;
  };
  const types = [...new Set(options.map(({ type }) => type))].sort(
    (a, b) => rank(a) - rank(b) || compare(a, b)
  );
  return {
    ...ranges,
    options: types.map((type) => ({
      type,
      values: options
        .filter((option) => option.type === type)
        .sort((a, b) => a.position - b.position || compare(a.value, b.value))
        .map(({ value, count }) => ({ value, count })),
    })),
    categories: categories.flatMap(({ rowId, slug, title }) => {
      const count = countOf.get(rowId) ?? 0;
      return count > 0 ? [{ slug, title, count }] : [];
    }),
  };
}

/** By code unit, so that the order is the same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
