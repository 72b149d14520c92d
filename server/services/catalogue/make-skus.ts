import type { Knex } from 'knex';

import type { ProductOption } from '../../domain/catalogue/option';
import { skuBase, slugOf } from '../../domain/catalogue/sku';
import { shortenName, takenNames, takeUniqueName } from '../../domain/catalogue/unique-name';
import { findSkusLike, isAnySkuTaken } from '../../storage/names';
import type { CatalogueContext } from './context';

/** What new variations of these options are called, unique in the shop: two look-ups for any number of them. */
export async function makeSkus(
  { slugify }: CatalogueContext,
  trx: Knex.Transaction,
  product: { slug: string | null; title: string | null },
  combinations: readonly (readonly ProductOption[])[]
): Promise<string[]> {
  const name = shortenName(product.slug || slugOf(product.title ?? '', slugify));
  const wanted = combinations.map((options) => skuBase(name, options, slugify));
  const free = takenNames(wanted).size === wanted.length && !(await isAnySkuTaken(trx, wanted));
  const taken = takenNames(free ? [] : await findSkusLike(trx, name));
  return wanted.map((sku) => takeUniqueName(sku, taken));
}
