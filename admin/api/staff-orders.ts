import type { AdminOrderDto } from '../../server/contracts/orders';
import type { StaffOrderPreviewDto, ThingToSellDto } from '../../server/contracts/staff';
import { cartwrightApi } from './cartwright-api';
import { tagsOfStep } from './orders';

export interface ItemWish {
  type: string;
  documentId: string;
  quantity: number;
  data: ThingData;
}

/** What a line says of its own, such as an engraving. */
export type ThingData = AdminOrderDto['items'][number]['data'];

/** An order as staff take it down. */
export interface StaffOrderWish {
  account: string | null;
  email?: string;
  billing: AdminOrderDto['billing'];
  shipping: AdminOrderDto['shipping'] | null;
  sameAsBilling: boolean;
  instructions: string | null;
  shippingOption: string | null;
  paymentMethod: string | null;
  discountCode: string | null;
  items: ItemWish[];
}

const staffOrdersApi = cartwrightApi.injectEndpoints({
  endpoints: (build) => ({
    findThings: build.query<ThingToSellDto[], string>({
      query: (q) => ({ url: '/cartwright/sellables', config: { params: { q } } }),
      transformResponse: ({ data }: { data: ThingToSellDto[] }) => data,
      // Stock and prices are of this moment.
      keepUnusedDataFor: 0,
    }),
    /** A question, although it is posted. */
    previewStaffOrder: build.query<StaffOrderPreviewDto, StaffOrderWish>({
      query: (wish) => ({ url: '/cartwright/orders/preview', method: 'POST', data: wish }),
      transformResponse: ({ data }: { data: StaffOrderPreviewDto }) => data,
      keepUnusedDataFor: 0,
    }),
    placeStaffOrder: build.mutation<
      AdminOrderDto,
      { wish: StaffOrderWish; expectedTotal: string; key: string }
    >({
      query: ({ wish, expectedTotal, key }) => ({
        url: '/cartwright/orders',
        method: 'POST',
        data: { ...wish, expectedTotal },
        config: { headers: { 'Idempotency-Key': key } },
      }),
      transformResponse: ({ data }: { data: AdminOrderDto }) => data,
      invalidatesTags: (order) => (order ? tagsOfStep(order.documentId) : []),
    }),
  }),
});

export const { useFindThingsQuery, usePreviewStaffOrderQuery, usePlaceStaffOrderMutation } =
  staffOrdersApi;
