import type { Knex } from 'knex';

import type { Inheritance, Variation } from '../domain/catalogue/variation';
import { inChunks } from './chunks';
import { type Connection, insertAll } from './database';
import { latest } from './latest';
import { readSalePrices } from './sale-prices';
import { TABLES } from './tables';
import { newDocument, readAmount, readBoolean, readText, writeAmount } from './values';

/** A variation that is about to be written. */
export interface NewVariation extends Inheritance {
  sku: string;
  optionKey: string;
  position: number;
  imageId: number | null;
}

type Row = Record<string, unknown> & { id: number };

const variationOf = (row: Row, imageId: number | null): Variation => ({
  id: row.id,
  documentId: String(row['document_id']),
  productDocumentId: String(row['product_document_id']),
  sku: readText(row['sku']),
  // A row that somebody inserted without a key fits no combination, and must not pass for the bare one.
  optionKey: readText(row['option_key']) ?? `?${row.id}`,
  unitPrice: readAmount(row['unit_price']),
  ...readSalePrices(row),
  lowestPrice30d: readAmount(row['lowest_price_30_d']),
  stock: row['stock'] === null ? null : Number(row['stock']),
  isDefault: readBoolean(row['is_default']),
  weight: readAmount(row['weight']),
  costPrice: readAmount(row['cost_price']),
  position: Number(row['position'] ?? 0),
  retired: readBoolean(row['retired']),
  imageId,
});

/**
 * All variations of a product, retired ones too, in the order of the shop; locked until the transaction ends.
 * Whoever locks rows of the catalogue takes variations by id first and products by id second.
 */
export async function lockVariations(
  trx: Knex.Transaction,
  productDocumentId: string
): Promise<Variation[]> {
  return withImages(trx, (await rowsOfProduct(trx, productDocumentId).forUpdate()) as Row[]);
}

/** The same ones, to be looked at. */
export async function readVariations(
  db: Connection,
  productDocumentId: string
): Promise<Variation[]> {
  return withImages(db, (await rowsOfProduct(db, productDocumentId)) as Row[]);
}

const rowsOfProduct = (db: Connection, productDocumentId: string) =>
  db(TABLES.variations).where({ product_document_id: productDocumentId }).orderBy('id').select('*');

async function withImages(db: Connection, rows: readonly Row[]): Promise<Variation[]> {
  const links = (await latest(
    db,
    db(TABLES.variationImages)
      .whereIn(
        'product_variation_id',
        rows.map(({ id }) => id)
      )
      .select('product_variation_id', 'product_image_id')
  )) as { product_variation_id: number; product_image_id: number }[];
  const images = new Map(links.map((link) => [link.product_variation_id, link.product_image_id]));

  return rows
    .map((row) => variationOf(row, images.get(row.id) ?? null))
    .sort((a, b) => a.position - b.position || a.id - b.id);
}

/** One variation by its document, also one that was inserted a moment ago and belongs to no product yet. */
export async function lockVariation(
  trx: Knex.Transaction,
  documentId: string
): Promise<Variation | undefined> {
  const row = (await trx(TABLES.variations)
    .where({ document_id: documentId })
    .forUpdate()
    .first('*')) as Row | undefined;
  return row && variationOf(row, null);
}

/** Which product a variation belongs to; undefined when there is no such variation. */
export async function findProductOfVariation(
  trx: Knex.Transaction,
  documentId: string
): Promise<string | undefined> {
  const row = (await trx(TABLES.variations)
    .where({ document_id: documentId })
    .first('product_document_id')) as { product_document_id: string } | undefined;
  return row?.product_document_id;
}

/** The documents that a variation's relations name, as the host has just written them. */
export async function readVariationLinks(
  trx: Knex.Transaction,
  documentId: string
): Promise<{ products: string[]; options: { documentId: string; type: string }[] }> {
  const rowIds = trx(TABLES.variations).where({ document_id: documentId }).select('id');
  const products = (await trx(TABLES.products)
    .join(
      TABLES.variationProducts,
      `${TABLES.variationProducts}.product_id`,
      `${TABLES.products}.id`
    )
    .whereIn(`${TABLES.variationProducts}.product_variation_id`, rowIds)
    .distinct(`${TABLES.products}.document_id as document`)) as { document: string }[];
  const options = (await trx(TABLES.options)
    .join(
      TABLES.variationOptions,
      `${TABLES.variationOptions}.product_option_id`,
      `${TABLES.options}.id`
    )
    .whereIn(`${TABLES.variationOptions}.product_variation_id`, rowIds)
    .distinct(`${TABLES.options}.document_id as documentId`, `${TABLES.options}.type as type`)) as {
    documentId: string;
    type: string;
  }[];
  return { products: products.map(({ document }) => document), options };
}

/** What the plugin alone knows of a variation: the keys that queries use, and its name. */
export async function identifyVariation(
  trx: Knex.Transaction,
  id: number,
  identity: { productDocumentId: string; optionKey: string; sku: string }
): Promise<void> {
  await trx(TABLES.variations).where({ id }).update({
    product_document_id: identity.productDocumentId,
    option_key: identity.optionKey,
    sku: identity.sku,
  });
}

