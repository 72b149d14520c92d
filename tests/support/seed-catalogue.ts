import { createId } from '@paralleldrive/cuid2';
import type { Core } from '@strapi/strapi';

import { insertAll } from '../../server/storage/database';
import { TABLES } from '../../server/storage/tables';

type Row = Record<string, unknown>;

export const SIZES = ['S', 'M', 'L'];
export const COLOURS = ['Red', 'Blue', 'Green', 'Black'];

let batch = 0;

/**
 * Many published products by raw inserts, since the host takes minutes for 2,000: each with its draft, three
 * variations (one colour, three sizes), a category in four and a parent above those. Every figure follows from the
 * product's number, so that a test can work out what it expects.
 */
export async function seedCatalogue(strapi: Core.Strapi, count: number, locale = 'en') {
  const db = strapi.db.connection;
  const run = (batch += 1);
  const now = new Date();
  const document = { created_at: now, updated_at: now, locale };
  const idsOf = async (table: string, documents: string[]) => {
    const ids = new Map<string, number[]>();
    for (let start = 0; start < documents.length; start += 500) {
      const rows: { id: number; document_id: string }[] = await db(table)
        .whereIn('document_id', documents.slice(start, start + 500))
        .orderBy('id')
        .select('id', 'document_id');
      for (const { id, document_id } of rows) {
        ids.set(document_id, [...(ids.get(document_id) ?? []), id]);
      }
    }
    return ids;
  };

  const named = [
    ...SIZES.map((name, position) => ({ type: 'Size', name, position })),
    ...COLOURS.map((name, position) => ({ type: 'Colour', name, position })),
  ];
  const options = new Map<string, number>();
  for (const option of named) {
    const present = await db(TABLES.options)
      .where({ ...option, locale })
      .first('id');
    if (!present) {
      await db(TABLES.options).insert({
        ...document,
        ...option,
        document_id: createId(),
        published_at: now,
      });
    }
    const { id } = await db(TABLES.options)
      .where({ ...option, locale })
      .first('id');
    options.set(option.name, id as number);
  }

  const categories = Array.from({ length: 5 }, (_, index) => ({
    ...document,
    document_id: createId(),
    published_at: now,
    title: index === 0 ? `All ${run}` : `Quarter ${run}-${index}`,
    slug: index === 0 ? `all-${run}` : `quarter-${run}-${index}`,
    position: index,
    in_menu: true,
    combined: true,
    include_descendants: true,
  }));
  await insertAll(db, TABLES.categories, categories);
  const categoryIds = await idsOf(
    TABLES.categories,
    categories.map((category) => category.document_id)
  );
  const [all, ...quarters] = categories.map(
    (category) => categoryIds.get(category.document_id)![0]!
  );
  await insertAll(
    db,
    TABLES.categoryParents,
    quarters.map((id) => ({ category_id: id, inv_category_id: all }))
  );

  const products = Array.from({ length: count }, (_, index) => ({
    document_id: createId(),
    index,
  }));
  const rows: Row[] = products.flatMap(({ document_id, index }) =>
    [null, now].map((published_at) => ({
      ...document,
      document_id,
      published_at,
      created_at: new Date(now.getTime() - index * 1000),
      title: `Seeded ${run} number ${index}`,
      slug: `seeded-${run}-${index}`,
      description: `Thing ${index} of a batch, of material ${index % 7}`,
      available: true,
      in_sitemap: true,
      unit_price: priceOf(index, 0),
      sku: `SEED-${run}-${index}-S`,
      stock: stockOf(index, 0),
    }))
  );
  await insertAll(db, TABLES.products, rows);
  const productIds = await idsOf(
    TABLES.products,
    products.map(({ document_id }) => document_id)
  );

  const variations = products.flatMap(({ document_id, index }) =>
    SIZES.map((size, place) => ({
      row: {
        created_at: now,
        updated_at: now,
        published_at: now,
        document_id: createId(),
        product_document_id: document_id,
        sku: `SEED-${run}-${index}-${size}`,
        option_key: `${size}|${index % COLOURS.length}`,
        unit_price: priceOf(index, place),
        sale_price: isOnSale(index) ? '1.00' : null,
        stock: stockOf(index, place),
        is_default: place === 0,
        position: place,
        retired: false,
      },
      options: [size, COLOURS[index % COLOURS.length]!],
    }))
  );
  await insertAll(
    db,
    TABLES.variations,
    variations.map(({ row }) => row)
  );
  const variationIds = await idsOf(
    TABLES.variations,
    variations.map(({ row }) => row.document_id)
  );
  await insertAll(
    db,
    TABLES.variationOptions,
    variations.flatMap(({ row, options: names }) =>
      names.map((name, place) => ({
        product_variation_id: variationIds.get(row.document_id)![0],
        product_option_id: options.get(name),
        product_option_ord: place + 1,
      }))
    )
  );
  await insertAll(
    db,
    TABLES.productCategories,
    products.map(({ document_id, index }) => ({
      product_id: productIds.get(document_id)![1],
      category_id: quarters[index % quarters.length],
      category_ord: 1,
    }))
  );
  return {
    slugs: products.map(({ index }) => `seeded-${run}-${index}`),
    documentIds: products.map(({ document_id }) => document_id),
    /** The slug of the category above the four. */
    all: `all-${run}`,
    quarters: [1, 2, 3, 4].map((index) => `quarter-${run}-${index}`),
  };
}

/** 10.00 to 59.00 by number, a little more for each size. */
export const priceOf = (index: number, place: number) => `${10 + (index % 50)}.${place}0`;
/** Every tenth costs 1.00 instead. */
export const isOnSale = (index: number) => index % 10 === 0;
/** Every fifth is sold out in S, the others are not counted. */
export const stockOf = (index: number, place: number) =>
  index % 5 === 0 && place === 0 ? 0 : null;
