import type { OrdersQuery } from '../../api/orders';
import { ORDER_PAYMENT_STATUS, ORDER_STATUS } from '../../status/status-words';

/** What stands in the address of the list, so that it can be kept, shared and gone back to. */
export interface OrdersAddress {
  page?: string | number;
  pageSize?: string | number;
  /** The host's search field writes under this name. */
  _q?: string;
  status?: string;
  paymentStatus?: string;
}

export const PAGE_SIZES = ['10', '20', '50', '100'];
export const DEFAULT_PAGE_SIZE = 20;

/** Anybody can type into an address: what is no filter of ours counts as none. */
export function ordersQuery(address: OrdersAddress): OrdersQuery {
  const { _q, status, paymentStatus } = address;
  return {
    page: positive(address.page) ?? 1,
    pageSize: positive(address.pageSize) ?? DEFAULT_PAGE_SIZE,
    ...(_q ? { q: _q } : {}),
    ...(isKeyOf(ORDER_STATUS, status) ? { status } : {}),
    ...(isKeyOf(ORDER_PAYMENT_STATUS, paymentStatus) ? { paymentStatus } : {}),
  };
}

export function isFiltered({ q, status, paymentStatus }: OrdersQuery): boolean {
  return [q, status, paymentStatus].some(Boolean);
}

function positive(value: unknown): number | null {
  const number = Number(value);
  return Number.isInteger(number) && number > 0 ? number : null;
}

function isKeyOf<Key extends string>(words: Record<Key, unknown>, value: unknown): value is Key {
  return typeof value === 'string' && Object.hasOwn(words, value);
}
