import { EmptyStateLayout } from '@strapi/design-system';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { Page } from '@strapi/strapi/admin';

import type { ErasedDto } from '../../../server/contracts/customers';
import { useExportCustomerQuery } from '../../api/customers';
import { LoadError } from '../../components/load-error';
import { useText } from '../../text/use-text';
import { isKnown, keptOf } from './kept';
import { KeptData } from './kept-data';

interface FoundDataProps {
  email: string;
  onErased: (erased: ErasedDto) => void;
}

export function FoundData({ email, onErased }: FoundDataProps) {
  const text = useText();
  const { currentData, error, isFetching, refetch } = useExportCustomerQuery(email, {
    refetchOnMountOrArgChange: true,
  });
  if (error) return <LoadError error={error} retry={refetch} isRetrying={isFetching} />;
  if (!currentData) return <Page.Loading>{text('loading')}</Page.Loading>;
  if (isKnown(keptOf(currentData))) {
    return <KeptData email={email} data={currentData} onErased={onErased} />;
  }
  return (
    <EmptyStateLayout
      hasRadius
      icon={<EmptyDocuments width="16rem" />}
      content={text('customer-data.nothing', { email })}
    />
  );
}
