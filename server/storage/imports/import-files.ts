import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';

import type { DialectName } from '../../domain/imports/dialect';
import type {
  ImportFile,
  ImportPhase,
  ImportState,
  KeptReport,
} from '../../domain/imports/import-run';
import type { Connection } from '../database';
import { TABLES } from '../tables';
import { readBoolean, readDate, readJson, readText, writeJson } from '../values';

/** Who has it may import; a unique index lets one have it. */
const SLOT = 'import';

/** Characters of a part, far below what a statement may hold on any database. */
const PART = 400_000;

/** Those that are kept, newest first. */
export async function findImportFiles(db: Connection): Promise<ImportFile[]> {
  const rows: Row[] = await db(TABLES.importRuns).orderBy('id', 'desc').select('*');
  return rows.map(fileOf);
}

export async function findImportFile(db: Connection, id: string): Promise<ImportFile | null> {
  const row = (await db(TABLES.importRuns).where({ run_id: id }).first('*')) as Row | undefined;
  return row ? fileOf(row) : null;
}

/** Locks it until the transaction ends. */
export async function lockImportFile(trx: Connection, id: string): Promise<ImportFile | null> {
  const row = (await trx(TABLES.importRuns).where({ run_id: id }).forUpdate().first('*')) as
    Row | undefined;
  return row ? fileOf(row) : null;
}

export async function insertImportFile(
  trx: Connection,
  file: Pick<ImportFile, 'id' | 'filename' | 'size' | 'dialect' | 'createdBy' | 'createdAt'>,
  content: Buffer
): Promise<void> {
  await trx(TABLES.importRuns).insert({
    run_id: file.id,
    filename: file.filename,
    size: file.size,
    dialect: file.dialect,
    state: 'waiting',
    attempt: 0,
    done: 0,
    total: 0,
    created_by: file.createdBy,
    created_at: file.createdAt,
  });
  const packed = (await promisify(gzip)(content)).toString('base64');
  for (let position = 0; position * PART < packed.length; position += 1) {
    const part = packed.slice(position * PART, (position + 1) * PART);
    await trx(TABLES.importParts).insert({ run_id: file.id, position, content: part });
  }
}

export async function readImportContent(db: Connection, id: string): Promise<Buffer> {
  const parts = (await db(TABLES.importParts)
    .where({ run_id: id })
    .orderBy('position')
    .select('content')) as { content: string }[];
  const packed = Buffer.from(parts.map(({ content }) => content).join(''), 'base64');
  return promisify(gunzip)(packed);
}

/** All but the newest ones, and those that are being read. */
export async function forgetImportFiles(trx: Connection, keep: number): Promise<void> {
  const rows = (await trx(TABLES.importRuns).orderBy('id', 'desc').select('run_id', 'state')) as {
    run_id: string;
    state: string;
  }[];
  const old = rows.slice(keep).filter(({ state }) => state !== 'running');
  if (old.length === 0) return;
  const ids = old.map(({ run_id }) => run_id);
  await trx(TABLES.importParts).whereIn('run_id', ids).delete();
  await trx(TABLES.importRuns).whereIn('run_id', ids).delete();
}

/** The name of the file that is being read, if one is. */
export async function findRunningImport(db: Connection): Promise<string | null> {
  const row = (await db(TABLES.importRuns).where({ slot: SLOT }).first('filename')) as
    { filename: string } | undefined;
  return row?.filename ?? null;
}

/** Takes the slot; a second one who tries breaks the unique index, and its transaction is repeated. */
export async function beginImport(
  trx: Connection,
  file: ImportFile,
  begun: { phase: ImportPhase; dialect: DialectName; by: string; at: Date }
): Promise<void> {
  await trx(TABLES.importRuns)
    .where({ run_id: file.id, attempt: file.attempt })
    .update({
      state: 'running',
      slot: SLOT,
      attempt: file.attempt + 1,
      phase: begun.phase,
      dialect: begun.dialect,
      started_by: begun.by,
      started_at: begun.at,
      beat_at: begun.at,
      finished_at: null,
      stop_asked: false,
      done: 0,
      total: 0,
      error: null,
      [begun.phase === 'check' ? 'checked' : 'imported']: null,
    });
}

/** Who may speak about a file that is being read: the one who began it last. */
export interface Turn {
  id: string;
  attempt: number;
}

const mine = (db: Connection, { id, attempt }: Turn) =>
  db(TABLES.importRuns).where({ run_id: id, attempt, state: 'running' });

/** Says that its server lives and how far it is. @returns whether to go on: it may have been stopped, or given up */
export async function beat(
  db: Connection,
  turn: Turn,
  progress: { done: number; total: number },
  now: Date
): Promise<'go on' | 'stop' | 'lost'> {
  const affected = await mine(db, turn).update({ ...progress, beat_at: now });
  if (affected === 0) return 'lost';
  const row = (await mine(db, turn).first('stop_asked')) as { stop_asked: unknown } | undefined;
  return readBoolean(row?.stop_asked) ? 'stop' : 'go on';
}

export async function finishImport(
  db: Connection,
  turn: Turn,
  end: {
    state: ImportState;
    phase: ImportPhase;
    report: KeptReport | null;
    error: string | null;
    progress: { done: number; total: number };
    at: Date;
  }
): Promise<void> {
  await mine(db, turn).update({
    ...end.progress,
    state: end.state,
    slot: null,
    error: end.error,
    finished_at: end.at,
    [end.phase === 'check' ? 'checked' : 'imported']: writeJson(end.report),
  });
}

/** Asks the server that reads it to stop. @returns whether it was being read */
export async function askToStop(db: Connection, id: string): Promise<boolean> {
  const asked = await db(TABLES.importRuns)
    .where({ run_id: id, state: 'running' })
    .update({ stop_asked: true });
  return asked > 0;
}

/** What a server began that has not been heard of since. */
export async function interruptSilent(db: Connection, before: Date, now: Date): Promise<void> {
  await db(TABLES.importRuns)
    .where({ state: 'running' })
    .where('beat_at', '<', before)
    .update({ state: 'interrupted', slot: null, finished_at: now });
}

type Row = Record<string, unknown>;

function fileOf(row: Row): ImportFile {
  return {
    id: String(row.run_id),
    filename: String(row.filename),
    size: Number(row.size),
    dialect: readText(row.dialect) as DialectName | null,
    phase: readText(row.phase) as ImportPhase | null,
    state: String(row.state) as ImportState,
    attempt: Number(row.attempt),
    done: Number(row.done),
    total: Number(row.total),
    createdBy: readText(row.created_by),
    startedBy: readText(row.started_by),
    createdAt: readDate(row.created_at) ?? new Date(0),
    startedAt: readDate(row.started_at),
    finishedAt: readDate(row.finished_at),
    checked: readJson<KeptReport>(row.checked),
    imported: readJson<KeptReport>(row.imported),
    error: readText(row.error),
  };
}
