import type { StockShelf, StockSort } from '../../../server/contracts/stock';
import type { MovementsQuery, StockQuery } from '../../api/stock';

/** What stands in the address of the page, so that it can be kept, shared and gone back to. */
export interface StockAddress {
  page?: string | number;
  pageSize?: string | number;
  /** The host's search field writes under this name. */
  _q?: string;
  tab?: string;
  sort?: string;
  reason?: string;
  reference?: string;
  from?: string;
  to?: string;
}

export const SHELVES: StockShelf[] = ['all', 'low', 'out', 'uncounted'];

export type StockTab = StockShelf | 'movements';

export const PAGE_SIZES = ['10', '20', '50', '100'];
export const DEFAULT_PAGE_SIZE = 20;

const SORTS: StockSort[] = [
  'sku:asc',
  'sku:desc',
  'stock:asc',
  'stock:desc',
  'title:asc',
  'title:desc',
];

/** Anybody can type into an address: what is no tab of ours is the first one. */
export function tabOf({ tab }: StockAddress): StockTab {
  if (tab === 'movements') return tab;
  return SHELVES.find((shelf) => shelf === tab) ?? 'all';
}

export function stockQuery(address: StockAddress, shelf: StockShelf): StockQuery {
  const sort = SORTS.find((known) => known === address.sort);
  return {
    ...pageOf(address),
    shelf,
    ...(address._q ? { q: address._q } : {}),
    ...(sort ? { sort } : {}),
  };
}

export function movementsQuery(address: StockAddress): MovementsQuery {
  const { reason, reference } = address;
  const from = dayOf(address.from);
  const to = dayOf(address.to);
  return {
    ...pageOf(address),
    ...(reason ? { reason } : {}),
    ...(reference ? { reference } : {}),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
  };
}

/** A click on a heading: upwards first, then the other way round. */
export function sortBy(column: 'sku' | 'stock' | 'title', current: string | undefined): StockSort {
  return current === `${column}:asc` ? `${column}:desc` : `${column}:asc`;
}

function pageOf({ page, pageSize }: StockAddress) {
  return { page: positive(page) ?? 1, pageSize: positive(pageSize) ?? DEFAULT_PAGE_SIZE };
}

function positive(value: unknown): number | null {
  const number = Number(value);
  return Number.isInteger(number) && number > 0 ? number : null;
}

function dayOf(value: string | undefined): string | null {
  return value && /^\d{4}-\d\d-\d\d$/.test(value) ? value : null;
}
