import { memo, type ReactNode } from 'react';

import { type CellActions, GridCell } from './grid-cell';
import type { GridColumn } from './grid-column';
import type { SheetRow } from './sheet';

type Cells = Readonly<Record<string, string>>;

interface GridRowProps {
  row: SheetRow;
  index: number;
  columns: readonly GridColumn[];
  header: ReactNode;
  changes: Cells;
  problems: Cells;
  conflicts: Cells;
  /** -1 where the focus is in another row. */
  activeCol: number;
  /** The selected columns of this row; `from` above `to` is none. */
  selectedFrom: number;
  selectedTo: number;
  /** The column in which this row has the fill handle; -1 is none. */
  handleCol: number;
  /** Of the active cell. */
  draft: string | undefined;
  actions: CellActions;
  describedBy: string;
}

/** Drawn again only when something of it has changed: with 250 rows, a key moves through two of them. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { row, index, columns, header, changes, problems, conflicts, activeCol } = props;
  return (
    <tr role="row" aria-rowindex={index + 2}>
      <th role="rowheader" aria-colindex={1} scope="row" data-row={index}>
        {header}
      </th>
      {columns.map((column, col) => (
        <GridCell
          key={column.field}
          column={column}
          rowId={row.id}
          rowIndex={index}
          colIndex={col}
          value={changes[column.field] ?? row.cells[column.field] ?? ''}
          isChanged={changes[column.field] !== undefined}
          problem={problems[column.field]}
          theirs={conflicts[column.field]}
          isActive={col === activeCol}
          isSelected={col >= props.selectedFrom && col <= props.selectedTo}
          hasHandle={col === props.handleCol}
          draft={col === activeCol ? props.draft : undefined}
          actions={props.actions}
          describedBy={props.describedBy}
        />
      ))}
    </tr>
  );
});
