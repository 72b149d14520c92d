import { formatAmount } from '../money/format';
import { sumAmounts } from '../money/sum-amounts';
import { type FulfilmentStatus, fulfilmentStatus } from './fulfilment-status';
import { nextCheck } from './next-check';
import type { HistoryEntry, Order } from './order';
import { orderPaymentStatus } from './payment-status';
import { amountAlone } from './plan-refund';
import type { Refund } from './refund';
import { isSecured } from './secured';

/**
 * What follows from a step: the statuses, which nobody sets (rule 8.6), the refunds that are over, when the order is
 * looked after next, and a line of history for each status that changed. `by` is who took the step.
 */
export function deriveOrder(before: Order, step: Order, by: string, at: Date): Order {
  const settled = { ...step, refunds: step.refunds.map((refund) => settle(refund, step)) };
  const refunds = withUnknownRefunds(settled, at);
  const paymentStatus = orderPaymentStatus(step.totals.total, step.payments);
  const shipped = fulfilmentStatus({ ...step, refunds });
  const finished =
    step.status === 'open' &&
    shipped === 'fulfilled' &&
    ['paid', 'partially_refunded', 'refunded'].includes(paymentStatus);
  const derived: Order = {
    ...step,
    refunds,
    paymentStatus,
    fulfilmentStatus: shipped,
    status: finished ? 'completed' : step.status,
    holdExpiresAt: isSecured({ paymentStatus }) ? null : step.holdExpiresAt,
  };
  const entry = (kind: HistoryEntry['step'], from: string, to: string): HistoryEntry[] =>
    from === to ? [] : [{ at: at.toISOString(), by, step: kind, from, to }];
  const history = [
    ...step.history,
    ...refunds.flatMap((refund) => {
      const earlier = before.refunds.find(({ id }) => id === refund.id)?.status ?? null;
      if (earlier === refund.status) return [];
      const note = `${formatAmount(refund.amount, step.currency)} ${step.currency}`;
      const what = { step: 'refund', from: earlier, to: refund.status } as const;
      return [{ at: at.toISOString(), by, ...what, note }];
    }),
    ...(step.fulfilments.length > before.fulfilments.length
      ? [parcelEntry(before, shipped, by, at)]
      : entry('fulfilment', before.fulfilmentStatus, shipped)),
    ...entry('payment', before.paymentStatus, paymentStatus),
    ...entry('status', before.status, derived.status),
  ];
  return { ...derived, history, checkAt: nextCheck(derived) };
}

/** Every parcel is a step, also one that leaves the status as it was. */
function parcelEntry(before: Order, to: FulfilmentStatus, by: string, at: Date): HistoryEntry {
  return { at: at.toISOString(), by, step: 'fulfilment', from: before.fulfilmentStatus, to };
}

/** A refund is over when everything that it asked of the providers is. */
function settle(refund: Refund, { payments }: Order): Refund {
  if (refund.status !== 'pending') return refund;
  const operations = payments
    .flatMap((payment) => payment.operations)
    .filter(({ id }) => refund.operations.includes(id));
  if (operations.some(({ status }) => status === 'asked')) return refund;
  const refused = operations.some(({ status }) => status === 'refused');
  return { ...refund, status: refused ? 'refused' : 'done' };
}

/**
 * Money that went back by no refund of ours: with a cancellation, by the half of a refund that was refused in its other
 * half, or in the provider's own back office. Each is one that is done.
 */
function withUnknownRefunds(order: Order, at: Date): Refund[] {
  const { payments, refunds } = order;
  const standing = refunds.filter(({ status }) => status !== 'refused');
  const done = payments
    .flatMap((payment) => payment.operations)
    .filter(({ kind, status }) => kind === 'refund' && status === 'done');
  const own = done.filter(({ id }) => !standing.some(({ operations }) => operations.includes(id)));
  const outside = standing.filter(({ operations }) => operations.length === 0);
  const unknown = sumAmounts(payments.map((payment) => payment.refunded))
    .minus(sumAmounts(done.map(({ amount }) => amount)))
    .minus(sumAmounts(outside.map(({ amount }) => amount)));
  const made = own.map(({ id, by, reason, amount }) => ({
    id,
    by,
    reason,
    amount,
    operations: [id],
  }));
  if (unknown.gt(0)) {
    const id = `outside:${sumAmounts(payments.map(({ refunded }) => refunded)).toFixed()}`;
    made.push({ id, by: 'payment provider', reason: null, amount: unknown, operations: [] });
  }
  return made.reduce(
    (soFar, refund) => [...soFar, completed({ ...order, refunds: soFar }, refund, at)],
    [...refunds]
  );
}

function completed(
  order: Order,
  refund: Pick<Refund, 'id' | 'by' | 'reason' | 'amount' | 'operations'>,
  at: Date
): Refund {
  return {
    ...refund,
    ...amountAlone(order, refund.amount),
    at: at.toISOString(),
    status: 'done',
    restock: false,
    creditNote: null,
  };
}
