import { UIDS } from '../../content-types/uids';
import { cartwrightApi } from './cartwright-api';
import { documentTags } from './document-tags';

/** A variation as the Content Manager sends it. */
export interface VariationRow {
  documentId: string;
  sku: string | null;
  optionKey: string | null;
  unitPrice: number | null;
  salePrice: number | null;
  saleFrom: string | null;
  saleTo: string | null;
  stock: number | null;
  isDefault: boolean | null;
  retired: boolean | null;
}

export interface OptionRow {
  documentId: string;
  type: string;
  name: string;
}

interface VariationsQuery {
  product: string;
  retired: boolean;
}

export interface VariationsPage {
  results: VariationRow[];
  pagination: { total: number };
}

/** As many as the Content Manager gives at once. */
const MOST = 100;

const variationsApi = cartwrightApi.injectEndpoints({
  endpoints: (build) => ({
    findVariations: build.query<VariationsPage, VariationsQuery>({
      query: ({ product, retired }) => ({
        url: `/content-manager/collection-types/${UIDS.productVariation}`,
        config: {
          params: {
            filters: { productDocumentId: { $eq: product }, retired: { $eq: retired } },
            sort: 'position:ASC',
            pageSize: MOST,
          },
        },
      }),
      // A save of the product changes its variations, as does one of theirs.
      providesTags: (page, _error, { product }) => [
        ...documentTags(UIDS.product, [product, 'LIST']),
        ...documentTags(UIDS.productVariation, [
          'LIST',
          ...(page?.results ?? []).map(({ documentId }) => documentId),
        ]),
      ],
    }),
    findOptions: build.query<OptionRow[], { documentIds: string[]; locale?: string }>({
      query: ({ documentIds, locale }) => ({
        url: `/content-manager/collection-types/${UIDS.productOption}`,
        config: {
          params: { filters: { documentId: { $in: documentIds } }, locale, pageSize: MOST },
        },
      }),
      transformResponse: ({ results }: { results: OptionRow[] }) => results,
      providesTags: (options) =>
        documentTags(UIDS.productOption, [
          'LIST',
          ...(options ?? []).map(({ documentId }) => documentId),
        ]),
    }),
  }),
});

export const { useFindVariationsQuery, useFindOptionsQuery } = variationsApi;
