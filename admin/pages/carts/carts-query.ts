import type { CartStateDto } from '../../../server/contracts/cart-desk';
import type { CartsQuery } from '../../api/carts';
import type { StatusWord } from '../../status/status-words';
import type { TextKey } from '../../text/get-translation';

/** Anybody can type into an address, so anything may stand there. */
export type CartsAddress = Record<string, unknown>;

export const PAGE_SIZES = ['10', '20', '50', '100'];
export const DEFAULT_PAGE_SIZE = 20;
export const DEFAULT_SORT = 'activity:desc';

const SORTS = [
  'activity:desc',
  'activity:asc',
  'value:desc',
  'value:asc',
  'items:desc',
  'items:asc',
];

/** A list of carts in each state, and all of them. */
export const STATE_TABS: { state: CartStateDto | null; title: TextKey }[] = [
  { state: null, title: 'carts.state.all' },
  { state: 'open', title: 'carts.state.open' },
  { state: 'abandoned', title: 'carts.state.abandoned' },
  { state: 'checked_out', title: 'carts.state.checked-out' },
];

export const CART_STATE: Record<CartStateDto, StatusWord> = {
  open: { key: 'carts.badge.open', tone: 'secondary' },
  abandoned: { key: 'carts.badge.abandoned', tone: 'warning' },
  checked_out: { key: 'carts.badge.checked-out', tone: 'success' },
};

/** What is no filter of ours counts as none. */
export function cartsQuery(address: CartsAddress): CartsQuery {
  const { _q, state, sort } = address;
  const known = STATE_TABS.find((tab) => tab.state !== null && tab.state === state)?.state;
  return {
    page: positive(address['page']) ?? 1,
    pageSize: positive(address['pageSize']) ?? DEFAULT_PAGE_SIZE,
    ...(typeof _q === 'string' && _q.trim() !== '' && _q.length <= 255 ? { q: _q } : {}),
    ...(known ? { state: known } : {}),
    ...(typeof sort === 'string' && SORTS.includes(sort) ? { sort } : {}),
  };
}

function positive(value: unknown): number | null {
  const number = Number(value);
  return Number.isInteger(number) && number > 0 ? number : null;
}
