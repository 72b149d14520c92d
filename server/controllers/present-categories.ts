import type {
  CategoryDto,
  CategoryNodeDto,
  SitemapDto,
  SitemapEntryDto,
} from '../contracts/catalogue';
import type { CategoryNode } from '../domain/catalogue/category';
import type { Categories, CategoryView } from '../services/categories';

export function presentTree(tree: readonly CategoryNode[]): CategoryNodeDto[] {
  return tree.map(({ category: { documentId, slug, title, image, extra }, children }) => ({
    ...extra,
    documentId,
    slug,
    title,
    image,
    children: presentTree(children),
  }));
}

export function presentCategory(view: CategoryView): CategoryDto {
  const { documentId, slug, title, image, extra } = view.category;
  return {
    ...extra,
    documentId,
    slug,
    title,
    image,
    content: view.page.content,
    breadcrumbs: view.breadcrumbs.map((above) => ({
      documentId: above.documentId,
      slug: above.slug,
      title: above.title,
    })),
    children: presentTree(view.children),
    seo: view.page.seo,
  };
}

type Sitemap = Awaited<ReturnType<Categories['sitemap']>>;

export function presentSitemap({ products, categories }: Sitemap): SitemapDto {
  return { products: products.map(presentEntry), categories: categories.map(presentEntry) };
}

function presentEntry(entry: Sitemap['products'][number]): SitemapEntryDto {
  return { ...entry, updatedAt: entry.updatedAt?.toISOString() ?? null };
}
