import { CommerceError } from '../errors';
import { formatAmount } from '../money/format';
import type { Amount } from '../money/money';
import { sumAmounts } from '../money/sum-amounts';
import { balanceOf } from '../orders/balance';
import type { Order } from '../orders/order';
import { statusNotAllowed } from '../orders/order-status';
import { withPayment } from './begin-attempt';
import { beginOperation, openAmount } from './operations';
import type { OperationKind, Payment } from './payment';

export interface OperationRequest {
  kind: 'capture' | 'void';
  paymentId: string;
  /** null: as much as can be. Letting go is always of everything. */
  amount: Amount | null;
  by: string;
  at: Date;
  /** When somebody else may ask the provider again. */
  retryAt: Date;
  can: (provider: string, kind: OperationKind) => boolean;
  /** Whether a provider captures less than it authorized. */
  partly: (provider: string) => boolean;
}

/**
 * Writes down that money which is reserved is to be taken, or let go. Never more is taken than the order still costs, and
 * nothing of a payment that is being let go.
 *
 * @throws CommerceError not_found, status_not_allowed, invalid_amount `{max}`
 */
export function requestOperation(order: Order, request: OperationRequest): Order {
  const { kind, paymentId, by, at, retryAt } = request;
  const payment = order.payments.find(({ documentId }) => documentId === paymentId);
  if (!payment) throw new CommerceError('not_found', 'This order has no such payment');
  const most = mostOf(order, payment, request);
  if (most.isZero()) throw notNow(order, payment, request);
  const amount = request.amount ?? most;
  if (amount.isZero() || amount.gt(most) || !takesPart(payment, amount, request)) {
    const max = formatAmount(most, order.currency);
    const message = `The amount must be above 0, and at most ${max}; some providers take all or nothing`;
    throw new CommerceError('invalid_amount', message, { path: 'amount', max });
  }
  return withPayment(
    order,
    beginOperation(payment, { kind, amount, by, reason: null }, { at, retryAt })
  );
}

/** How much of a payment can be captured, or let go, as things stand; 0 when none of it. */
export function mostOf(
  order: Order,
  payment: Payment,
  { kind, can, partly }: Pick<OperationRequest, 'kind' | 'can' | 'partly'>
): Amount {
  const open = openAmount(payment, kind);
  const other = kind === 'capture' ? 'void' : 'capture';
  const asked = payment.operations.some((one) => one.kind === other && one.status === 'asked');
  const barred = asked || !can(payment.provider, kind) || payment.status === 'cancelled';
  if (barred || (kind === 'capture' && order.status === 'cancelled')) return sumAmounts([]);
  if (kind === 'void') return open;
  const due = balanceOf(order).due.minus(sumAmounts(order.payments.map(underWay)));
  if (due.lte(0)) return sumAmounts([]);
  // All or nothing: what is too much is given back afterwards.
  return due.gt(open) || !partly(payment.provider) ? open : due;
}

/** Asked to be captured, and not answered for. */
function underWay({ operations }: Payment): Amount {
  return sumAmounts(
    operations
      .filter(({ kind, status }) => kind === 'capture' && status === 'asked')
      .map(({ amount }) => amount)
  );
}

function takesPart(payment: Payment, amount: Amount, { kind, partly }: OperationRequest): boolean {
  const whole = amount.eq(openAmount(payment, kind));
  return whole || (kind === 'capture' && partly(payment.provider));
}

function notNow(order: Order, payment: Payment, { kind }: OperationRequest): CommerceError {
  const to = kind === 'capture' ? 'paid' : 'cancelled';
  return statusNotAllowed(order.status === 'cancelled' ? 'cancelled' : payment.status, to, []);
}
