import type { AdminOrderDto } from '../../server/contracts/orders';
import type { OrderEditDto } from '../../server/contracts/staff';
import { cartwrightApi } from './cartwright-api';
import { ordersApi, tagsOfStep } from './orders';
import type { ItemWish } from './staff-orders';

/** What is to be otherwise about an order; what is not named stays. */
export interface EditWish {
  /** Which edition of the order was looked at. */
  expectedRevision: number;
  /** 0 removes. */
  quantities?: { id: string; quantity: number }[];
  add?: ItemWish[];
  email?: string;
  billing?: AdminOrderDto['billing'];
  shipping?: AdminOrderDto['shipping'];
  instructions?: string | null;
  shippingOption?: string | null;
}

interface EditOf {
  documentId: string;
  wish: EditWish;
}

const editUrl = (documentId: string) => `/cartwright/orders/${documentId}/edit`;

const editApi = cartwrightApi.injectEndpoints({
  endpoints: (build) => ({
    /** A question, although it is posted. */
    previewEdit: build.query<OrderEditDto, EditOf>({
      query: ({ documentId, wish }) => ({
        url: `${editUrl(documentId)}/preview`,
        method: 'POST',
        data: wish,
      }),
      transformResponse: ({ data }: { data: OrderEditDto }) => data,
      keepUnusedDataFor: 0,
    }),
    applyEdit: build.mutation<OrderEditDto, EditOf & { key: string; expectedTotal: string }>({
      query: ({ documentId, wish, key, expectedTotal }) => ({
        url: editUrl(documentId),
        method: 'POST',
        data: { ...wish, expectedTotal },
        config: { headers: { 'Idempotency-Key': key } },
      }),
      transformResponse: ({ data }: { data: OrderEditDto }) => data,
      onQueryStarted: async ({ documentId }, { dispatch, queryFulfilled }) => {
        // A refusal is told by whoever asked.
        const answer = await queryFulfilled.catch(() => null);
        if (!answer) return;
        const { order } = answer.data;
        dispatch(ordersApi.util.updateQueryData('findOrder', documentId, () => order));
      },
      invalidatesTags: (_edit, error, { documentId }) => (error ? [] : tagsOfStep(documentId)),
    }),
  }),
});

export const { usePreviewEditQuery, useApplyEditMutation } = editApi;
