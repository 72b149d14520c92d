import type { Knex } from 'knex';

import { UIDS } from '../../content-types/uids';
import type { ProductImage } from '../domain/catalogue/product-copy';
import type { Connection } from './database';
import { latest } from './latest';
import { TABLES } from './tables';
import { readJson, readText } from './values';

const FILE_OF_IMAGE = { related_type: UIDS.productImage, field: 'file' };

type Row = Record<string, unknown>;

const imageOf = (row: Row): ProductImage => ({
  id: Number(row['id']),
  documentId: String(row['document_id']),
  description: readText(row['description']),
  file:
    row['url'] === null
      ? null
      : {
          url: String(row['url']),
          alternativeText: readText(row['alternative_text']),
          width: row['width'] === null ? null : Number(row['width']),
          height: row['height'] === null ? null : Number(row['height']),
          formats: readJson(row['formats']),
        },
});

export interface ImagesOfProduct {
  /** By row of the product, in the editor's order. */
  byRow: Map<number, ProductImage[]>;
  byId: Map<number, ProductImage>;
}

/** The images of a product's rows, and those that are named besides. */
export async function readImages(
  trx: Connection,
  { productRowIds, imageIds }: { productRowIds: readonly number[]; imageIds: readonly number[] }
): Promise<ImagesOfProduct> {
  const links = (await latest(
    trx,
    trx(TABLES.productImages)
      .whereIn('product_id', productRowIds)
      .orderBy(['product_image_ord', 'id'])
      .select('product_id', 'product_image_id')
  )) as { product_id: number; product_image_id: number }[];

  const ids = [...new Set([...imageIds, ...links.map((link) => link.product_image_id)])];
  const byId = new Map<number, ProductImage>();
  if (ids.length > 0) {
    const rows = (await latest(
      trx,
      trx(`${TABLES.images} as image`)
        .leftJoin(`${TABLES.fileLinks} as link`, (on) =>
          on
            .on('link.related_id', 'image.id')
            .andOnVal('link.related_type', FILE_OF_IMAGE.related_type)
            .andOnVal('link.field', FILE_OF_IMAGE.field)
        )
        .leftJoin(`${TABLES.files} as file`, 'file.id', 'link.file_id')
        .whereIn('image.id', ids)
        .orderBy('link.id', 'desc')
        .select('image.id', 'image.document_id', 'image.description')
        .select('file.url', 'file.alternative_text', 'file.width', 'file.height', 'file.formats')
    )) as Row[];
    for (const row of rows) byId.set(Number(row['id']), imageOf(row));
  }

  const byRow = new Map<number, ProductImage[]>();
  for (const link of links) {
    const image = byId.get(link.product_image_id);
    if (image) byRow.set(link.product_id, [...(byRow.get(link.product_id) ?? []), image]);
  }
  return { byRow, byId };
}

/** The images that a product or one of its variations shows. */
export async function findImagesOfProduct(
  trx: Knex.Transaction,
  documentId: string
): Promise<number[]> {
  const ofRows = trx(TABLES.productImages)
    .whereIn('product_id', trx(TABLES.products).where({ document_id: documentId }).select('id'))
    .select('product_image_id as image');
  const ofVariations = trx(TABLES.variationImages)
    .whereIn(
      'product_variation_id',
      trx(TABLES.variations).where({ product_document_id: documentId }).select('id')
    )
    .select('product_image_id as image');
  const rows = (await ofRows.union(ofVariations)) as { image: number }[];
  return rows.map(({ image }) => image);
}

/** Deletes those of the images that nothing shows any more. Their files stay in the media library. */
export async function deleteUnusedImages(
  trx: Knex.Transaction,
  imageIds: readonly number[]
): Promise<void> {
  if (imageIds.length === 0) return;
  const unused = (await latest(
    trx,
    trx(TABLES.images)
      .whereIn('id', imageIds)
      .whereNotIn('id', trx(TABLES.productImages).select('product_image_id'))
      .whereNotIn('id', trx(TABLES.variationImages).select('product_image_id'))
      .select('id')
  )) as { id: number }[];
  const ids = unused.map(({ id }) => id);
  if (ids.length === 0) return;
  await trx(TABLES.fileLinks)
    .where({ related_type: UIDS.productImage })
    .whereIn('related_id', ids)
    .delete();
  await trx(TABLES.images).whereIn('id', ids).delete();
}

/** The products that show an image, in a fixed order. */
export async function findProductsWithImages(
  trx: Knex.Transaction,
  imageIds: readonly number[]
): Promise<string[]> {
  if (imageIds.length === 0) return [];
  const ofRows = trx(TABLES.products)
    .join(TABLES.productImages, `${TABLES.productImages}.product_id`, `${TABLES.products}.id`)
    .whereIn(`${TABLES.productImages}.product_image_id`, imageIds)
    .select(`${TABLES.products}.document_id as product`);
  const ofVariations = trx(TABLES.variations)
    .join(
      TABLES.variationImages,
      `${TABLES.variationImages}.product_variation_id`,
      `${TABLES.variations}.id`
    )
    .whereIn(`${TABLES.variationImages}.product_image_id`, imageIds)
    .select(`${TABLES.variations}.product_document_id as product`);
  const rows = (await ofRows.union(ofVariations)) as { product: string }[];
  return rows.map(({ product }) => product).sort();
}

export async function findImageRows(trx: Knex.Transaction, documentId: string): Promise<number[]> {
  const rows = (await trx(TABLES.images).where({ document_id: documentId }).select('id')) as {
    id: number;
  }[];
  return rows.map(({ id }) => id);
}

/** The product images that show one of these files of the media library. */
export async function findImagesOfFiles(
  trx: Knex.Transaction,
  fileIds: readonly number[]
): Promise<number[]> {
  if (fileIds.length === 0) return [];
  const rows = (await trx(TABLES.fileLinks)
    .where(FILE_OF_IMAGE)
    .whereIn('file_id', fileIds)
    .select('related_id')) as { related_id: number }[];
  return rows.map(({ related_id }) => related_id);
}
