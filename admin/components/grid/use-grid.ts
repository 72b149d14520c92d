import { type RefObject, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

import { useText } from '../../text/use-text';
import type { CellActions } from './grid-cell';
import type { GridColumn } from './grid-column';
import { type GridCommand, gridCommand } from './grid-keys';
import { pasteBlock } from './paste-block';
import {
  type Move,
  moved,
  type Place,
  rectangleOf,
  select,
  selectAll,
  type Selection,
} from './selection';
import { type CellWrite, type Sheet, type SheetRow, valueAt } from './sheet';
import { readTsv, writeTsv } from './tsv';
import type { SheetAction } from './use-sheet';

export interface GridTerms {
  columns: readonly GridColumn[];
  /** Those that are shown, in the order in which they are shown. */
  rows: readonly SheetRow[];
  sheet: Sheet;
  dispatch: (action: SheetAction) => void;
  selection: Selection;
  setSelection: (selection: Selection) => void;
  /** Tells what was done, for the eye and for who listens. */
  say: (message: string) => void;
  save: () => void;
  /** While it is being saved. */
  isLocked: boolean;
}

interface Editing {
  rowId: string;
  field: string;
  draft: string;
}

/** What the keyboard, the clipboard and the mouse do in a grid. */
export function useGrid(terms: GridTerms, table: RefObject<HTMLTableElement>) {
  const { columns, rows, selection, dispatch, setSelection, isLocked } = terms;
  const text = useText();
  const [editing, setEditing] = useState<Editing | null>(null);
  const wantsFocus = useRef(false);
  const leaves = useRef(false);
  const now = useRef(terms);
  now.current = terms;
  const underHand = useRef(editing);
  underHand.current = editing;

  const size = { rows: rows.length, cols: columns.length };
  const { row: activeRow, col: activeCol } = selection.active;
  // After every drawing: the focus may have been elsewhere while the active cell stayed the same.
  useLayoutEffect(() => {
    if (!wantsFocus.current || editing) return;
    wantsFocus.current = false;
    cellAt(table.current, { row: activeRow, col: activeCol })?.focus();
  });

  const go = (next: Selection) => {
    wantsFocus.current = true;
    setSelection(next);
  };
  const at = ({ row, col }: Place) => {
    const [shown, column] = [rows[row], columns[col]];
    if (!shown || !column) return undefined;
    return { rowId: shown.id, column, value: valueAt(terms.sheet, shown.id, column.field) };
  };
  const write = (writes: CellWrite[]) => {
    if (!isLocked) dispatch({ do: 'write', writes });
  };

  /** The texts of cells as they go into the sheet; those that a column does not take are left out. */
  const put = (cells: readonly { place: Place; text: string }[]): number => {
    const writes = cells.flatMap(({ place, text: typed }): CellWrite[] => {
      const cell = at(place);
      const value = cell?.column.parse(typed) ?? null;
      return cell && value !== null ? [{ id: cell.rowId, field: cell.column.field, value }] : [];
    });
    write(writes);
    return writes.length;
  };
  const placesIn = (rectangle = rectangleOf(selection)): Place[] => {
    const { top, bottom, left, right } = rectangle;
    return range(top, bottom).flatMap((row) => range(left, right).map((col) => ({ row, col })));
  };
  const textAt = (place: Place) => {
    const cell = at(place);
    return cell ? cell.column.text(cell.value) : '';
  };

  const edit = (place: Place, draft?: string) => {
    const cell = at(place);
    if (!cell || isLocked) return;
    const { rowId, column, value } = cell;
    if (column.toggle) write([{ id: rowId, field: column.field, value: column.toggle(value) }]);
    else setEditing({ rowId, field: column.field, draft: draft ?? column.text(value) });
  };

  /** Repeats the selected rows downwards or upwards, as far as `to`. */
  const fillTo = (to: number) => {
    const from = rectangleOf(selection);
    const height = from.bottom - from.top + 1;
    const filled = to > from.bottom ? range(from.bottom + 1, to) : range(to, from.top - 1);
    const cells = filled.flatMap((row) =>
      range(from.left, from.right).map((col) => {
        const source = from.top + ((((row - from.top) % height) + height) % height);
        return { place: { row, col }, text: textAt({ row: source, col }) };
      })
    );
    terms.say(text('grid.filled', { count: put(cells) }));
    const bounds = { top: Math.min(from.top, to), bottom: Math.max(from.bottom, to) };
    go({
      anchor: { row: bounds.top, col: from.left },
      active: { row: bounds.bottom, col: from.right },
    });
  };

  const fillDown = () => {
    const { top, bottom, left, right } = rectangleOf(selection);
    const source = top === bottom ? top - 1 : top;
    if (source < 0) return;
    const cells = placesIn({ top: source + 1, bottom, left, right }).map((place) => ({
      place,
      text: textAt({ row: source, col: place.col }),
    }));
    terms.say(text('grid.filled', { count: put(cells) }));
  };

  const history = (step: 'undo' | 'redo') => {
    const { sheet, say } = terms;
    const patch = sheet[step].at(-1);
    if (!patch || isLocked) {
      say(text(step === 'undo' ? 'grid.nothing-to-undo' : 'grid.nothing-to-redo'));
      return;
    }
    dispatch({ do: step });
    const count = patch.after.length;
    say(step === 'undo' ? text('grid.undone', { count }) : text('grid.redone', { count }));
  };

  const move = (to: Move, extend: boolean): boolean => {
    const next = moved(selection, to, size, extend);
    if (next) go(next);
    return next !== undefined;
  };

  /** Whether the key was ours; if not, the browser deals with it. */
  const obey = (command: GridCommand, key: string): boolean => {
    const { column } = at(selection.active) ?? {};
    const isChosen = Boolean(column?.chooser ?? column?.toggle);
    if (isChosen && (key === 'Enter' || key === ' ') && command.do !== 'select-row') {
      edit(selection.active);
      return true;
    }
    switch (command.do) {
      case 'move':
        return move(command.move, command.extend);
      case 'type':
        // The key itself goes into the field that appears, also one that begins a composed letter.
        if (!isChosen) {
          flushSync(() => {
            edit(selection.active, '');
          });
        }
        return isChosen;
      case 'edit':
        edit(selection.active);
        break;
      case 'clear':
        put(placesIn().map((place) => ({ place, text: '' })));
        break;
      case 'fill-down':
        fillDown();
        break;
      case 'undo':
      case 'redo':
        history(command.do);
        break;
      case 'select-all':
        go(selectAll(size));
        break;
      case 'select-row':
        go({
          anchor: { row: selection.anchor.row, col: 0 },
          active: { row: activeRow, col: size.cols - 1 },
        });
        break;
      case 'select-column':
        go({
          anchor: { row: 0, col: selection.anchor.col },
          active: { row: size.rows - 1, col: activeCol },
        });
        break;
      case 'save':
        terms.save();
        break;
      case 'leave':
        leaves.current = true;
        terms.say(text('grid.leave'));
    }
    return true;
  };

  const onKeyDown = (event: React.KeyboardEvent) => {
    if (editing) return;
    const rowsOfPage = Math.max(
      1,
      Math.floor((table.current?.parentElement?.clientHeight ?? 440) / 44) - 2
    );
    const command = gridCommand(event, rowsOfPage);
    const isLeaving = leaves.current && event.key === 'Tab';
    if (event.key !== 'Shift') leaves.current = false;
    if (!command || isLeaving) return;
    if (obey(command, event.key)) event.preventDefault();
  };

  const onCopy = (event: React.ClipboardEvent) => {
    if (editing) return;
    event.preventDefault();
    const { top, bottom, left, right } = rectangleOf(selection);
    const block = range(top, bottom).map((row) =>
      range(left, right).map((col) => textAt({ row, col }))
    );
    event.clipboardData.setData('text/plain', writeTsv(block));
    terms.say(text('grid.copied', { count: block.length * (block[0]?.length ?? 0) }));
  };

  const onCut = (event: React.ClipboardEvent) => {
    if (editing) return;
    onCopy(event);
    obey({ do: 'clear' }, '');
  };

  const onPaste = (event: React.ClipboardEvent) => {
    if (editing) return;
    event.preventDefault();
    const block = readTsv(event.clipboardData.getData('text/plain'));
    const { cells, beyond } = pasteBlock(block, rectangleOf(selection), size);
    const count = put(cells);
    const last = cells.at(-1)?.place;
    const first = cells[0]?.place;
    if (first && last) go({ anchor: first, active: last });
    terms.say(text('grid.pasted', { count, beyond, skipped: cells.length - count }));
  };

  /** Made once: the newest terms are asked when something happens. */
  const actions = useMemo<CellActions>(
    () => ({
      commit: (typed, key, back) => {
        const edited = underHand.current;
        underHand.current = null;
        setEditing(null);
        if (edited) commitTyped(now.current, edited, typed);
        if (key === 'stay') return;
        wantsFocus.current = true;
        const { selection: at, setSelection: place, rows: shown, columns: all } = now.current;
        const to: Move =
          key === 'Tab' ? { to: 'next', back } : { to: 'step', rows: back ? -1 : 1, cols: 0 };
        const bounds = { rows: shown.length, cols: all.length };
        place(moved(at, to, bounds) ?? select(at.active));
      },
      cancel: () => {
        wantsFocus.current = true;
        setEditing(null);
      },
      choose: (rowId, field, value) => {
        const { dispatch: change, isLocked: locked } = now.current;
        if (!locked) change({ do: 'write', writes: [{ id: rowId, field, value }] });
      },
    }),
    []
  );

  return { editing, edit, fillTo, go, actions, handlers: { onKeyDown, onCopy, onCut, onPaste } };
}

function commitTyped(terms: GridTerms, { rowId, field }: Editing, typed: string): void {
  const column = terms.columns.find((one) => one.field === field);
  const value = column?.parse(typed) ?? null;
  if (value === null || terms.isLocked) return;
  terms.dispatch({ do: 'write', writes: [{ id: rowId, field, value }] });
}

const range = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);

export const cellAt = (table: HTMLTableElement | null, { row, col }: Place) =>
  table?.querySelector<HTMLElement>(`[data-row="${row}"][data-col="${col}"]`);
