import type Stripe from 'stripe';

import type { PaymentMessage, WebhookRequest } from '../payment';
import { fromStripeAmount } from './minor-units';
import { readIntent } from './read-intent';

/** Older messages are refused: somebody may send again what was overheard. Seconds. */
const TOLERANCE = 300;

/** Verifies a message of Stripe, and reads what it says about a payment of this shop. */
export function createParseWebhook(stripe: Stripe, name: string, secret: string) {
  return function parseWebhook({ headers, rawBody }: WebhookRequest): PaymentMessage | null {
    const signature = headers['stripe-signature'];
    if (typeof signature !== 'string') throw new Error('The message of Stripe is not signed');
    const event = stripe.webhooks.constructEvent(rawBody, signature, secret, TOLERANCE);
    return readEvent(event, name);
  };
}

function readEvent(event: Stripe.Event, name: string): PaymentMessage | null {
  switch (event.type) {
    case 'payment_intent.succeeded':
    case 'payment_intent.amount_capturable_updated':
    case 'payment_intent.payment_failed':
    case 'payment_intent.canceled':
    case 'payment_intent.processing':
    case 'payment_intent.requires_action': {
      const intent = event.data.object;
      // The shopper got the client secret with the answer; a message is stored, and need not keep it.
      const { action: _, ...state } = readIntent(intent);
      return ours(intent.metadata, name) && { id: event.id, ...state, ...orderOf(intent.metadata) };
    }
    case 'charge.refunded': {
      const { payment_intent: of, metadata, ...charge } = event.data.object;
      const reference = typeof of === 'string' ? of : of?.id;
      if (reference === undefined || !ours(metadata, name)) return null;
      const { amount_captured: captured, amount_refunded: refunded, currency } = charge;
      return {
        id: event.id,
        reference,
        ...orderOf(metadata),
        status: refunded >= captured ? 'refunded' : 'paid',
        captured: fromStripeAmount(captured, currency),
        refunded: fromStripeAmount(refunded, currency),
      };
    }
    default:
      return null;
  }
}

/** Other things may be sold through the same account. A charge has the metadata of its intent. */
function ours(metadata: Stripe.Metadata, name: string): true | null {
  return metadata['provider'] === name ? true : null;
}

function orderOf({ orderNumber }: Stripe.Metadata): { orderNumber?: string } {
  return orderNumber === undefined ? {} : { orderNumber };
}
