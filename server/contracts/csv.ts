/** A file for a spreadsheet. In an answer of its own, since the admin's client reads JSON from what it posts. */
export interface CsvDto {
  csv: string;
}
