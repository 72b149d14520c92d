import type { Knex } from 'knex';

import type { ProductCopy } from '../domain/catalogue/product-copy';
import type { Rating } from '../domain/catalogue/rating';
import type { ImageCopy } from '../domain/catalogue/sellable';
import { type Connection, insertAll } from './database';
import { latest } from './latest';
import { ratingColumns } from './ratings';
import { TABLES } from './tables';
import { readDate, readText, writeAmount, writeJson } from './values';

/** One row of a product: a language of it, drafted or published. */
export interface ProductRow {
  id: number;
  locale: string;
  published: boolean;
  title: string | null;
  slug: string | null;
}

/** The rows of a product in a fixed order, locked until the transaction ends. Variations are locked before. */
export async function lockProductRows(
  trx: Knex.Transaction,
  documentId: string
): Promise<ProductRow[]> {
  return toProductRows(await rowsOfProduct(trx, documentId).forUpdate());
}

/** The same ones, to be looked at. */
export async function readProductRows(db: Connection, documentId: string): Promise<ProductRow[]> {
  return toProductRows(await rowsOfProduct(db, documentId));
}

const rowsOfProduct = (db: Connection, documentId: string) =>
  db(TABLES.products)
    .where({ document_id: documentId })
    .orderBy('id')
    .select('id', 'locale', 'published_at', 'title', 'slug');

function toProductRows(rows: Record<string, unknown>[]): ProductRow[] {
  return rows.map((row) => ({
    id: Number(row['id']),
    locale: String(row['locale']),
    published: row['published_at'] !== null,
    title: readText(row['title']),
    slug: readText(row['slug']),
  }));
}

/** The option rows that are ticked on each of a product's rows, in their order. */
export async function readTicks(
  trx: Connection,
  productRowIds: readonly number[]
): Promise<Map<number, number[]>> {
  const links = (await latest(
    trx,
    trx(TABLES.productOptions)
      .whereIn('product_id', productRowIds)
      .orderBy(['product_option_ord', 'id'])
      .select('product_id', 'product_option_id')
  )) as { product_id: number; product_option_id: number }[];
  const ticks = new Map<number, number[]>(productRowIds.map((id) => [id, []]));
  for (const { product_id, product_option_id } of links) {
    ticks.get(product_id)?.push(product_option_id);
  }
  return ticks;
}

/** Replaces the ticks of the given rows. */
export async function writeTicks(
  trx: Knex.Transaction,
  ticks: ReadonlyMap<number, readonly number[]>
): Promise<void> {
  if (ticks.size === 0) return;
  await trx(TABLES.productOptions)
    .whereIn('product_id', [...ticks.keys()])
    .delete();
  const links = [...ticks].flatMap(([product_id, options]) =>
    options.map((product_option_id, index) => ({
      product_id,
      product_option_id,
      product_option_ord: index + 1,
    }))
  );
  await insertAll(trx, TABLES.productOptions, links);
}

/** The publish windows of a product's rows. */
export async function readPublishWindows(
  trx: Knex.Transaction,
  documentId: string
): Promise<{ publishFrom: Date | null; publishUntil: Date | null }[]> {
  const rows = (await trx(TABLES.products)
    .where({ document_id: documentId })
    .select('publish_from', 'publish_until')) as Record<string, unknown>[];
  return rows.map((row) => ({
    publishFrom: readDate(row['publish_from']),
    publishUntil: readDate(row['publish_until']),
  }));
}

/** One statement, however many rows the product has. The rows' `updatedAt` is the editor's, and stays. */
export async function writeProductCopy(
  trx: Knex.Transaction,
  documentId: string,
  copy: ProductCopy,
  rating: Rating
): Promise<void> {
  await trx(TABLES.products)
    .where({ document_id: documentId })
    .update({
      unit_price: writeAmount(copy.unitPrice),
      sale_price: writeAmount(copy.salePrice),
      sale_from: copy.saleFrom,
      sale_to: copy.saleTo,
      lowest_price_30_d: writeAmount(copy.lowestPrice30d),
      sku: copy.sku,
      stock: copy.stock,
      ...ratingColumns(rating),
    });
}

/** One statement for each different image: one when the default variation has its own, at most one a row. */
export async function writeImageCopies(
  trx: Knex.Transaction,
  images: ReadonlyMap<number, ImageCopy | null>
): Promise<void> {
  const rowsOf = new Map<string | null, number[]>();
  for (const [rowId, image] of images) {
    const text = writeJson(image);
    rowsOf.set(text, [...(rowsOf.get(text) ?? []), rowId]);
  }
  for (const [image, rowIds] of rowsOf) {
    await trx(TABLES.products).whereIn('id', rowIds).update({ image });
  }
}

export async function writeSlug(
  trx: Knex.Transaction,
  rowIds: readonly number[],
  slug: string
): Promise<void> {
  await trx(TABLES.products).whereIn('id', rowIds).update({ slug });
}
