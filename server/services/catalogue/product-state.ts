import type { Knex } from 'knex';

import { countingRow } from '../../domain/catalogue/follow-ticks';
import { optionsOfKey } from '../../domain/catalogue/option-key';
import type { Variation } from '../../domain/catalogue/variation';
import type { Connection } from '../../storage/database';
import { type OptionRow, readOptionRows } from '../../storage/options';
import {
  lockProductRows,
  type ProductRow,
  readProductRows,
  readTicks,
} from '../../storage/products';
import { lockVariations, readVariations } from '../../storage/variations';
import type { CatalogueContext } from './context';

export interface StateRow extends ProductRow {
  /** Rows of options, as they are linked. */
  tickedRows: number[];
  /** Documents of options. */
  ticks: string[];
}

/** A product with everything that its variations depend on, read behind its lock. */
export interface ProductState {
  documentId: string;
  rows: StateRow[];
  /** The row whose ticks count, and whose language names the product. */
  main: StateRow;
  variations: Variation[];
  optionRows: OptionRow[];
  defaultLocale: string;
}

/** Undefined when the product has no row left. */
export async function readProductState(
  context: CatalogueContext,
  trx: Knex.Transaction,
  documentId: string
): Promise<ProductState | undefined> {
  const variations = await lockVariations(trx, documentId);
  return stateOf(context, trx, documentId, variations, await lockProductRows(trx, documentId));
}

/** The same for a preview, which keeps nobody waiting. */
export async function lookAtProduct(
  context: Pick<CatalogueContext, 'defaultLocale'>,
  db: Connection,
  documentId: string
): Promise<ProductState | undefined> {
  const variations = await readVariations(db, documentId);
  return stateOf(context, db, documentId, variations, await readProductRows(db, documentId));
}

async function stateOf(
  { defaultLocale: readDefaultLocale }: Pick<CatalogueContext, 'defaultLocale'>,
  db: Connection,
  documentId: string,
  variations: Variation[],
  productRows: readonly ProductRow[]
): Promise<ProductState | undefined> {
  const defaultLocale = await readDefaultLocale();
  const counting = countingRow(productRows, defaultLocale);
  if (!counting) return undefined;

  const links = await readTicks(
    db,
    productRows.map(({ id }) => id)
  );
  const optionRows = await readOptionRows(db, {
    rowIds: [...links.values()].flat(),
    documentIds: [...new Set(variations.flatMap(({ optionKey }) => optionsOfKey(optionKey)))],
  });
  const documentOf = new Map(optionRows.map((row) => [row.id, row.documentId]));
  const rows = productRows.map((row) => {
    const tickedRows = links.get(row.id) ?? [];
    const ticks = tickedRows.flatMap((id) => documentOf.get(id) ?? []);
    return { ...row, tickedRows, ticks: [...new Set(ticks)] };
  });
  const main = rows.find(({ id }) => id === counting.id);
  return main && { documentId, rows, main, variations, optionRows, defaultLocale };
}

/** The row of an option in a language; where it was not translated, that of the default language, else any. */
export function optionRowIn(
  { optionRows, defaultLocale }: Pick<ProductState, 'optionRows' | 'defaultLocale'>,
  documentId: string,
  locale: string
): OptionRow | undefined {
  const rows = optionRows.filter((row) => row.documentId === documentId);
  return (
    rows.find((row) => row.locale === locale) ??
    rows.find((row) => row.locale === defaultLocale) ??
    rows.at(0)
  );
}

/** Options by document, as they are called in the default language: names for SKUs, positions for the order. */
export function tickedOptions(
  state: Pick<ProductState, 'optionRows' | 'defaultLocale'>,
  documentIds: readonly string[]
): OptionRow[] {
  return documentIds.flatMap(
    (documentId) => optionRowIn(state, documentId, state.defaultLocale) ?? []
  );
}
