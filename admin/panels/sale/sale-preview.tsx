import { Flex } from '@strapi/design-system';
import { useMemo, useState } from 'react';

import { usePreviewSaleQuery } from '../../api/sale-preview';
import { PanelError } from '../panel-error';
import { PanelLoading } from '../panel-loading';
import { useFormRequest } from '../use-form-request';
import { AllRows } from './all-rows';
import { SaleFigures } from './sale-figures';
import { SaleInstant } from './sale-instant';
import { SaleRivals } from './sale-rivals';
import { SaleRows } from './sale-rows';
import { saleRequest } from './sale-request';
import { SaleWarnings } from './sale-warnings';

/** As many as are read beside a form; the others stand in the dialog. */
const FIRST_ROWS = 20;

export function SalePreview({ documentId }: { documentId: string | undefined }) {
  const { request, isSettled } = useFormRequest(saleRequest, documentId);
  const [at, setAt] = useState<string | null>(null);
  const form = useMemo(() => ({ ...request, at }), [request, at]);
  const { data, error, isFetching, refetch } = usePreviewSaleQuery(
    { ...form, page: 1, pageSize: FIRST_ROWS, show: 'all', q: '' },
    { refetchOnMountOrArgChange: true }
  );

  if (error) return <PanelError error={error} retry={refetch} isRetrying={isFetching} />;
  if (!data) return <PanelLoading />;
  return (
    <Flex
      direction="column"
      alignItems="stretch"
      gap={4}
      width="100%"
      aria-busy={isFetching || !isSettled}
    >
      <SaleFigures preview={data} />
      <SaleWarnings preview={data} />
      <SaleInstant chosen={at} shown={data.at} choose={setAt} />
      {data.rows.length > 0 && (
        <>
          <SaleRows preview={data} />
          <AllRows form={form} total={data.pagination.total} />
        </>
      )}
      <SaleRivals preview={data} />
    </Flex>
  );
}
