import type { Knex } from 'knex';

import { TABLES } from './tables';

/** Slugs of other products, or categories, in a language that are `base` or could be one of its numbered forms. */
export async function findSlugsLike(
  trx: Knex.Transaction,
  base: string,
  {
    locale,
    except,
    table = TABLES.products,
  }: {
    locale: string;
    except: string;
    table?: typeof TABLES.products | typeof TABLES.categories;
  }
): Promise<string[]> {
  const rows = (await trx(table)
    .where({ locale })
    .whereNot({ document_id: except })
    .where((either) => either.where('slug', base).orWhere('slug', 'like', `${base}-%`))
    .select('slug')) as { slug: string }[];
  return rows.map(({ slug }) => slug);
}

/** All SKUs of the shop that are `prefix` or begin with it: one query for any number of new variations. */
export async function findSkusLike(trx: Knex.Transaction, prefix: string): Promise<string[]> {
  const rows = (await trx(TABLES.variations)
    .where((either) => either.where('sku', prefix).orWhere('sku', 'like', `${prefix}-%`))
    .select('sku')) as { sku: string }[];
  return rows.map(({ sku }) => sku);
}
