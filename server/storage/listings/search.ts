import type { Knex } from 'knex';

import type { Connection } from '../database';
import { TABLES } from '../tables';
import { forSale, type Shelf } from './shelf';
import { unionAll } from './union';

/** Not a backslash, which MySQL reads twice. */
const ESCAPE = '!';

/** Of a product; `search-indexes.ts` has them in an index. */
export const TEXTS = ['title', 'description', 'keywords'] as const;

/**
 * Keeps the products `p` in which the word stands: in title, description or keywords of their language, in the SKU of
 * a variation for sale, or in the name of one of its options. `%` and `_` mean themselves. On PostgreSQL the indexes of
 * `search-indexes.ts` answer; elsewhere every row of the language is read, which takes a few milliseconds for some
 * thousand products.
 */
export function whereWord(db: Connection, query: Knex.QueryBuilder, shelf: Shelf, word: string) {
  const bySku = matching(forSale(db), 'v.sku', word).select('v.product_document_id');
  const byOption = matching(soldOptions(db, shelf), OPTION_NAME, word).select(
    'v.product_document_id'
  );
  if (dialectOf(db) === 'postgresql') {
    // It takes an index for each part of a union, but none for an OR with subqueries. IS TRUE has it find the union
    // once and look up in it: as a join it may find it anew for each product, where it does not know the tables yet.
    const byText = sayingWord(published(db, shelf), 'w', word).select('w.document_id');
    const found = unionAll(db, [byText, bySku, byOption]);
    query.whereRaw('(p.document_id IN ?) IS TRUE', [found]);
    return;
  }
  query.where((any) => {
    any.where((one) => sayingWord(one, 'p', word));
    any.orWhereIn('p.document_id', bySku).orWhereIn('p.document_id', byOption);
  });
}

function sayingWord(query: Knex.QueryBuilder, alias: string, word: string): Knex.QueryBuilder {
  return query.where((any) => {
    for (const column of TEXTS) any.orWhere((one) => matching(one, `${alias}.${column}`, word));
  });
}

/** Rows that the index of texts holds, as `w`. */
function published(db: Connection, { locale }: Shelf): Knex.QueryBuilder {
  return db(`${TABLES.products} as w`).where('w.locale', locale).whereNotNull('w.published_at');
}

/**
 * The options `o` with the variations for sale `v` that have them. MariaDB is told to begin with the options, which are
 * few: it would begin with all variations, since it cannot know how few names hold the word.
 */
function soldOptions(db: Connection, { locale }: Shelf): Knex.QueryBuilder {
  const join = dialectOf(db) === 'mysql' ? 'STRAIGHT_JOIN' : 'INNER JOIN';
  return namedOptions(db, locale)
    .joinRaw(`${join} ?? AS vo ON vo.product_option_id = o.id`, [TABLES.variationOptions])
    .joinRaw(`${join} ?? AS v ON v.id = vo.product_variation_id`, [TABLES.variations])
    .where('v.retired', false);
}

/** What an option is called in the language: its translation, else the name of the row that is linked. */
export const OPTION_NAME = 'COALESCE(t.name, o.name)';

/** The options `o` with their translations `t`. */
export function namedOptions(db: Connection, locale: string): Knex.QueryBuilder {
  return db(`${TABLES.options} as o`).leftJoin(`${TABLES.options} as t`, (join) =>
    join.on('t.document_id', 'o.document_id').andOnVal('t.locale', locale)
  );
}

/** Keeps rows in whose column the word stands; `%` and `_` mean themselves. */
export function matching(
  query: Knex.QueryBuilder,
  column: string,
  word: string
): Knex.QueryBuilder {
  const dialect = dialectOf(query);
  const like = dialect === 'postgresql' ? 'ILIKE' : 'LIKE';
  return query.where((any) => {
    for (const form of dialect === 'sqlite3' ? formsOf(word) : [word]) {
      any.orWhereRaw(`${column} ${like} ? ESCAPE '${ESCAPE}'`, [`%${escapeLike(form)}%`]);
    }
  });
}

const dialectOf = ({ client }: Connection | Knex.QueryBuilder) =>
  (client as { dialect: string }).dialect;

/** SQLite compares without case in ASCII only: "café" would not find "CAFÉ". */
function formsOf(word: string): string[] {
  const lower = word.toLowerCase();
  const capital = lower.slice(0, 1).toUpperCase() + lower.slice(1);
  return [...new Set(/^[\0-\x7f]*$/.test(lower) ? [lower] : [lower, capital, word.toUpperCase()])];
}

function escapeLike(text: string): string {
  return text.replace(/[!%_]/g, (character) => `${ESCAPE}${character}`);
}
