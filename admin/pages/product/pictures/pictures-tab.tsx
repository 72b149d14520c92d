import { Page } from '@strapi/strapi/admin';

import type { ProductHeadingDto } from '../../../../server/contracts/variation-table';
import { useFindProductPicturesQuery } from '../../../api/product-pictures';
import { LoadError } from '../../../components/load-error';
import { useText } from '../../../text/use-text';
import { PicturesEditor } from './pictures-editor';

/** The pictures of a product: which ones, in which order, described how, and on which variations. */
export function PicturesTab({ product: { documentId } }: { product: ProductHeadingDto }) {
  const text = useText();
  const { currentData, error, isFetching, refetch } = useFindProductPicturesQuery(documentId, {
    refetchOnMountOrArgChange: true,
  });
  if (currentData) {
    return (
      <PicturesEditor key={documentId} product={documentId} found={currentData} reload={refetch} />
    );
  }
  if (error) return <LoadError error={error} retry={refetch} isRetrying={isFetching} />;
  return <Page.Loading>{text('loading')}</Page.Loading>;
}
