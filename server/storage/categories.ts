import { UIDS } from '../../content-types/uids';
import type { Category } from '../domain/catalogue/category';
import type { Connection } from './database';
import { type ExtendedShelf, extraColumns, type ExtraFields, toExtra } from './extra-fields';
import type { Row } from './listings/cards';
import { FILE_COLUMNS, toImage, withFile } from './listings/pictures';
import { open, type Shelf, visible } from './listings/shelf';
import { TABLES } from './tables';
import { readAmount, readBoolean, readDate, readJson, readText } from './values';

/** All categories on the shelf with their filters, in the order of menus: one statement. */
export async function findCategories(db: Connection, shelf: ExtendedShelf): Promise<Category[]> {
  // What there is one of is looked up, not joined: PostgreSQL multiplies its guesses about small tables, which it
  // never counts, and spends a second on compiling a statement for millions of rows.
  const parent = db(`${TABLES.categoryParents} as l`)
    .join(`${TABLES.categories} as above`, 'above.id', 'l.inv_category_id')
    .whereRaw('l.category_id = c.id')
    .min('above.document_id');
  const sale = db(`${TABLES.categorySales} as l`)
    .join(`${TABLES.sales} as s`, 's.id', 'l.sale_id')
    .whereRaw('l.category_id = c.id')
    .min('s.document_id');
  const assigned = db(`${TABLES.productCategories} as l`)
    .whereRaw('l.category_id = c.id')
    .select(db.raw('1'));
  const rows: Row[] = await withFile(
    visible(db(`${TABLES.categories} as c`), 'c', shelf)
      .leftJoin(`${TABLES.categoryOptions} as ol`, 'ol.category_id', 'c.id')
      .leftJoin(`${TABLES.options} as o`, 'o.id', 'ol.product_option_id'),
    'c',
    UIDS.category,
    'featuredImage'
  )
    .orderBy(['c.position', 'c.title', 'c.id', 'o.type', 'o.position', 'o.id'])
    .select(
      'c.id',
      'c.document_id',
      'c.slug',
      'c.title',
      'c.in_menu',
      'c.include_descendants',
      'c.price_min',
      'c.price_max',
      'c.combined',
      parent.as('parent'),
      sale.as('sale'),
      db.raw('CASE WHEN EXISTS ? THEN 1 ELSE 0 END as has_products', [assigned]),
      'o.type as option_type',
      'o.document_id as option_id',
      ...extraColumns(shelf.extra.category, 'c'),
      ...FILE_COLUMNS
    );

  const byRow = new Map<number, Row[]>();
  for (const row of rows) byRow.set(Number(row.id), [...(byRow.get(Number(row.id)) ?? []), row]);
  return [...byRow.values()].flatMap((same) =>
    same[0] ? [toCategory(same[0], same, shelf.extra)] : []
  );
}

/** What only the page of a category shows. */
export interface CategoryPage {
  documentId: string;
  content: unknown;
  seo: { metaTitle: string | null; metaDescription: string | null };
}

/** One statement. */
export async function findCategoryPage(
  db: Connection,
  shelf: Shelf,
  slug: string
): Promise<CategoryPage | null> {
  const row = (await visible(db(`${TABLES.categories} as c`), 'c', shelf)
    .where('c.slug', slug)
    .orderBy('c.id')
    .first(['c.document_id', 'c.content', 'c.meta_title', 'c.meta_description'])) as
    Row | undefined;
  if (!row) return null;
  return {
    documentId: String(row.document_id),
    content: readJson(row.content),
    seo: { metaTitle: readText(row.meta_title), metaDescription: readText(row.meta_description) },
  };
}

/** A page that search engines may know, in one language. */
export interface SitemapEntry {
  documentId: string;
  locale: string;
  slug: string;
  updatedAt: Date | null;
}

/** Everything on the shelf that is meant for sitemaps, in one language or in all: two statements. */
export async function findSitemap(
  db: Connection,
  at: Date,
  locale: string | null
): Promise<{ products: SitemapEntry[]; categories: SitemapEntry[] }> {
  const entries = async (table: string, onlyListed: boolean): Promise<SitemapEntry[]> => {
    const query = open(db(`${table} as e`), 'e', at);
    if (locale !== null) query.where('e.locale', locale);
    if (onlyListed) query.where('e.in_sitemap', true);
    const rows: Row[] = await query
      .orderBy(['e.document_id', 'e.locale'])
      .select('e.document_id', 'e.locale', 'e.slug', 'e.updated_at');
    return rows.map((row) => ({
      documentId: String(row.document_id),
      locale: String(row.locale),
      slug: String(row.slug),
      updatedAt: readDate(row.updated_at),
    }));
  };
  return {
    products: await entries(TABLES.products, true),
    categories: await entries(TABLES.categories, false),
  };
}

/** `same`: the rows of one category, one for each option of its filter. */
function toCategory(row: Row, same: Row[], extra: ExtraFields): Category {
  const options = new Map<string, string[]>();
  for (const { option_type: type, option_id: id } of same) {
    if (type === null || type === undefined) continue;
    options.set(String(type), [...(options.get(String(type)) ?? []), String(id)]);
  }
  return {
    rowId: Number(row.id),
    documentId: String(row.document_id),
    slug: String(row.slug),
    title: String(row.title),
    image: toImage(row),
    parent: readText(row.parent),
    inMenu: readSwitch(row.in_menu),
    includeDescendants: readSwitch(row.include_descendants),
    hasProducts: Number(row.has_products) === 1,
    options,
    sale: readText(row.sale),
    priceMin: readAmount(row.price_min),
    priceMax: readAmount(row.price_max),
    combined: readSwitch(row.combined),
    extra: toExtra(row, extra.category),
  };
}

/** On unless somebody switched it off: a row that a script made may have no value. */
function readSwitch(value: unknown): boolean {
  return value === null || value === undefined || readBoolean(value);
}
