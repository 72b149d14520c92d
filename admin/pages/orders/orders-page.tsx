import { Flex, Typography } from '@strapi/design-system';
import { Layouts, Page, Pagination } from '@strapi/strapi/admin';

import { useFindOrdersQuery } from '../../api/orders';
import { LoadError } from '../../components/load-error';
import { useText } from '../../text/use-text';
import { CreateOrder } from '../new-order/create-order';
import { BulkBar } from './bulk/bulk-bar';
import { ExportOrders } from './bulk/export-orders';
import { useSelection } from './bulk/use-selection';
import { ActiveFilters, OrdersFilters } from './filters/orders-filters';
import { NoOrders } from './no-orders';
import { DEFAULT_PAGE_SIZE, isFiltered, ordersQuery, PAGE_SIZES } from './orders-query';
import { OrdersTable } from './orders-table';
import { useOrdersAddress } from './use-orders-address';
import { OrdersViews } from './views/orders-views';
import { SavedViews } from './views/saved-views';

export function OrdersPage() {
  const text = useText();
  const { address, filters } = useOrdersAddress();
  const query = ordersQuery(address, new Date());
  const { page: _, pageSize: __, ...question } = query;
  const { data, error, isError, isFetching, refetch } = useFindOrdersQuery(query, {
    refetchOnMountOrArgChange: true,
  });
  const selection = useSelection(JSON.stringify(filters));
  const pagination = data?.meta.pagination;
  const orders = data?.data ?? [];
  const found = data?.meta.more ? 'orders.found-more' : 'orders.found';

  return (
    <Page.Main aria-busy={isFetching}>
      <Page.Title>{text('orders.title')}</Page.Title>
      <Layouts.Header
        title={text('orders.title')}
        subtitle={
          <Typography tag="p" variant="epsilon" textColor="neutral600" aria-live="polite">
            {pagination && !isError
              ? text(found, { count: pagination.total })
              : text('orders.subtitle')}
          </Typography>
        }
        primaryAction={
          <Flex gap={2} wrap="wrap">
            <ExportOrders size="S" chosen={null} question={question} />
            <CreateOrder />
          </Flex>
        }
      />
      <OrdersFilters>
        <SavedViews />
      </OrdersFilters>
      <Layouts.Content>
        <OrdersViews />
        <ActiveFilters />
        {selection.chosen.size > 0 && (
          <BulkBar
            selection={selection}
            page={orders}
            question={question}
            total={pagination?.total ?? 0}
          />
        )}
        {isError ? (
          <LoadError error={error} retry={refetch} isRetrying={isFetching} />
        ) : data?.data.length === 0 && !isFetching ? (
          <NoOrders isFiltered={isFiltered(filters)} />
        ) : (
          <OrdersTable orders={orders} isLoading={!data} selection={selection} />
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
