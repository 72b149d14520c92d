import type { Amount } from '../money/money';
import { isOpen } from './is-open';
import { beginOperation, openAmount } from './operations';
import type { OperationKind, Payment } from './payment';

export interface GivingBack {
  by: string;
  reason: string | null;
  at: Date;
  /** When somebody else may ask the provider again. */
  retryAt: Date;
  /** What each provider can do; what it cannot is left to the staff. */
  can: (provider: string, what: OperationKind | 'find') => boolean;
}

/**
 * Gives a payment up: the provider is asked to let go of what it holds and to return what it took, and what waits can no
 * longer be paid. An answer that is on its way, and that the provider can be asked for, is still waited for: nobody knows
 * yet what there is to give back.
 */
export function giveBack(payment: Payment, { can, by, reason, at, retryAt }: GivingBack): Payment {
  const times = { at, retryAt };
  const { provider, reference, askedAt } = payment;
  const waits = isOpen(payment);
  const answerComes = askedAt !== null && can(provider, 'find');
  const begun = waits && (reference !== null || (askedAt !== null && !answerComes));
  const held = openAmount(payment, 'void');
  const captured = openAmount(payment, 'refund');
  let after = payment;
  const toLetGo = (begun || held.gt(0)) && !isAsked(payment) && !wasRefused(payment, 'void', held);
  if (toLetGo && can(provider, 'void')) {
    after = beginOperation(after, { kind: 'void', amount: held, by, reason }, times);
  }
  const toReturn = captured.gt(0) && !wasRefused(payment, 'refund', captured);
  if (toReturn && can(provider, 'refund')) {
    after = beginOperation(after, { kind: 'refund', amount: captured, by, reason }, times);
  }
  if (!waits) return after;
  return { ...after, status: 'cancelled', action: null, askedAt: answerComes ? askedAt : null };
}

function isAsked(payment: Payment): boolean {
  return payment.operations.some(({ kind, status }) => kind === 'void' && status === 'asked');
}

/** A provider that has refused this much is not asked for it again by itself; staff see to it. */
function wasRefused({ operations }: Payment, kind: OperationKind, amount: Amount): boolean {
  return operations.some(
    (one) => one.kind === kind && one.status === 'refused' && one.amount.eq(amount)
  );
}
