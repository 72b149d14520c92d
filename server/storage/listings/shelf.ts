import type { Knex } from 'knex';

import type { Connection } from '../database';
import { TABLES } from '../tables';

/** What a shop front reads of the catalogue: published, within its window, in one language. */
export interface Shelf {
  locale: string;
  at: Date;
}

/** Rows of a page type that stand on the shelf. One without a slug has no address, so it does not. */
export function visible<Query extends Knex.QueryBuilder>(
  query: Query,
  alias: string,
  { locale, at }: Shelf
): Query {
  return open(query.where(`${alias}.locale`, locale), alias, at) as Query;
}

/** The same in all languages. */
export function open(query: Knex.QueryBuilder, alias: string, at: Date): Knex.QueryBuilder {
  const from = `${alias}.publish_from`;
  const until = `${alias}.publish_until`;
  return query
    .whereNotNull(`${alias}.published_at`)
    .whereNotNull(`${alias}.slug`)
    .where((begun) => begun.whereNull(from).orWhere(from, '<=', at))
    .where((lasting) => lasting.whereNull(until).orWhere(until, '>', at));
}

/** The products on the shelf, as `p`. */
export function onShelf(db: Connection, shelf: Shelf): Knex.QueryBuilder {
  return visible(db(`${TABLES.products} as p`), 'p', shelf);
}

/** The variations for sale, as `v`. */
export function forSale(db: Connection): Knex.QueryBuilder {
  return db(`${TABLES.variations} as v`).where('v.retired', false);
}
