import { UIDS } from '../../content-types/uids';
import type { CsvDto } from '../../server/contracts/csv';
import type { SalePreviewDto, SalePreviewRequest } from '../../server/contracts/sale-preview';
import { cartwrightApi } from './cartwright-api';
import { documentTags } from './document-tags';

const SEEN = [UIDS.sale, UIDS.product, UIDS.productVariation, UIDS.category];

const salePreviewApi = cartwrightApi.injectEndpoints({
  endpoints: (build) => ({
    /** A question, although it is posted: nothing is saved by it. */
    previewSale: build.query<SalePreviewDto, SalePreviewRequest>({
      query: (data) => ({ url: '/cartwright/sales/preview', method: 'POST', data }),
      transformResponse: ({ data }: { data: SalePreviewDto }) => data,
      keepUnusedDataFor: 0,
      providesTags: (_preview, _error, { sale }) =>
        SEEN.flatMap((uid) => documentTags(uid, ['LIST', ...(sale ? [sale] : [])])),
    }),
    salePreviewCsv: build.mutation<CsvDto, SalePreviewRequest>({
      query: (data) => ({ url: '/cartwright/sales/preview/csv', method: 'POST', data }),
      transformResponse: ({ data }: { data: CsvDto }) => data,
    }),
  }),
});

export const { usePreviewSaleQuery, useSalePreviewCsvMutation } = salePreviewApi;
