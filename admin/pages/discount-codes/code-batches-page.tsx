import { EmptyStateLayout, LinkButton, Typography } from '@strapi/design-system';
import { Magic } from '@strapi/icons';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { Layouts, Page, Pagination, useQueryParams } from '@strapi/strapi/admin';
import { Link } from 'react-router-dom';

import { useFindCodeBatchesQuery } from '../../api/discount-code-tools';
import { LoadError } from '../../components/load-error';
import { CREATE_DISCOUNT_CODES } from '../../permissions';
import { useGranted } from '../../shop/use-granted';
import { useText } from '../../text/use-text';
import { CodeBatchesTable } from './code-batches-table';

const PAGE_SIZE = 20;
const PAGE_SIZES = ['10', '20', '50', '100'];

interface PageAddress {
  page?: string;
  pageSize?: string;
}

/** Codes that were generated together: to be found again, passed on, switched off or deleted. */
export function CodeBatchesPage() {
  const text = useText();
  const [{ query }] = useQueryParams<PageAddress>();
  const { data, error, isError, isFetching, refetch } = useFindCodeBatchesQuery(
    { page: Number(query.page) || 1, pageSize: Number(query.pageSize) || PAGE_SIZE },
    { refetchOnMountOrArgChange: true }
  );
  const pagination = data?.meta.pagination;

  return (
    <Page.Main aria-busy={isFetching}>
      <Page.Title>{text('codes.title')}</Page.Title>
      <Layouts.Header
        title={text('codes.title')}
        subtitle={
          <Typography tag="p" variant="epsilon" textColor="neutral600" aria-live="polite">
            {pagination && !isError
              ? text('codes.found', { count: pagination.total })
              : text('codes.subtitle')}
          </Typography>
        }
        primaryAction={<Generate />}
      />
      <Layouts.Content>
        {isError ? (
          <LoadError error={error} retry={refetch} isRetrying={isFetching} />
        ) : pagination?.total === 0 ? (
          <EmptyStateLayout
            hasRadius
            icon={<EmptyDocuments width="16rem" />}
            content={text('codes.none')}
            action={<Generate />}
          />
        ) : (
          <CodeBatchesTable batches={data?.data} />
        )}
        {pagination && !isError && pagination.total > 0 && (
          <Pagination.Root {...pagination} defaultPageSize={PAGE_SIZE}>
            <Pagination.PageSize options={PAGE_SIZES} />
            <Pagination.Links />
          </Pagination.Root>
        )}
      </Layouts.Content>
    </Page.Main>
  );
}

function Generate() {
  const text = useText();
  const isGranted = useGranted();
  if (!isGranted(CREATE_DISCOUNT_CODES)) return null;
  return (
    <LinkButton tag={Link} to="generate" startIcon={<Magic />}>
      {text('codes.generate')}
    </LinkButton>
  );
}
