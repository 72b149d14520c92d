import type { Writable } from 'node:stream';

import { createId } from '@paralleldrive/cuid2';

import { CommerceError, invalidInput } from '../domain/errors';
import type { DialectName } from '../domain/imports/dialect';
import { guardFormula } from '../domain/imports/escaping';
import {
  checkStart,
  type ImportFile,
  type ImportPhase,
  MOST_BYTES,
  SILENT_MS,
} from '../domain/imports/import-run';
import type { Database } from '../storage/database';
import { writeCsv } from '../storage/imports/csv-file';
import {
  askToStop,
  beginImport,
  findImportFile,
  findImportFiles,
  findRunningImport,
  forgetImportFiles,
  insertImportFile,
  interruptSilent,
  lockImportFile,
} from '../storage/imports/import-files';
import { asFile, takeUploaded } from '../storage/imports/temporary-file';
import { IMPORT_EXAMPLES } from '../templates/imports/examples';
import { type Importer, type RunningImport, runImport } from './import-desk/run-import';

export type { ImportFile };

/** What an editor has sent: where the host has put it, and what it is called. */
export interface UploadedFile {
  path: string;
  filename: string;
  size: number;
}

export type ImportDesk = ReturnType<typeof createImportDesk>;

const KEPT = 10;

const WANTED_COLUMNS = ['line', 'kind', 'message'];

/**
 * Imports that staff start in the admin. One runs at a time, on the server that was asked; how far it is stands in the
 * database, so that any server can tell. Files are kept there too: who checks a file may be answered by another server
 * than who imports it, and what a server left unfinished when it ended can be started again on any.
 */
export function createImportDesk(shop: {
  database: Database;
  /** As the settings are now. */
  importer: () => Importer;
  /** Runs what goes on when the request has been answered: neither its editor nor its settings belong to it. */
  detached: <Result>(work: () => Result) => Result;
  clock: () => Date;
  warn: (message: string) => void;
}) {
  const { database, clock } = shop;
  const running = new Set<RunningImport>();

  /** Keeps a file, and guesses what it is. @throws CommerceError invalid_input when it is too long, or no CSV */
  async function upload({ path, filename, size }: UploadedFile, by: string): Promise<ImportFile> {
    const content = await takeUploaded(path);
    if (size > MOST_BYTES) {
      throw invalidInput(
        'files',
        `The file is too long: it may have ${MOST_BYTES / 1024 ** 2} MB.`
      );
    }
    const dialect = await asFile(content, (copy) => shop.importer().guessDialect(copy));
    const file = { id: createId(), filename, size, dialect, createdBy: by, createdAt: clock() };
    await database.transaction(async (trx) => {
      await insertImportFile(trx, file, content);
      await forgetImportFiles(trx, KEPT);
    });
    return open(file.id);
  }

  async function list(): Promise<ImportFile[]> {
    await giveUpSilent();
    return findImportFiles(database.read);
  }

  /** @throws CommerceError not_found */
  async function open(id: string): Promise<ImportFile> {
    await giveUpSilent();
    const file = await findImportFile(database.read, id);
    if (!file) throw notFound();
    return file;
  }

  /**
   * Begins to check or to import a file. It goes on after the answer.
   *
   * @throws CommerceError not_found, invalid_input, status_not_allowed
   */
  async function start(
    id: string,
    { phase, dialect: chosen }: { phase: ImportPhase; dialect: DialectName | null },
    by: string
  ): Promise<ImportFile> {
    await giveUpSilent();
    const turn = await database.transaction(async (trx) => {
      const file = await lockImportFile(trx, id);
      if (!file) throw notFound();
      const dialect = chosen ?? file.dialect;
      if (!dialect) throw invalidInput('dialect', 'Choose what kind of file it is.');
      checkStart(file, phase, dialect);
      const other = await findRunningImport(trx);
      if (other !== null) throw busy(other);
      await beginImport(trx, file, { phase, dialect, by, at: clock() });
      return { id, attempt: file.attempt + 1, dialect };
    });
    shop.detached(() => {
      const tools = { database, importer: shop.importer(), clock, warn: shop.warn };
      const run = runImport(tools, turn, { phase, dialect: turn.dialect });
      running.add(run);
      void run.ended.then(() => running.delete(run));
    });
    return open(id);
  }

  /** What was imported until then stays. @throws CommerceError not_found */
  async function cancel(id: string): Promise<ImportFile> {
    await database.write((db) => askToStop(db, id));
    return open(id);
  }

  /** All that was left out or noted, as CSV. @throws CommerceError not_found */
  async function writeReport(file: ImportFile, stream: Writable): Promise<void> {
    const report = file.phase === 'import' ? file.imported : file.checked;
    const failed = (report?.failed ?? []).map(({ line, message }) => ({
      line: String(line),
      kind: 'left out',
      message: guardFormula(message),
    }));
    const notes = (report?.notes ?? []).map((note) => ({
      line: '',
      kind: 'note',
      message: guardFormula(note),
    }));
    await writeCsv({ stream }, WANTED_COLUMNS, each([...failed, ...notes]));
  }

  const giveUpSilent = () =>
    database.write((db) => {
      const now = clock();
      return interruptSilent(db, new Date(now.getTime() - SILENT_MS), now);
    });

  /** Before the server ends: what it imports is interrupted, and can be started again at once. */
  async function stop(): Promise<void> {
    for (const run of running) run.interrupt();
    await Promise.all([...running].map(({ ended }) => ended));
  }

  return {
    mostBytes: MOST_BYTES,
    /** A small file of each kind, to begin with. */
    examples: IMPORT_EXAMPLES,
    upload,
    list,
    open,
    start,
    cancel,
    writeReport,
    stop,
  };
}

async function* each<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  yield* items;
}

const notFound = () => new CommerceError('not_found', 'There is no such import (any more)');

const busy = (filename: string) =>
  new CommerceError(
    'status_not_allowed',
    `One file is imported at a time: wait for ${filename}, or cancel it.`
  );
