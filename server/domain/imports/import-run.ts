import { CommerceError } from '../errors';
import type { DialectName } from './dialect';
import type { ImportReport } from './report';

/** A check tells what an import would do. */
export const IMPORT_PHASES = ['check', 'import'] as const;

export type ImportPhase = (typeof IMPORT_PHASES)[number];

/** `interrupted`: its server ended. `failed`: the file cannot be read, or something broke. */
export type ImportState = 'waiting' | 'running' | 'done' | 'cancelled' | 'interrupted' | 'failed';

/** A report as it is kept: of a hundred thousand broken lines the first ones, and how many there were. */
export interface KeptReport extends ImportReport {
  failedCount: number;
}

/** A file that staff have brought, and what became of it. */
export interface ImportFile {
  id: string;
  filename: string;
  size: number;
  dialect: DialectName | null;
  phase: ImportPhase | null;
  state: ImportState;
  /** How often it was begun: who began it earlier has nothing to say about it any more. */
  attempt: number;
  done: number;
  total: number;
  createdBy: string | null;
  startedBy: string | null;
  createdAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
  checked: KeptReport | null;
  imported: KeptReport | null;
  error: string | null;
}

/** The longest file: about a hundred thousand lines with their texts. */
export const MOST_BYTES = 32 * 1024 * 1024;

/** A server that has not been heard of for so long is gone, and what it imported is interrupted. */
export const SILENT_MS = 30_000;

const MOST_FAILED = 5000;

export function keptReport(report: ImportReport): KeptReport {
  return {
    ...report,
    failed: report.failed.slice(0, MOST_FAILED),
    failedCount: report.failed.length,
  };
}

/**
 * Whether it may begin: a file that is being read may not, and is imported only after a check of it as the same dialect
 * has ended.
 *
 * @throws CommerceError status_not_allowed
 */
export function checkStart(file: ImportFile, phase: ImportPhase, dialect: DialectName): void {
  if (file.state === 'running') {
    throw new CommerceError('status_not_allowed', 'This file is being read already.', {
      from: file.state,
      to: phase,
      allowed: [],
    });
  }
  const isChecked = file.checked !== null && file.dialect === dialect;
  if (phase === 'import' && !isChecked) {
    throw new CommerceError('status_not_allowed', 'Check the file first.', {
      from: file.state,
      to: phase,
      allowed: ['check'],
    });
  }
}
