/** One line of a file by the names that its dialect gives to its columns. */
export interface ImportRow {
  /** The line on which it begins, counted from 1 as editors of text do. */
  line: number;
  /** Undefined when the file has no such column: then it says nothing, and nothing is changed. */
  cell: (column: string) => string | undefined;
  /** What the file itself calls a column: the word that its reader knows. */
  heading: (column: string) => string;
  /** The other languages that the file has columns for. */
  locales?: readonly string[];
}

/** What is wrong with one line. Expected: it goes into the report and leaves out the line's product. */
export class RowError extends Error {
  override readonly name = 'RowError';

  constructor(
    readonly line: number,
    message: string,
    /** The other broken lines of the same product. */
    readonly others: readonly { line: number; message: string }[] = []
  ) {
    super(message);
  }
}

/** Runs all of them, so that the report names every broken line of a product and not only the first. */
export function readAll<Item, Result>(
  items: readonly Item[],
  read: (item: Item, index: number) => Result
): Result[] {
  const results: Result[] = [];
  const errors: RowError[] = [];
  for (const [index, item] of items.entries()) {
    try {
      results.push(read(item, index));
    } catch (error) {
      if (!(error instanceof RowError)) throw error;
      errors.push(error);
    }
  }
  const [first, ...others] = errors;
  if (first) throw new RowError(first.line, first.message, [...first.others, ...others]);
  return results;
}
