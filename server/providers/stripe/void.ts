import type Stripe from 'stripe';

import type { PaymentStep, StepAnswer } from '../payment';
import type { Intents } from './intents';
import { invalidRequest, isFailureRepeated } from './refusal';

/** Cancels an intent, so that nobody can pay it afterwards. */
export function createVoid(stripe: Stripe, intents: Intents) {
  return async function letGo(step: PaymentStep): Promise<StepAnswer> {
    if (step.reference !== null) return cancel(step.reference, step);
    // Its id was lost in a crash: an order that ends lets go of all that was begun for it.
    const answers: StepAnswer[] = [];
    for (const id of await intents.ofOrder(step.orderNumber)) answers.push(await cancel(id, step));
    const said = (status: StepAnswer['status']) => answers.find((one) => one.status === status);
    return said('refused') ?? said('pending') ?? { status: 'done' };
  };

  async function cancel(id: string, { idempotencyKey }: PaymentStep): Promise<StepAnswer> {
    const under = (key: string) => stripe.paymentIntents.cancel(id, {}, { idempotencyKey: key });
    const key = `${idempotencyKey}:${id}`;
    try {
      await under(key).catch((error: unknown) => {
        if (isFailureRepeated(error)) return under(`${key}:again`);
        throw error;
      });
      return { status: 'done' };
    } catch (error) {
      const refusal = invalidRequest(error);
      if (!refusal) throw error;
      const intent = await intents.byId(id);
      if (!intent || isLetGo(intent)) return { status: 'done' };
      // A bank debit on its way: what becomes of it is known later.
      if (intent.status === 'processing') return { status: 'pending' };
      return { status: 'refused', reason: refusal.message };
    }
  }
}

/** Cancelled, or captured in part: Stripe lets go of the rest by itself. */
function isLetGo({ status, amount, amount_received: received }: Stripe.PaymentIntent): boolean {
  return status === 'canceled' || (status === 'succeeded' && received < amount);
}
