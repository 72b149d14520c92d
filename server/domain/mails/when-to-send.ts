import type { Order } from '../orders/order';
import { isSecured } from '../orders/secured';
import type { Mail } from './mail';

/** What is known beside the order itself. */
export interface MailFacts {
  /** Whether the money of this order comes outside the shop, so that nobody waits for it. */
  offline: boolean;
  /** The receipt of the same order; null where the shop sends none. */
  receipt: Pick<Mail, 'status' | 'sentAt'> | null;
}

const SOON = 60_000;

/**
 * Whether a mail has a reason now. A receipt waits for the money of a card: nobody is thanked for an order that was
 * declined. It waits for an answer that is under way, too, so that it can say that the order is paid. That the money has
 * come is told only to whoever had a receipt that did not say so yet.
 */
export function whenToSend(
  { kind, reference, createdAt }: Mail,
  order: Order,
  { offline, receipt }: MailFacts
): 'now' | 'later' | 'never' {
  const cancelled = order.status === 'cancelled';
  switch (kind) {
    case 'receipt':
      if (cancelled) return 'never';
      return hasReceipt(order, offline) ? 'now' : 'later';
    case 'paymentReceived':
      if (cancelled) return 'never';
      if (!receipt) return isLater(createdAt, order.placedAt) ? 'now' : 'never';
      if (receipt.status === 'waiting') return 'later';
      return receipt.sentAt && receipt.sentAt >= createdAt ? 'never' : 'now';
    case 'shipped':
      return order.fulfilments.some(({ id }) => id === reference) ? 'now' : 'never';
    case 'refunded':
      return order.refunds.some(({ id }) => id === reference) ? 'now' : 'never';
    case 'cancelled':
      return cancelled ? 'now' : 'never';
    case 'paymentLink':
      return !cancelled && order.paymentStatus !== 'paid' ? 'now' : 'never';
    case 'abandonedCart':
      return 'never';
  }
}

/** Whether the order is one that a receipt can be written for. */
export function hasReceipt(order: Order, offline: boolean): boolean {
  if (order.status === 'cancelled') return false;
  // An attempt that was given up, whose answer may come yet, is nothing that a receipt waits for.
  const isAsked = order.payments.some(
    ({ askedAt, status }) => askedAt !== null && status !== 'cancelled'
  );
  return !isAsked && (offline || isSecured(order));
}

/** Where no receipt says when it was written, what comes with the order counts as known. */
const isLater = (at: Date, placedAt: Date) => at.getTime() - placedAt.getTime() > SOON;

/** How long a mail waits that has no reason yet: a few seconds for a young one, minutes for an old one. */
export function waitAgain({ createdAt }: Pick<Mail, 'createdAt'>, now: Date): Date {
  const age = now.getTime() - createdAt.getTime();
  return new Date(now.getTime() + Math.min(Math.max(age / 4, 5_000), 600_000));
}
