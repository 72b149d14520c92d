import type { DocumentDto } from '../../server/contracts/documents';
import { cartwrightApi } from './cartwright-api';
import { fetchFile } from './fetch-file';
import { orderTag } from './orders';

const documentsApi = cartwrightApi.injectEndpoints({
  endpoints: (build) => ({
    findOrderDocuments: build.query<DocumentDto[], string>({
      query: (documentId) => `/cartwright/orders/${documentId}/documents`,
      transformResponse: ({ data }: { data: DocumentDto[] }) => data,
      // A step of the order may issue one.
      providesTags: (_documents, _error, documentId) => [orderTag(documentId)],
    }),
  }),
});

export const { useFindOrderDocumentsQuery } = documentsApi;

/** A finished page or PDF of an order. */
export const fetchPrinted = (path: string) => fetchFile(`orders/${path}`);
