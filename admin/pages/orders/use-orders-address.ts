import { useQueryParams } from '@strapi/strapi/admin';
import { useNavigate } from 'react-router-dom';

import { type Filters, filtersOf, type OrdersAddress } from './orders-query';

/** The filters that stand in the address, and the way to others; those begin at the first page. */
export function useOrdersAddress() {
  const [{ query: address }] = useQueryParams<OrdersAddress>();
  const navigate = useNavigate();
  const { pageSize, view } = address;
  const rest = {
    ...(typeof pageSize === 'string' ? { pageSize } : {}),
    ...(typeof view === 'string' ? { view } : {}),
  };
  return {
    address,
    filters: filtersOf(address),
    /** The saved view that was opened last; its filters may have been changed since. */
    view: typeof view === 'string' ? view : null,
    show: (filters: Filters) => navigate({ search: searchOf({ ...filters, ...rest }) }),
    /** Where a view is; without a name it is one that the shop brings. */
    viewLink: (filters: Filters, id?: string) => ({
      search: searchOf({ ...filters, ...(id ? { view: id } : {}) }),
    }),
  };
}

const searchOf = (fields: Record<string, string>) => {
  const search = new URLSearchParams(fields).toString();
  return search && `?${search}`;
};
