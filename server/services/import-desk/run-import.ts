import type { DialectName } from '../../domain/imports/dialect';
import { isCommerceError } from '../../domain/errors';
import { type ImportPhase, type ImportState, keptReport } from '../../domain/imports/import-run';
import type { ImportReport } from '../../domain/imports/report';
import type { Database } from '../../storage/database';
import {
  beat,
  finishImport,
  readImportContent,
  type Turn,
} from '../../storage/imports/import-files';
import { asFile } from '../../storage/imports/temporary-file';

interface Progress {
  done: number;
  total: number;
}

/** What brings a file into the shop: the service `imports`. */
export interface Importer {
  guessDialect: (path: string) => Promise<DialectName | null>;
  importProducts: (request: {
    path: string;
    dialect: DialectName;
    dryRun: boolean;
    onProgress: (progress: Progress) => void;
    isStopped: () => boolean;
  }) => Promise<ImportReport>;
}

/** An import that this server is carrying out. */
export interface RunningImport {
  /** Has ended, and said so. Never fails. */
  ended: Promise<void>;
  /** Ends it after the product that is under way; whoever starts it again goes on from there. */
  interrupt: () => void;
}

const BEAT_MS = 1000;

/** Reads a file to its end, and says every second how far it is, where any server can read it. */
export function runImport(
  shop: {
    database: Database;
    importer: Importer;
    clock: () => Date;
    warn: (message: string) => void;
  },
  turn: Turn,
  { phase, dialect }: { phase: ImportPhase; dialect: DialectName }
): RunningImport {
  const { database, importer, clock, warn } = shop;
  let progress: Progress = { done: 0, total: 0 };
  let stopped: 'cancelled' | 'interrupted' | null = null;
  let beating: Promise<void> | null = null;

  async function beatOnce(): Promise<void> {
    try {
      const answer = await beat(database.read, turn, progress, clock());
      if (answer === 'stop') stopped ??= 'cancelled';
      // Another server has given it up, and may have begun it again.
      if (answer === 'lost') stopped ??= 'interrupted';
    } catch (error) {
      // The next beat may pass; without any, the others take it for interrupted.
      warn(`an import could not say that it goes on: ${String(error)}`);
    }
  }

  async function work(): Promise<{
    state: ImportState;
    report: ImportReport | null;
    error: string | null;
  }> {
    try {
      const content = await readImportContent(database.read, turn.id);
      const report = await asFile(content, (path) =>
        importer.importProducts({
          path,
          dialect,
          dryRun: phase === 'check',
          onProgress: (now) => {
            progress = now;
          },
          isStopped: () => stopped !== null,
        })
      );
      return { state: stopped ?? 'done', report, error: null };
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      if (!isCommerceError(error)) warn(`an import broke: ${message}`);
      return { state: stopped ?? 'failed', report: null, error: message };
    }
  }

  async function run(): Promise<void> {
    const timer = setInterval(() => {
      beating ??= beatOnce().finally(() => {
        beating = null;
      });
    }, BEAT_MS);
    const { state, report, error } = await work();
    clearInterval(timer);
    await beating;
    const kept = report && keptReport(report);
    const end = { state, phase, report: kept, error, progress, at: clock() };
    await database
      .write((db) => finishImport(db, turn, end))
      .catch((failure: unknown) => {
        warn(`the end of an import could not be written down: ${String(failure)}`);
      });
  }

  return {
    ended: run(),
    interrupt: () => {
      stopped ??= 'interrupted';
    },
  };
}
