import type Stripe from 'stripe';

import type { PaymentStep, StepAnswer } from '../payment';
import { toStripeAmount } from './minor-units';
import { invalidRequest, isFailureRepeated } from './refusal';

/** More than any payment has. */
const ALL = 100;

/** Gives back all of a payment, or a part. */
export function createRefund(stripe: Stripe) {
  return async function refund(step: PaymentStep): Promise<StepAnswer> {
    const { reference, amount, currency, idempotencyKey } = step;
    const units = toStripeAmount(amount, currency);
    if (reference === null || units === null) return refused('Stripe cannot refund this amount');
    try {
      return answerOf(await make(reference, units, idempotencyKey));
    } catch (error) {
      const refusal = invalidRequest(error);
      if (!refusal) throw error;
      return refused(refusal.message);
    }
  };

  /** Once: Stripe forgets keys after a day, and until then repeats `pending` under them, so it is looked for first. */
  async function make(reference: string, amount: number, key: string): Promise<Stripe.Refund> {
    const under = (idempotencyKey: string) =>
      stripe.refunds.create(
        { payment_intent: reference, amount, metadata: { refund: key } },
        { idempotencyKey }
      );
    const made = await madeUnder(reference, key);
    if (made) return made;
    try {
      return await under(key);
    } catch (error) {
      if (!isFailureRepeated(error)) throw error;
      return (await madeUnder(reference, key)) ?? (await under(`${key}:again`));
    }
  }

  async function madeUnder(reference: string, key: string): Promise<Stripe.Refund | undefined> {
    const { data } = await stripe.refunds.list({ payment_intent: reference, limit: ALL });
    return data.find(({ metadata }) => metadata?.['refund'] === key);
  }
}

function answerOf({ status, failure_reason: failure }: Stripe.Refund): StepAnswer {
  if (status === 'succeeded') return { status: 'done' };
  if (status === 'failed' || status === 'canceled') {
    return refused(`Stripe could not refund it${failure ? `: ${failure}` : ''}`);
  }
  return { status: 'pending' };
}

function refused(reason: string): StepAnswer {
  return { status: 'refused', reason };
}
