import { type Amount, ZERO } from '../money/money';
import { sumAmounts } from '../money/sum-amounts';
import { openAmount } from '../payments/operations';
import type { Order } from './order';

type Account = Pick<Order, 'status' | 'totals' | 'payments' | 'refunds'>;

/** What an order and its shopper owe each other; one of the two is always 0. */
export interface Balance {
  due: Amount;
  /** Paid too much, after an edit that made the order cheaper. */
  overpaid: Amount;
}

/**
 * What is still to be paid, or was paid too much. A refund of goods or shipping makes the order cheaper: 20.00 paid and
 * 5.00 given back leaves nothing due. One of what was paid too much does not. A cancelled order owes and is owed nothing:
 * its money goes back by itself.
 */
export function balanceOf({ status, totals, payments, refunds }: Account): Balance {
  if (status === 'cancelled') return { due: ZERO, overpaid: ZERO };
  const credited = refunds
    .filter((refund) => refund.status !== 'refused')
    .map(({ amount, overpaid }) => amount.minus(overpaid));
  // What a provider is asked to give back counts as gone.
  const kept = sumAmounts(payments.map((payment) => openAmount(payment, 'refund')));
  const due = totals.total.minus(sumAmounts(credited)).minus(kept);
  return due.gt(0) ? { due, overpaid: ZERO } : { due: ZERO, overpaid: ZERO.minus(due) };
}
