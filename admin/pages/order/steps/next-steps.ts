import type { AdminOrderDto } from '../../../../server/contracts/orders';

/** What is to be done about an order next, or waited for. */
export type NextStep =
  | { kind: 'refund-failed'; amount: string; reason: string | null }
  | { kind: 'capture-failed'; amount: string; reason: string | null }
  | { kind: 'overpaid'; amount: string }
  | { kind: 'declined'; amount: string; reason: string | null }
  | { kind: 'due'; amount: string; until: string | null }
  | { kind: 'capture'; amount: string; paymentId: string }
  | { kind: 'ship'; units: number }
  | { kind: 'refund-pending'; amount: string };

/** The most urgent first: money that is wrong, money that is missing, then the goods. Nothing for what is over. */
export function nextSteps(order: AdminOrderDto): NextStep[] {
  return [
    ...failedRefund(order),
    ...failedCapture(order),
    ...(Number(order.overpaid) > 0 ? [{ kind: 'overpaid', amount: order.overpaid } as const] : []),
    ...missingMoney(order),
    ...reservedMoney(order),
    ...goods(order),
    ...order.refunds
      .filter(({ status }) => status === 'pending')
      .map(({ amount }) => ({ kind: 'refund-pending', amount }) as const),
  ];
}

/** The last one counts: whoever tried again knows of the one before. */
function failedRefund({ refunds }: AdminOrderDto): NextStep[] {
  const last = refunds.at(-1);
  if (last?.status !== 'refused') return [];
  return [{ kind: 'refund-failed', amount: last.amount, reason: last.reason }];
}

function failedCapture({ payments }: AdminOrderDto): NextStep[] {
  return payments.flatMap(({ capturable, operations }) => {
    const last = operations.filter(({ kind }) => kind === 'capture').at(-1);
    if (last?.status !== 'refused' || Number(capturable) === 0) return [];
    return [{ kind: 'capture-failed' as const, amount: last.amount, reason: last.reason }];
  });
}

function missingMoney(order: AdminOrderDto): NextStep[] {
  const { status, amountDue: amount, payments, paymentStatus, holdExpiresAt: until } = order;
  if (status === 'cancelled' || Number(amount) === 0 || paymentStatus === 'authorized') return [];
  const last = payments.at(-1);
  if (last?.status === 'declined') return [{ kind: 'declined', amount, reason: last.reason }];
  return [{ kind: 'due', amount, until }];
}

function reservedMoney({ status, payments }: AdminOrderDto): NextStep[] {
  if (status === 'cancelled') return [];
  return payments
    .filter(({ capturable }) => Number(capturable) > 0)
    .map(({ id, capturable }) => ({ kind: 'capture', amount: capturable, paymentId: id }));
}

function goods({ can, items }: AdminOrderDto): NextStep[] {
  if (!can.fulfil) return [];
  return [{ kind: 'ship', units: items.reduce((sum, { toShip }) => sum + toShip, 0) }];
}
