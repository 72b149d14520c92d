import type { MovementFilter } from '../../api/stock';

/** Where the file of movements is, with the filter that is set. */
export function movementsPath(filter: MovementFilter): string {
  const query = new URLSearchParams(
    Object.entries(filter).filter((entry): entry is [string, string] => Boolean(entry[1]))
  ).toString();
  return `stock/movements.csv${query ? `?${query}` : ''}`;
}