export async function insertVariations(
  trx: Knex.Transaction,
  productDocumentId: string,
  variations: readonly NewVariation[],
  now: Date
): Promise<void> {
  await insertAll(
    trx,
    TABLES.variations,
    variations.map((variation) => ({
      ...newDocument(now),
      product_document_id: productDocumentId,
      sku: variation.sku,
      option_key: variation.optionKey,
      unit_price: writeAmount(variation.unitPrice),
      sale_price: writeAmount(variation.salePrice),
      sale_from: variation.saleFrom,
      sale_to: variation.saleTo,
      weight: writeAmount(variation.weight),
      cost_price: writeAmount(variation.costPrice),
      stock: variation.stock,
      position: variation.position,
      is_default: false,
      retired: false,
    }))
  );
  const imageOf = new Map(
    variations.flatMap(({ optionKey, imageId }) =>
      imageId === null ? [] : [[optionKey, imageId] as const]
    )
  );
  if (imageOf.size > 0) await linkImages(trx, productDocumentId, imageOf);
}

async function linkImages(
  trx: Knex.Transaction,
  productDocumentId: string,
  imageOf: ReadonlyMap<string, number>
): Promise<void> {
  const rows = (await trx(TABLES.variations)
    .where({ product_document_id: productDocumentId })
    .select('id', 'option_key')) as { id: number; option_key: string }[];
  const links = rows.flatMap(({ id, option_key }) => {
    const image = imageOf.get(option_key);
    return image === undefined ? [] : [{ product_variation_id: id, product_image_id: image }];
  });
  await insertAll(trx, TABLES.variationImages, links);
}

export async function retireVariations(
  trx: Knex.Transaction,
  ids: readonly number[],
  retired: boolean,
  now: Date
): Promise<void> {
  for (const chunk of inChunks(ids)) {
    await trx(TABLES.variations).whereIn('id', chunk).update({ retired, updated_at: now });
  }
}

export async function placeVariations(
  trx: Knex.Transaction,
  places: readonly { id: number; position: number }[]
): Promise<void> {
  for (const chunk of inChunks(places)) {
    await trx(TABLES.variations)
      .whereIn(
        'id',
        chunk.map(({ id }) => id)
      )
      .update({
        position: trx.raw(
          `CASE id ${chunk.map(() => 'WHEN ? THEN ?').join(' ')} ELSE position END`,
          chunk.flatMap(({ id, position }) => [id, position])
        ),
      });
  }
}

/** Exactly this one is the default, whatever was before. */
export async function setDefaultVariation(
  trx: Knex.Transaction,
  productDocumentId: string,
  id: number
): Promise<void> {
  await trx(TABLES.variations)
    .where({ product_document_id: productDocumentId })
    .update({ is_default: trx.raw('(id = ?)', [id]) });
}

/** Their links go with them: the database deletes those by itself. */
export async function deleteVariations(
  trx: Knex.Transaction,
  productDocumentId: string
): Promise<void> {
  await trx(TABLES.variations).where({ product_document_id: productDocumentId }).delete();
}

interface LinkTable {
  table: string;
  target: string;
  order?: string;
}

const PRODUCT_LINKS: LinkTable = { table: TABLES.variationProducts, target: 'product_id' };
const OPTION_LINKS: LinkTable = {
  table: TABLES.variationOptions,
  target: 'product_option_id',
  order: 'product_option_ord',
};

/** Which rows each of a product's variations is to be linked to, in order; what is right already is not touched. */
export type WantedLinks = ReadonlyMap<number, readonly number[]>;

/** Links the variations to the rows of their product, as the host does for a relation: draft and published. */
export function linkProducts(trx: Knex.Transaction, wanted: WantedLinks): Promise<void> {
  return link(trx, PRODUCT_LINKS, wanted);
}

export function linkOptions(trx: Knex.Transaction, wanted: WantedLinks): Promise<void> {
  return link(trx, OPTION_LINKS, wanted);
}

async function link(
  trx: Knex.Transaction,
  { table, target, order }: LinkTable,
  wanted: WantedLinks
): Promise<void> {
  const links = (await latest(
    trx,
    trx(table)
      .whereIn('product_variation_id', [...wanted.keys()])
      .orderBy('id')
      .select('id', 'product_variation_id as variation', `${target} as target`)
  )) as { id: number; variation: number; target: number }[];

  const isWanted = ({ variation, target: row }: { variation: number; target: number }) =>
    wanted.get(variation)?.includes(row) ?? false;
  const present = new Set(links.map(({ variation, target: row }) => `${variation}:${row}`));
  const missing = [...wanted].flatMap(([variation, rows]) =>
    rows.flatMap((row, index) =>
      present.has(`${variation}:${row}`)
        ? []
        : [
            {
              product_variation_id: variation,
              [target]: row,
              ...(order === undefined ? {} : { [order]: index + 1 }),
            },
          ]
    )
  );

  for (const chunk of inChunks(links.filter((found) => !isWanted(found)))) {
    await trx(table)
      .whereIn(
        'id',
        chunk.map(({ id }) => id)
      )
      .delete();
  }
  await insertAll(trx, table, missing);
}
