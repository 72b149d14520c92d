import type { Sellable } from '../catalogue/sellable';

/**
 * The things with the units that an inventory of the site's own has told, in place of the shop's. What it was not asked
 * about counts as not counted: it is asked again, and keeps the units, before anything is ordered.
 */
export function withUnits(
  sellables: ReadonlyMap<string, Sellable>,
  told: ReadonlyMap<string, Sellable> | null
): ReadonlyMap<string, Sellable> {
  const entries = [...sellables].map(
    ([key, sellable]) => [key, { ...sellable, stock: told?.get(key)?.stock ?? null }] as const
  );
  return new Map(entries);
}
