/** A row of a table that is edited like a spreadsheet: every cell is a text, '' is an empty one. */
export interface SheetRow {
  id: string;
  cells: Readonly<Record<string, string>>;
}

/** Cells by row and field. */
export type CellMap = Readonly<Record<string, Readonly<Record<string, string>>>>;

export interface CellWrite {
  id: string;
  field: string;
  value: string;
}

interface Patch {
  before: CellWrite[];
  after: CellWrite[];
}

/**
 * What was read, what the editor has made of it, and the way back. `conflicts` holds what others have made of a cell
 * that is changed here, until the editor decides.
 */
export interface Sheet {
  rows: readonly SheetRow[];
  byId: ReadonlyMap<string, SheetRow>;
  changes: CellMap;
  conflicts: CellMap;
  undo: readonly Patch[];
  redo: readonly Patch[];
  /** Fields of which one row alone has a value, such as which one is the default. */
  exclusive: readonly string[];
}

export function openSheet(rows: readonly SheetRow[], exclusive: readonly string[] = []): Sheet {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return { rows, byId, changes: {}, conflicts: {}, undo: [], redo: [], exclusive };
}

const NO_CELLS: Readonly<Record<string, string>> = {};

export const cellsIn = (map: CellMap, id: string) => map[id] ?? NO_CELLS;

export function valueAt(sheet: Sheet, id: string, field: string): string {
  return sheet.changes[id]?.[field] ?? sheet.byId.get(id)?.cells[field] ?? '';
}

/** Changes cells, as one step that can be undone. */
export function writeCells(sheet: Sheet, writes: readonly CellWrite[]): Sheet {
  const real = withRivals(sheet, writes).filter(
    ({ id, field, value }) => sheet.byId.has(id) && valueAt(sheet, id, field) !== value
  );
  if (real.length === 0) return sheet;
  const before = real.map(({ id, field }) => ({ id, field, value: valueAt(sheet, id, field) }));
  return { ...put(sheet, real), undo: [...sheet.undo, { before, after: real }], redo: [] };
}

/** In an exclusive field, whoever had the value loses it. */
function withRivals(sheet: Sheet, writes: readonly CellWrite[]): CellWrite[] {
  return writes.flatMap((write) => {
    if (!sheet.exclusive.includes(write.field)) return [write];
    if (write.value === '') return [];
    const rivals = sheet.rows.filter(
      ({ id }) => id !== write.id && valueAt(sheet, id, write.field) !== ''
    );
    return [...rivals.map(({ id }) => ({ id, field: write.field, value: '' })), write];
  });
}

export function undo(sheet: Sheet): Sheet {
  const patch = sheet.undo.at(-1);
  if (!patch) return sheet;
  const back = { ...put(sheet, patch.before), undo: sheet.undo.slice(0, -1) };
  return { ...back, redo: [...sheet.redo, patch] };
}

export function redo(sheet: Sheet): Sheet {
  const patch = sheet.redo.at(-1);
  if (!patch) return sheet;
  const again = { ...put(sheet, patch.after), redo: sheet.redo.slice(0, -1) };
  return { ...again, undo: [...sheet.undo, patch] };
}

/** A cell that is as it was read is not changed; one that is written is decided. */
function put(sheet: Sheet, writes: readonly CellWrite[]): Sheet {
  let { changes, conflicts } = sheet;
  for (const { id, field, value } of writes) {
    const same = sheet.byId.get(id)?.cells[field] === value;
    changes = same ? without(changes, id, field) : withCell(changes, id, field, value);
    conflicts = without(conflicts, id, field);
  }
  return { ...sheet, changes, conflicts };
}

/** Everything was saved: what was read since is what counts, and the way back stays open. */
export function saved(sheet: Sheet, rows: readonly SheetRow[]): Sheet {
  const { undo: steps, redo: undone, exclusive } = sheet;
  return { ...openSheet(rows, exclusive), undo: steps, redo: undone };
}

export function discardChanges(sheet: Sheet): Sheet {
  return openSheet(sheet.rows, sheet.exclusive);
}

/**
 * Takes in what was read anew. What is changed here stays; where others have changed the same cell to something else, it
 * is a conflict. What was not changed here is simply shown as it is now.
 */
export function rebase(sheet: Sheet, rows: readonly SheetRow[]): Sheet {
  const fresh = { ...openSheet(rows, sheet.exclusive), undo: sheet.undo, redo: sheet.redo };
  let { changes, conflicts }: { changes: CellMap; conflicts: CellMap } = fresh;
  for (const [id, cells] of Object.entries(sheet.changes)) {
    const now = fresh.byId.get(id)?.cells;
    if (!now) continue;
    for (const [field, mine] of Object.entries(cells)) {
      const theirs = now[field] ?? '';
      if (theirs === mine) continue;
      changes = withCell(changes, id, field, mine);
      const known = sheet.conflicts[id]?.[field] !== undefined;
      const moved = theirs !== sheet.byId.get(id)?.cells[field];
      if (known || moved) conflicts = withCell(conflicts, id, field, theirs);
    }
  }
  return sheet.exclusive.reduce(settleExclusive, { ...fresh, changes, conflicts });
}

/** Where two rows have what one alone can have, mine against theirs. */
function settleExclusive(sheet: Sheet, field: string): Sheet {
  const having = sheet.rows.filter(({ id }) => valueAt(sheet, id, field) !== '');
  const mine = having.find(({ id }) => sheet.changes[id]?.[field] !== undefined);
  if (!mine || having.length < 2) return sheet;
  let { changes } = sheet;
  for (const { id } of having) if (id !== mine.id) changes = withCell(changes, id, field, '');
  return { ...sheet, changes, conflicts: withCell(sheet.conflicts, mine.id, field, '') };
}

/** Decides conflicts: those of some cells, or all. */
export function decide(
  sheet: Sheet,
  side: 'mine' | 'theirs',
  cells: readonly { id: string; field: string }[] = conflictCells(sheet)
): Sheet {
  let { changes, conflicts } = sheet;
  for (const { id, field } of cells) {
    conflicts = without(conflicts, id, field);
    if (side === 'mine') continue;
    const givenUp = sheet.exclusive.includes(field) ? Object.keys(changes) : [id];
    for (const row of givenUp) changes = without(changes, row, field);
  }
  return { ...sheet, changes, conflicts };
}

export const conflictCells = (sheet: Sheet) => cellsOfMap(sheet, sheet.conflicts);
export const changedCells = (sheet: Sheet) => cellsOfMap(sheet, sheet.changes);

/** From top to bottom, as the rows were read. */
function cellsOfMap({ rows }: Sheet, map: CellMap): { id: string; field: string }[] {
  return rows.flatMap(({ id }) => Object.keys(map[id] ?? {}).map((field) => ({ id, field })));
}

function withCell(map: CellMap, id: string, field: string, value: string): CellMap {
  return { ...map, [id]: { ...map[id], [field]: value } };
}

function without(map: CellMap, id: string, field: string): CellMap {
  if (map[id]?.[field] === undefined) return map;
  const { [field]: _, ...others } = map[id];
  const { [id]: __, ...rest } = map;
  return Object.keys(others).length === 0 ? rest : { ...map, [id]: others };
}
