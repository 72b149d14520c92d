import { type Amount, ZERO } from '../money/money';
import { sumAmounts } from '../money/sum-amounts';
import type { OperationKind, Payment, PaymentOperation } from './payment';

/** What can still be captured, voided or refunded of a payment, without what was asked for already. */
export function openAmount(payment: Payment, kind: OperationKind): Amount {
  const asked = sumAmounts(
    payment.operations
      .filter((operation) => operation.kind === kind && operation.status === 'asked')
      .map(({ amount }) => amount)
  );
  const whole = {
    capture: payment.authorized.minus(payment.captured),
    void: payment.authorized.minus(payment.captured),
    refund: payment.captured.minus(payment.refunded),
  }[kind];
  const left = whole.minus(asked);
  return left.gt(0) ? left : ZERO;
}

/** Writes down that the provider is to be asked. `retryAt` is when somebody else may ask again. */
export function beginOperation(
  payment: Payment,
  operation: Pick<PaymentOperation, 'kind' | 'amount' | 'by' | 'reason'>,
  { at, retryAt }: { at: Date; retryAt: Date }
): Payment {
  const number = payment.operations.length + 1;
  const begun: PaymentOperation = {
    ...operation,
    id: `${payment.documentId}:${operation.kind}:${number}`,
    status: 'asked',
    at: at.toISOString(),
    retryAt: retryAt.toISOString(),
    attempts: 0,
  };
  return { ...payment, operations: [...payment.operations, begun] };
}

/**
 * The provider did what it was asked: the money moves. An operation that is over already changes nothing, so an answer
 * that comes twice counts once.
 */
export function finishOperation(payment: Payment, id: string): Payment {
  const operation = askedOperation(payment, id);
  if (!operation) return payment;
  const over = close(payment, id, { status: 'done', retryAt: null });
  const { kind, amount } = operation;
  if (kind === 'capture') {
    const captured = over.captured.plus(amount);
    return { ...over, captured, status: captured.gte(over.authorized) ? 'paid' : 'authorized' };
  }
  if (kind === 'refund') {
    const refunded = over.refunded.plus(amount);
    return { ...over, refunded, status: refunded.gte(over.captured) ? 'refunded' : over.status };
  }
  const nothingTaken = over.captured.isZero();
  return {
    ...over,
    authorized: over.captured,
    status: nothingTaken ? 'cancelled' : over.refunded.gte(over.captured) ? 'refunded' : 'paid',
    action: null,
  };
}

/** The provider will not do it: nothing moved. */
export function refuseOperation(payment: Payment, id: string, reason: string | null): Payment {
  return askedOperation(payment, id)
    ? close(payment, id, { status: 'refused', retryAt: null, reason })
    : payment;
}

/** No answer, or none yet: it is asked again at `retryAt`. */
export function postponeOperation(payment: Payment, id: string, retryAt: Date): Payment {
  const operation = askedOperation(payment, id);
  if (!operation) return payment;
  const attempts = operation.attempts + 1;
  return close(payment, id, { attempts, retryAt: retryAt.toISOString() });
}

/**
 * What a webhook, or the provider's word, says was done is no longer asked for: a refund that the provider took in
 * first and reported later. `before` is the payment as it was when the word came, `released` whether the provider says
 * that it holds nothing any more: that the shop gave a payment up does not mean that the provider has.
 */
export function settleOperations(before: Payment, payment: Payment, released: boolean): Payment {
  const gained = {
    capture: payment.captured.minus(before.captured),
    refund: payment.refunded.minus(before.refunded),
  };
  const letGo = released || before.authorized.gt(payment.authorized);
  const done = new Set<string>();
  for (const { id, kind, amount } of likelyFirst(payment.operations, gained)) {
    if (kind === 'void' ? !letGo : gained[kind].lt(amount)) continue;
    if (kind !== 'void') gained[kind] = gained[kind].minus(amount);
    done.add(id);
  }
  return {
    ...payment,
    operations: payment.operations.map((one) => (done.has(one.id) ? { ...one, ...DONE } : one)),
  };
}

/** Of refunds of 3.00 and 5.00, it is the second that brings 5.00: taken for the first, it would count twice. */
function likelyFirst(
  operations: readonly PaymentOperation[],
  gained: Record<'capture' | 'refund', Amount>
): PaymentOperation[] {
  const exact = ({ kind, amount }: PaymentOperation) =>
    kind !== 'void' && gained[kind].eq(amount) ? 0 : 1;
  return operations
    .filter(({ status }) => status === 'asked')
    .sort((one, other) => exact(one) - exact(other));
}

const DONE = { status: 'done', retryAt: null } as const;

export function askedOperation(payment: Payment, id: string): PaymentOperation | undefined {
  return payment.operations.find(
    (operation) => operation.id === id && operation.status === 'asked'
  );
}

function close(payment: Payment, id: string, change: Partial<PaymentOperation>): Payment {
  return {
    ...payment,
    operations: payment.operations.map((operation) =>
      operation.id === id ? { ...operation, ...change } : operation
    ),
  };
}
