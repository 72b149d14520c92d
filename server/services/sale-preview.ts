import type { Settings } from '../config';
import { optionsOfKey } from '../domain/catalogue/option-key';
import { reductionOf } from '../domain/catalogue/sale-effect';
import { type SaleWarning, windowWarning } from '../domain/catalogue/sale-form';
import type { Database } from '../storage/database';
import { findSaleTitles } from '../storage/sales';
import { findOptionWords, findTitledProducts } from '../storage/titled-products';
import { type CsvMarks, csvText } from '../templates/csv-text';
import { draftSale, type SaleDraft } from './sale-preview/draft-sale';
import { CSV_HEADER, type CsvRow, csvRow } from './sale-preview/preview-csv';
import { type PreviewRow, previewRows, type PreviewTask } from './sale-preview/preview-rows';
import { createSaleSums, type SaleSums } from './sale-preview/sale-sums';

export type { SaleDraft } from './sale-preview/draft-sale';
export type { RivalSum, SaleSums } from './sale-preview/sale-sums';

export interface RowsWanted {
  show: 'all' | 'reduced' | 'skipped';
  /** In the product's title or the SKU. */
  text: string | null;
  /** The instant that is asked about; null is when the sale begins. */
  at: Date | null;
}

export interface NamedRow extends PreviewRow {
  /** Its options by name. */
  options: string[];
  reduction: ReturnType<typeof reductionOf>;
  /** Of the rival; null when that was set by hand. */
  rivalTitle: string | null;
}

export interface SalePreview extends SaleSums {
  at: Date;
  warnings: SaleWarning[];
  rows: NamedRow[];
  /** How many rows there are of those that were wanted. */
  total: number;
  /** Of every sale that the sums name. */
  titles: ReadonlyMap<string, string>;
}

export type SalePreviews = ReturnType<typeof createSalePreviews>;

/**
 * What a sale would do, told while it is edited: decided by the rules that apply sales (`catalogue/apply-sales`), on
 * what the form says in place of what is stored. Nothing is written or locked, so checkouts and editors go on
 * meanwhile, and nothing can be left behind.
 */
export function createSalePreviews(shop: {
  settings: Settings;
  database: Database;
  defaultLocale: () => Promise<string>;
  clock: () => Date;
  warn: (message: string) => void;
}) {
  const { settings, database, defaultLocale, clock, warn } = shop;
  const db = () => database.read;

  /** One page of the rows, and the sums of all of them. */
  async function preview(
    draft: SaleDraft,
    wanted: RowsWanted & { page: number; pageSize: number }
  ): Promise<SalePreview> {
    const { task, at, warnings } = await begin(draft, wanted.at);
    const sums = createSaleSums();
    const first = (wanted.page - 1) * wanted.pageSize;
    const page: PreviewRow[] = [];
    let total = 0;
    for await (const rows of task ? previewRows(settings, db(), task, warn) : []) {
      for (const row of rows) {
        sums.count(row);
        if (!isWanted(row, wanted)) continue;
        if (total >= first && page.length < wanted.pageSize) page.push(row);
        total += 1;
      }
    }
    const result = sums.result();
    const titles = await findSaleTitles(db(), salesIn(result, page));
    return {
      ...result,
      ...{ at, total, titles },
      warnings: [
        ...warnings,
        ...(task ? warningsOf(draft, result, warnings.includes('scope_empty')) : []),
      ],
      rows: await named(page, titles),
    };
  }

  /** All rows that are wanted, as a file. */
  async function csv(draft: SaleDraft, wanted: RowsWanted, marks: CsvMarks): Promise<string> {
    const { task } = await begin(draft, wanted.at);
    const all: CsvRow[] = [];
    for await (const portion of task ? previewRows(settings, db(), task, warn) : []) {
      const some = portion.filter((row) => isWanted(row, wanted));
      const titles = await findSaleTitles(db(), salesIn(null, some));
      const cells = await named(some, titles);
      all.push(...cells.map((row) => csvRow(row, settings.currency, marks)));
    }
    return csvText(CSV_HEADER, all, marks);
  }

  async function begin(draft: SaleDraft, wantedAt: Date | null) {
    const now = clock();
    const { sale, warnings, candidates } = await draftSale(db(), draft, settings.currency);
    const at = laterOf(wantedAt ?? draft.validFrom, now);
    const products = await findTitledProducts(db(), candidates, await defaultLocale());
    const task: PreviewTask | null = sale && {
      ...{ sale, documentId: draft.documentId, active: draft.active },
      ...{ products, now, at },
    };
    const window = windowWarning(draft, now);
    return { task, at, warnings: window ? [...warnings, window] : warnings };
  }

  async function named(
    some: readonly PreviewRow[],
    titles: ReadonlyMap<string, string>
  ): Promise<NamedRow[]> {
    const keys = some.flatMap(({ variation }) => optionsOfKey(variation.optionKey));
    const words = await findOptionWords(db(), [...new Set(keys)], await defaultLocale());
    const rank = (type: string) => {
      const index = settings.optionTypes.indexOf(type);
      return index < 0 ? settings.optionTypes.length : index;
    };
    return some.map((row) => ({
      ...row,
      reduction: reductionOf(row),
      options: optionsOfKey(row.variation.optionKey)
        .flatMap((documentId) => words.get(documentId) ?? [])
        .sort((a, b) => rank(a.type) - rank(b.type))
        .map(({ name }) => name),
      rivalTitle: row.rival?.saleId ? (titles.get(row.rival.saleId) ?? '') : null,
    }));
  }

  return { preview, csv };
}

const laterOf = (wanted: Date | null, now: Date) => (wanted && wanted > now ? wanted : now);

function isWanted({ outcome, product, variation }: PreviewRow, { show, text }: RowsWanted) {
  if (show !== 'all' && (outcome === 'reduced') !== (show === 'reduced')) return false;
  if (!text) return true;
  const wanted = text.toLowerCase();
  return [product.title, variation.sku].some((word) => word?.toLowerCase().includes(wanted));
}

function warningsOf(draft: SaleDraft, sums: SaleSums, isEmptyScope: boolean): SaleWarning[] {
  const { reached, shadowed, outcomes, belowCost, free } = sums;
  const offered = reached - (outcomes.no_price ?? 0) - (outcomes.not_below ?? 0);
  const found: [SaleWarning, boolean][] = [
    ['scope_without_products', reached === 0 && !isEmptyScope],
    ['shadowed', offered > 0 && shadowed === offered],
    ['below_cost', belowCost > 0],
    ['free', free > 0],
    ['inactive', !draft.active],
  ];
  return found.flatMap(([warning, holds]) => (holds ? [warning] : []));
}

function salesIn(sums: SaleSums | null, rows: readonly PreviewRow[]): string[] {
  const ids = [
    ...(sums
      ? [...sums.takesOverFrom, ...sums.outbidBy, ...sums.shadowedBy, ...sums.handsOverTo]
      : []),
    ...rows.flatMap(({ rival }) => rival ?? []),
  ];
  return [...new Set(ids.flatMap(({ saleId }) => saleId ?? []))];
}
