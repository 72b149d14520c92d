/**
 * Rows in one statement. SQLite allows 32,766 values in a statement, MySQL a packet of 16 MB; a hundred rows
 * of twenty columns are far from both, and 250 variations are three statements.
 */
const ROWS = 100;

export function inChunks<Item>(items: readonly Item[]): Item[][] {
  return Array.from({ length: Math.ceil(items.length / ROWS) }, (_, index) =>
    items.slice(index * ROWS, (index + 1) * ROWS)
  );
}
