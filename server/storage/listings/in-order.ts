import type { Row } from './cards';

/** Rows of links in the order in which an editor put them. */
export function inOrder(rows: Row[]): Row[] {
  return [...rows].sort(
    (a, b) => Number(a.place ?? 0) - Number(b.place ?? 0) || Number(a.link) - Number(b.link)
  );
}
