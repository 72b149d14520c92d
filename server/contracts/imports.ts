import type { DialectName } from '../domain/imports/dialect';
import type { ImportPhase, ImportState } from '../domain/imports/import-run';
import type { TimeText } from './money';

/** What an import did, or in a check what it would do, counted in products. */
export interface ImportReportDto {
  created: number;
  updated: number;
  unchanged: number;
  /** How many products were left out, and the first of them by their lines; a file has them all. */
  failed: { count: number; first: { line: number; message: string }[] };
  notes: { count: number; first: string[] };
}

/** A file of products that staff have brought, and what became of it. */
export interface ImportRunDto {
  id: string;
  filename: string;
  /** In bytes. */
  size: number;
  /** Null when its header fits none, and nobody has chosen one. */
  dialect: DialectName | null;
  /** What was begun last: a check changes nothing. */
  phase: ImportPhase | null;
  state: ImportState;
  /** Products of the file; 0 of 0 while it is read. */
  done: number;
  total: number;
  createdAt: TimeText;
  startedAt: TimeText | null;
  finishedAt: TimeText | null;
  /** Who began it, or brought it. */
  by: string | null;
  checked: ImportReportDto | null;
  imported: ImportReportDto | null;
  /** Why the file could not be read, or what broke. */
  error: string | null;
}

export interface ImportsDto {
  data: ImportRunDto[];
  /** The longest file, in bytes. */
  meta: { mostBytes: number };
}
