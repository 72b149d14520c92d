import { UIDS } from '../../content-types/uids';
import type { PricesAtDto } from '../../server/contracts/prices-at';
import { cartwrightApi } from './cartwright-api';
import { documentTags } from './document-tags';

interface PricesQuery {
  product: string;
  /** undefined is now. */
  at: string | undefined;
}

const pricesApi = cartwrightApi.injectEndpoints({
  endpoints: (build) => ({
    findPricesAt: build.query<PricesAtDto, PricesQuery>({
      query: ({ product, at }) => ({
        url: `/cartwright/products/${product}/prices`,
        config: { params: { at } },
      }),
      transformResponse: ({ data }: { data: PricesAtDto }) => data,
      providesTags: (_prices, _error, { product }) => [
        ...documentTags(UIDS.product, [product]),
        ...documentTags(UIDS.productVariation, ['LIST']),
        ...documentTags(UIDS.sale, ['LIST']),
      ],
      keepUnusedDataFor: 0,
    }),
  }),
});

export const { useFindPricesAtQuery } = pricesApi;
