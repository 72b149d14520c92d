import { withDescendants } from '../../domain/catalogue/sale-scope';
import type { Connection } from '../../storage/database';
import { readSaleCategories, type ReachedScope } from '../../storage/sales';

/** Where to look for the products of a sale: below its categories, and among what their filters name. */
export async function reachedScope(
  db: Connection,
  allProducts: boolean,
  chosen: ReadonlySet<string>
): Promise<ReachedScope> {
  const categories = chosen.size > 0 ? await readSaleCategories(db) : [];
  const options = categories
    .filter((category) => chosen.has(category.documentId))
    .flatMap((category) => [...category.options.values()].flatMap((any) => [...any]));
  return {
    allProducts,
    categories: withDescendants(chosen, categories),
    options: new Set(options),
  };
}
