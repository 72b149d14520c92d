import { ZERO } from '../money/money';
import { sumAmounts } from '../money/sum-amounts';
import { fulfilmentStatus } from './fulfilment-status';
import { nextCheck } from './next-check';
import type { HistoryEntry, Order } from './order';
import { orderPaymentStatus } from './payment-status';
import type { Refund } from './refund';
import { isSecured } from './secured';

/**
 * What follows from a step: the statuses, which nobody sets (rule 8.6), the refunds that are over, when the order is
 * looked after next, and a line of history for each status that changed. `by` is who took the step.
 */
export function deriveOrder(before: Order, step: Order, by: string, at: Date): Order {
  const refunds = withUnknownRefunds(
    step,
    step.refunds.map((refund) => settle(refund, step)),
    at
  );
  const paymentStatus = orderPaymentStatus(step.totals.total, step.payments);
  const shipped = fulfilmentStatus(step.lines, step.fulfilments);
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
    ...entry('fulfilment', before.fulfilmentStatus, shipped),
    ...entry('payment', before.paymentStatus, paymentStatus),
    ...entry('status', before.status, derived.status),
  ];
  return { ...derived, history, checkAt: nextCheck(derived) };
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

/** Money that went back without our asking for it by a refund: in the provider's own back office, or with a cancellation. */
function withUnknownRefunds({ payments }: Order, refunds: Refund[], at: Date): Refund[] {
  const operations = payments.flatMap((payment) => payment.operations);
  const known = sumAmounts(
    refunds.flatMap((refund) =>
      refund.operations.length === 0
        ? [refund.amount]
        : operations
            .filter(({ id, status }) => refund.operations.includes(id) && status === 'done')
            .map(({ amount }) => amount)
    )
  );
  const refunded = sumAmounts(payments.map((payment) => payment.refunded));
  const unknown = refunded.minus(known);
  if (unknown.lte(0)) return refunds;
  const own = operations.find(
    ({ id, kind, status }) =>
      kind === 'refund' &&
      status === 'done' &&
      !refunds.some((refund) => refund.operations.includes(id))
  );
  const refund: Refund = {
    id: own?.id ?? `outside:${refunded.toFixed()}`,
    at: at.toISOString(),
    by: own?.by ?? 'payment provider',
    reason: own?.reason ?? null,
    status: 'done',
    amount: unknown,
    tax: ZERO,
    lines: [],
    shipping: ZERO,
    restock: false,
    operations: own?.amount.eq(unknown) ? [own.id] : [],
    creditNote: null,
  };
  return [...refunds, refund];
}
