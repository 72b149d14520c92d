import type { Category, CategoryNode } from '../domain/catalogue/category';
import { buildTree, menuOf, pathTo } from '../domain/catalogue/category-tree';
import { CommerceError } from '../domain/errors';
import * as stored from '../storage/categories';
import type { Database } from '../storage/database';
import type { ExtendedShelf, ExtraFields } from '../storage/extra-fields';

/** Everything that the page of a category shows; its products are a list with `category`. */
export interface CategoryView {
  category: Category;
  page: stored.CategoryPage;
  /** From the root down; the category itself is the last. */
  breadcrumbs: Category[];
  children: CategoryNode[];
}

/** Categories as pages. Reads only. */
export function createCategories(shop: {
  database: Database;
  defaultLocale: () => Promise<string>;
  extraFields: () => ExtraFields;
  clock: () => Date;
}) {
  const { database } = shop;

  async function shelfOf(locale: string | null): Promise<ExtendedShelf> {
    const language = locale ?? (await shop.defaultLocale());
    return { locale: language, at: shop.clock(), extra: shop.extraFields() };
  }

  return {
    /** What a menu shows: one statement. */
    async menu(locale: string | null): Promise<CategoryNode[]> {
      return menuOf(buildTree(await stored.findCategories(database.read, await shelfOf(locale))));
    },

    /** One category: two statements. @throws CommerceError not_found when it is unknown, a draft, or outside its window */
    async show(slug: string, locale: string | null): Promise<CategoryView> {
      const shelf = await shelfOf(locale);
      const page = await stored.findCategoryPage(database.read, shelf, slug);
      const all = page ? await stored.findCategories(database.read, shelf) : [];
      const category = all.find(({ documentId }) => documentId === page?.documentId);
      if (!page || !category) throw new CommerceError('not_found', 'There is no such category');

      return {
        category,
        page,
        breadcrumbs: pathTo(all, category.documentId),
        children: childrenOf(buildTree(all), category.documentId),
      };
    },

    /** The addresses of the catalogue, in one language or in all: two statements. */
    sitemap: (locale: string | null) => stored.findSitemap(database.read, shop.clock(), locale),
  };
}

export type Categories = ReturnType<typeof createCategories>;

function childrenOf(tree: readonly CategoryNode[], documentId: string): CategoryNode[] {
  for (const { category, children } of tree) {
    if (category.documentId === documentId) return children;
    const below = childrenOf(children, documentId);
    if (below.length > 0) return below;
  }
  return [];
}
