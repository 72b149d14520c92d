import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';

import type {
  CellConflictDto,
  VariationEditDto,
} from '../../../../server/contracts/variation-table';
import type { ApiError } from '../../../api/api-error';
import { useSaveVariationTableMutation } from '../../../api/variation-table';
import { type CellMap, changedCells, type Sheet } from '../../../components/grid/sheet';
import type { SheetAction } from '../../../components/grid/use-sheet';
import { useStep } from '../../../components/use-step';
import { useText } from '../../../text/use-text';
import { editsOf, sheetRows } from './variation-sheet';

interface Refusal {
  issues?: { path: string; message: string }[];
  conflicts?: CellConflictDto[];
}

/** What the server had against a cell, as long as the cell is what was sent. */
export interface RefusedCell {
  id: string;
  field: string;
  value: string;
  message: string;
}

interface SavingTerms {
  documentId: string;
  sheet: Sheet;
  dispatch: (action: SheetAction) => void;
  /** Reads what is there now, so that conflicts can be shown. */
  refetch: () => unknown;
}

export function useTableSaving({ documentId, sheet, dispatch, refetch }: SavingTerms) {
  const text = useText();
  const { isBusy, take } = useStep();
  const { toggleNotification } = useNotification();
  const [save] = useSaveVariationTableMutation();
  const [refused, setRefused] = useState<RefusedCell[]>([]);

  const submit = async () => {
    const edits = editsOf(sheet);
    const count = changedCells(sheet).length;
    setRefused([]);
    let refusal: Refusal = {};
    const ask = async () => {
      const answer = await save({ documentId, rows: edits });
      if ('error' in answer) refusal = refusalOf(answer.error);
      else dispatch({ do: 'saved', rows: sheetRows(answer.data.rows) });
      return answer as { data: unknown } | { error: ApiError };
    };
    await take(ask, text('variation-table.saved', { count }), (message) => {
      const cells = refusedCells(refusal, edits, sheet.changes);
      if (refusal.conflicts) {
        refetch();
      } else if (cells.length > 0) {
        setRefused(cells);
      } else {
        toggleNotification({ type: 'danger', message });
      }
    });
  };
  return { isBusy, submit, refused };
}

function refusalOf(error: ApiError): Refusal {
  return ('details' in error ? (error.details as Refusal | undefined) : undefined) ?? {};
}

/** `rows.3.changes.sku` → the cell that was sent there. */
function refusedCells(
  { issues = [] }: Refusal,
  edits: readonly VariationEditDto[],
  changes: CellMap
): RefusedCell[] {
  return issues.flatMap(({ path, message }) => {
    const [, index, field = ''] = /^rows\.(\d+)\.changes\.(\w+)$/.exec(path) ?? [];
    const id = edits[Number(index)]?.documentId;
    const value = id === undefined ? undefined : changes[id]?.[field];
    return id === undefined || value === undefined ? [] : [{ id, field, value, message }];
  });
}
