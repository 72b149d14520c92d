import type { Payment } from '../payments/payment';
import type { Order } from './order';
import { expiryOf } from './expiry';

/** Longer than any provider is waited for: whoever asked has had an answer, or is dead. */
export const PATIENCE_MS = 120_000;

/**
 * When somebody must look after an order by itself, if nobody else has: when its hold runs out, when an answer of a
 * provider is overdue, when something is to be asked again. null: there is nothing to wait for.
 */
export function nextCheck(order: Order): Date | null {
  const times = order.payments.flatMap((payment) => [...answersDue(payment), ...retries(payment)]);
  const expiry = expiryOf(order);
  if (expiry) times.push(expiry.getTime());
  return times.length === 0 ? null : new Date(Math.min(...times));
}

function answersDue({ askedAt }: Payment): number[] {
  return askedAt ? [askedAt.getTime() + PATIENCE_MS] : [];
}

function retries({ operations }: Payment): number[] {
  return operations.flatMap(({ status, retryAt }) =>
    status === 'asked' && retryAt ? [Date.parse(retryAt)] : []
  );
}
