import type { AdminOrderDto } from '../../server/contracts/orders';
import { cartwrightApi } from './cartwright-api';

export interface OrdersQuery {
  page: number;
  pageSize: number;
  /** Number, name, e-mail or SKU. */
  q?: string;
  status?: AdminOrderDto['status'];
  paymentStatus?: AdminOrderDto['paymentStatus'];
}

export interface OrdersPage {
  data: AdminOrderDto[];
  meta: { pagination: { page: number; pageSize: number; pageCount: number; total: number } };
}

const TYPE = 'CartwrightOrder';
const LIST = { type: TYPE, id: 'LIST' } as const;

const ordersApi = cartwrightApi.injectEndpoints({
  endpoints: (build) => ({
    findOrders: build.query<OrdersPage, OrdersQuery>({
      query: (params) => ({ url: '/cartwright/orders', config: { params } }),
      providesTags: [LIST],
    }),
    findOrder: build.query<AdminOrderDto, string>({
      query: (documentId) => `/cartwright/orders/${documentId}`,
      transformResponse: ({ data }: { data: AdminOrderDto }) => data,
      providesTags: (_order, _error, id) => [{ type: TYPE, id }],
    }),
    markOrderAsPaid: build.mutation<AdminOrderDto, string>({
      query: (documentId) => ({
        url: `/cartwright/orders/${documentId}/mark-as-paid`,
        method: 'POST',
      }),
      transformResponse: ({ data }: { data: AdminOrderDto }) => data,
      // Also after a refusal: somebody else may have been faster.
      invalidatesTags: (_order, _error, id) => [LIST, { type: TYPE, id }],
    }),
  }),
});

export const { useFindOrdersQuery, useFindOrderQuery, useMarkOrderAsPaidMutation } = ordersApi;
