/** One row of a product: a language of it, drafted or published, with the documents of its ticked options. */
export interface TickedRow {
  id: number;
  locale: string;
  published: boolean;
  ticks: readonly string[];
}

/**
 * The row whose ticks count (rules 2.2): the draft of the default language, else another draft, else what is
 * published. Undefined for a product without rows.
 */
export function countingRow<Row extends Omit<TickedRow, 'ticks'>>(
  rows: readonly Row[],
  defaultLocale: string
): Row | undefined {
  const first = (published: boolean) =>
    rows.find((row) => row.published === published && row.locale === defaultLocale) ??
    rows.find((row) => row.published === published);
  return first(false) ?? first(true);
}

/**
 * The ticks that each row should have: drafts follow the counting row; published rows follow the published row of
 * its language, so that discarding a draft brings back what was ticked at the time of publishing.
 *
 * `copied` are rows that the host has just made from their counterpart (publish, discard). It drops options that
 * have no row in the language; they count as ticked all the same, or publishing would lose them.
 */
export function followTicks(
  rows: readonly TickedRow[],
  defaultLocale: string,
  copied: readonly number[] = []
): Map<number, readonly string[]> {
  const counterpart = (row: TickedRow) =>
    rows.find((other) => other.locale === row.locale && other.published !== row.published);
  const ticksOf = (row: TickedRow) =>
    (copied.includes(row.id) ? counterpart(row) : undefined)?.ticks ?? row.ticks;

  const counting = countingRow(rows, defaultLocale);
  if (!counting) return new Map();
  const published = rows.find((row) => row.published && row.locale === counting.locale);

  return new Map(
    rows.map((row) => [row.id, ticksOf(row.published && published ? published : counting)])
  );
}
