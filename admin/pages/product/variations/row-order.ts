import type { VariationRowDto } from '../../../../server/contracts/variation-table';
import type { GridSort } from '../../../components/grid/grid';
import { type Sheet, valueAt } from '../../../components/grid/sheet';
import { isDecimal } from './typed-cell';

/** The chosen values by option type; a type that is not there lets all through. */
export type OptionFilter = Readonly<Record<string, readonly string[]>>;

export const rowName = ({ options }: VariationRowDto) =>
  options.map(({ value }) => value).join(' / ');

/** The values of each option type, in the order in which they come. */
export function optionChoices(
  rows: readonly VariationRowDto[]
): [type: string, values: string[]][] {
  const choices = new Map<string, Set<string>>();
  for (const { options } of rows) {
    for (const { type, value } of options) {
      choices.set(type, (choices.get(type) ?? new Set()).add(value));
    }
  }
  return [...choices].map(([type, values]) => [type, [...values]]);
}

/** OR within a type, AND across types, as in the shop. */
export function isShown(
  { options, retired }: VariationRowDto,
  { filter, withRetired }: { filter: OptionFilter; withRetired: boolean }
): boolean {
  if (retired && !withRetired) return false;
  return Object.entries(filter).every(
    ([type, values]) =>
      values.length === 0 ||
      options.some((option) => option.type === type && values.includes(option.value))
  );
}

/**
 * The rows in the order of a column as it is now. It is asked once, when the editor sorts: rows that moved while they are
 * being edited would be lost from sight. Empty cells come last, either way.
 */
export function sortedIds(
  rows: readonly VariationRowDto[],
  sheet: Sheet,
  { field, isDescending }: GridSort,
  locale: string
): string[] {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const keyOf = (row: VariationRowDto) =>
    field === '' ? rowName(row) : valueAt(sheet, row.documentId, field);
  const keys = new Map(rows.map((row) => [row.documentId, keyOf(row)]));
  const inOrder = [...rows].sort((first, second) => {
    const [a = '', b = ''] = [keys.get(first.documentId), keys.get(second.documentId)];
    if (a === '' || b === '') return Number(a === '') - Number(b === '');
    const order = isDecimal(a) && isDecimal(b) ? Number(a) - Number(b) : compare(a, b);
    return isDescending ? -order : order;
  });
  return inOrder.map(({ documentId }) => documentId);
}
