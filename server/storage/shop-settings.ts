import type { Knex } from 'knex';

import { nextNumber } from './counters';
import type { Connection } from './database';
import { TABLES } from './tables';

/**
 * What editors have set, as one document in the host's own store: it travels with the host's transfer of the
 * configuration.
 */
export interface StoredSettings {
  /** Another one with each change. */
  version: string;
  values: Record<string, unknown>;
  /** Who set a value, and when. */
  changes: Record<string, { by: string; at: string }>;
}

const KEY = 'plugin_cartwright_settings';

/** So much of the document as has its version, which comes first. */
const HEAD = 64;

/** Changes whenever the document does. It is small, and asked for every few seconds. */
export async function findSettingsHead(db: Connection): Promise<string> {
  const row: { head: string } | undefined = await rowOf(db).first(
    db.raw('substr(??, 1, ?) as ??', ['value', HEAD, 'head'])
  );
  return row?.head ?? '';
}

/** The document with its head; what cannot be read as one counts as empty, since somebody has written it by hand. */
export async function findSettings(
  db: Connection
): Promise<{ head: string; stored: StoredSettings; broken: boolean }> {
  const row: { value: string } | undefined = await rowOf(db).first('value');
  if (!row) return { head: '', stored: EMPTY, broken: false };
  const stored = readDocument(row.value);
  return { head: row.value.slice(0, HEAD), stored: stored ?? EMPTY, broken: stored === null };
}

/** Two who change it wait for each other, the first two of all as well. */
export async function lockSettings(trx: Knex.Transaction): Promise<void> {
  await nextNumber(trx, 'settings');
}

/** Behind the lock. */
export async function writeSettings(
  trx: Knex.Transaction,
  { version, values, changes }: StoredSettings
): Promise<void> {
  const value = JSON.stringify({ version, values, changes });
  const updated = await rowOf(trx).update({ value, type: 'object' });
  if (updated === 0) await trx(TABLES.coreStore).insert({ key: KEY, value, type: 'object' });
}

const rowOf = (db: Connection) => db(TABLES.coreStore).where({ key: KEY });

const EMPTY: StoredSettings = { version: '', values: {}, changes: {} };

function readDocument(text: string): StoredSettings | null {
  try {
    const { version, values, changes } = JSON.parse(text) as Partial<StoredSettings>;
    if (typeof version !== 'string' || !isObject(values)) return null;
    return { version, values, changes: isObject(changes) ? changes : {} };
  } catch {
    return null;
  }
}

const isObject = (value: unknown): value is Record<string, never> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
