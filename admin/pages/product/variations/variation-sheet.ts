import type {
  VariationCellsDto,
  VariationEditDto,
  VariationField,
  VariationRowDto,
} from '../../../../server/contracts/variation-table';
import type { Sheet, SheetRow } from '../../../components/grid/sheet';

/** How a sheet, which holds texts, says that a variation is the default one. */
export const YES = 'yes';

/** Only one variation is the default one. */
export const EXCLUSIVE: VariationField[] = ['isDefault'];

export function sheetRows(rows: readonly VariationRowDto[]): SheetRow[] {
  return rows.map(({ documentId, cells }) => ({
    id: documentId,
    cells: Object.fromEntries(
      Object.entries(cells).map(([field, value]) => [field, toText(value as string | null)])
    ),
  }));
}

function toText(value: string | number | boolean | null): string {
  if (typeof value === 'boolean') return value ? YES : '';
  return value === null ? '' : String(value);
}

/** What is sent: of the rows that were changed the cells that were changed, and what was seen there. */
export function editsOf({ rows, changes }: Sheet): VariationEditDto[] {
  return rows.flatMap(({ id, cells }) => {
    const changed = changes[id];
    if (!changed) return [];
    const fields = Object.keys(changed) as VariationField[];
    const take = (from: Readonly<Record<string, string>>) =>
      Object.fromEntries(
        fields.map((field) => [field, toValue(field, from[field] ?? '')])
      ) as Partial<VariationCellsDto>;
    return [{ documentId: id, seen: take(cells), changes: take(changed) }];
  });
}

function toValue(field: VariationField, text: string): string | number | boolean | null {
  if (field === 'isDefault') return text === YES;
  if (text === '') return null;
  return field === 'stock' ? Number(text) : text;
}
