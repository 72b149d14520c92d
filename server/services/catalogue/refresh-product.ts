import type { Knex } from 'knex';

import { chooseDefault } from '../../domain/catalogue/choose-default';
import { orderVariations } from '../../domain/catalogue/order-variations';
import { priced } from './apply-sales';
import { arrangeVariations, linkVariations } from './arrange-variations';
import type { CatalogueContext } from './context';
import { copyToProduct, type SettledRow } from './copy-to-product';
import { readProductState, tickedOptions } from './product-state';

/**
 * Sets right what `settleProduct` does, without making or retiring variations: after a variation, an image or a
 * file was changed or deleted. A deleted combination stays away until the product is saved (rules 2.6).
 *
 * @param formerPosition the place of a default that was just deleted.
 */
export async function refreshProduct(
  context: CatalogueContext,
  trx: Knex.Transaction,
  documentId: string,
  formerPosition: number | null = null
): Promise<SettledRow[]> {
  const state = await readProductState(context, trx, documentId);
  if (!state) return [];

  const ticked = tickedOptions(state, state.main.ticks);
  const live = state.variations.filter(({ retired }) => !retired);
  const standard = chooseDefault(
    orderVariations(live, ticked, context.settings.optionTypes),
    formerPosition
  );

  if (standard) await arrangeVariations(context, trx, state, ticked, standard);
  await linkVariations(context, trx, state);
  return copyToProduct(trx, state, state.rows, await priced(context, trx, documentId, standard));
}
