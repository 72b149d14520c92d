import type { Amount } from '../money/money';
import { sumAmounts } from '../money/sum-amounts';
import type { Payment } from '../payments/payment';

export type OrderPaymentStatus =
  'pending' | 'authorized' | 'paid' | 'partially_refunded' | 'refunded' | 'failed' | 'cancelled';

/**
 * Derived, never set: where an order's money is, from its payments (rule 8.6). Money that was given back shows before
 * anything else; an order of nothing is paid.
 */
export function orderPaymentStatus(
  total: Amount,
  payments: readonly Payment[]
): OrderPaymentStatus {
  const captured = sumAmounts(payments.map((payment) => payment.captured));
  const refunded = sumAmounts(payments.map((payment) => payment.refunded));
  if (refunded.gt(0)) return refunded.gte(captured) ? 'refunded' : 'partially_refunded';
  if (captured.gte(total)) return 'paid';
  if (payments.length === 0) return 'pending';
  const statuses = payments.map(({ status }) => status);
  if (statuses.includes('authorized')) return 'authorized';
  if (statuses.every((status) => status === 'cancelled')) return 'cancelled';
  if (statuses.every((status) => status === 'declined' || status === 'cancelled')) return 'failed';
  return 'pending';
}

/** What the shop has of the shopper's money. */
export function netPaid(payments: readonly Payment[]): Amount {
  return sumAmounts(payments.map(({ captured, refunded }) => captured.minus(refunded)));
}
