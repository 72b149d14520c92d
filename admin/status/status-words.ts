import type { AdminOrderDto } from '../../server/contracts/orders';
import type { TextKey } from '../text/get-translation';

/** How a status is said and how loud it is. */
export interface StatusWord {
  key: TextKey;
  tone: 'success' | 'warning' | 'danger' | 'neutral' | 'secondary' | 'alternative';
}

type Words<Status extends string> = Record<Status, StatusWord>;

export const ORDER_STATUS: Words<AdminOrderDto['status']> = {
  open: { key: 'status.open', tone: 'secondary' },
  completed: { key: 'status.completed', tone: 'success' },
  cancelled: { key: 'status.cancelled', tone: 'neutral' },
};

export const ORDER_PAYMENT_STATUS: Words<AdminOrderDto['paymentStatus']> = {
  pending: { key: 'payment-status.pending', tone: 'warning' },
  authorized: { key: 'payment-status.authorized', tone: 'secondary' },
  paid: { key: 'payment-status.paid', tone: 'success' },
  partially_refunded: { key: 'payment-status.partially-refunded', tone: 'alternative' },
  refunded: { key: 'payment-status.refunded', tone: 'neutral' },
  failed: { key: 'payment-status.failed', tone: 'danger' },
  cancelled: { key: 'payment-status.cancelled', tone: 'neutral' },
};

export const FULFILMENT_STATUS: Words<AdminOrderDto['fulfilmentStatus']> = {
  unfulfilled: { key: 'fulfilment-status.unfulfilled', tone: 'warning' },
  partial: { key: 'fulfilment-status.partial', tone: 'secondary' },
  fulfilled: { key: 'fulfilment-status.fulfilled', tone: 'success' },
};

/** Of one payment, not of the order as a whole. */
export const PAYMENT_STATUS: Words<AdminOrderDto['payments'][number]['status']> = {
  pending: { key: 'payment-status.pending', tone: 'warning' },
  requires_action: { key: 'payment-status.requires-action', tone: 'warning' },
  authorized: { key: 'payment-status.authorized', tone: 'secondary' },
  paid: { key: 'payment-status.paid', tone: 'success' },
  declined: { key: 'payment-status.declined', tone: 'danger' },
  refunded: { key: 'payment-status.refunded', tone: 'neutral' },
  cancelled: { key: 'payment-status.cancelled', tone: 'neutral' },
};

export const REFUND_STATUS: Words<AdminOrderDto['refunds'][number]['status']> = {
  pending: { key: 'refund-status.pending', tone: 'warning' },
  done: { key: 'refund-status.done', tone: 'success' },
  refused: { key: 'refund-status.refused', tone: 'danger' },
};

/** The words of a step in an order's history. */
export const HISTORY_WORDS: Record<
  AdminOrderDto['history'][number]['step'],
  Partial<Record<string, StatusWord>>
> = {
  placed: ORDER_STATUS,
  status: ORDER_STATUS,
  payment: ORDER_PAYMENT_STATUS,
  fulfilment: FULFILMENT_STATUS,
  refund: REFUND_STATUS,
  edit: {},
  invoice: {},
  note: {},
};
