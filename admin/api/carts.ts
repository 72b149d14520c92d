import type { CartsPageDto, CartStateDto, WholeCartDto } from '../../server/contracts/cart-desk';
import { cartwrightApi } from './cartwright-api';

export interface CartsQuery {
  page: number;
  pageSize: number;
  q?: string;
  state?: CartStateDto;
  sort?: string;
}

const cartsApi = cartwrightApi.injectEndpoints({
  endpoints: (build) => ({
    findCarts: build.query<CartsPageDto, CartsQuery>({
      query: (params) => ({ url: '/cartwright/carts', config: { params } }),
    }),
    findCart: build.query<WholeCartDto, string>({
      query: (documentId) => `/cartwright/carts/${documentId}`,
      transformResponse: ({ data }: { data: WholeCartDto }) => data,
    }),
  }),
});

export const { useFindCartsQuery, useFindCartQuery } = cartsApi;
