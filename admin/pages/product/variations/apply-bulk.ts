import type {
  VariationRowDto,
  VariationTableDto,
} from '../../../../server/contracts/variation-table';
import type { GridColumn } from '../../../components/grid/grid-column';
import type { Rectangle } from '../../../components/grid/selection';
import {
  type CellWrite,
  type Sheet,
  type SheetRow,
  valueAt,
  writeCells,
} from '../../../components/grid/sheet';
import { BULK_FIELDS, type BulkField, bulkValue, needsNumber } from './bulk-change';
import type { BulkOutcome, BulkWish } from './bulk-dialog';
import { cellProblems } from './cell-problems';

export interface BulkTerms {
  sheet: Sheet;
  /** Those that are shown. */
  rows: readonly SheetRow[];
  selected: Rectangle;
  columns: readonly GridColumn[];
  table: VariationTableDto;
  rowOf: ReadonlyMap<string, VariationRowDto>;
}

export const bulkFieldOf = (field: string | undefined): BulkField =>
  BULK_FIELDS.find((one) => one === field) ?? 'unitPrice';

/** The cells that a wish changes, in the rows that are selected or in all that are shown. */
export function bulkWrites(wish: BulkWish, terms: BulkTerms): CellWrite[] {
  const { sheet, rows, selected, columns, table } = terms;
  const { field, step, typed, scope } = wish;
  const column = columns.find((one) => one.field === field);
  const by = needsNumber(step) ? (column?.parse(typed.replace('%', '')) ?? typed) : '';
  const chosen = scope === 'all' ? rows : rows.slice(selected.top, selected.bottom + 1);
  return chosen.flatMap(({ id }) => {
    const before = valueAt(sheet, id, field);
    const unitPrice = valueAt(sheet, id, 'unitPrice');
    const value = bulkValue({ field, step, by }, { value: before, unitPrice }, table);
    return value === before ? [] : [{ id, field, value }];
  });
}

export function bulkOutcome(
  wish: BulkWish,
  terms: BulkTerms,
  names: ReadonlyMap<string, string>
): BulkOutcome {
  const writes = bulkWrites(wish, terms);
  const [first] = writes;
  const column = terms.columns.find((one) => one.field === wish.field);
  const show = (value: string) => (value === '' ? '–' : (column?.text(value) ?? value));
  const after = writeCells(terms.sheet, writes);
  const problems = cellProblems(after, terms.rowOf, terms.table.currency);
  return {
    count: writes.length,
    wrong: writes.filter(({ id, field }) => problems[id]?.[field] !== undefined).length,
    example: first
      ? {
          row: names.get(first.id) ?? '',
          from: show(valueAt(terms.sheet, first.id, wish.field)),
          to: show(first.value),
        }
      : null,
  };
}
