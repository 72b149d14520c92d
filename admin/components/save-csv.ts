import { saveFile } from './save-file';

/** A table for a spreadsheet, as the server wrote it. */
export function saveCsv(csv: string, filename: string): void {
  saveFile(new Blob([csv], { type: 'text/csv;charset=utf-8' }), `${filename}.csv`);
}
