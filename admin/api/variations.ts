import { UIDS } from '../../content-types/uids';
import { cartwrightApi } from './cartwright-api';

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

export interface VariationsPage {
  results: VariationRow[];
  pagination: { total: number };
}

/** As many as the Content Manager gives at once. */
const MOST = 100;

const documents = (uid: string, ids: string[]) =>
  ids.map((id) => ({ type: 'Document' as const, id: `${uid}_${id}` }));

const variationsApi = cartwrightApi.injectEndpoints({
  endpoints: (build) => ({
    findVariations: build.query<VariationsPage, string>({
      query: (productDocumentId) => ({
        url: `/content-manager/collection-types/${UIDS.productVariation}`,
        config: {
          params: {
            filters: { productDocumentId: { $eq: productDocumentId } },
            sort: 'position:ASC',
            pageSize: MOST,
          },
        },
      }),
      // A save of the product changes its variations, as does one of theirs.
      providesTags: (page, _error, productDocumentId) => [
        ...documents(UIDS.product, [productDocumentId, 'LIST']),
        ...documents(UIDS.productVariation, [
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
        documents(UIDS.productOption, [
          'LIST',
          ...(options ?? []).map(({ documentId }) => documentId),
        ]),
    }),
  }),
});

export const { useFindVariationsQuery, useFindOptionsQuery } = variationsApi;
