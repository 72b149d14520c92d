import { sumAmounts } from '../money/sum-amounts';
import { balanceOf } from '../orders/balance';
import { withoutMoney } from '../orders/cancel-order';
import type { Order } from '../orders/order';
import { applyState, type KnownState } from './apply-state';
import { withPayment } from './begin-attempt';
import { giveBack, type GivingBack } from './give-back';
import { isOpen } from './is-open';
import { settleOperations } from './operations';
import { endAsking, type Payment } from './payment';

/**
 * The order, with what a provider says of one of its payments. Money goes back where nobody owes it: on a cancelled
 * order, and where another payment pays the order already. What pays an order ends the attempts beside it.
 */
export function hearState(
  order: Order,
  payment: Payment,
  state: KnownState,
  giving: Omit<GivingBack, 'by' | 'reason'>
): Order {
  const applied = applyState(payment, state);
  const released = state.status === 'cancelled' || state.status === 'refunded';
  const settled = settleOperations(payment, applied, released);
  // Money is an answer, whoever brings it.
  const answered = settled.askedAt !== null && hasMoney(settled) ? endAsking(settled) : settled;
  const after = withPayment(order, answered);
  const back = (reason: string) => ({ ...giving, by: 'payment provider', reason });
  if (order.status === 'cancelled') {
    return withoutMoney(after, back('The order was cancelled before'));
  }
  const others = order.payments.filter(({ documentId }) => documentId !== payment.documentId);
  if (!hasMoney(answered) || hasMoney(payment)) return after;
  if (isCovered({ ...order, payments: others })) {
    return withPayment(after, giveBack(answered, back('The order is paid by another payment')));
  }
  if (!isCovered(after)) return after;
  const ended = back('The order is paid by another payment');
  return others
    .filter(isOpen)
    .reduce((soFar, other) => withPayment(soFar, giveBack(other, ended)), after);
}

/** Whether money of this payment is reserved, or the shop has it. */
function hasMoney({ authorized, captured, refunded }: Payment): boolean {
  return authorized.gt(0) || captured.gt(refunded);
}

/** Whether what is taken and what is reserved is all that the order costs. */
function isCovered(order: Order): boolean {
  const reserved = order.payments.map(({ authorized, captured }) => authorized.minus(captured));
  return balanceOf(order).due.lte(sumAmounts(reserved));
}
