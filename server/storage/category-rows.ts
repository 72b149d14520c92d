import type { Knex } from 'knex';

import type { Amount } from '../domain/money/money';
import { insertAll } from './database';
import { latest } from './latest';
import { TABLES } from './tables';
import { readAmount, readDate, readText } from './values';

/** One row of a category: a language of it, drafted or published. */
export interface CategoryRow {
  id: number;
  locale: string;
  published: boolean;
  title: string | null;
  slug: string | null;
  publishFrom: Date | null;
  publishUntil: Date | null;
  priceMin: Amount | null;
  priceMax: Amount | null;
}

type Row = Record<string, unknown>;

/** The rows of a category in a fixed order, locked until the transaction ends. */
export async function lockCategoryRows(
  trx: Knex.Transaction,
  documentId: string
): Promise<CategoryRow[]> {
  const rows = (await trx(TABLES.categories)
    .where({ document_id: documentId })
    .orderBy('id')
    .forUpdate()
    .select('*')) as Row[];
  return rows.map((row) => ({
    id: Number(row['id']),
    locale: String(row['locale']),
    published: row['published_at'] !== null,
    title: readText(row['title']),
    slug: readText(row['slug']),
    publishFrom: readDate(row['publish_from']),
    publishUntil: readDate(row['publish_until']),
    priceMin: readAmount(row['price_min']),
    priceMax: readAmount(row['price_max']),
  }));
}

export async function writeCategorySlug(
  trx: Knex.Transaction,
  rowIds: readonly number[],
  slug: string
): Promise<void> {
  await trx(TABLES.categories).whereIn('id', rowIds).update({ slug });
}

/** Where every category of a language hangs, among the drafts or among what is published. */
export async function readPlaces(
  trx: Knex.Transaction,
  { locale, published }: Pick<CategoryRow, 'locale' | 'published'>
): Promise<{ documentId: string; parent: string | null }[]> {
  const query = trx(`${TABLES.categories} as c`)
    .leftJoin(`${TABLES.categoryParents} as l`, 'l.category_id', 'c.id')
    .leftJoin(`${TABLES.categories} as above`, 'above.id', 'l.inv_category_id')
    .where('c.locale', locale)
    .select('c.document_id', 'above.document_id as parent');
  if (published) query.whereNotNull('c.published_at');
  else query.whereNull('c.published_at');
  const rows = (await latest(trx, query)) as Row[];
  return rows.map((row) => ({
    documentId: String(row['document_id']),
    parent: readText(row['parent']),
  }));
}

/**
 * Assigns the published products whose drafts are assigned to a category's draft to its published row. The host links
 * what is published only to what is published at that moment: products that came before their category, or stayed
 * while it was away, would not be in it until somebody publishes each of them again.
 */
export async function assignPublished(
  trx: Knex.Transaction,
  { draft, published }: { draft: number; published: number }
): Promise<void> {
  const wanted = (await latest(
    trx,
    trx(`${TABLES.productCategories} as l`)
      .join(`${TABLES.products} as d`, 'd.id', 'l.product_id')
      .join(`${TABLES.products} as p`, (join) =>
        join.on('p.document_id', 'd.document_id').andOn('p.locale', 'd.locale')
      )
      .where('l.category_id', draft)
      .whereNull('d.published_at')
      .whereNotNull('p.published_at')
      .orderBy('p.id')
      .select('p.id as product', 'l.category_ord as place')
  )) as { product: number; place: number | null }[];
  const there = (await latest(
    trx,
    trx(TABLES.productCategories).where({ category_id: published }).select('product_id as product')
  )) as { product: number }[];
  const present = new Set(there.map(({ product }) => product));
  await insertAll(
    trx,
    TABLES.productCategories,
    wanted
      .filter(({ product }) => !present.has(product))
      .map(({ product, place }) => ({
        product_id: product,
        category_id: published,
        category_ord: place,
      }))
  );
}
