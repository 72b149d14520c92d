import type { Knex } from 'knex';

import { deleteUnusedImages } from '../../storage/images';
import { deleteCounts } from '../../storage/product-counts';
import { deleteRatings } from '../../storage/ratings';
import { deleteVariations } from '../../storage/variations';

/**
 * What goes with a product (rules 2.8): its variations, retired ones too, its ratings and counts, and those of its
 * images that no other product shows. Files stay in the media library; carts and orders hold copies and are not touched.
 *
 * @param imageIds what it showed, read while its rows were still there.
 */
export async function removeProduct(
  trx: Knex.Transaction,
  documentId: string,
  imageIds: readonly number[]
): Promise<void> {
  await deleteVariations(trx, documentId);
  await deleteRatings(trx, documentId);
  await deleteCounts(trx, documentId);
  await deleteUnusedImages(trx, imageIds);
}
