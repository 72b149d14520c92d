import type { OrderPaymentStatus } from '../orders/payment-status';

/** Which orders are revenue, in words that a database can be asked in. A cancelled one never is. */
export interface CountsAsRevenue {
  /** The money is there or reserved, or was and went back: that is taken off again. */
  secured: readonly OrderPaymentStatus[];
  /** Ways to pay outside the shop: on invoice, cash on delivery. */
  outside: readonly string[];
  /** What the money of those may still be. */
  waiting: readonly OrderPaymentStatus[];
}

/**
 * REVENUE is the totals of the orders that were placed in a time, with tax and shipping, less what was given back of
 * them: of orders that are not cancelled and are paid or authorized, or are paid outside the shop. A refund counts
 * against the day of its order, so that a day's figure says what its orders were worth in the end.
 */
export function countsAsRevenue(outside: readonly string[]): CountsAsRevenue {
  return {
    secured: ['authorized', 'paid', 'partially_refunded', 'refunded'],
    outside,
    waiting: ['pending'],
  };
}
