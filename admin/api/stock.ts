import type {
  StockAdjustDto,
  StockMovementsDto,
  StockPageDto,
  StockRowDto,
  StockShelf,
  StockSort,
} from '../../server/contracts/stock';
import { cartwrightApi } from './cartwright-api';

export interface StockQuery {
  shelf: StockShelf;
  q?: string;
  sort?: StockSort;
  page: number;
  pageSize: number;
}

/** Days are `2026-07-01`. */
export interface MovementFilter {
  variation?: string;
  reason?: string;
  reference?: string;
  from?: string;
  to?: string;
}

export interface MovementsQuery extends MovementFilter {
  page: number;
  pageSize: number;
}

const TAG = 'CartwrightStock';

const stockApi = cartwrightApi.enhanceEndpoints({ addTagTypes: [TAG] }).injectEndpoints({
  endpoints: (build) => ({
    findStock: build.query<StockPageDto, StockQuery>({
      query: (params) => ({ url: '/cartwright/stock', config: { params } }),
      providesTags: [TAG],
    }),
    findMovements: build.query<StockMovementsDto, MovementsQuery>({
      query: (params) => ({ url: '/cartwright/stock/movements', config: { params } }),
      providesTags: [TAG],
    }),
    adjustStock: build.mutation<StockRowDto[], StockAdjustDto & { key: string }>({
      query: ({ key, ...data }) => ({
        url: '/cartwright/stock/adjust',
        method: 'POST',
        data,
        config: { headers: { 'Idempotency-Key': key } },
      }),
      transformResponse: ({ data }: { data: StockRowDto[] }) => data,
      // Also after a refusal: somebody else was faster. Products and their forms show the stock, too.
      invalidatesTags: [TAG, 'Document'],
    }),
  }),
});

export const { useFindStockQuery, useFindMovementsQuery, useAdjustStockMutation } = stockApi;
