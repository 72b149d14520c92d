import { type Amount, ZERO } from '../money/money';
import type { Payment, PaymentStatus } from './payment';

/** Where a payment stands, as its provider says: an answer, a webhook, or what it was asked for. */
export interface KnownState {
  status: PaymentStatus;
  captured: Amount | null;
  refunded: Amount | null;
  reference: string | null;
  action: Record<string, unknown> | null;
  reason: string | null;
}

/**
 * What a provider's word makes of a payment. Money only ever grows here: a message that comes twice changes nothing,
 * and one that comes late ("declined" after "paid", "authorized" after the rest was let go) takes nothing back. Captured
 * and refunded are totals of the payment's life. It does not touch what was asked of the provider (`settleOperations`).
 */
export function applyState(payment: Payment, state: KnownState): Payment {
  const captured = largest(payment.captured, capturedBy(payment, state));
  const refunded = largest(payment.refunded, refundedBy(payment, state));
  const authorized = authorizedBy(payment, state, captured);
  const status = statusOf(payment, state, { authorized, captured, refunded });
  const waits = status === 'requires_action';
  return {
    ...payment,
    status,
    reference: state.reference ?? payment.reference,
    authorized,
    captured,
    refunded,
    action: waits ? (state.action ?? payment.action) : null,
    reason: status === 'declined' ? (state.reason ?? payment.reason) : null,
  };
}

function capturedBy({ amount }: Payment, { status, captured }: KnownState): Amount {
  if (captured) return captured;
  return status === 'paid' || status === 'refunded' ? amount : ZERO;
}

function refundedBy(payment: Payment, state: KnownState): Amount {
  if (state.refunded) return state.refunded;
  return state.status === 'refunded' ? capturedBy(payment, state) : ZERO;
}

/** What is reserved: all of it until something is taken, or the provider lets go of the rest. */
function authorizedBy(payment: Payment, { status }: KnownState, captured: Amount): Amount {
  if (['cancelled', 'paid', 'refunded'].includes(status)) return captured;
  const reserves = status === 'authorized' && payment.captured.isZero() && !isLetGo(payment);
  return largest(payment.authorized, reserves ? payment.amount : captured);
}

/** The shop's own word is not the provider's: while that is to come, money may still turn up. */
function isLetGo({ status, askedAt, operations }: Payment): boolean {
  const awaited = operations.some((one) => one.kind === 'void' && one.status === 'asked');
  return status === 'cancelled' && askedAt === null && !awaited;
}

function statusOf(
  payment: Payment,
  state: KnownState,
  { authorized, captured, refunded }: Pick<Payment, 'authorized' | 'captured' | 'refunded'>
): PaymentStatus {
  if (captured.gt(0) && refunded.gte(captured)) return 'refunded';
  if (captured.gt(0) && captured.gte(authorized)) return 'paid';
  if (authorized.gt(0)) return 'authorized';
  if (payment.status === 'cancelled') return 'cancelled';
  return state.status === 'paid' || state.status === 'refunded' ? payment.status : state.status;
}

function largest(a: Amount, b: Amount): Amount {
  return a.gte(b) ? a : b;
}
