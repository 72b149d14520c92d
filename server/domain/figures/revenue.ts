import { type Amount, ZERO } from '../money/money';
import { sumAmounts } from '../money/sum-amounts';
import type { Refund } from '../orders/refund';
import type { Period } from './periods';

/** What the orders of a time come to. */
export interface Revenue {
  amount: Amount;
  orders: number;
}

/** An order of which something was given back. */
export interface RefundedOrder {
  placedAt: Date;
  refunds: readonly Refund[];
}

/**
 * The totals of a time, less what was given back of its orders. What was paid too much after an edit and went back does
 * not count: the order's total is without it. 100.00 in orders, 20.00 given back of them → 80.00.
 */
export function netRevenue(
  gross: Revenue,
  period: Period,
  refunded: readonly RefundedOrder[]
): Revenue {
  const given = refunded
    .filter(({ placedAt }) => placedAt >= period.from && placedAt < period.until)
    .flatMap(({ refunds }) => refunds)
    .filter(({ status }) => status === 'done')
    .map(({ amount, overpaid }) => amount.minus(overpaid));
  return { amount: gross.amount.minus(sumAmounts([ZERO, ...given])), orders: gross.orders };
}
