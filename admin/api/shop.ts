import type { AdminShopDto } from '../../server/contracts/shop';
import { cartwrightApi } from './cartwright-api';

const shopApi = cartwrightApi.injectEndpoints({
  endpoints: (build) => ({
    /** What the screens need to know of the settings; an editor may change them. */
    findShop: build.query<AdminShopDto, undefined>({
      query: () => '/cartwright/shop',
      transformResponse: ({ data }: { data: AdminShopDto }) => data,
      providesTags: ['CartwrightShop'],
    }),
  }),
});

export const { useFindShopQuery } = shopApi;
