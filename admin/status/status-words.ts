import type { StatusVariant } from '@strapi/design-system';

import type { AdminOrderDto } from '../../server/contracts/orders';
import type { TextKey } from '../text/get-translation';

/** How a status is said and how loud it is. */
export interface StatusWord {
  key: TextKey;
  variant: StatusVariant;
}

type Words<Status extends string> = Record<Status, StatusWord>;

export const ORDER_STATUS: Words<AdminOrderDto['status']> = {
  open: { key: 'status.open', variant: 'secondary' },
  completed: { key: 'status.completed', variant: 'success' },
  cancelled: { key: 'status.cancelled', variant: 'neutral' },
};

export const ORDER_PAYMENT_STATUS: Words<AdminOrderDto['paymentStatus']> = {
  pending: { key: 'payment-status.pending', variant: 'warning' },
  authorized: { key: 'payment-status.authorized', variant: 'secondary' },
  paid: { key: 'payment-status.paid', variant: 'success' },
  partially_refunded: { key: 'payment-status.partially-refunded', variant: 'alternative' },
  refunded: { key: 'payment-status.refunded', variant: 'neutral' },
  failed: { key: 'payment-status.failed', variant: 'danger' },
  cancelled: { key: 'payment-status.cancelled', variant: 'neutral' },
};

export const FULFILMENT_STATUS: Words<AdminOrderDto['fulfilmentStatus']> = {
  unfulfilled: { key: 'fulfilment-status.unfulfilled', variant: 'warning' },
  partial: { key: 'fulfilment-status.partial', variant: 'secondary' },
  fulfilled: { key: 'fulfilment-status.fulfilled', variant: 'success' },
};

/** Of one payment, not of the order as a whole. */
export const PAYMENT_STATUS: Words<AdminOrderDto['payments'][number]['status']> = {
  pending: { key: 'payment-status.pending', variant: 'warning' },
  requires_action: { key: 'payment-status.requires-action', variant: 'warning' },
  authorized: { key: 'payment-status.authorized', variant: 'secondary' },
  paid: { key: 'payment-status.paid', variant: 'success' },
  declined: { key: 'payment-status.declined', variant: 'danger' },
  refunded: { key: 'payment-status.refunded', variant: 'neutral' },
  cancelled: { key: 'payment-status.cancelled', variant: 'neutral' },
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
};
