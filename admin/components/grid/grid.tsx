import { CaretDown, CaretUp } from '@strapi/icons';
import { type ReactNode, useRef } from 'react';

import { useText } from '../../text/use-text';
import { GridTable, Scroller, SortButton } from './grid-look';
import { GridRow } from './grid-row';
import { isWithin, rectangleOf } from './selection';
import { type CellMap, cellsIn } from './sheet';
import { type GridTerms, useGrid } from './use-grid';
import { useGridPointer } from './use-grid-pointer';

export interface GridSort {
  /** '' is the row's header. */
  field: string;
  isDescending: boolean;
}

interface GridProps extends GridTerms {
  label: string;
  /** What a row is called: the column that stays. */
  header: { title: string; width: number; of: ReadonlyMap<string, ReactNode> };
  problems: CellMap;
  /** The element that says more about the active cell. */
  describedBy: string;
  sort: GridSort | null;
  sortBy: (field: string) => void;
}

/** A table that is edited like a spreadsheet, with the keyboard, the mouse and the clipboard. */
export function Grid(props: GridProps) {
  const { label, header, columns, rows, sheet, problems, selection, describedBy } = props;
  const table = useRef<HTMLTableElement>(null);
  const grid = useGrid(props, table);
  const { editing } = grid;
  const { pulledTo, onPointerDown, onDoubleClick } = useGridPointer({
    selection,
    lastCol: columns.length - 1,
    go: grid.go,
    edit: grid.edit,
    fillTo: grid.fillTo,
    opensAt: ({ col }) => {
      const { chooser, toggle } = columns[col] ?? {};
      return toggle ? 'always' : chooser ? 'active' : 'never';
    },
  });

  const selected = rectangleOf(selection);
  const { active } = selection;
  const shown =
    pulledTo === null
      ? selected
      : {
          ...selected,
          top: Math.min(selected.top, pulledTo),
          bottom: Math.max(selected.bottom, pulledTo),
        };
  const width = header.width + columns.reduce((sum, column) => sum + column.width, 0);
  const isSelected = (row: number) => isWithin(shown, { row, col: shown.left });
  return (
    <Scroller $headerWidth={header.width}>
      <GridTable
        ref={table}
        role="grid"
        aria-label={label}
        aria-multiselectable
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length + 1}
        style={{ minWidth: `${width}rem` }}
        onPointerDown={onPointerDown}
        onDoubleClick={onDoubleClick}
        {...grid.handlers}
      >
        <colgroup>
          <col style={{ width: `${header.width}rem` }} />
          {columns.map((column) => (
            <col key={column.field} style={{ width: `${column.width}rem` }} />
          ))}
        </colgroup>
        <thead>
          <tr role="row" aria-rowindex={1}>
            <SortHeader {...props} field="" title={header.title} index={1} />
            {columns.map(({ field, title, align }, index) => (
              <SortHeader
                key={field}
                {...props}
                field={field}
                title={title}
                align={align}
                index={index + 2}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <GridRow
              key={row.id}
              row={row}
              index={index}
              columns={columns}
              header={header.of.get(row.id)}
              changes={cellsIn(sheet.changes, row.id)}
              problems={cellsIn(problems, row.id)}
              conflicts={cellsIn(sheet.conflicts, row.id)}
              activeCol={index === active.row ? active.col : -1}
              selectedFrom={isSelected(index) ? shown.left : 0}
              selectedTo={isSelected(index) ? shown.right : -1}
              handleCol={index === selected.bottom && pulledTo === null ? selected.right : -1}
              draft={editing?.rowId === row.id ? editing.draft : undefined}
              actions={grid.actions}
              describedBy={describedBy}
            />
          ))}
        </tbody>
      </GridTable>
    </Scroller>
  );
}

interface SortHeaderProps extends Pick<GridProps, 'sort' | 'sortBy'> {
  field: string;
  title: string;
  align?: string | undefined;
  index: number;
}

function SortHeader(props: SortHeaderProps) {
  const { field, title, align, index, sort, sortBy } = props;
  const text = useText();
  const isSorted = sort?.field === field;
  const direction = isSorted ? (sort.isDescending ? 'descending' : 'ascending') : 'none';
  return (
    <th
      role="columnheader"
      scope="col"
      aria-colindex={index}
      aria-sort={direction}
      data-align={align}
    >
      <SortButton
        type="button"
        title={text('grid.sort-by', { column: title })}
        onClick={() => {
          sortBy(field);
        }}
      >
        {title}
        {isSorted && (sort.isDescending ? <CaretDown aria-hidden /> : <CaretUp aria-hidden />)}
      </SortButton>
    </th>
  );
}
