import type { ProductDraft } from '../../domain/imports/product-draft';
import type { KnownCategory } from '../../storage/imports/categories';
import type { CategoryTree } from './category-tree';
import type { OptionIds } from './import-options';
import { pagesOf, type References } from './plan-product';
import type { ImportRun } from './tools';

export interface FoundReferences {
  references: References;
  /** Paths that the shop does not have. */
  missingCategories: string[][];
}

const keyOf = (path: readonly string[]) => JSON.stringify(path);

/** Finds what a product of a file refers to; joins the running transaction. */
export async function findReferences(
  run: ImportRun,
  tree: CategoryTree,
  draft: ProductDraft,
  options: OptionIds
): Promise<FoundReferences> {
  const pages = pagesOf(draft, run.locale);
  const categories = new Map<string, KnownCategory>();
  const missing = new Map<string, string[]>();
  for (const path of pages.flatMap(([, page]) => page.categories ?? [])) {
    const category = await tree.find(path);
    if (category) categories.set(keyOf(path), category);
    else missing.set(keyOf(path), path);
  }

  const products = await findProducts(run, referredSlugs(draft));
  const written = new Map<string, Set<string>>();
  for (const [locale, { related, upsells }] of pages) {
    const any = (related?.length ?? 0) + (upsells?.length ?? 0) > 0;
    const ids = any ? [...products.values()] : [];
    written.set(locale, await run.tools.products.withPageIn(ids, locale));
  }

  return {
    missingCategories: [...missing.values()],
    references: {
      options,
      forPage: (locale) => ({
        category: (path) => {
          const category = categories.get(keyOf(path));
          return category?.titles.has(locale) ? category.documentId : undefined;
        },
        product: (slug) => {
          const documentId = products.get(slug);
          return documentId && written.get(locale)?.has(documentId) ? documentId : undefined;
        },
      }),
    },
  };
}

/** The products that a product recommends, by slug. */
export function referredSlugs(draft: ProductDraft): string[] {
  const pages = [draft.page, ...Object.values(draft.translations)];
  const slugs = pages.flatMap(({ related = [], upsells = [] }) => [...related, ...upsells]);
  return [...new Set(slugs)];
}

async function findProducts(
  { tools, locale }: ImportRun,
  slugs: readonly string[]
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const slug of slugs) {
    const documentId = await tools.products.findBySlug(slug, locale);
    if (documentId !== undefined) found.set(slug, documentId);
  }
  return found;
}
