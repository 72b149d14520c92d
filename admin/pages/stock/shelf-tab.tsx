import { Box, Flex, Typography } from '@strapi/design-system';
import { Pagination, SearchInput, useQueryParams } from '@strapi/strapi/admin';
import { useState } from 'react';

import type { StockShelf } from '../../../server/contracts/stock';
import { useFindStockQuery } from '../../api/stock';
import { LoadError } from '../../components/load-error';
import { Notice } from '../../components/notice';
import { ADJUST_STOCK } from '../../permissions';
import { useGranted } from '../../shop/use-granted';
import { useText } from '../../text/use-text';
import { AdjustStock } from './adjust-stock';
import { NoStock } from './no-stock';
import { DEFAULT_PAGE_SIZE, PAGE_SIZES, type StockAddress, stockQuery } from './stock-address';
import { StockTable } from './stock-table';

/** One shelf: what stands on it, and what can be done with it. */
export function ShelfTab({ shelf }: { shelf: StockShelf }) {
  const text = useText();
  const [{ query: address }] = useQueryParams<StockAddress>();
  const query = stockQuery(address, shelf);
  const { data, error, isError, isFetching, refetch } = useFindStockQuery(query, {
    refetchOnMountOrArgChange: true,
  });
  const [chosenIds, setChosen] = useState<string[]>([]);
  const mayAdjust = useGranted()(ADJUST_STOCK) && data?.meta.ownInventory === false;
  // What is not on the page cannot be seen, and is not changed.
  const chosen = (data?.data ?? []).filter(({ documentId }) => chosenIds.includes(documentId));
  const pagination = data?.meta.pagination;

  return (
    <Flex direction="column" alignItems="stretch" gap={4} aria-busy={isFetching}>
      {data?.meta.ownInventory && <Notice tone="info">{text('stock.own-inventory')}</Notice>}
      {shelf === 'low' && data?.meta.lowStockThreshold === null && (
        <Notice tone="info">{text('stock.no-threshold')}</Notice>
      )}
      <Flex gap={4} wrap="wrap" justifyContent="space-between" minHeight="4rem">
        <Flex gap={4} wrap="wrap">
          <SearchInput label={text('stock.search')} placeholder={text('stock.search-hint')} />
          <Typography textColor="neutral600" aria-live="polite">
            {pagination && !isError && text('stock.found', { count: pagination.total })}
          </Typography>
        </Flex>
        {mayAdjust && chosen.length > 0 && (
          <Flex gap={4}>
            <Typography textColor="neutral600" aria-live="polite">
              {text('stock.chosen', { count: chosen.length })}
            </Typography>
            <AdjustStock rows={chosen} label={text('stock.adjust-chosen')} />
          </Flex>
        )}
      </Flex>
      {isError ? (
        <LoadError error={error} retry={refetch} isRetrying={isFetching} />
      ) : data?.data.length === 0 && !isFetching ? (
        <NoStock shelf={shelf} isFiltered={Boolean(query.q)} />
      ) : (
        <StockTable
          rows={data?.data ?? null}
          threshold={data?.meta.lowStockThreshold ?? null}
          choice={mayAdjust ? { chosenIds, setChosen } : null}
        />
      )}
      {pagination && !isError && pagination.total > 0 && (
        <Box>
          <Pagination.Root {...pagination} defaultPageSize={DEFAULT_PAGE_SIZE}>
            <Pagination.PageSize options={PAGE_SIZES} />
            <Pagination.Links />
          </Pagination.Root>
        </Box>
      )}
    </Flex>
  );
}
