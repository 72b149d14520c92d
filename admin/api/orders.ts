import type {
  OrderChoicesDto,
  OrderNameDto,
  OrderQuestionDto,
} from '../../server/contracts/order-desk';
import type { AdminOrderDto } from '../../server/contracts/orders';
import { cartwrightApi } from './cartwright-api';

export interface OrdersQuery extends OrderQuestionDto {
  page: number;
  pageSize: number;
  sort?: string;
}

export interface OrdersPage {
  data: AdminOrderDto[];
  meta: {
    pagination: { page: number; pageSize: number; pageCount: number; total: number };
    /** There are more than were counted. */
    more: boolean;
  };
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
    /** Which orders fit, as far as they are named: for what is done to all of them. */
    findOrderNames: build.query<OrderNameDto[], Omit<OrdersQuery, 'page' | 'pageSize'>>({
      query: (params) => ({ url: '/cartwright/orders/names', config: { params } }),
      transformResponse: ({ data }: { data: OrderNameDto[] }) => data,
      keepUnusedDataFor: 0,
    }),
    findOrderChoices: build.query<OrderChoicesDto, undefined>({
      query: () => '/cartwright/orders/choices',
      transformResponse: ({ data }: { data: OrderChoicesDto }) => data,
    }),
    findOrder: build.query<AdminOrderDto, string>({
      query: (documentId) => `/cartwright/orders/${documentId}`,
      transformResponse: ({ data }: { data: AdminOrderDto }) => data,
      providesTags: (_order, _error, documentId) => [orderTag(documentId)],
    }),
  }),
});

export const {
  useFindOrdersQuery,
  useLazyFindOrderNamesQuery,
  useFindOrderChoicesQuery,
  useFindOrderQuery,
} = ordersApi;
