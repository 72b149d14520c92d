// cspell:ignore extnamespace hashtext nspname schemaname xact

import type { Knex } from 'knex';

import type { Dialect } from './database';
import { TEXTS } from './listings/search';
import { TABLES } from './tables';

/** Parts of words are found through their groups of three letters. Only what is published is searched. */
const INDEXES = [
  {
    name: 'cartwright_products_search_idx',
    table: TABLES.products,
    columns: TEXTS,
    where: 'WHERE published_at IS NOT NULL',
  },
  {
    name: 'cartwright_variations_search_idx',
    table: TABLES.variations,
    columns: ['sku'],
    where: '',
  },
  {
    name: 'cartwright_orders_search_idx',
    table: TABLES.orders,
    columns: ['search_text'],
    where: '',
  },
] as const;

/** Servers that start at once take turns: PostgreSQL's own IF NOT EXISTS fails when two make the same thing. */
const LOCK = 'cartwright search indexes';

/**
 * The indexes that a search takes on PostgreSQL, made at the first start. They need its extension `pg_trgm`, which a
 * site's database may lack or its user may have no right to add: the search finds the same without, only slower, so
 * this is told and the start goes on. The host leaves indexes alone that it has not made, and they go with their table.
 *
 * Nothing is gained elsewhere: MariaDB's full text knows whole words and their beginnings only, and SQLite has one
 * for tables of its own kind.
 */
export async function ensureSearchIndexes(
  db: Knex,
  dialect: Dialect,
  tell: (message: string) => void
): Promise<void> {
  if (dialect !== 'postgres' || (await missing(db)).length === 0) return;
  try {
    await db.transaction(async (trx) => {
      await trx.raw('SELECT pg_advisory_xact_lock(hashtext(?))', [LOCK]);
      const schema = await trigramSchema(trx);
      for (const { name, table, columns, where } of await missing(trx)) {
        const keys = columns.map(() => '?? ??.gin_trgm_ops').join(', ');
        const names = [name, table, ...columns.flatMap((column) => [column, schema])];
        await trx.raw(`CREATE INDEX ?? ON ?? USING gin (${keys}) ${where}`, names);
      }
    });
  } catch (error) {
    tell(
      `the search has no index: ${(error as Error).message}. It works without, slower in large shops. ` +
        'An administrator of the database can run CREATE EXTENSION pg_trgm; the next start makes the index.'
    );
  }
}

async function missing(db: Knex): Promise<(typeof INDEXES)[number][]> {
  const present = (await db('pg_indexes')
    .whereRaw('schemaname = current_schema()')
    .whereIn(
      'indexname',
      INDEXES.map(({ name }) => name)
    )
    .select('indexname')) as { indexname: string }[];
  return INDEXES.filter(({ name }) => present.every(({ indexname }) => indexname !== name));
}

/** Where the extension is; it may have been put into a schema that queries do not look through. */
async function trigramSchema(trx: Knex.Transaction): Promise<string> {
  const find = () =>
    trx('pg_extension as e')
      .join('pg_namespace as n', 'n.oid', 'e.extnamespace')
      .where('e.extname', 'pg_trgm')
      .first('n.nspname as schema') as Promise<{ schema: string } | undefined>;
  const present = await find();
  if (present) return present.schema;
  await trx.raw('CREATE EXTENSION pg_trgm');
  return (await find())?.schema ?? 'public';
}
