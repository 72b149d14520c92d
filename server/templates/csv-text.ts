import { stringify } from 'csv-stringify/sync';

/** How the reader's spreadsheet writes: where a comma is the decimal mark, a semicolon separates. */
export interface CsvMarks {
  decimalComma: boolean;
}

/**
 * A table as a CSV file that a spreadsheet opens as it is meant: a byte order mark, since Excel takes it for something
 * else than UTF-8 without one, and no cell that it could take for a formula.
 */
export function csvText(
  header: readonly string[],
  rows: readonly (readonly (string | null)[])[],
  { decimalComma }: CsvMarks
): string {
  return stringify([[...header], ...rows.map((row) => [...row])], {
    bom: true,
    delimiter: decimalComma ? ';' : ',',
    escape_formulas: true,
    record_delimiter: 'windows',
  });
}

/** A number as its reader writes it. */
export const csvNumber = (text: string, { decimalComma }: CsvMarks) =>
  decimalComma ? text.replace('.', ',') : text;
