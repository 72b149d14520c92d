import type { Knex } from 'knex';

import { lockProductRows, writeSlug } from '../../storage/products';
import { lockVariations } from '../../storage/variations';
import type { CatalogueContext } from './context';
import type { SettledRow } from './copy-to-product';
import { freeSlug } from './name-product';
import { settleProduct } from './settle-product';

/**
 * Makes a product of its own of the rows that the host has just cloned (rules 2.3): own slugs and SKUs, the
 * original's prices, images and default, stock 0 where it is counted, no ratings. The original keeps all it has.
 */
export async function cloneProduct(
  context: CatalogueContext,
  trx: Knex.Transaction,
  {
    originalId,
    documentId,
    keepSlug,
  }: { originalId: string; documentId: string; keepSlug: boolean }
): Promise<SettledRow[]> {
  const original = (await lockVariations(trx, originalId)).filter(({ retired }) => !retired);
  if (!keepSlug) {
    for (const { id, locale, slug } of await lockProductRows(trx, documentId)) {
      if (slug) await writeSlug(trx, [id], await freeSlug(trx, documentId, locale, slug));
    }
  }
  return settleProduct(context, trx, documentId, { original });
}
