import type Stripe from 'stripe';

import type { PaymentState } from '../payment';
import { fromStripeAmount } from './minor-units';

/** Where a PaymentIntent stands, in the words of the shop. */
export function readIntent(intent: Stripe.PaymentIntent): PaymentState & { reference: string } {
  const reference = intent.id;
  switch (intent.status) {
    case 'succeeded':
      return { ...readMoney(intent), reference };
    case 'requires_capture':
      return { status: 'authorized', reference };
    case 'processing':
      return { status: 'pending', reference };
    case 'canceled':
      return { status: 'cancelled', reference };
    case 'requires_payment_method':
      return intent.last_payment_error
        ? { status: 'declined', reference, ...reasonOf(intent.last_payment_error) }
        : waiting(intent);
    case 'requires_action':
    case 'requires_confirmation':
      return waiting(intent);
    default:
      // A status of a later Stripe: what it comes to is told by a webhook.
      return { status: 'pending', reference };
  }
}

/** It waits for the browser, which goes on with the client secret. */
export function waiting(intent: Stripe.PaymentIntent) {
  const { id, client_secret: clientSecret, next_action: nextAction } = intent;
  return {
    status: 'requires_action' as const,
    reference: id,
    action: {
      type: 'stripe',
      clientSecret,
      paymentIntent: id,
      ...(nextAction ? { nextAction } : {}),
    },
  };
}

/** The charge is there when it was asked for: it alone knows what went back. */
function readMoney({ amount_received, currency, latest_charge }: Stripe.PaymentIntent) {
  const captured = fromStripeAmount(amount_received, currency);
  const back = typeof latest_charge === 'object' ? (latest_charge?.amount_refunded ?? 0) : 0;
  if (back === 0) return { status: 'paid' as const, captured };
  const status = back >= amount_received ? ('refunded' as const) : ('paid' as const);
  return { status, captured, refunded: fromStripeAmount(back, currency) };
}

function reasonOf({ message }: { message?: string }): { reason?: string } {
  return message === undefined ? {} : { reason: message };
}
