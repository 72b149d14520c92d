import type { Knex } from 'knex';

import type { ProductOption } from '../domain/catalogue/option';
import type { Connection } from './database';
import { latest } from './latest';
import { TABLES } from './tables';

/** One language of an option. */
export interface OptionRow extends ProductOption {
  id: number;
  locale: string;
}

/** All languages of the options that are named by row or by document. */
export async function readOptionRows(
  trx: Connection,
  { rowIds, documentIds }: { rowIds: readonly number[]; documentIds: readonly string[] }
): Promise<OptionRow[]> {
  // Two queries instead of one inside the other: MySQL's locking read does not reach into a subquery.
  const named = (await latest(
    trx,
    trx(TABLES.options).whereIn('id', rowIds).select('document_id')
  )) as { document_id: string }[];
  const documents = new Set([...documentIds, ...named.map((row) => row.document_id)]);
  const rows = (await latest(
    trx,
    trx(TABLES.options)
      .whereIn('document_id', [...documents])
      .orderBy('id')
      .select('id', 'document_id', 'locale', 'type', 'name', 'position')
  )) as Record<string, unknown>[];
  return rows.map(toOptionRow);
}

/** All options of the shop in a language. */
export async function listOptionRows(db: Connection, locale: string): Promise<OptionRow[]> {
  const rows = (await db(TABLES.options)
    .where({ locale })
    .orderBy('id')
    .select('id', 'document_id', 'locale', 'type', 'name', 'position')) as Record<
    string,
    unknown
  >[];
  return rows.map(toOptionRow);
}

const toOptionRow = (row: Record<string, unknown>): OptionRow => ({
  id: Number(row['id']),
  documentId: String(row['document_id']),
  locale: String(row['locale']),
  type: String(row['type']),
  name: String(row['name']),
  position: Number(row['position'] ?? 0),
});

/** The products on which one of these options is ticked, drafted or published; in a fixed order. */
export async function findProductsWithOptions(
  trx: Knex.Transaction,
  optionDocumentIds: readonly string[]
): Promise<string[]> {
  const rows = (await trx(TABLES.products)
    .join(TABLES.productOptions, `${TABLES.productOptions}.product_id`, `${TABLES.products}.id`)
    .join(TABLES.options, `${TABLES.options}.id`, `${TABLES.productOptions}.product_option_id`)
    .whereIn(`${TABLES.options}.document_id`, optionDocumentIds)
    .distinct(`${TABLES.products}.document_id as product`)) as { product: string }[];
  return rows.map(({ product }) => product).sort();
}

/** Those of the types that have options. */
export async function findUsedOptionTypes(
  trx: Knex.Transaction,
  types: readonly string[]
): Promise<string[]> {
  const rows = (await trx(TABLES.options)
    .whereIn('type', [...types])
    .distinct('type')) as { type: string }[];
  return rows.map(({ type }) => type).sort();
}

/** Every type that has options, whether the shop knows it (any more) or not. */
export async function findAllOptionTypes(db: Connection): Promise<string[]> {
  const rows = (await db(TABLES.options).distinct('type')) as { type: string | null }[];
  return rows.flatMap(({ type }) => type ?? []).sort();
}

/** Whether a product has ticked an option, or a variation is of it. */
export async function isOptionUsed(trx: Knex.Transaction, documentId: string): Promise<boolean> {
  const rowIds = trx(TABLES.options).where({ document_id: documentId }).select('id');
  const ticked = (await trx(TABLES.productOptions)
    .whereIn('product_option_id', rowIds)
    .first('id')) as object | undefined;
  const made = (await trx(TABLES.variationOptions)
    .whereIn('product_option_id', rowIds)
    .first('id')) as object | undefined;
  return Boolean(ticked ?? made);
}

/** The types that an option's rows have: one, unless the host is about to write a different one. */
export async function readOptionTypes(
  trx: Knex.Transaction,
  documentId: string
): Promise<string[]> {
  const rows = (await trx(TABLES.options).where({ document_id: documentId }).distinct('type')) as {
    type: string;
  }[];
  return rows.map(({ type }) => type);
}
