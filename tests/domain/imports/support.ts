import type { Dialect, DraftContext } from '../../../server/domain/imports/dialect';
import { matchColumns } from '../../../server/domain/imports/columns';
import type { ImportRow } from '../../../server/domain/imports/row';
import { readHtml } from '../../../server/services/imports/read-html';

export const context: DraftContext = {
  currency: 'EUR',
  slugify: (text) => text.toLowerCase().replace(/[^a-z0-9]+/g, '-'),
  readHtml,
};

/** Lines of a dialect, by heading; the first one is line 2 of its file. */
export function rowsOf(dialect: Dialect, ...lines: Record<string, string>[]): ImportRow[] {
  const header = [...new Set(lines.flatMap((line) => Object.keys(line)))];
  const { positions, locales } = matchColumns(header, { ...dialect, required: [] }, []);
  return lines.map((line, index) => ({
    line: index + 2,
    locales,
    heading: (column) => header[positions.get(column) ?? -1] ?? column,
    cell: (column) => {
      const position = positions.get(column);
      return position === undefined ? undefined : (line[header[position]!] ?? '');
    },
  }));
}

export const draftOf = (dialect: Dialect, ...lines: Record<string, string>[]) =>
  dialect.draftOf(rowsOf(dialect, ...lines), context);
