import { beginOperation, openAmount } from '../payments/operations';
import type { OperationKind, Payment } from '../payments/payment';
import type { Order } from './order';
import { checkOrderStep, statusNotAllowed } from './order-status';

export interface Cancellation {
  by: string;
  reason: string | null;
  at: Date;
  /** When somebody else may ask the provider again. */
  retryAt: Date;
  /** What each provider can do; what it cannot is left to the staff. */
  can: (provider: string, kind: OperationKind) => boolean;
}

/**
 * Ends an order before anything of it has left: what waits can no longer be paid, and the provider is asked to give
 * back what it has. The caller returns the units and the use of the code, in the same transaction.
 *
 * @throws CommerceError status_not_allowed when it is over already, or a part of it was shipped
 */
export function cancelOrder(order: Order, cancellation: Cancellation): Order {
  checkOrderStep(order.status, 'cancelled');
  if (order.fulfilmentStatus !== 'unfulfilled') {
    throw statusNotAllowed(order.fulfilmentStatus, 'cancelled', ['refund']);
  }
  return withoutMoney({ ...order, status: 'cancelled', holdExpiresAt: null }, cancellation);
}

/** A cancelled order keeps no money, also none that comes late: whatever is there is asked to be given back. */
export function withoutMoney(order: Order, cancellation: Cancellation): Order {
  return {
    ...order,
    payments: order.payments.map((payment) => giveBack(payment, cancellation)),
  };
}

function giveBack(payment: Payment, { can, by, reason, at, retryAt }: Cancellation): Payment {
  const times = { at, retryAt };
  let after = payment;
  const waits = ['pending', 'requires_action', 'declined'].includes(payment.status);
  const held = openAmount(payment, 'void');
  const voidable = held.gt(0) || (waits && (payment.reference !== null || payment.askedAt));
  if (voidable && can(payment.provider, 'void') && !isAsked(payment, 'void')) {
    after = beginOperation(after, { kind: 'void', amount: held, by, reason }, times);
  }
  const captured = openAmount(payment, 'refund');
  if (captured.gt(0) && can(payment.provider, 'refund')) {
    after = beginOperation(after, { kind: 'refund', amount: captured, by, reason }, times);
  }
  return waits ? { ...after, status: 'cancelled', action: null, askedAt: null } : after;
}

function isAsked({ operations }: Payment, kind: OperationKind): boolean {
  return operations.some((operation) => operation.kind === kind && operation.status === 'asked');
}
