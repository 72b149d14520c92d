import Stripe from 'stripe';

import { definePaymentProvider, type PaymentProvider } from '../payment';
import { createAuthorize } from './authorize';
import { createCapture } from './capture';
import { checkOptions } from './check-options';
import { createIntents } from './intents';
import { createParseWebhook } from './parse-webhook';
import { readIntent } from './read-intent';
import { createRefund } from './refund';
import { createVoid } from './void';

export interface StripeOptions {
  /** "sk_…"; a restricted key needs to write PaymentIntents and Refunds. */
  secretKey: string;
  /** "whsec_…", of the endpoint that calls /api/cartwright/webhooks/<name>. */
  webhookSecret: string;
  /** The code of the method. Two shops on one account need two names. */
  name?: string;
  label?: string;
  /** `manual`: authorized when ordered, captured by the staff within days. */
  capture?: 'automatic' | 'manual';
  /** What stands behind the shop's name on the shopper's statement. */
  statementDescriptorSuffix?: string;
  /** How Stripe is reached, in the SDK's own words: behind a proxy, or in tests. */
  api?: {
    host?: string;
    port?: number;
    protocol?: 'https' | 'http';
    /** Milliseconds that one request may take. */
    timeout?: number;
    maxNetworkRetries?: number;
  };
}

/** Under the twenty seconds that the shop waits for a provider; issuers have been seen to need ten. */
const TIMEOUT_MS = 15_000;

/** Payments through Stripe by PaymentIntents; card data go from the browser to Stripe. */
export function stripePayment(options: StripeOptions): PaymentProvider {
  checkOptions(options);
  const {
    secretKey,
    webhookSecret,
    name = 'stripe',
    label = 'Card',
    capture = 'automatic',
  } = options;
  const stripe = new Stripe(secretKey, {
    appInfo: { name: 'strapi-plugin-cartwright' },
    telemetry: false,
    timeout: TIMEOUT_MS,
    maxNetworkRetries: 2,
    ...options.api,
  });
  const intents = createIntents(stripe, name);
  const { statementDescriptorSuffix } = options;
  return definePaymentProvider({
    name,
    label,
    authorize: createAuthorize({ stripe, intents, name, capture, statementDescriptorSuffix }),
    capture: createCapture(stripe, intents),
    void: createVoid(stripe, intents),
    refund: createRefund(stripe),
    parseWebhook: createParseWebhook(stripe, name, webhookSecret),
    async find({ orderNumber, reference, idempotencyKey }) {
      const intent =
        reference === null
          ? await intents.byAttempt(orderNumber, idempotencyKey)
          : await intents.byId(reference);
      return intent && readIntent(intent);
    },
  });
}
