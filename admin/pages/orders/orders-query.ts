import type { OrdersQuery } from '../../api/orders';
import { FULFILMENT_STATUS, ORDER_PAYMENT_STATUS, ORDER_STATUS } from '../../status/status-words';

/** What stands in the address of the list, so that it can be kept, shared and gone back to. */
export const FILTERS = [
  // The host's search field writes under this name.
  '_q',
  'status',
  'paymentStatus',
  'fulfilmentStatus',
  'period',
  'from',
  'to',
  'totalFrom',
  'totalTo',
  'paymentMethod',
  'country',
  'discountCode',
  'toShip',
  'attention',
  'sort',
] as const;

export type FilterName = (typeof FILTERS)[number];

/** As they are written in an address, and kept in a view. */
export type Filters = Partial<Record<FilterName, string>>;

/** Anybody can type into an address, so anything may stand there. */
export type OrdersAddress = Record<string, unknown>;

export const PAGE_SIZES = ['10', '20', '50', '100'];
export const DEFAULT_PAGE_SIZE = 20;

export const PERIODS = ['today', 'week', 'month'] as const;
export const SORTS = [
  'placedAt:desc',
  'placedAt:asc',
  'number:desc',
  'number:asc',
  'total:desc',
  'total:asc',
];
export const DEFAULT_SORT = 'placedAt:desc';

const AMOUNT = /^(0|[1-9]\d{0,14})(\.\d{1,4})?$/;

const isDay = (value: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));
const isKeyOf = (words: object) => (value: string) => Object.hasOwn(words, value);
const isText = (value: string) => value.length <= 255;

/** What can be a filter's value; anything else counts as no filter. */
const FITS: Record<FilterName, (value: string) => boolean> = {
  _q: isText,
  status: isKeyOf(ORDER_STATUS),
  paymentStatus: isKeyOf(ORDER_PAYMENT_STATUS),
  fulfilmentStatus: isKeyOf(FULFILMENT_STATUS),
  period: (value) => (PERIODS as readonly string[]).includes(value),
  from: isDay,
  to: isDay,
  totalFrom: isAmount,
  totalTo: isAmount,
  paymentMethod: isText,
  country: (value) => /^[A-Z]{2}$/.test(value),
  discountCode: isText,
  toShip: (value) => value === 'true',
  attention: (value) => value === 'true',
  sort: (value) => SORTS.includes(value) && value !== DEFAULT_SORT,
};

export function isAmount(value: string): boolean {
  return AMOUNT.test(value);
}

/** The filters of an address, in a fixed order: two that mean the same are the same. */
export function filtersOf(address: OrdersAddress): Filters {
  const filters: Filters = {};
  for (const name of FILTERS) {
    const value = address[name];
    if (typeof value === 'string' && value.trim() !== '' && FITS[name](value)) {
      filters[name] = value;
    }
  }
  return filters;
}

export const sameFilters = (one: Filters, other: Filters) =>
  JSON.stringify(filtersOf(one)) === JSON.stringify(filtersOf(other));

/** The order of the list is no filter. */
export function isFiltered({ sort: _, ...filters }: Filters): boolean {
  return Object.keys(filters).length > 0;
}

/** What the server is asked for. Days begin where the editor is, as the times in the list do. */
export function questionOf(
  { _q, period, from, to, ...same }: Filters,
  now: Date
): Omit<OrdersQuery, 'page' | 'pageSize'> {
  const begin = period ? beginOf(period, now) : from && startOfDay(from);
  const end = !period && to ? startOfDay(to, 1) : null;
  return {
    ...same,
    ...(_q ? { q: _q } : {}),
    ...(begin ? { from: begin.toISOString() } : {}),
    ...(end ? { until: end.toISOString() } : {}),
  };
}

export function ordersQuery(address: OrdersAddress, now: Date): OrdersQuery {
  return {
    page: positive(address['page']) ?? 1,
    pageSize: positive(address['pageSize']) ?? DEFAULT_PAGE_SIZE,
    ...questionOf(filtersOf(address), now),
  };
}

function startOfDay(day: string, later = 0): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + later);
}

function beginOf(period: string, now: Date): Date {
  const [year, month, date] = [now.getFullYear(), now.getMonth(), now.getDate()];
  if (period === 'month') return new Date(year, month, 1);
  return new Date(year, month, period === 'week' ? date - 6 : date);
}

function positive(value: unknown): number | null {
  const number = Number(value);
  return Number.isInteger(number) && number > 0 ? number : null;
}
