import { CommerceError } from '../errors';
import type { Dialect } from './dialect';

/** Where each column of a dialect stands in a file. */
export interface Columns {
  /** By our name, `title`, or in another language `title:de`. */
  positions: ReadonlyMap<string, number>;
  header: readonly string[];
  /** Other languages that there are columns for. */
  locales: string[];
  /** Headings that nothing is made of. */
  unused: string[];
}

/** Compared without regard to case and blanks. */
const folded = (heading: string) => heading.trim().toLowerCase();

/** @throws invalid_input when the file is not of this dialect, saying which one it looks like. */
export function matchColumns(
  header: readonly string[],
  dialect: Dialect,
  others: readonly Dialect[]
): Columns {
  const positions = new Map<string, number>();
  const unused: string[] = [];
  for (const [position, heading] of header.entries()) {
    const name = nameOf(heading, dialect);
    if (name === undefined || positions.has(name)) {
      if (heading.trim() !== '') unused.push(heading.trim());
    } else positions.set(name, position);
  }
  const missing = dialect.required.filter((name) => !positions.has(name));
  if (missing.length > 0) throw wrongDialect(header, dialect, missing, others);
  const suffixes = [...positions.keys()].flatMap((name) => name.split(':')[1] ?? []);
  return { positions, header, locales: [...new Set(suffixes)], unused };
}

/** Whether a file with this header can be read as the dialect. */
export function fitsDialect(header: readonly string[], dialect: Dialect): boolean {
  return dialect.required.every((name) =>
    header.some((heading) => nameOf(heading, dialect) === name)
  );
}

function nameOf(heading: string, { columns, translated = [] }: Dialect): string | undefined {
  const wanted = folded(heading);
  for (const [name, headings] of Object.entries(columns)) {
    if (headings.some((known) => folded(known) === wanted)) return name;
    const numbered = headings.find((known) => known.includes('#'));
    if (numbered !== undefined) {
      const [before = '', after = ''] = folded(numbered).split('#');
      const number = wanted.slice(before.length, wanted.length - after.length);
      const fits = wanted.startsWith(before) && wanted.endsWith(after) && /^\d{1,2}$/.test(number);
      if (fits) return name.replace('#', number);
    }
  }
  const [name = '', locale = ''] = heading.trim().split(':');
  const isTranslation = translated.includes(name) && /^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/.test(locale);
  return isTranslation ? `${name}:${locale}` : undefined;
}

function wrongDialect(
  header: readonly string[],
  dialect: Dialect,
  missing: readonly string[],
  others: readonly Dialect[]
): CommerceError {
  const headings = missing.map((name) => `"${dialect.columns[name]?.[0] ?? name}"`);
  const alike = others.find((other) => other.name !== dialect.name && fitsDialect(header, other));
  const hint = alike ? ` It looks like a file of the dialect "${alike.name}".` : '';
  return new CommerceError(
    'invalid_input',
    `The file is not of the dialect "${dialect.name}": the column ${headings.join(', ')} is missing.${hint}`,
    { path: 'dialect', missing: headings.join(', ') }
  );
}
