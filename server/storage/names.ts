import type { Knex } from 'knex';

import { latest } from './latest';
import { TABLES } from './tables';

const LOCK = 'catalogue-names';

/**
 * From here to the end of the transaction nobody else makes up slugs and SKUs: two products that are called
 * "Shirt" and saved at the same instant become `shirt` and `shirt-2`. Only saves that need a new name wait.
 */
export async function lockNames(trx: Knex.Transaction): Promise<void> {
  const touch = () => trx(TABLES.counters).where({ name: LOCK }).increment('value', 1);
  if ((await touch()) > 0) return;
  await trx(TABLES.counters).insert({ name: LOCK, value: 0 }).onConflict('name').ignore();
  await touch();
}

/** So that the first save finds the row, and two first saves do not fall over each other. */
export async function prepareNames(db: Knex): Promise<void> {
  await db(TABLES.counters).insert({ name: LOCK, value: 0 }).onConflict('name').ignore();
}

/** Slugs of other products in a language that are `base` or could be one of its numbered forms. */
export async function findSlugsLike(
  trx: Knex.Transaction,
  base: string,
  { locale, except }: { locale: string; except: string }
): Promise<string[]> {
  const rows = (await latest(
    trx,
    trx(TABLES.products)
      .where({ locale })
      .whereNot({ document_id: except })
      .where((either) => either.where('slug', base).orWhere('slug', 'like', `${base}-%`))
      .select('slug')
  )) as { slug: string }[];
  return rows.map(({ slug }) => slug);
}

/** All SKUs of the shop that are `prefix` or begin with it: one query for any number of new variations. */
export async function findSkusLike(trx: Knex.Transaction, prefix: string): Promise<string[]> {
  const rows = (await latest(
    trx,
    trx(TABLES.variations)
      .where((either) => either.where('sku', prefix).orWhere('sku', 'like', `${prefix}-%`))
      .select('sku')
  )) as { sku: string }[];
  return rows.map(({ sku }) => sku);
}
