import type { Knex } from 'knex';

import { type ProductCopy, productCopy, shownImage } from '../../domain/catalogue/product-copy';
import { type Rating, ratingOf } from '../../domain/catalogue/rating';
import type { ImageCopy } from '../../domain/catalogue/sellable';
import type { Variation } from '../../domain/catalogue/variation';
import { readImages } from '../../storage/images';
import { type ProductRow, writeImageCopies, writeProductCopy } from '../../storage/products';
import { readRatingTotals } from '../../storage/ratings';
import type { ProductState } from './product-state';

/** A row of a product, and what was written onto it. */
export interface SettledRow extends ProductCopy {
  id: number;
  slug: string | null;
  image: ImageCopy | null;
  rating: Rating;
}

const NO_VARIATION: ProductCopy = {
  unitPrice: null,
  salePrice: null,
  saleFrom: null,
  saleTo: null,
  lowestPrice30d: null,
  sku: null,
  stock: null,
};

/**
 * Writes the default variation's price, SKU, stock and image onto all rows of the product (rules 3.2), and what
 * shoppers think of it: rows that were just made, such as those of a clone or of a language, know nothing of it.
 */
export async function copyToProduct(
  trx: Knex.Transaction,
  { documentId }: Pick<ProductState, 'documentId'>,
  rows: readonly ProductRow[],
  defaultVariation: Variation | undefined
): Promise<SettledRow[]> {
  const imageId = defaultVariation?.imageId ?? null;
  const { byRow, byId } = await readImages(trx, {
    productRowIds: rows.map(({ id }) => id),
    imageIds: imageId === null ? [] : [imageId],
  });
  const ofVariation = imageId === null ? undefined : byId.get(imageId);
  const images = new Map(
    rows.map(({ id }) => [id, shownImage(ofVariation, byRow.get(id) ?? [])] as const)
  );
  const copy = defaultVariation ? productCopy(defaultVariation) : NO_VARIATION;
  const rating = ratingOf(await readRatingTotals(trx, documentId));

  await writeProductCopy(trx, documentId, copy, rating);
  await writeImageCopies(trx, images);
  return rows.map(({ id, slug }) => ({ id, slug, ...copy, image: images.get(id) ?? null, rating }));
}
