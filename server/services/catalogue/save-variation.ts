import type { Knex } from 'knex';

import { UIDS } from '../../../content-types/uids';
import { checkCombination } from '../../domain/catalogue/check-combination';
import {
  handOffer,
  handPrice,
  handPriceAfter,
  sameSalePrice,
  showOffer,
} from '../../domain/catalogue/hand-price';
import type { Variation } from '../../domain/catalogue/variation';
import { checkPrices } from '../../domain/catalogue/variation-input';
import { CommerceError, invalidInput } from '../../domain/errors';
import { lockProductRows } from '../../storage/products';
import { writeSalePrices } from '../../storage/sale-prices';
import { recordMovements } from '../../storage/stock';
import {
  findProductOfVariation,
  identifyVariation,
  lockVariation,
  lockVariations,
  readVariationLinks,
  setDefaultVariation,
} from '../../storage/variations';
import type { CatalogueContext } from './context';
import { makeSkusOfKeys } from './make-skus';
import { type ProductState, readProductState } from './product-state';
import { refreshOrPostpone } from './postpone-refresh';
import { refreshProduct } from './refresh-product';

/** A variation as it was before the host touched it. */
export interface VariationBefore {
  variation: Variation;
  /** Documents of the options that it was linked to; a retired one may have lost some. */
  options: string[];
}

/** Locks the variation's product, and remembers what the variation is; undefined when there is none. */
export async function readVariationBefore(
  trx: Knex.Transaction,
  documentId: string
): Promise<VariationBefore | undefined> {
  const productDocumentId = await findProductOfVariation(trx, documentId);
  if (productDocumentId === undefined) return undefined;
  const variations = await lockVariations(trx, productDocumentId);
  await lockProductRows(trx, productDocumentId);
  const variation = variations.find((found) => found.documentId === documentId);
  if (!variation) return undefined;
  const { options } = await readVariationLinks(trx, documentId);
  return { variation, options: options.map((option) => option.documentId) };
}

/**
 * What saving a variation checks and sets right (rules 2.5, 2.6, 3.2), after the host has written it: its product
 * and options, its key and SKU, its prices, the one default, the product's copies. A refusal undoes the host's part.
 */
export async function settleVariation(
  context: CatalogueContext,
  trx: Knex.Transaction,
  documentId: string,
  { before, makeDefault }: { before?: VariationBefore; makeDefault: boolean }
): Promise<Variation | undefined> {
  const links = await readVariationLinks(trx, documentId);
  const productDocumentId = before?.variation.productDocumentId ?? links.products.at(0);
  if (productDocumentId === undefined) {
    throw invalidInput('product', 'A variation belongs to a product: choose one.');
  }
  if (links.products.length !== 1 || links.products.at(0) !== productDocumentId) {
    throw invalidInput('product', 'A variation stays with its product.');
  }

  const variation = await lockVariation(trx, documentId);
  if (!variation) return undefined;
  const sameCombination = sameOptions(before, links.options);
  // Most saves change a price or the stock: what depends on the product's options stays as it is.
  const state =
    sameCombination && variation.sku !== null
      ? undefined
      : await requireState(context, trx, productDocumentId);

  await recordStock(context, trx, before?.variation, variation);
  await keepHandPrice(trx, before?.variation, variation);
  const optionKey =
    sameCombination || !state
      ? variation.optionKey
      : checkCombination({
          options: links.options,
          ticked: state.main.ticks,
          others: state.variations.filter(({ id }) => id !== variation.id),
        });
  if (makeDefault && variation.retired) {
    throw invalidInput('isDefault', 'A retired variation cannot be the default one.');
  }

  if (state) {
    const sku =
      variation.sku ?? (await makeSkusOfKeys(context, trx, state, [optionKey])).at(0) ?? '';
    await identifyVariation(trx, variation.id, { productDocumentId, optionKey, sku });
  }
  if (makeDefault) await setDefaultVariation(trx, productDocumentId, variation.id);
  await refreshOrPostpone(context, trx, productDocumentId);
  return lockVariation(trx, documentId);
}

async function requireState(
  context: CatalogueContext,
  trx: Knex.Transaction,
  productDocumentId: string
): Promise<ProductState> {
  const state = await readProductState(context, trx, productDocumentId);
  if (!state) throw invalidInput('product', 'The product does not exist.');
  return state;
}

/**
 * What the editor set as the sale price, told from a sale's price that the form sent back (rules 3.5). The sales
 * are applied afterwards, by `refreshProduct`.
 */
async function keepHandPrice(
  trx: Knex.Transaction,
  before: Variation | undefined,
  saved: Variation
): Promise<void> {
  const hand = handPriceAfter(before, saved);
  const displaced = saved.saleId !== null;
  if (displaced && sameSalePrice(hand, handPrice(saved))) return;
  checkPrices({ unitPrice: saved.unitPrice, ...hand });
  if (!displaced) return;
  const [offer = null] = handOffer(hand, null);
  const { id, lowestPrice30d } = saved;
  await writeSalePrices(trx, [{ id, prices: { ...showOffer(offer, hand), lowestPrice30d } }]);
}

/** An editor's change is a movement of stock like an order's. What is not counted counts as nothing. */
async function recordStock(
  { now, editor }: CatalogueContext,
  trx: Knex.Transaction,
  before: Variation | undefined,
  { documentId, sku, stock }: Variation
): Promise<void> {
  const change = (stock ?? 0) - (before?.stock ?? 0);
  if (change === 0) return;
  const movement = { type: UIDS.productVariation, documentId, sku, change };
  await recordMovements(trx, [movement], 'edited', null, now(), { actor: editor() });
}

function sameOptions(
  before: VariationBefore | undefined,
  options: readonly { documentId: string }[]
): boolean {
  return (
    before !== undefined &&
    before.options.length === options.length &&
    options.every(({ documentId }) => before.options.includes(documentId))
  );
}

/**
 * After a variation was deleted (rules 2.6): the next one becomes the default. The last one that is for sale stays.
 * It is asked afterwards, because a bulk action deletes several at once.
 */
export async function settleVariationDeletion(
  context: CatalogueContext,
  trx: Knex.Transaction,
  { variation }: VariationBefore
): Promise<void> {
  const { productDocumentId, retired, isDefault, position } = variation;
  const rest = await lockVariations(trx, productDocumentId);
  const rows = await refreshProduct(context, trx, productDocumentId, isDefault ? position : null);
  if (rows.length > 0 && !retired && rest.every((other) => other.retired)) {
    throw new CommerceError(
      'invalid_input',
      'The last variation of a product cannot be deleted. Un-publish or delete the product instead.'
    );
  }
}
