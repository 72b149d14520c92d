import { Box, EmptyStateLayout } from '@strapi/design-system';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { Page } from '@strapi/strapi/admin';

import type { ProductHeadingDto } from '../../../../server/contracts/variation-table';
import { useFindVariationTableQuery } from '../../../api/variation-table';
import { LoadError } from '../../../components/load-error';
import { useText } from '../../../text/use-text';
import { VariationTable } from './variation-table';

export function VariationTab({ product }: { product: ProductHeadingDto }) {
  const text = useText();
  const {
    currentData: table,
    error,
    isError,
    isFetching,
    refetch,
  } = useFindVariationTableQuery(product.documentId, { refetchOnMountOrArgChange: true });

  if (isError && !table) {
    return <LoadError error={error} retry={refetch} isRetrying={isFetching} />;
  }
  if (!table) return <Page.Loading>{text('loading')}</Page.Loading>;
  if (table.rows.length === 0) {
    return (
      <EmptyStateLayout
        hasRadius
        icon={<EmptyDocuments width="16rem" />}
        content={text('variation-table.none')}
      />
    );
  }
  return (
    <Box aria-busy={isFetching}>
      <VariationTable
        key={product.documentId}
        documentId={product.documentId}
        table={table}
        refetch={refetch}
      />
    </Box>
  );
}
