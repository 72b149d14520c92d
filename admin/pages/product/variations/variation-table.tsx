import { Box, Checkbox, Flex, Typography } from '@strapi/design-system';
import { Lightning } from '@strapi/icons';
import { useEffect, useId, useMemo, useState } from 'react';
import { useIntl } from 'react-intl';

import type { VariationTableDto } from '../../../../server/contracts/variation-table';
import { Grid, type GridSort } from '../../../components/grid/grid';
import {
  keepInside,
  type Place,
  rectangleOf,
  select,
  type Selection,
} from '../../../components/grid/selection';
import {
  changedCells,
  conflictCells,
  type SheetRow,
  valueAt,
} from '../../../components/grid/sheet';
import { useSheet } from '../../../components/grid/use-sheet';
import { UnsavedChanges } from '../../../components/unsaved-changes';
import { useText } from '../../../text/use-text';
import { BulkDialog } from './bulk-dialog';
import { CellDetail } from './cell-detail';
import { ColumnChooser, useShownColumns } from './column-chooser';
import { Conflicts } from './conflicts';
import { OptionFilters } from './option-filters';
import { isShown, type OptionFilter, optionChoices, rowName, sortedIds } from './row-order';
import { SaveBar } from './save-bar';
import { bulkFieldOf, bulkOutcome, bulkWrites } from './apply-bulk';
import { useProblems } from './use-problems';
import { useTableSaving } from './use-table-saving';
import { useVariationColumns } from './use-variation-columns';
import { EXCLUSIVE, sheetRows } from './variation-sheet';

interface VariationTableProps {
  documentId: string;
  table: VariationTableDto;
  refetch: () => unknown;
}

const START: Place = { row: 0, col: 0 };

