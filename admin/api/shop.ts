import type { AdminShopDto } from '../../server/contracts/shop';
import { cartwrightApi } from './cartwright-api';

const shopApi = cartwrightApi.injectEndpoints({
  endpoints: (build) => ({
    /** What the screens need to know of the settings; they change with a restart only. */
    findShop: build.query<AdminShopDto, undefined>({
      query: () => '/cartwright/shop',
      transformResponse: ({ data }: { data: AdminShopDto }) => data,
    }),
  }),
});

export const { useFindShopQuery } = shopApi;
