import type { Knex } from 'knex';

import { UIDS } from '../../../content-types/uids';
import { handOffer, handPrice, sameSalePrice, showOffer } from '../../domain/catalogue/hand-price';
import { planTableEdit } from '../../domain/catalogue/plan-table-edit';
import type { RowChange } from '../../domain/catalogue/read-row-edit';
import type { RowEdit } from '../../domain/catalogue/table-cells';
import { CommerceError } from '../../domain/errors';
import { lockProductRows } from '../../storage/products';
import { writeSalePrices } from '../../storage/sale-prices';
import { recordMovements } from '../../storage/stock';
import {
  clearSkus,
  findTakenSkus,
  linkVariationImages,
  writeSkus,
  writeTableRows,
} from '../../storage/variation-table';
import { lockVariations, setDefaultVariation } from '../../storage/variations';
import type { CatalogueContext } from './context';
import { makeSkusOfKeys } from './make-skus';
import { refreshOrPostpone } from './postpone-refresh';
import { readProductState } from './product-state';
import { readPictures } from './read-table';

export interface TableEdit {
  productDocumentId: string;
  rows: readonly RowEdit[];
}

/**
 * Saves what an editor changed in the table of a product's variations: all of it or nothing, under the rules of a save of
 * one variation (`settleVariation`), in statements that do not grow with each row.
 *
 * @throws invalid_input for wrong cells, and for those that others have changed meanwhile; product_not_found
 */
export async function saveTable(
  context: CatalogueContext,
  trx: Knex.Transaction,
  { productDocumentId, rows }: TableEdit
): Promise<void> {
  const variations = await lockVariations(trx, productDocumentId);
  const productRows = await lockProductRows(trx, productDocumentId);
  if (productRows.length === 0) throw unknownProduct();
  const pictures = await readPictures(trx, productRows, variations);
  const changes = planTableEdit(variations, rows, {
    pictures: pictures.rowOf,
    currency: context.settings.currency,
  });

  await writeTableRows(trx, changes, context.now());
  const skus = await saveSkus(context, trx, productDocumentId, { rows, changes });
  await writeHandPrices(trx, changes);
  await linkVariationImages(
    trx,
    changes.filter(({ imageId, variation }) => imageId !== variation.imageId)
  );
  await recordStock(context, trx, changes, skus);
  const standard = changes.find(({ makeDefault }) => makeDefault);
  if (standard) await setDefaultVariation(trx, productDocumentId, standard.variation.id);
  await refreshOrPostpone(context, trx, productDocumentId);
}

export function unknownProduct(): CommerceError {
  return new CommerceError('product_not_found', 'The product does not exist.');
}

interface Saved {
  rows: readonly RowEdit[];
  changes: readonly RowChange[];
}

/** A SKU that was emptied is made anew, as when the form is saved. @returns the SKUs by row of the variation */
async function saveSkus(
  context: CatalogueContext,
  trx: Knex.Transaction,
  productDocumentId: string,
  { rows, changes }: Saved
): Promise<Map<number, string | null>> {
  const all = new Map(changes.map(({ variation, sku }) => [variation.id, sku]));
  const renamed = changes.filter(({ variation, sku }) => sku === null || sku !== variation.sku);
  if (renamed.length === 0) return all;

  await clearSkus(trx, renamed);
  const wanted = renamed.flatMap(({ variation, sku }) =>
    sku === null ? [] : [[variation.id, sku] as const]
  );
  await refuseTaken(
    trx,
    rows,
    wanted.map(([, sku]) => sku)
  );
  await writeSkus(trx, wanted);

  const nameless = renamed.filter(({ sku }) => sku === null).map(({ variation }) => variation);
  const state =
    nameless.length > 0 ? await readProductState(context, trx, productDocumentId) : undefined;
  if (!state) return all;
  const keys = nameless.map(({ optionKey }) => optionKey);
  const names = await makeSkusOfKeys(context, trx, state, keys);
  const made = nameless.map(({ id }, index) => [id, names[index] ?? ''] as const);
  await writeSkus(trx, made);
  return new Map([...all, ...made]);
}

async function refuseTaken(
  trx: Knex.Transaction,
  rows: readonly RowEdit[],
  wanted: readonly string[]
): Promise<void> {
  const taken = await findTakenSkus(trx, wanted);
  if (taken.length === 0) return;
  const message = 'Another variation has this SKU already.';
  // A database that compares without case finds "SHIRT" where "shirt" was asked for.
  const isTaken = (sku: string) => taken.some((one) => one.toLowerCase() === sku.toLowerCase());
  const issues = rows.flatMap(({ changes: { sku } }, index) =>
    typeof sku === 'string' && isTaken(sku) ? [{ path: `rows.${index}.changes.sku`, message }] : []
  );
  throw new CommerceError('invalid_input', `${message} ${taken.join(', ')}`, { issues });
}

/** As if they stood; the sales are applied afterwards, by the refresh of the product (rules 3.5). */
async function writeHandPrices(
  trx: Knex.Transaction,
  changes: readonly RowChange[]
): Promise<void> {
  const changed = changes.filter((hand) => !sameSalePrice(hand, handPrice(hand.variation)));
  await writeSalePrices(
    trx,
    changed.map(({ variation: { id, lowestPrice30d }, salePrice, saleFrom, saleTo }) => {
      const hand = { salePrice, saleFrom, saleTo };
      const [offer = null] = handOffer(hand, null);
      return { id, prices: { ...showOffer(offer, hand), lowestPrice30d } };
    })
  );
}

/** What is not counted counts as nothing, as when the form is saved. */
async function recordStock(
  { editor, now }: CatalogueContext,
  trx: Knex.Transaction,
  changes: readonly RowChange[],
  skus: ReadonlyMap<number, string | null>
): Promise<void> {
  const moved = changes.flatMap(({ variation: { id, documentId, stock: before }, stock }) => {
    const change = (stock ?? 0) - (before ?? 0);
    const sku = skus.get(id) ?? null;
    return change === 0 ? [] : [{ type: UIDS.productVariation, documentId, sku, change }];
  });
  await recordMovements(trx, moved, 'edited', null, now(), { actor: editor() });
}