/** All variations of a product, edited like a spreadsheet and saved together. */
export function VariationTable({ documentId, table, refetch }: VariationTableProps) {
  const text = useText();
  const { locale } = useIntl();
  const detailId = useId();
  const [sheet, dispatch] = useSheet(sheetRows(table.rows), EXCLUSIVE);
  const [selection, setSelection] = useState<Selection>(select(START));
  const [filter, setFilter] = useState<OptionFilter>({});
  const [withRetired, setWithRetired] = useState(false);
  const [sort, setSort] = useState<GridSort | null>(null);
  const [order, setOrder] = useState<readonly string[] | null>(null);
  const [said, say] = useState('');

  useEffect(() => {
    dispatch({ do: 'rebase', rows: sheetRows(table.rows) });
  }, [table, dispatch]);

  const rowOf = useMemo(
    () => new Map(table.rows.map((row) => [row.documentId, row])),
    [table.rows]
  );
  const allColumns = useVariationColumns(table, rowOf);
  const { columns, hidden, setHidden } = useShownColumns(allColumns);
  const { isBusy, submit, refused } = useTableSaving({ documentId, sheet, dispatch, refetch });
  const {
    problems,
    problemAt,
    count: problemCount,
  } = useProblems(sheet, rowOf, {
    currency: table.currency,
    refused,
  });

  const nameless = text('variation-table.no-options');
  const names = useMemo(
    () => new Map(table.rows.map((row) => [row.documentId, rowName(row) || nameless])),
    [table.rows, nameless]
  );
  const headers = useMemo(
    () =>
      new Map(
        table.rows.map(({ documentId: id, retired }) => [
          id,
          <RowTitle key={id} name={names.get(id) ?? ''} isRetired={retired} />,
        ])
      ),
    [table.rows, names]
  );

  /** Rows in their order, without those that are filtered away. */
  const rows = useMemo(() => {
    const shown = table.rows.filter((row) => isShown(row, { filter, withRetired }));
    const ids = new Set(shown.map((row) => row.documentId));
    const inOrder = order ?? table.rows.map((row) => row.documentId);
    return inOrder.flatMap((id): SheetRow[] => {
      const row = ids.has(id) ? sheet.byId.get(id) : undefined;
      return row ? [row] : [];
    });
  }, [table.rows, sheet.byId, filter, withRetired, order]);

  const choices = useMemo(() => optionChoices(table.rows), [table.rows]);
  const inside = keepInside(selection, { rows: rows.length, cols: columns.length });
  const activeRow = rows[inside.active.row];
  const activeColumn = columns[inside.active.col];
  const changed = changedCells(sheet);
  const conflicts = conflictCells(sheet);
  const retiredCount = table.rows.filter(({ retired }) => retired).length;

  const sortBy = (field: string) => {
    const again = sort?.field === field;
    // Up, down, and back to the order of the shop.
    const next = again && sort.isDescending ? null : { field, isDescending: again };
    setSort(next);
    setOrder(next && sortedIds(table.rows, sheet, next, locale));
  };

  /** Shows a cell, whatever is filtered at present, and gives it the focus. */
  const goTo = ({ id, field }: { id: string; field: string }) => {
    const row = rows.findIndex((one) => one.id === id);
    const col = columns.findIndex((one) => one.field === field);
    if (row >= 0 && col >= 0) {
      setSelection(select({ row, col }));
      focusCell(detailId, { row, col });
      return;
    }
    setFilter({});
    setHidden([]);
    setWithRetired(rowOf.get(id)?.retired === true || withRetired);
    say(text('variation-table.filters-lifted'));
  };
  const goToNext = (cells: readonly { id: string; field: string }[]) => {
    const place = (cell: { id: string; field: string }) => {
      const row = rows.findIndex(({ id }) => id === cell.id);
      return row * columns.length + columns.findIndex(({ field }) => field === cell.field);
    };
    const from = inside.active.row * columns.length + inside.active.col;
    const inOrder = [...cells].sort((a, b) => place(a) - place(b));
    const next = inOrder.find((cell) => place(cell) > from) ?? inOrder[0];
    if (next) goTo(next);
  };

  const canSave = changed.length > 0 && problemCount === 0 && conflicts.length === 0 && !isBusy;
  const save = () => {
    if (canSave) void submit();
  };

  const bulkTerms = {
    sheet,
    rows,
    selected: rectangleOf(inside),
    columns: allColumns,
    table,
    rowOf,
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={4} data-grid={detailId}>
      <UnsavedChanges when={changed.length > 0 && !isBusy} />
      <Flex gap={2} alignItems="center">
        <Lightning aria-hidden width="1.6rem" height="1.6rem" fill="warning500" />
        <Typography textColor="neutral700">{text('variation-table.live')}</Typography>
      </Flex>
      <Conflicts
        count={conflicts.length}
        next={() => {
          goToNext(conflicts);
        }}
        decide={(side) => {
          dispatch({ do: 'decide', side });
        }}
      />
      <Box background="neutral0" shadow="tableShadow" hasRadius>
        <Flex gap={4} padding={4} wrap="wrap" justifyContent="space-between">
          <Flex gap={4} wrap="wrap">
            <OptionFilters choices={choices} filter={filter} onChange={setFilter} />
            {retiredCount > 0 && (
              <Checkbox
                checked={withRetired}
                onCheckedChange={(isOn) => {
                  setWithRetired(isOn === true);
                }}
              >
                {text('variation-table.show-retired', { count: retiredCount })}
              </Checkbox>
            )}
          </Flex>
          <Flex gap={2}>
            <BulkDialog
              currency={table.currency}
              field={bulkFieldOf(columns[bulkTerms.selected.left]?.field)}
              selectedRows={bulkTerms.selected.bottom - bulkTerms.selected.top + 1}
              shownRows={rows.length}
              disabled={rows.length === 0 || isBusy}
              tryOut={(wish) => bulkOutcome(wish, bulkTerms, names)}
              apply={(wish) => {
                const writes = bulkWrites(wish, bulkTerms);
                dispatch({ do: 'write', writes });
                say(text('variation-table.bulk-done', { count: writes.length }));
              }}
            />
            <ColumnChooser columns={allColumns} hidden={hidden} onChange={setHidden} />
          </Flex>
        </Flex>
        <Grid
          label={text('product.variations')}
          header={{ title: text('variation-table.variation'), width: 18, of: headers }}
          columns={columns}
          rows={rows}
          sheet={sheet}
          dispatch={dispatch}
          selection={inside}
          setSelection={setSelection}
          say={say}
          save={save}
          isLocked={isBusy}
          problems={problems}
          describedBy={detailId}
          sort={sort}
          sortBy={sortBy}
        />
        {rows.length === 0 && (
          <Box padding={6}>
            <Typography textColor="neutral600">{text('variation-table.none-match')}</Typography>
          </Box>
        )}
        <Box padding={4}>
          {activeRow && activeColumn && (
            <CellDetail
              id={detailId}
              sale={rowOf.get(activeRow.id)?.sale ?? null}
              window={{
                from: valueAt(sheet, activeRow.id, 'saleFrom'),
                to: valueAt(sheet, activeRow.id, 'saleTo'),
              }}
              rowName={names.get(activeRow.id) ?? ''}
              column={activeColumn}
              currency={table.currency}
              value={valueAt(sheet, activeRow.id, activeColumn.field)}
              problem={problemAt(activeRow.id, activeColumn.field)}
              theirs={sheet.conflicts[activeRow.id]?.[activeColumn.field]}
              decide={(side) => {
                const cells = [{ id: activeRow.id, field: activeColumn.field }];
                dispatch({ do: 'decide', side, cells });
              }}
            />
          )}
        </Box>
      </Box>
      <SaveBar
        sheet={sheet}
        dispatch={dispatch}
        changed={changed}
        problems={problemCount}
        conflicts={conflicts.length}
        nextProblem={() => {
          goToNext(cellsWith(problems));
        }}
        said={said}
        isBusy={isBusy}
        canSave={canSave}
        save={save}
      />
    </Flex>
  );
}

const cellsWith = (map: Readonly<Record<string, Readonly<Record<string, string>>>>) =>
  Object.entries(map).flatMap(([id, cells]) => Object.keys(cells).map((field) => ({ id, field })));

/** Once the cell is drawn as the active one. */
function focusCell(gridId: string, { row, col }: Place): void {
  requestAnimationFrame(() => {
    document
      .querySelector<HTMLElement>(`[data-grid="${gridId}"] [data-row="${row}"][data-col="${col}"]`)
      ?.focus();
  });
}

function RowTitle({ name, isRetired }: { name: string; isRetired: boolean }) {
  const text = useText();
  return (
    <Typography
      fontWeight="semiBold"
      textColor={isRetired ? 'neutral500' : 'neutral800'}
      title={name}
    >
      {isRetired ? text('variation-table.retired-row', { name }) : name}
    </Typography>
  );
}
