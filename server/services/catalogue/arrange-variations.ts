import type { Knex } from 'knex';

import { type ProductOption, sortOptions } from '../../domain/catalogue/option';
import { optionsOfKey } from '../../domain/catalogue/option-key';
import { orderVariations } from '../../domain/catalogue/order-variations';
import type { Variation } from '../../domain/catalogue/variation';
import {
  linkOptions,
  linkProducts,
  placeVariations,
  setDefaultVariation,
} from '../../storage/variations';
import type { CatalogueContext } from './context';
import { optionRowIn, type ProductState } from './product-state';

/** Puts the live variations in order and flags the default; both only where they differ from what is there. */
export async function arrangeVariations(
  { settings }: CatalogueContext,
  trx: Knex.Transaction,
  { documentId, variations }: Pick<ProductState, 'documentId' | 'variations'>,
  ticked: readonly ProductOption[],
  defaultVariation: Variation
): Promise<void> {
  const live = variations.filter(({ retired }) => !retired);
  const places = orderVariations(live, ticked, settings.optionTypes).map((variation, position) => ({
    id: variation.id,
    position,
    moved: variation.position !== position,
  }));
  await placeVariations(
    trx,
    places.filter(({ moved }) => moved)
  );

  const wrong = variations.some(({ id, isDefault }) => isDefault !== (id === defaultVariation.id));
  if (wrong) await setDefaultVariation(trx, documentId, defaultVariation.id);
}

/**
 * Keeps the relations that editors see equal to the keys that queries use: each variation is linked to the draft
 * and the published row of its product, and to its options, in the language that counts.
 */
export async function linkVariations(
  { settings }: CatalogueContext,
  trx: Knex.Transaction,
  state: ProductState
): Promise<void> {
  const { variations, rows, main } = state;
  const productRows = rows.filter((row) => row.locale === main.locale).map(({ id }) => id);
  await linkProducts(trx, new Map(variations.map(({ id }) => [id, productRows])));

  const optionRows = (optionKey: string) =>
    sortOptions(
      optionsOfKey(optionKey).flatMap(
        (option) => optionRowIn(state, option, state.defaultLocale) ?? []
      ),
      settings.optionTypes
    ).map(({ id }) => id);
  await linkOptions(
    trx,
    new Map(variations.map(({ id, optionKey }) => [id, optionRows(optionKey)]))
  );
}
