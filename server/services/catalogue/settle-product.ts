import type { Knex } from 'knex';

import { followTicks } from '../../domain/catalogue/follow-ticks';
import { planVariations, type VariationPlan } from '../../domain/catalogue/plan-variations';
import { inheritFrom, type Variation } from '../../domain/catalogue/variation';
import { type ProductRow, writeTicks } from '../../storage/products';
import { insertVariations, lockVariations, retireVariations } from '../../storage/variations';
import { priced } from './apply-sales';
import { arrangeVariations, linkVariations } from './arrange-variations';
import type { CatalogueContext } from './context';
import { copyToProduct, type SettledRow } from './copy-to-product';
import { makeSkus } from './make-skus';
import { nameProduct } from './name-product';
import { needsNoRefresh } from './postpone-refresh';
import { optionRowIn, type ProductState, readProductState, tickedOptions } from './product-state';

export interface Circumstances {
  /** Rows that the host has just made by publishing or discarding. */
  copied?: readonly number[];
  /** The variations of the product that this one was cloned from: new ones take over from their likes. */
  original?: readonly Variation[];
}

/**
 * What saving a product sets right (rules 2, 3.2): its slug, the other languages' ticks, its variations, the one
 * default, the copies on all its rows. Repeating it changes nothing.
 *
 * @returns the rows with what was written onto them; none when the product has no row.
 * @throws invalid_input when the ticked options make too many variations. Nothing is written before.
 */
export async function settleProduct(
  context: CatalogueContext,
  trx: Knex.Transaction,
  documentId: string,
  { copied = [], original = [] }: Circumstances = {}
): Promise<SettledRow[]> {
  const state = await readProductState(context, trx, documentId);
  if (!state) return [];

  const ticks = followTicks(state.rows, state.defaultLocale, copied);
  const ticked = tickedOptions(state, ticks.get(state.main.id) ?? []);
  const plan = planVariations({
    ticked,
    variations: state.variations,
    typeOrder: context.settings.optionTypes,
    maxVariations: context.settings.maxVariations,
  });

  const rows = await nameProduct(context, trx, documentId, state.rows);
  await alignTicks(trx, state, ticks);
  const named = rows.find(({ id }) => id === state.main.id) ?? state.main;
  const variations = await carryOut(context, trx, state, plan, { named, original });
  const settled = { ...state, variations };

  const originalKey = original.find(({ isDefault }) => isDefault)?.optionKey;
  const standard =
    variations.find(({ optionKey, retired }) => optionKey === originalKey && !retired) ??
    variations.find(({ optionKey }) => optionKey === plan.defaultKey);
  if (standard) await arrangeVariations(context, trx, settled, ticked, standard);
  await linkVariations(context, trx, settled);
  needsNoRefresh(trx, documentId);
  return copyToProduct(trx, state, rows, await priced(context, trx, documentId, standard));
}

async function alignTicks(
  trx: Knex.Transaction,
  state: ProductState,
  ticks: ReadonlyMap<number, readonly string[]>
): Promise<void> {
  const wrong = state.rows.flatMap((row) => {
    const wanted = (ticks.get(row.id) ?? []).flatMap(
      (documentId) => optionRowIn(state, documentId, row.locale)?.id ?? []
    );
    const same =
      wanted.length === row.tickedRows.length && wanted.every((id) => row.tickedRows.includes(id));
    return same ? [] : [[row.id, wanted] as const];
  });
  await writeTicks(trx, new Map(wrong));
}

/** Writes the plan; answers with the variations as they are afterwards. */
async function carryOut(
  context: CatalogueContext,
  trx: Knex.Transaction,
  { documentId, variations }: ProductState,
  plan: VariationPlan<Variation>,
  making: Making
): Promise<Variation[]> {
  const revive = plan.revive.map(({ variation }) => variation);
  const idsOf = (some: readonly Variation[]) => some.map(({ id }) => id);
  await retireVariations(trx, idsOf(plan.retire), true, context.now());
  await retireVariations(trx, idsOf(revive), false, context.now());

  if (plan.create.length === 0) {
    return variations.map((variation) => ({
      ...variation,
      retired:
        plan.retire.includes(variation) || (variation.retired && !revive.includes(variation)),
    }));
  }
  await makeVariations(context, trx, documentId, plan, making);
  return lockVariations(trx, documentId);
}

interface Making {
  /** The row whose slug SKUs begin with. */
  named: ProductRow;
  original: readonly Variation[];
}

async function makeVariations(
  context: CatalogueContext,
  trx: Knex.Transaction,
  documentId: string,
  { create, model }: VariationPlan<Variation>,
  { named, original }: Making
): Promise<void> {
  const likes = new Map(original.map((variation) => [variation.optionKey, variation]));
  const standard = model ?? original.find(({ isDefault }) => isDefault);
  const skus = await makeSkus(
    context,
    trx,
    named,
    create.map(({ options }) => options)
  );
  const variations = create.map(({ optionKey, position }, index) => ({
    ...inheritFrom(likes.get(optionKey) ?? standard),
    optionKey,
    position,
    sku: skus[index] ?? optionKey,
    imageId: likes.get(optionKey)?.imageId ?? null,
  }));
  await insertVariations(trx, documentId, variations, context.now());
}
