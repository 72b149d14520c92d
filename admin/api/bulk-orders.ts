import type {
  BulkResultDto,
  OrdersFileDto,
  PrintedOrdersDto,
} from '../../server/contracts/order-desk';
import { cartwrightApi } from './cartwright-api';
import { tagsOfStep } from './orders';

export type PrintedKind = 'packing-slip' | 'invoice';
export type FileRows = 'order' | 'item';

/** What the server takes in one request; see `server/validation/order-desk.ts`. */
export const MOST_PRINTED = 100;
export const MOST_NAMED = 1000;

const results = ({ data }: { data: BulkResultDto[] }) => data;
const tagsOf = (orders: readonly string[]) => orders.flatMap((id) => tagsOfStep(id));

const bulkApi = cartwrightApi.injectEndpoints({
  endpoints: (build) => ({
    /** Under the same key an order is shipped once, whichever others are asked for with it. */
    fulfilOrders: build.mutation<
      BulkResultDto[],
      { orders: string[]; carrier: string | null; key: string }
    >({
      query: ({ key, ...data }) => ({
        url: '/cartwright/orders/bulk/fulfil',
        method: 'POST',
        data,
        config: { headers: { 'Idempotency-Key': key } },
      }),
      transformResponse: results,
      invalidatesTags: (_results, _error, { orders }) => tagsOf(orders),
    }),
    issueInvoices: build.mutation<BulkResultDto[], { orders: string[] }>({
      query: (data) => ({ url: '/cartwright/orders/bulk/invoices', method: 'POST', data }),
      transformResponse: results,
      invalidatesTags: (_results, _error, { orders }) => tagsOf(orders),
    }),
    printOrders: build.mutation<PrintedOrdersDto, { orders: string[]; document: PrintedKind }>({
      query: (data) => ({ url: '/cartwright/orders/print', method: 'POST', data }),
      transformResponse: ({ data }: { data: PrintedOrdersDto }) => data,
    }),
    exportOrders: build.mutation<OrdersFileDto, { orders: string[]; rows: FileRows }>({
      query: (data) => ({ url: '/cartwright/orders/export', method: 'POST', data }),
      transformResponse: ({ data }: { data: OrdersFileDto }) => data,
    }),
  }),
});

export const {
  useFulfilOrdersMutation,
  useIssueInvoicesMutation,
  usePrintOrdersMutation,
  useExportOrdersMutation,
} = bulkApi;
