import { UIDS } from '../../content-types/uids';
import type {
  ProductHeadingDto,
  VariationEditDto,
  VariationTableDto,
} from '../../server/contracts/variation-table';
import { cartwrightApi } from './cartwright-api';

/** The Content Manager's: a save of the product there makes us read again, and a save here makes it read again. */
const productTags = (documentId: string) =>
  [
    { type: 'Document', id: `${UIDS.product}_${documentId}` },
    { type: 'Document', id: `${UIDS.productVariation}_LIST` },
  ] as const;

const productUrl = (documentId: string) => `/cartwright/products/${encodeURIComponent(documentId)}`;

const tableApi = cartwrightApi.injectEndpoints({
  endpoints: (build) => ({
    findProduct: build.query<ProductHeadingDto, string>({
      query: productUrl,
      transformResponse: ({ data }: { data: ProductHeadingDto }) => data,
      providesTags: (_product, _error, documentId) => productTags(documentId).slice(0, 1),
    }),
    findVariationTable: build.query<VariationTableDto, string>({
      query: (documentId) => `${productUrl(documentId)}/variations`,
      transformResponse: ({ data }: { data: VariationTableDto }) => data,
      providesTags: (_table, _error, documentId) => productTags(documentId),
    }),
    saveVariationTable: build.mutation<
      VariationTableDto,
      { documentId: string; rows: VariationEditDto[] }
    >({
      query: ({ documentId, rows }) => ({
        url: `${productUrl(documentId)}/variations`,
        method: 'PUT',
        data: { rows },
      }),
      transformResponse: ({ data }: { data: VariationTableDto }) => data,
      invalidatesTags: (table) => (table ? ['Document'] : []),
    }),
  }),
});

export const { useFindProductQuery, useFindVariationTableQuery, useSaveVariationTableMutation } =
  tableApi;
