import type { Block } from './block';

/** How many products a block shows by itself when nobody said how many. */
export const USUAL_LIMIT = 12;

/** The most that one block ever shows. */
export const MOST_SHOWN = 100;

/** Which products a block would like to show; what of it is on the shelf is another question. */
export type ProductWish =
  | { kind: 'none' }
  /** These, in this order. */
  | { kind: 'chosen'; products: readonly string[]; limit: number }
  /** Those of the categories, or of the whole shop when they are null. */
  | {
      kind: 'listed';
      order: 'newest' | 'popularity';
      onSale: boolean;
      categories: readonly string[] | null;
      limit: number;
    };

/**
 * Products that were chosen stand for themselves. Without any, a block of products shows those of its categories, the
 * newest first; without categories either, it wants nothing. A source that the shop fills by itself (newest, popular,
 * on sale) passes over the choice, and keeps to the categories if there are some.
 */
export function productWishOf(block: Block): ProductWish {
  const { position, source, products, categories } = block;
  const showsProducts = position === 'products' || position === 'featured';
  if (showsProducts && source !== 'chosen') {
    return {
      kind: 'listed',
      order: source === 'popular' ? 'popularity' : 'newest',
      onSale: source === 'sale',
      categories: categories.length > 0 ? categories : null,
      limit: block.limit ?? USUAL_LIMIT,
    };
  }
  if (products.length > 0) {
    return { kind: 'chosen', products, limit: block.limit ?? MOST_SHOWN };
  }
  if (!showsProducts || categories.length === 0) return { kind: 'none' };
  return {
    kind: 'listed',
    order: 'newest',
    onSale: false,
    categories,
    limit: block.limit ?? USUAL_LIMIT,
  };
}
