import type { Amount } from '../money/money';
import type { Category } from './category';
import { descendantsOf } from './category-tree';

/** What one variation for sale must be like. */
export interface VariationRule {
  /** Documents of options: for each type one of them (OR within a type, AND across types). */
  options: readonly (readonly string[])[];
  /** The document of a sale whose price the variation has now. */
  sale: string | null;
  /** Bounds of the current price, which belong to the range. 0 is a bound, null is none. */
  priceMin: Amount | null;
  priceMax: Amount | null;
  /** Whether all kinds (options, sale, price) must hold on that one variation, or any of them is enough. */
  combined: boolean;
}

/** What lets a product into one category, its descendants left aside (rules 4.1). */
export interface MemberRule {
  /** The category's row, which products are assigned to. */
  rowId: number;
  filter: VariationRule | null;
  /** Assigned *and* matching; otherwise either is enough. */
  both: boolean;
}

/**
 * Whom a category lists: one rule for itself and, with `includeDescendants`, one for each category below it. A product
 * is a member when one of them lets it in. Nothing assigned and no filter: nobody is.
 */
export function membersOf(category: Category, all: readonly Category[]): MemberRule[] {
  const below = category.includeDescendants ? descendantsOf(all, category.documentId) : [];
  return [category, ...below].map(ruleOf);
}

/** A combined filter in a category without any product assigned is met by the filter alone. */
export function ruleOf(category: Category): MemberRule {
  const { rowId, combined, hasProducts, options, sale, priceMin, priceMax } = category;
  const filters = options.size > 0 || sale !== null || priceMin !== null || priceMax !== null;
  if (!filters) return { rowId, filter: null, both: false };
  return {
    rowId,
    filter: { options: [...options.values()], sale, priceMin, priceMax, combined },
    both: combined && hasProducts,
  };
}
