import type Stripe from 'stripe';

import type { PaymentStep, StepAnswer } from '../payment';
import type { Intents } from './intents';
import { toStripeAmount } from './minor-units';
import { invalidRequest, isFailureRepeated } from './refusal';

/** Takes what was authorized, or a part of it: Stripe lets go of the rest. */
export function createCapture(stripe: Stripe, intents: Intents) {
  return async function capture(step: PaymentStep): Promise<StepAnswer> {
    const { reference, amount, currency, idempotencyKey } = step;
    const units = toStripeAmount(amount, currency);
    if (reference === null || units === null) return refused('Stripe has no such payment');
    // The key stands on the intent as well: Stripe forgets the keys of requests after a day.
    const under = (key: string) =>
      stripe.paymentIntents.capture(
        reference,
        { amount_to_capture: units, metadata: { capture: idempotencyKey } },
        { idempotencyKey: key }
      );
    try {
      await under(idempotencyKey).catch((error: unknown) => {
        if (isFailureRepeated(error)) return under(`${idempotencyKey}:again`);
        throw error;
      });
      return { status: 'done' };
    } catch (error) {
      const refusal = invalidRequest(error);
      if (!refusal) throw error;
      const intent = await intents.byId(reference);
      const done = intent?.status === 'succeeded' && intent.metadata['capture'] === idempotencyKey;
      return done ? { status: 'done' } : refused(refusal.message);
    }
  };
}

function refused(reason: string): StepAnswer {
  return { status: 'refused', reason };
}
