import { UIDS } from '../../content-types/uids';
import type { ProductPicturesDto, SavePicturesDto } from '../../server/contracts/product-pictures';
import { cartwrightApi } from './cartwright-api';
import { documentTags } from './document-tags';

const shownIn = (product: string) => [
  ...documentTags(UIDS.product, [product, 'LIST']),
  ...documentTags(UIDS.productImage, ['LIST']),
  ...documentTags(UIDS.productVariation, ['LIST']),
];

const picturesApi = cartwrightApi.injectEndpoints({
  endpoints: (build) => ({
    findProductPictures: build.query<ProductPicturesDto, string>({
      query: (product) => `/cartwright/products/${product}/pictures`,
      transformResponse: ({ data }: { data: ProductPicturesDto }) => data,
      providesTags: (_pictures, _error, product) => shownIn(product),
    }),
    saveProductPictures: build.mutation<
      ProductPicturesDto,
      { product: string; wish: SavePicturesDto }
    >({
      query: ({ product, wish }) => ({
        url: `/cartwright/products/${product}/pictures`,
        method: 'PUT',
        data: wish,
      }),
      transformResponse: ({ data }: { data: ProductPicturesDto }) => data,
      invalidatesTags: (saved, _error, { product }) => (saved ? shownIn(product) : []),
    }),
  }),
});

export const { useFindProductPicturesQuery, useSaveProductPicturesMutation } = picturesApi;
