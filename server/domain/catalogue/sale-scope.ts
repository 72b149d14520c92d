/** A sale's reach as an editor chose it; all ids are of documents. */
export interface SaleScope {
  allProducts: boolean;
  products: ReadonlySet<string>;
  categories: ReadonlySet<string>;
}

/** A category as far as sales ask: where it hangs, and the options that its filter names, by type. */
export interface SaleCategory {
  documentId: string;
  parent: string | null;
  options: ReadonlyMap<string, ReadonlySet<string>>;
}

/** A product as far as sales ask. */
export interface SaleTarget {
  documentId: string;
  /** The categories that it is assigned to. */
  categories: ReadonlySet<string>;
  /** The options of each of its live variations. */
  variations: readonly ReadonlySet<string>[];
}

/**
 * Whether a sale reaches a product, and with it all its variations (rules 3.3): it was chosen, or it is a member
 * of a chosen category: assigned to it or to one below it, or matched by its option filter (OR within a type, AND
 * across types, on one variation). The category's price and sale filters are left aside, so that nothing goes in a
 * circle. An empty scope reaches nothing.
 *
 * In two steps, since one sale is asked about many products: `reachOf(scope, categories)(product)`.
 */
export function reachOf(
  scope: SaleScope,
  categories: readonly SaleCategory[]
): (product: SaleTarget) => boolean {
  const below = withDescendants(scope.categories, categories);
  const chosen = categories.filter(({ documentId }) => scope.categories.has(documentId));
  return (product) =>
    scope.allProducts ||
    scope.products.has(product.documentId) ||
    [...product.categories].some((category) => below.has(category)) ||
    chosen.some((category) => matches(category, product));
}

/** The chosen categories and all below them. A circle, which nobody should have made, ends it all the same. */
export function withDescendants(
  chosen: ReadonlySet<string>,
  categories: readonly SaleCategory[]
): Set<string> {
  const found = new Set(chosen);
  for (let grown = true; grown;) {
    const size = found.size;
    for (const { documentId, parent } of categories) {
      if (parent !== null && found.has(parent)) found.add(documentId);
    }
    grown = found.size > size;
  }
  return found;
}

function matches({ options }: SaleCategory, { variations }: SaleTarget): boolean {
  if (options.size === 0) return false;
  return variations.some((variation) =>
    [...options.values()].every((any) => [...any].some((option) => variation.has(option)))
  );
}
