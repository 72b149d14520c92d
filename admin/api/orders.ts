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

/** What shows one order. */
export const orderTag = (documentId: string) => ({ type: TYPE, id: documentId }) as const;

/** What is out of date after a step of an order. */
export const tagsOfStep = (documentId: string) => [LIST, orderTag(documentId)];

export const ordersApi = cartwrightApi.injectEndpoints({
  endpoints: (build) => ({
    findOrders: build.query<OrdersPage, OrdersQuery>({
      query: (params) => ({ url: '/cartwright/orders', config: { params } }),
      providesTags: [LIST],
    }),
    findOrder: build.query<AdminOrderDto, string>({
      query: (documentId) => `/cartwright/orders/${documentId}`,
      transformResponse: ({ data }: { data: AdminOrderDto }) => data,
      providesTags: (_order, _error, documentId) => [orderTag(documentId)],
    }),
  }),
});

export const { useFindOrdersQuery, useFindOrderQuery } = ordersApi;
