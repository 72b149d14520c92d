import type { AdminOrderDto } from '../../server/contracts/orders';
import type { RefundDto } from '../../server/contracts/staff';
import type { ApiError } from './api-error';
import { cartwrightApi } from './cartwright-api';
import { ordersApi, tagsOfStep } from './orders';

interface StepOf {
  documentId: string;
}

/** Made once only, however often it is asked for under the same key. */
interface KeyedStep extends StepOf {
  key: string;
}

export interface Tracking {
  carrier: string | null;
  trackingNumber: string | null;
  trackingUrl: string | null;
}

export interface Parcel extends Tracking {
  items: { id: string; quantity: number }[];
}

/** What is to be given back: one of `all`, `amount`, or `lines` and `shipping`. */
export interface RefundWish {
  all?: true;
  amount?: string;
  lines?: { id: string; quantity: number }[];
  shipping?: true;
  restock: boolean;
}

interface Answer {
  data: AdminOrderDto;
}

const orderUrl = (documentId: string) => `/cartwright/orders/${documentId}`;

const stepsApi = cartwrightApi.injectEndpoints({
  endpoints: (build) => {
    /** A step that answers with the order after it, which is shown at once. */
    const step = <Wish extends StepOf & { key?: string }>(
      path: (wish: Wish) => string,
      body: (wish: Wish) => object = () => ({}),
      method: 'POST' | 'PUT' = 'POST'
    ) =>
      build.mutation<AdminOrderDto, Wish>({
        query: (wish) => ({
          url: `${orderUrl(wish.documentId)}/${path(wish)}`,
          method,
          data: body(wish),
          config: wish.key ? { headers: { 'Idempotency-Key': wish.key } } : {},
        }),
        transformResponse: ({ data }: Answer) => data,
        onQueryStarted: async ({ documentId }, { dispatch, queryFulfilled }) => {
          // A refusal is told by whoever asked.
          const answer = await queryFulfilled.catch(() => null);
          if (answer) {
            dispatch(ordersApi.util.updateQueryData('findOrder', documentId, () => answer.data));
          }
        },
        // Also after a refusal: somebody else may have been faster.
        invalidatesTags: (_order, _error, { documentId }) => tagsOfStep(documentId),
      });

    return {
      markOrderAsPaid: step<StepOf>(() => 'mark-as-paid'),
      shipParcel: step<KeyedStep & { parcel: Parcel }>(
        () => 'fulfilments',
        ({ parcel }) => parcel
      ),
      correctTracking: step<StepOf & { fulfilmentId: string; tracking: Tracking }>(
        ({ fulfilmentId }) => `fulfilments/${encodeURIComponent(fulfilmentId)}`,
        ({ tracking }) => tracking,
        'PUT'
      ),
      capturePayment: step<StepOf & { paymentId: string; amount: string }>(
        ({ paymentId }) => `payments/${paymentId}/capture`,
        ({ amount }) => ({ amount })
      ),
      voidPayment: step<StepOf & { paymentId: string }>(
        ({ paymentId }) => `payments/${paymentId}/void`
      ),
      requestPayment: step<StepOf>(() => 'payment-link'),
      /** A question, although it is posted. */
      previewRefund: build.query<RefundDto, StepOf & { wish: RefundWish }>({
        query: ({ documentId, wish }) => ({
          url: `${orderUrl(documentId)}/refunds/preview`,
          method: 'POST',
          data: wish,
        }),
        transformResponse: ({ data }: { data: RefundDto }) => data,
        keepUnusedDataFor: 0,
      }),
      giveRefund: step<KeyedStep & { wish: RefundWish; reason: string | null }>(
        () => 'refunds',
        ({ wish, reason }) => ({ ...wish, reason })
      ),
      cancelOrder: step<StepOf & { reason: string | null }>(
        () => 'cancel',
        ({ reason }) => ({ reason })
      ),
      addNote: step<StepOf & { note: string }>(
        () => 'notes',
        ({ note }) => ({ note })
      ),
      issueInvoice: step<StepOf>(() => 'invoice'),
      issueCreditNote: step<StepOf & { refundId: string }>(
        ({ refundId }) => `credit-notes/${encodeURIComponent(refundId)}`
      ),
    };
  },
});

/** How every step is answered. */
export type StepAnswer = { data: unknown } | { error: ApiError };

export const {
  useMarkOrderAsPaidMutation,
  useShipParcelMutation,
  useCorrectTrackingMutation,
  useCapturePaymentMutation,
  useVoidPaymentMutation,
  useRequestPaymentMutation,
  usePreviewRefundQuery,
  useGiveRefundMutation,
  useCancelOrderMutation,
  useAddNoteMutation,
  useIssueInvoiceMutation,
  useIssueCreditNoteMutation,
} = stepsApi;
