import { formatAmount } from '../../domain/money/format';
import type { Order } from '../../domain/orders/order';
import { withPayment } from '../../domain/payments/begin-attempt';
import {
  finishOperation,
  postponeOperation,
  refuseOperation,
} from '../../domain/payments/operations';
import type { Payment, PaymentOperation } from '../../domain/payments/payment';
import { readStepAnswer } from '../../domain/payments/read-answers';
import { isCommerceError } from '../../domain/errors';
import { ask } from '../../providers/ask';
import type { PaymentProvider, StepAnswer } from '../../providers/payment';
import type { OrderSteps } from '../order-steps';

const MINUTE = 60_000;
const SIX_HOURS = 360 * MINUTE;

/**
 * Asks the providers to do what was written down: capture, void, refund. Whoever wrote it down calls this right after
 * its commit; when that process died, or had no answer, the sweep calls it again, under the same keys.
 */
export function createPerform(shop: {
  known: (name: string) => PaymentProvider;
  steps: OrderSteps;
  clock: () => Date;
  takenOverAt: (now: Date) => Date;
}) {
  /** Never throws for a provider that fails: the operation stays asked, and is asked again later. */
  async function due(order: Order): Promise<Order> {
    let current = order;
    for (const payment of order.payments) {
      for (const operation of payment.operations) {
        if (isDue(operation, shop.clock())) current = await one(current, payment, operation);
      }
    }
    return current;
  }

  async function one(order: Order, payment: Payment, operation: PaymentOperation): Promise<Order> {
    const outcome = await askProvider(order, payment, operation);
    return shop.steps.take(order.documentId, operation.by, (current, now) => {
      const stored = current.payments.find(({ documentId }) => documentId === payment.documentId);
      if (!stored) return null;
      const after = withOutcome(stored, operation, outcome, now);
      return after === stored ? null : { order: withPayment(current, after) };
    });
  }

  async function askProvider(
    order: Order,
    payment: Payment,
    operation: PaymentOperation
  ): Promise<Outcome> {
    const { kind, amount, id } = operation;
    const step = {
      orderNumber: order.number,
      currency: order.currency,
      reference: payment.reference,
      amount: formatAmount(amount, order.currency),
      idempotencyKey: id,
    };
    try {
      return await ask(
        payment.provider,
        // A provider that cannot do it answers nothing, which is no answer.
        () => shop.known(payment.provider)[kind]?.(step),
        readStepAnswer
      );
    } catch (error) {
      if (isCommerceError(error)) return { status: 'failed', reason: String(error.cause) };
      throw error;
    }
  }

  return { due };
}

interface Outcome {
  status: StepAnswer['status'] | 'failed';
  reason: string | null;
}

function withOutcome(
  payment: Payment,
  { id, attempts }: PaymentOperation,
  { status, reason }: Outcome,
  now: Date
): Payment {
  if (status === 'done') return finishOperation(payment, id);
  if (status === 'refused') return refuseOperation(payment, id, reason);
  const wait = Math.min(MINUTE * 2 ** attempts, SIX_HOURS);
  return postponeOperation(payment, id, new Date(now.getTime() + wait));
}

/** Asked for the first time by whoever wrote it down, afterwards by the sweep when its time has come. */
function isDue({ status, attempts, retryAt }: PaymentOperation, now: Date): boolean {
  if (status !== 'asked') return false;
  return attempts === 0 || (retryAt !== null && Date.parse(retryAt) <= now.getTime());
}
