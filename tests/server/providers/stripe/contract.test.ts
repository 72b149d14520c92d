import { testPaymentProvider } from '../../../../server/providers/contract';
import type { PaymentProvider } from '../../../../server/providers/payment';
import { stripePayment } from '../../../../server/providers/stripe';
import { type FakeStripe, startStripe } from '../../../support/stripe-server';
import { request } from './kit';

let stripe: FakeStripe;
beforeAll(async () => {
  stripe = await startStripe();
});
afterAll(() => stripe.stop());

/** The suite asks when its tests run; the server is there by then. */
function later(options: { capture?: 'automatic' | 'manual' } = {}): PaymentProvider {
  const now = () => stripePayment({ ...stripe.options, ...options });
  return {
    name: 'stripe',
    label: 'Card',
    authorize: (asked) => now().authorize(asked),
    capture: (asked) => now().capture!(asked),
    void: (asked) => now().void!(asked),
    refund: (asked) => now().refund!(asked),
    find: (asked) => now().find!(asked),
    parseWebhook: (asked) => now().parseWebhook!(asked),
  };
}

/** A message about a payment that was made for it. */
async function webhook() {
  await stripePayment(stripe.options).authorize(request());
  return stripe.message(stripe.event('payment_intent.succeeded'));
}

const payment = { paymentMethod: 'pm_card_visa' };
const declined = { paymentMethod: 'pm_card_chargeDeclined' };

testPaymentProvider(later(), { payment, declined, webhook });
testPaymentProvider(later({ capture: 'manual' }), { payment, declined, webhook });
testPaymentProvider(later(), { payment: {}, declined, webhook });
testPaymentProvider(later(), { payment: { paymentMethod: 'pm_card_authenticationRequired' } });
for (const currency of ['JPY', 'KWD', 'ISK', 'MGA']) {
  testPaymentProvider(later({ capture: 'manual' }), { currency, payment, declined });
}
