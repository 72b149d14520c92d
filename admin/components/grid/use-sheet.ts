import { useReducer } from 'react';

import {
  type CellWrite,
  decide,
  discardChanges,
  openSheet,
  rebase,
  redo,
  saved,
  type Sheet,
  type SheetRow,
  undo,
  writeCells,
} from './sheet';

export type SheetAction =
  | { do: 'write'; writes: readonly CellWrite[] }
  | { do: 'undo' | 'redo' | 'discard' }
  | { do: 'rebase' | 'saved'; rows: readonly SheetRow[] }
  | { do: 'decide'; side: 'mine' | 'theirs'; cells?: readonly { id: string; field: string }[] };

export function useSheet(rows: readonly SheetRow[], exclusive: readonly string[]) {
  return useReducer(reduce, undefined, () => openSheet(rows, exclusive));
}

function reduce(sheet: Sheet, action: SheetAction): Sheet {
  switch (action.do) {
    case 'write':
      return writeCells(sheet, action.writes);
    case 'undo':
      return undo(sheet);
    case 'redo':
      return redo(sheet);
    case 'discard':
      return discardChanges(sheet);
    case 'rebase':
      return rebase(sheet, action.rows);
    case 'saved':
      return saved(sheet, action.rows);
    case 'decide':
      return decide(sheet, action.side, action.cells);
  }
}
