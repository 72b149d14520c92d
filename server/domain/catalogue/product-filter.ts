import type { Amount } from '../money/money';
import type { MemberRule } from './category-members';

/** Which products of the shelf a list shows. What is null, false or empty does not narrow it. */
export interface ProductFilter {
  /** A product is in when one of the rules lets it in. */
  members: readonly MemberRule[] | null;
  /** Each must stand somewhere in the product. */
  words: readonly string[];
  /** The rest is about variations: one and the same must meet all of it. By type, the names that are wanted. */
  options: ReadonlyMap<string, readonly string[]>;
  /** Bounds of the current price; they belong to the range. */
  priceMin: Amount | null;
  priceMax: Amount | null;
  onSale: boolean;
  inStock: boolean;
}

/** The filter as the facet of one option type sees it: without its own selection, so that others stay choosable. */
export function withoutOption(filter: ProductFilter, type: string): ProductFilter {
  return { ...filter, options: new Map([...filter.options].filter(([other]) => other !== type)) };
}
