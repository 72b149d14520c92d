import { Button, EmptyStateLayout, Flex, Typography } from '@strapi/design-system';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { Pagination, useQueryParams } from '@strapi/strapi/admin';

import { useFindMovementsQuery } from '../../api/stock';
import { DownloadButton } from '../../components/download-button';
import { LoadError } from '../../components/load-error';
import { useText } from '../../text/use-text';
import { MovementsFilters } from './movements-filters';
import { MovementsTable } from './movements-table';
import { movementsPath } from './movements-path';
import { DEFAULT_PAGE_SIZE, movementsQuery, PAGE_SIZES, type StockAddress } from './stock-address';

const NO_FILTERS: StockAddress = { reason: '', reference: '', from: '', to: '', page: 1 };

/** All that came and went, newest first. */
export function MovementsTab() {
  const text = useText();
  const [{ query: address }, setAddress] = useQueryParams<StockAddress>();
  const query = movementsQuery(address);
  const { data, error, isError, isFetching, refetch } = useFindMovementsQuery(query, {
    refetchOnMountOrArgChange: true,
  });
  const pagination = data?.meta.pagination;
  const { page: _page, pageSize: _pageSize, ...filter } = query;
  const isFiltered = Object.keys(filter).length > 0;

  return (
    <Flex direction="column" alignItems="stretch" gap={4} aria-busy={isFetching}>
      <Flex gap={4} wrap="wrap" justifyContent="space-between" alignItems="flex-end">
        <MovementsFilters />
        <DownloadButton
          label={text('stock.export')}
          path={movementsPath(filter)}
          filename="stock-movements.csv"
        />
      </Flex>
      <Typography textColor="neutral600" aria-live="polite">
        {pagination && !isError && text('stock.movements-found', { count: pagination.total })}
      </Typography>
      {isError ? (
        <LoadError error={error} retry={refetch} isRetrying={isFetching} />
      ) : data?.data.length === 0 && !isFetching ? (
        <EmptyStateLayout
          hasRadius
          icon={<EmptyDocuments width="16rem" />}
          content={text(isFiltered ? 'stock.no-movements-match' : 'stock.no-movements')}
          {...(isFiltered
            ? {
                action: (
                  <Button variant="secondary" onClick={() => setAddress(NO_FILTERS)}>
                    {text('stock.all-movements')}
                  </Button>
                ),
              }
            : {})}
        />
      ) : (
        <MovementsTable movements={data?.data ?? null} />
      )}
      {pagination && !isError && pagination.total > 0 && (
        <Pagination.Root {...pagination} defaultPageSize={DEFAULT_PAGE_SIZE}>
          <Pagination.PageSize options={PAGE_SIZES} />
          <Pagination.Links />
        </Pagination.Root>
      )}
    </Flex>
  );
}
