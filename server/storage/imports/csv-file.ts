import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import { parse } from 'csv-parse';
import { stringify } from 'csv-stringify';

import { CommerceError } from '../../domain/errors';

export interface CsvLine {
  /** On which it begins. A cell may hold line breaks, so this is not the number of the record. */
  line: number;
  cells: string[];
}

/** A line break within a cell: the parser counts the two characters of Windows as two. */
const BREAKS = /\r\n|\n|\r/g;
const WINDOWS_BREAKS = /\r\n/g;

/**
 * The lines of a CSV file one by one, the header first: UTF-8 with or without a byte order mark, any line ends, commas
 * or what the header uses instead. Empty lines are passed over.
 *
 * @throws invalid_input when the file cannot be read, or as CSV only up to a line: what is behind it means nothing.
 */
export async function* readCsv(path: string): AsyncGenerator<CsvLine> {
  const delimiter = await findDelimiter(path);
  const parser = parse({
    bom: true,
    delimiter,
    info: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    // A bare 12" in a cell is a length, not a mistake.
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
  });
  const stream = createReadStream(path);
  stream.on('error', (error) => parser.destroy(error));
  stream.pipe(parser);
  let countedTwice = 0;
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: string[];
      info: { lines: number };
    }>) {
      const breaks = count(record, BREAKS);
      countedTwice += count(record, WINDOWS_BREAKS);
      yield { line: info.lines - countedTwice - breaks, cells: record };
    }
  } catch (error) {
    throw unreadable(error);
  } finally {
    stream.destroy();
  }
}

const count = (cells: readonly string[], what: RegExp) =>
  cells.reduce((sum, cell) => sum + (cell.match(what)?.length ?? 0), 0);

/** What stands between the headings: spreadsheets of some countries write semicolons, others tabs. */
async function findDelimiter(path: string): Promise<string> {
  const file = await open(path).catch((error: unknown) => {
    throw unreadable(error);
  });
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(65_536), 0, 65_536, 0);
    const [header = ''] = buffer.toString('utf8', 0, bytesRead).split(/[\r\n]/);
    const times = (character: string) => header.split(character).length;
    return [';', '\t'].find((character) => times(character) > times(',')) ?? ',';
  } catch (error) {
    throw unreadable(error);
  } finally {
    await file.close();
  }
}

function unreadable(error: unknown): unknown {
  const { code = '', message, lines } = error as Error & { code?: string; lines?: number };
  if (code === 'ENOENT' || code === 'EISDIR' || code === 'EACCES') {
    return new CommerceError('invalid_input', `The file cannot be read: ${message}`, {
      path: 'path',
    });
  }
  if (!code.startsWith('CSV_')) return error;
  const where = lines === undefined ? '' : ` from line ${lines} on`;
  return new CommerceError(
    'invalid_input',
    `The file is not CSV${where}: ${message} Nothing was imported.`,
    { path: 'path', line: lines ?? null }
  );
}

/**
 * Writes lines as they come, at the pace of whoever reads. A file appears under its name when it is whole, so an
 * export that was interrupted leaves none that looks complete.
 */
export async function writeCsv(
  target: { path: string } | { stream: Writable },
  header: readonly string[],
  rows: AsyncIterable<Readonly<Record<string, string>>>
): Promise<void> {
  const writer = stringify({
    // Spreadsheets take a file without it for one of their country's old encoding.
    bom: true,
    columns: [...header],
    header: true,
    // Blanks at the ends and lone carriage returns must survive.
    quoted_match: /^\s|\s$|\r/,
  });
  if ('stream' in target) return pipeline(Readable.from(rows), writer, target.stream);

  const unfinished = `${target.path}.part`;
  try {
    await pipeline(Readable.from(rows), writer, createWriteStream(unfinished));
    await rename(unfinished, target.path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}
