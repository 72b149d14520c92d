import type { ImportReportDto, ImportRunDto } from '../contracts/imports';
import type { ImportFile } from '../services/import-desk';

/** As many as anybody reads on a page; the file has them all. */
const SHOWN = 100;

export function presentImport(file: ImportFile): ImportRunDto {
  const { id, filename, size, dialect, phase, state, done, total, error } = file;
  return {
    ...{ id, filename, size, dialect, phase, state, done, total, error },
    createdAt: file.createdAt.toISOString(),
    startedAt: file.startedAt?.toISOString() ?? null,
    finishedAt: file.finishedAt?.toISOString() ?? null,
    by: file.startedBy ?? file.createdBy,
    checked: file.checked && presentReport(file.checked),
    imported: file.imported && presentReport(file.imported),
  };
}

function presentReport(report: NonNullable<ImportFile['checked']>): ImportReportDto {
  const { created, updated, unchanged, failed, failedCount, notes } = report;
  return {
    created,
    updated,
    unchanged,
    failed: { count: failedCount, first: failed.slice(0, SHOWN) },
    notes: { count: notes.length, first: notes.slice(0, SHOWN) },
  };
}
