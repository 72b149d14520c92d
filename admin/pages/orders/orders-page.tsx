import { Typography } from '@strapi/design-system';
import { Layouts, Page, Pagination, useQueryParams } from '@strapi/strapi/admin';

import { useFindOrdersQuery } from '../../api/orders';
import { LoadError } from '../../components/load-error';
import { useText } from '../../text/use-text';
import { NoOrders } from './no-orders';
import { OrdersFilters } from './orders-filters';
import {
  DEFAULT_PAGE_SIZE,
  type OrdersAddress,
  PAGE_SIZES,
  isFiltered,
  ordersQuery,
} from './orders-query';
import { OrdersTable } from './orders-table';

export function OrdersPage() {
  const text = useText();
  const [{ query: address }] = useQueryParams<OrdersAddress>();
  const query = ordersQuery(address);
  const { data, error, isError, isFetching, refetch } = useFindOrdersQuery(query, {
    refetchOnMountOrArgChange: true,
  });
  const pagination = data?.meta.pagination;

  return (
    <Page.Main aria-busy={isFetching}>
      <Page.Title>{text('orders.title')}</Page.Title>
      <Layouts.Header
        title={text('orders.title')}
        subtitle={
          <Typography tag="p" variant="epsilon" textColor="neutral600" aria-live="polite">
            {pagination && !isError
              ? text('orders.found', { count: pagination.total })
              : text('orders.subtitle')}
          </Typography>
        }
      />
      <OrdersFilters />
      <Layouts.Content>
        {isError ? (
          <LoadError error={error} retry={refetch} isRetrying={isFetching} />
        ) : data?.data.length === 0 && !isFetching ? (
          <NoOrders isFiltered={isFiltered(query)} />
        ) : (
          <OrdersTable orders={data?.data ?? []} isLoading={!data} />
        )}
        {pagination && !isError && (
          <Pagination.Root {...pagination} defaultPageSize={DEFAULT_PAGE_SIZE}>
            <Pagination.PageSize options={PAGE_SIZES} />
            <Pagination.Links />
          </Pagination.Root>
        )}
      </Layouts.Content>
    </Page.Main>
  );
}
