import { type Columns, matchColumns } from '../../domain/imports/columns';
import type { Dialect } from '../../domain/imports/dialect';
import { createGrouping, type Grouping, type RowGroup } from '../../domain/imports/group-rows';
import { type ImportRow, RowError } from '../../domain/imports/row';
import { invalidInput } from '../../domain/errors';
import { type CsvLine, readCsv } from '../../storage/imports/csv-file';
import { createRowStore } from '../../storage/imports/row-store';

/** A file whose lines were sorted by product. To be closed, since it keeps them on the disk. */
export interface Sheet {
  groups: RowGroup[];
  unused: string[];
  /** Languages beside the default one that it has columns for. */
  locales: string[];
  /** Whether a product of this name stands in it. */
  has: (key: string) => boolean;
  rowsOf: (group: RowGroup) => Promise<ImportRow[]>;
  close: () => Promise<void>;
}

/**
 * Reads the whole file once before anything is written: so that a product has all its lines wherever they stand, one
 * with a broken line is left out whole, and the number of products is known.
 */
export async function readSheet(
  path: string,
  dialect: Dialect,
  dialects: readonly Dialect[]
): Promise<Sheet> {
  const store = await createRowStore();
  const grouping = createGrouping();
  let columns: Columns | undefined;
  try {
    for await (const line of readCsv(path)) {
      if (!columns) columns = matchColumns(line.cells, dialect, dialects);
      else await addLine(line, columns, dialect, grouping, (some) => store.add(some));
    }
    if (!columns) throw invalidInput('path', 'The file is empty.');
  } catch (error) {
    await store.close();
    throw error;
  }
  const found = columns;
  return {
    groups: grouping.groups(),
    unused: found.unused,
    locales: found.locales,
    has: (key) => grouping.has(key),
    rowsOf: async (group) => (await store.read(group.places)).map((line) => rowOf(line, found)),
    close: () => store.close(),
  };
}

async function addLine(
  line: CsvLine,
  columns: Columns,
  dialect: Dialect,
  grouping: Grouping,
  keep: (line: CsvLine) => Promise<readonly [number, number]>
): Promise<void> {
  let keys;
  try {
    keys = dialect.keysOf(rowOf(line, columns));
    checkCells(line, columns);
    grouping.add(keys, line.line, await keep(line));
  } catch (error) {
    if (!(error instanceof RowError)) throw error;
    grouping.fault(keys, error.line, error.message);
  }
}

function checkCells({ line, cells }: CsvLine, { header }: Columns): void {
  if (cells.length !== header.length) {
    throw new RowError(
      line,
      `The line has ${cells.length} cells, the header has ${header.length}.`
    );
  }
  if (cells.some((cell) => cell.includes('\uFFFD'))) {
    throw new RowError(line, 'There are characters that are not UTF-8. Save the file as UTF-8.');
  }
}

function rowOf({ line, cells }: CsvLine, columns: Columns): ImportRow {
  return {
    line,
    locales: columns.locales,
    heading: (column) => columns.header[columns.positions.get(column) ?? -1]?.trim() ?? column,
    cell: (column) => {
      const position = columns.positions.get(column);
      return position === undefined ? undefined : (cells[position] ?? '');
    },
  };
}
