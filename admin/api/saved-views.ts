import type { SavedViewDto, SavedViewWishDto } from '../../server/contracts/saved-views';
import { cartwrightApi } from './cartwright-api';

const TAG = 'CartwrightOrderView';
const URL = '/cartwright/order-views';

const savedViewsApi = cartwrightApi.enhanceEndpoints({ addTagTypes: [TAG] }).injectEndpoints({
  endpoints: (build) => ({
    findSavedViews: build.query<SavedViewDto[], undefined>({
      query: () => URL,
      transformResponse: ({ data }: { data: SavedViewDto[] }) => data,
      providesTags: [TAG],
    }),
    keepView: build.mutation<SavedViewDto, SavedViewWishDto>({
      query: (data) => ({ url: URL, method: 'POST', data }),
      transformResponse: ({ data }: { data: SavedViewDto }) => data,
      invalidatesTags: [TAG],
    }),
    changeView: build.mutation<unknown, SavedViewWishDto & { id: string }>({
      query: ({ id, ...data }) => ({ url: `${URL}/${id}`, method: 'PUT', data }),
      invalidatesTags: [TAG],
    }),
    removeView: build.mutation<unknown, string>({
      query: (id) => ({ url: `${URL}/${id}`, method: 'DELETE' }),
      invalidatesTags: [TAG],
    }),
  }),
});

export const {
  useFindSavedViewsQuery,
  useKeepViewMutation,
  useChangeViewMutation,
  useRemoveViewMutation,
} = savedViewsApi;
