import { EmptyStateLayout, LinkButton, Typography } from '@strapi/design-system';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { Layouts, Page, Pagination, SearchInput, useQueryParams } from '@strapi/strapi/admin';
import { Link } from 'react-router-dom';

import { useFindCartsQuery } from '../../api/carts';
import { LoadError } from '../../components/load-error';
import { TabLink, TabLinks } from '../../components/tab-link';
import { useFormats } from '../../text/use-formats';
import { useText } from '../../text/use-text';
import {
  type CartsAddress,
  cartsQuery,
  DEFAULT_PAGE_SIZE,
  PAGE_SIZES,
  STATE_TABS,
} from './carts-query';
import { CartsTable } from './carts-table';

export function CartsPage() {
  const text = useText();
  const { amount } = useFormats();
  const [{ query: address }] = useQueryParams<CartsAddress>();
  const query = cartsQuery(address);
  const { data, error, isError, isFetching, refetch } = useFindCartsQuery(query, {
    refetchOnMountOrArgChange: true,
  });
  const meta = data?.meta;
  const searchOf = (fields: Record<string, string | undefined>) => {
    const { q, state, sort } = query;
    const kept = Object.entries({ _q: q, state, sort, ...fields });
    const named = kept.filter((pair): pair is [string, string] => Boolean(pair[1]));
    return `?${new URLSearchParams(named).toString()}`;
  };

  return (
    <Page.Main aria-busy={isFetching}>
      <Page.Title>{text('carts.title')}</Page.Title>
      <Layouts.Header
        title={text('carts.title')}
        subtitle={
          <Typography tag="p" variant="epsilon" textColor="neutral600" aria-live="polite">
            {meta && !isError
              ? text('carts.found', {
                  count: meta.pagination.total,
                  value: amount(meta.value, meta.currency),
                })
              : text('carts.subtitle')}
          </Typography>
        }
      />
      <Layouts.Action
        startActions={
          <SearchInput label={text('carts.search')} placeholder={text('carts.search-hint')} />
        }
      />
      <Layouts.Content>
        <TabLinks label={text('carts.states')}>
          {STATE_TABS.map(({ state, title }) => (
            <TabLink
              key={title}
              to={{ search: searchOf({ state: state ?? undefined }) }}
              aria-current={(query.state ?? null) === state ? 'page' : undefined}
            >
              {text(title)}
            </TabLink>
          ))}
        </TabLinks>
        {isError ? (
          <LoadError error={error} retry={refetch} isRetrying={isFetching} />
        ) : data?.data.length === 0 && !isFetching ? (
          <NoCarts isFiltered={Boolean(query.q ?? query.state)} />
        ) : (
          <CartsTable
            carts={data?.data ?? []}
            isLoading={!data}
            query={query}
            searchOf={searchOf}
          />
        )}
        {meta && !isError && (
          <Pagination.Root {...meta.pagination} defaultPageSize={DEFAULT_PAGE_SIZE}>
            <Pagination.PageSize options={PAGE_SIZES} />
            <Pagination.Links />
          </Pagination.Root>
        )}
      </Layouts.Content>
    </Page.Main>
  );
}

function NoCarts({ isFiltered }: { isFiltered: boolean }) {
  const text = useText();
  const icon = <EmptyDocuments width="16rem" />;
  if (!isFiltered) {
    return <EmptyStateLayout hasRadius icon={icon} content={text('carts.none-yet')} />;
  }
  return (
    <EmptyStateLayout
      hasRadius
      icon={icon}
      content={text('carts.none-match')}
      action={
        <LinkButton tag={Link} variant="secondary" to={{ search: '' }}>
          {text('carts.show-all')}
        </LinkButton>
      }
    />
  );
}
