import type { SavedView } from '../domain/views/saved-view';
import { type Connection, insertRow } from './database';
import { TABLES } from './tables';
import { readBoolean, readJson, readText, writeJson } from './values';

type Row = Record<string, unknown>;

/** An editor's own views of a list and those that others share, by name. */
export async function findSavedViews(
  db: Connection,
  { list, owner }: { list: string; owner: string }
): Promise<SavedView[]> {
  const rows: Row[] = await db(TABLES.savedViews)
    .where({ list })
    .where((seen) => seen.where({ owner }).orWhere({ shared: true }))
    .orderBy(['name', 'id']);
  return rows.map(toView);
}

/** @returns whether it is there now; not when the editor has one of this name */
export async function insertSavedView(
  db: Connection,
  view: SavedView,
  now: Date
): Promise<boolean> {
  const id = await insertRow(
    db,
    TABLES.savedViews,
    {
      view_id: view.id,
      list: view.list,
      owner: view.owner,
      owner_name: view.ownerName,
      created_at: now,
      ...columnsOf(view),
    },
    ['list', 'owner', 'name']
  );
  return id !== null;
}

/** Changes an editor's own view; @returns whether it is there. A name that is taken is refused by the index. */
export async function updateSavedView(
  db: Connection,
  { id, owner }: { id: string; owner: string },
  change: Pick<SavedView, 'name' | 'filters' | 'shared'>
): Promise<boolean> {
  const row: Row | undefined = await db(TABLES.savedViews)
    .where({ view_id: id, owner })
    .first('id');
  if (!row) return false;
  await db(TABLES.savedViews)
    .where({ id: Number(row.id) })
    .update(columnsOf(change));
  return true;
}

export async function deleteSavedView(
  db: Connection,
  { id, owner }: { id: string; owner: string }
): Promise<boolean> {
  return (await db(TABLES.savedViews).where({ view_id: id, owner }).delete()) > 0;
}

export async function countSavedViews(
  db: Connection,
  { list, owner }: { list: string; owner: string }
): Promise<number> {
  const row = await db(TABLES.savedViews).where({ list, owner }).count('* as n').first();
  return Number(row?.['n'] ?? 0);
}

const columnsOf = ({ name, filters, shared }: Pick<SavedView, 'name' | 'filters' | 'shared'>) => ({
  name,
  filters: writeJson(filters),
  shared,
});

function toView(row: Row): SavedView {
  return {
    id: String(row.view_id),
    list: String(row.list),
    owner: String(row.owner),
    ownerName: readText(row.owner_name) ?? '',
    name: String(row.name),
    filters: readJson<Record<string, string>>(row.filters) ?? {},
    shared: readBoolean(row.shared),
  };
}
