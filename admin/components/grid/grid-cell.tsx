import { type KeyboardEvent, useEffect, useRef } from 'react';

import type { GridColumn } from './grid-column';
import { CellInput, Handle, Theirs } from './grid-look';

interface GridCellProps {
  column: GridColumn;
  rowId: string;
  rowIndex: number;
  colIndex: number;
  value: string;
  isChanged: boolean;
  problem: string | undefined;
  theirs: string | undefined;
  isActive: boolean;
  isSelected: boolean;
  hasHandle: boolean;
  /** Undefined while it is not being edited. */
  draft: string | undefined;
  actions: CellActions;
  /** What there is to say of the active cell stands somewhere else. */
  describedBy: string;
}

/** The same for all cells as long as the grid is there, so that none is drawn anew because of them. */
export interface CellActions {
  commit: (typed: string, key: 'Enter' | 'Tab' | 'stay', back: boolean) => void;
  cancel: () => void;
  choose: (rowId: string, field: string, value: string) => void;
}

export function GridCell(props: GridCellProps) {
  const { column, rowId, value, problem, theirs, isActive, isSelected, draft, actions } = props;
  return (
    <td
      role="gridcell"
      aria-colindex={props.colIndex + 2}
      aria-selected={isSelected}
      aria-invalid={problem !== undefined || undefined}
      aria-describedby={isActive ? props.describedBy : undefined}
      data-row={props.rowIndex}
      data-col={props.colIndex}
      tabIndex={isActive ? 0 : -1}
      data-align={column.align}
      data-changed={props.isChanged || undefined}
      data-disputed={theirs !== undefined || undefined}
    >
      {draft === undefined ? (
        column.show(value, rowId)
      ) : column.chooser ? (
        <>
          {column.show(value, rowId)}
          {column.chooser({
            rowId,
            value,
            choose: (chosen) => {
              actions.choose(rowId, column.field, chosen);
            },
            close: actions.cancel,
          })}
        </>
      ) : (
        <CellEditor column={column} draft={draft} actions={actions} />
      )}
      {theirs !== undefined && draft === undefined && (
        <Theirs>→ {theirs === '' ? '∅' : column.show(theirs, rowId)}</Theirs>
      )}
      {props.hasHandle && draft === undefined && <Handle data-handle />}
    </td>
  );
}

interface CellEditorProps {
  column: GridColumn;
  draft: string;
  actions: CellActions;
}

/** The one cell that is being edited. What is typed is nobody else's business until it is done. */
function CellEditor({ column, draft, actions }: CellEditorProps) {
  const ref = useRef<HTMLInputElement>(null);
  const isDone = useRef(false);

  useEffect(() => {
    const input = ref.current;
    input?.focus();
    input?.setSelectionRange(draft.length, draft.length);
  }, [draft]);

  const commit = (key: 'Enter' | 'Tab' | 'stay', back = false) => {
    if (isDone.current) return;
    isDone.current = true;
    actions.commit(ref.current?.value ?? '', key, back);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' || event.key === 'Tab') {
      event.preventDefault();
      commit(event.key, event.shiftKey);
    } else if (event.key === 's' && (event.ctrlKey || event.metaKey)) {
      // Not the browser's own: what is typed is done first, and can be saved with the same keys then.
      event.preventDefault();
      commit('Enter');
    } else if (event.key === 'Escape') {
      event.preventDefault();
      isDone.current = true;
      actions.cancel();
    }
  };
  return (
    <CellInput
      ref={ref}
      aria-label={column.title}
      defaultValue={draft}
      autoComplete="off"
      spellCheck={false}
      onKeyDown={onKeyDown}
      onBlur={() => {
        commit('stay');
      }}
    />
  );
}
