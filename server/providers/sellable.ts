import type { SellableMapping } from '../domain/catalogue/sellable-mapping';

export type { SellableMapping } from '../domain/catalogue/sellable-mapping';

/** Gives the functions of a mapping the type of the entry, such as `defineSellable<Course>({ … })`; changes nothing. */
export function defineSellable<Entry>(mapping: SellableMapping<Entry>): SellableMapping {
  return mapping;
}
