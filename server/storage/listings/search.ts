import type { Knex } from 'knex';

import type { Connection } from '../database';
import { TABLES } from '../tables';
import { forSale, type Shelf } from './shelf';

/** Not a backslash, which MySQL reads twice. */
const ESCAPE = '!';

/**
 * Keeps the products `p` in which the word stands: in title, description or keywords of their language, in the SKU of
 * a variation for sale, or in the name of one of its options. `%` and `_` mean themselves.
 *
 * It reads every row of the language. That takes a few milliseconds for some thousand products, and a full-text or
 * trigram index would not find parts of words, or needs rights that a site's database user rarely has.
 */
export function whereWord(db: Connection, query: Knex.QueryBuilder, shelf: Shelf, word: string) {
  const bySku = matching(forSale(db), 'v.sku', word).select('v.product_document_id');
  const byOption = matching(
    namedOptions(db, shelf.locale)
      .join(`${TABLES.variationOptions} as vo`, 'vo.product_option_id', 'o.id')
      .join(`${TABLES.variations} as v`, 'v.id', 'vo.product_variation_id')
      .where('v.retired', false),
    OPTION_NAME,
    word
  ).select('v.product_document_id');

  query.where((any) => {
    for (const column of ['p.title', 'p.description', 'p.keywords']) {
      any.orWhere((one) => matching(one, column, word));
    }
    any.orWhereIn('p.document_id', bySku).orWhereIn('p.document_id', byOption);
  });
}

/** What an option is called in the language: its translation, else the name of the row that is linked. */
export const OPTION_NAME = 'COALESCE(t.name, o.name)';

/** The options `o` with their translations `t`. */
export function namedOptions(db: Connection, locale: string): Knex.QueryBuilder {
  return db(`${TABLES.options} as o`).leftJoin(`${TABLES.options} as t`, (join) =>
    join.on('t.document_id', 'o.document_id').andOnVal('t.locale', locale)
  );
}

function matching(query: Knex.QueryBuilder, column: string, word: string): Knex.QueryBuilder {
  const { dialect } = query.client as { dialect: string };
  const like = dialect === 'postgresql' ? 'ILIKE' : 'LIKE';
  return query.where((any) => {
    for (const form of dialect === 'sqlite3' ? formsOf(word) : [word]) {
      any.orWhereRaw(`${column} ${like} ? ESCAPE '${ESCAPE}'`, [`%${escapeLike(form)}%`]);
    }
  });
}

/** SQLite compares without case in ASCII only: "café" would not find "CAFÉ". */
function formsOf(word: string): string[] {
  const lower = word.toLowerCase();
  const capital = lower.slice(0, 1).toUpperCase() + lower.slice(1);
  return [...new Set(/^[\0-\x7f]*$/.test(lower) ? [lower] : [lower, capital, word.toUpperCase()])];
}

function escapeLike(text: string): string {
  return text.replace(/[!%_]/g, (character) => `${ESCAPE}${character}`);
}
