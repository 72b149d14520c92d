import { type ProductOption, sortOptions } from '../../domain/catalogue/option';
import { optionsOfKey } from '../../domain/catalogue/option-key';
import { skuBase, slugOf } from '../../domain/catalogue/sku';
import { shortenName, takenNames, takeUniqueName } from '../../domain/catalogue/unique-name';
import type { Connection } from '../../storage/database';
import { findSkusLike, isAnySkuTaken } from '../../storage/names';
import type { CatalogueContext } from './context';
import { type ProductState, tickedOptions } from './product-state';

/** What new variations of these options are called, unique in the shop: two look-ups for any number of them. */
export async function makeSkus(
  { slugify }: Pick<CatalogueContext, 'slugify'>,
  trx: Connection,
  product: { slug: string | null; title: string | null },
  combinations: readonly (readonly ProductOption[])[]
): Promise<string[]> {
  const name = shortenName(product.slug || slugOf(product.title ?? '', slugify));
  const wanted = combinations.map((options) => skuBase(name, options, slugify));
  const free = takenNames(wanted).size === wanted.length && !(await isAnySkuTaken(trx, wanted));
  const taken = takenNames(free ? [] : await findSkusLike(trx, name));
  return wanted.map((sku) => takeUniqueName(sku, taken));
}

/** The same for combinations of a product that are there already, by their keys. */
export function makeSkusOfKeys(
  context: CatalogueContext,
  trx: Connection,
  state: ProductState,
  optionKeys: readonly string[]
): Promise<string[]> {
  const { optionTypes } = context.settings;
  const combinations = optionKeys.map((key) =>
    sortOptions(tickedOptions(state, optionsOfKey(key)), optionTypes)
  );
  return makeSkus(context, trx, state.main, combinations);
}
