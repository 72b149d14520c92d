import type { CartLine } from './cart';

/** The lines of which there is more than before: new ones, and those with a higher quantity. */
export function grownLines(before: readonly CartLine[], after: readonly CartLine[]): CartLine[] {
  const quantities = new Map(before.map(({ id, quantity }) => [id, quantity]));
  return after.filter(({ id, quantity }) => quantity > (quantities.get(id) ?? 0));
}
