import type { BestSellersDto, RevenueFiguresDto } from '../../server/contracts/figures';
import { cartwrightApi } from './cartwright-api';

export interface BestSellersQuery {
  days: 7 | 30;
  by: 'units' | 'amount';
}

const figuresApi = cartwrightApi.injectEndpoints({
  endpoints: (build) => ({
    findRevenue: build.query<RevenueFiguresDto, undefined>({
      query: () => '/cartwright/figures/revenue',
      transformResponse: ({ data }: { data: RevenueFiguresDto }) => data,
    }),
    findBestSellers: build.query<BestSellersDto, BestSellersQuery>({
      query: (params) => ({ url: '/cartwright/figures/best-sellers', config: { params } }),
      transformResponse: ({ data }: { data: BestSellersDto }) => data,
    }),
  }),
});

export const { useFindRevenueQuery, useFindBestSellersQuery } = figuresApi;
