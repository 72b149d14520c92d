import type { Knex } from 'knex';

import type { OptionChoice } from '../../domain/catalogue/sellable';
import { TABLES } from '../tables';

export interface KnownOption extends OptionChoice {
  documentId: string;
}

/** Options of these names in a language, whichever case they are written in; joins the running transaction. */
export async function findOptions(
  db: Knex | Knex.Transaction,
  choices: readonly OptionChoice[],
  locale: string
): Promise<KnownOption[]> {
  if (choices.length === 0) return [];
  const lower = (texts: string[]) => [...new Set(texts.map((text) => text.toLowerCase()))];
  const names = choices.map(({ value }) => value);
  const rows = (await db(TABLES.options)
    .where({ locale })
    .whereIn(lowerCase(db, 'type'), lower(choices.map(({ type }) => type)))
    .where((either) => either.whereIn(lowerCase(db, 'name'), lower(names)).orWhereIn('name', names))
    .orderBy('id')
    .select('document_id', 'type', 'name')) as {
    document_id: string;
    type: string;
    name: string;
  }[];
  return rows.map(({ document_id, type, name }) => ({
    documentId: document_id,
    type,
    value: name,
  }));
}

/** What options are called in all languages. Without documents: all options of the shop. */
export async function readOptionNames(
  db: Knex | Knex.Transaction,
  documentIds?: readonly string[]
): Promise<{ documentId: string; type: string; locale: string; name: string }[]> {
  const query = db(TABLES.options).orderBy('id').select('document_id', 'type', 'locale', 'name');
  if (documentIds) void query.whereIn('document_id', [...documentIds]);
  const rows = (await query) as {
    document_id: string;
    type: string;
    locale: string;
    name: string;
  }[];
  return rows.map(({ document_id, ...row }) => ({ documentId: document_id, ...row }));
}

/** knex takes an expression where its types know only names of columns. */
const lowerCase = (db: Knex, column: string) => db.raw('LOWER(??)', [column]) as unknown as string;

/** Where a new option of a type stands: behind those that are there, so that a file's order is kept. */
export async function nextOptionPosition(trx: Knex.Transaction, type: string): Promise<number> {
  const row = (await trx(TABLES.options).where({ type }).max('position as last').first()) as
    { last: number | null } | undefined;
  return row?.last === null || row === undefined ? 0 : row.last + 1;
}
