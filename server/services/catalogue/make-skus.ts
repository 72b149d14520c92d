import type { Knex } from 'knex';

import type { ProductOption } from '../../domain/catalogue/option';
import { skuBase, slugOf } from '../../domain/catalogue/sku';
import { shortenName, takenNames, takeUniqueName } from '../../domain/catalogue/unique-name';
import { findSkusLike } from '../../storage/names';
import type { CatalogueContext } from './context';

/** What new variations of these options are called, unique in the shop: one look-up for any number of them. */
export async function makeSkus(
  { slugify }: CatalogueContext,
  trx: Knex.Transaction,
  product: { slug: string | null; title: string | null },
  combinations: readonly (readonly ProductOption[])[]
): Promise<string[]> {
  const name = shortenName(product.slug || slugOf(product.title ?? '', slugify));
  const taken = takenNames(await findSkusLike(trx, name));
  return combinations.map((options) => takeUniqueName(skuBase(name, options, slugify), taken));
}
