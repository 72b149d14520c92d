import type { Knex } from 'knex';

import type { ProductFilter } from '../../domain/catalogue/product-filter';
import type { Connection } from '../database';
import { TABLES } from '../tables';
import { whereMember } from './members';
import { currentPriceOf, onSaleNow, wherePrice } from './prices';
import { namedOptions, OPTION_NAME, whereWord } from './search';
import { forSale, onShelf, type Shelf } from './shelf';

/** The products `p` that pass the filter. */
export function filteredProducts(
  db: Connection,
  shelf: Shelf,
  filter: ProductFilter
): Knex.QueryBuilder {
  const query = onShelf(db, shelf);
  whereProduct(db, query, shelf, filter);
  if (asksVariations(filter)) {
    const fitting = forSale(db).select('v.product_document_id');
    whereVariation(db, fitting, shelf, filter);
    query.whereIn('p.document_id', fitting);
  }
  return query;
}

/** The products `p` that pass, each with those of its variations for sale `v` that meet all of it at once. */
export function filteredPairs(
  db: Connection,
  shelf: Shelf,
  filter: ProductFilter
): Knex.QueryBuilder {
  const query = onShelf(db, shelf)
    .join(`${TABLES.variations} as v`, 'v.product_document_id', 'p.document_id')
    .where('v.retired', false);
  whereProduct(db, query, shelf, filter);
  whereVariation(db, query, shelf, filter);
  return query;
}

/** Every product has a variation: without a wish none needs to be looked for. */
function asksVariations({ options, priceMin, priceMax, onSale, inStock }: ProductFilter): boolean {
  return options.size > 0 || priceMin !== null || priceMax !== null || onSale || inStock;
}

function whereProduct(
  db: Connection,
  query: Knex.QueryBuilder,
  shelf: Shelf,
  { members, words }: ProductFilter
): void {
  if (members !== null) whereMember(db, query, members, shelf.at);
  for (const word of words) whereWord(db, query, shelf, word);
}

function whereVariation(
  db: Connection,
  query: Knex.QueryBuilder,
  { locale, at }: Shelf,
  filter: ProductFilter
): void {
  for (const [type, names] of filter.options) query.whereIn('v.id', named(db, locale, type, names));
  wherePrice(query, currentPriceOf(db, 'v', at), filter);
  if (filter.onSale) query.whereRaw('?', [onSaleNow(db, 'v', at)]);
  if (filter.inStock) query.whereRaw(IN_STOCK);
}

/** Stock that is not counted never ends. */
export const IN_STOCK = '(v.stock IS NULL OR v.stock > 0)';

/** Variations with an option of this type that goes by one of the names in the language. */
function named(
  db: Connection,
  locale: string,
  type: string,
  names: readonly string[]
): Knex.QueryBuilder {
  return namedOptions(db, locale)
    .join(`${TABLES.variationOptions} as vo`, 'vo.product_option_id', 'o.id')
    .where('o.type', type)
    .whereRaw(`${OPTION_NAME} IN (${names.map(() => '?').join(', ')})`, [...names])
    .select('vo.product_variation_id');
}
