import type { OptionChoice } from '../catalogue/sellable';
import { escapeText, guardFormula, splitEscaped, unescapeText, withoutGuard } from './escaping';
import { type ImportRow, RowError } from './row';

/** What an option is called in another language. */
export interface OptionName {
  line: number;
  choice: OptionChoice;
  locale: string;
  name: string;
}

/** What a category is called in another language; its path is that of titles in the default one. */
export interface CategoryTitle {
  line: number;
  path: string[];
  locale: string;
  title: string;
}

/** Columns of our own dialect that exist in other languages only: the names themselves stand in `options` and `categories`. */
export const NAME_COLUMNS = ['options', 'categoryTitles'] as const;

/** `Size: Grand`: the options of the line as another language calls them. One that is not translated is not listed. */
export function readOptionNames(row: ImportRow, options: readonly OptionChoice[]): OptionName[] {
  return (row.locales ?? []).flatMap((locale) => {
    const column = `options:${locale}`;
    return linesOf(row.cell(column)).map((line): OptionName => {
      const [type, name] = readPair(row, column, line, 'Size: Grand');
      const same = (choice: OptionChoice) => choice.type.toLowerCase() === type.toLowerCase();
      const choice = options.find(same);
      if (choice) return { line: row.line, choice, locale, name };
      throw new RowError(row.line, `${column} names "${type}", which is not among the options.`);
    });
  });
}

/** `Clothing > Shirts: Chemises`: one category a line, by its path in the default language. */
export function readCategoryTitles(row: ImportRow): CategoryTitle[] {
  return (row.locales ?? []).flatMap((locale) => {
    const column = `categoryTitles:${locale}`;
    return linesOf(row.cell(column)).map((line): CategoryTitle => {
      const [path, title] = readPair(
        row,
        column,
        line,
        'Clothing > Shirts: Chemises',
        (text) => text
      );
      return { line: row.line, path: readCategoryPath(path), locale, title };
    });
  });
}

/** `Clothing > Shirts`; `\>` is part of a title. */
export function readCategoryPath(text: string): string[] {
  return splitEscaped(text, '>').map((title) => unescapeText(title.trim()));
}

export function optionNameLine(type: string, name: string): string {
  return guardFormula(`${escapeText(type, ':')}: ${escapeText(name)}`);
}

export function categoryTitleLine(path: readonly string[], title: string): string {
  const from = path.map((step) => escapeText(step, '>:')).join(' > ');
  return guardFormula(`${from}: ${escapeText(title)}`);
}

/** What nothing says is not translated; an empty cell therefore takes no translation away. */
function linesOf(cell: string | undefined): string[] {
  return (cell ?? '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => withoutGuard(line));
}

function readPair(
  row: ImportRow,
  column: string,
  line: string,
  example: string,
  readFirst = unescapeText
): [string, string] {
  const [first = '', ...rest] = splitEscaped(line, ':');
  const pair: [string, string] = [readFirst(first).trim(), unescapeText(rest.join(':')).trim()];
  if (pair.includes('')) {
    throw new RowError(row.line, `${column} "${line}" must be written as "${example}".`);
  }
  return pair;
}
