import { stripePayment } from '../../server/providers/stripe';
import { ordersOf, placedOf, refusal, waitingOf } from '../support/paid-shop';
import { rowsOf } from '../support/shop';
import { API } from '../support/shopper';
import { makeStaff, type Staff } from '../support/staff';
import { type FakeStripe, startStripe } from '../support/stripe-server';
import { type RunningShop, startStrapi } from '../support/strapi';

/** A shop that is paid through Stripe: the official SDK, and a server that speaks Stripe's API. */
let stripe: FakeStripe;
let shop: RunningShop;
let grace: Staff;
const { filled, pay, show, cancel, payments, operations, age, sweep } = ordersOf(() => shop);

beforeAll(async () => {
  stripe = await startStripe();
});
afterAll(() => stripe.stop());
beforeEach(() => {
  stripe.forget();
});

async function start(currency = 'EUR'): Promise<void> {
  shop = await startStrapi({
    cartwright: {
      currency,
      providers: {
        payments: [
          () => stripePayment(stripe.options),
          () =>
            stripePayment({
              ...stripe.options,
              name: 'stripe-later',
              label: 'Card, charged when we ship',
              capture: 'manual',
            }),
        ],
      },
    },
  });
  grace = await makeStaff(shop);
}

const card = (name: string) => ({ payment: { paymentMethod: `pm_card_${name}` } });
const by = (method: string, name: string) => ({ paymentMethod: method, ...card(name) });
const withCard = (name: string) => by('stripe', name);
const intents = () => [...stripe.account.intents.values()];
const deliver = (type: string, name = 'stripe') =>
  stripe.deliver(stripe.event(type), `${shop.url}${API}/webhooks/${name}`);
const receipts = () => rowsOf(shop.strapi, 'cartwright_webhook_receipts');

describe('a shop with Stripe', () => {
  beforeAll(() => start());
  afterAll(() => shop.stop());

  it('is paid by card: one order, one charge, under the number of the order', async () => {
    const { ada } = await filled({}, 2);
    const { order, payment } = placedOf(await ada.checkout(withCard('visa')));
    expect(payment).toEqual({ status: 'paid' });
    const [intent] = intents();
    expect(order).toMatchObject({
      paymentStatus: 'paid',
      payments: [{ provider: 'stripe', reference: intent!.id, amount: '20.00' }],
    });
    expect(intent).toMatchObject({ amount: 2000, metadata: { orderNumber: order.number } });
    expect(stripe.account.charged).toEqual([2000]);
    expect((await deliver('payment_intent.succeeded')).status).toBe(200);
    expect(await show(order.token)).toEqual(order);
  });

  it('declines a card, and takes the next one on the same intent: one charge', async () => {
    const { ada } = await filled();
    const declined = await ada.checkout(withCard('chargeDeclined'));
    expect(refusal(declined)).toEqual([402, 'payment_declined']);
    expect(declined.body.error.message).toBe('Your card was declined.');
    const { number, token } = waitingOf(declined);
    await deliver('payment_intent.payment_failed');
    expect(await show(token)).toMatchObject({ status: 'open', paymentStatus: 'failed' });

    const { order } = placedOf(await pay(token, card('visa')));
    expect(order).toMatchObject({ number, paymentStatus: 'paid' });
    expect(order.payments).toHaveLength(1);
    expect(intents()).toMatchObject([{ status: 'succeeded' }]);
    expect(stripe.account.charged).toEqual([1000]);
  });

  it('charges once whoever clicks three times, with a card of its own each time', async () => {
    const { ada } = await filled();
    await ada.cart();
    const answers = await Promise.all(
      ['visa', 'visa', 'authenticationRequired'].map((name) => ada.checkout(withCard(name)))
    );
    // Stripe refuses another card under a key that is being used: that click is told to try again.
    expect(answers.filter(({ status }) => status < 300).length).toBeGreaterThan(0);
    const again = placedOf(await ada.checkout(withCard('visa')));
    expect(again.order.paymentStatus).toBe('paid');
    expect(stripe.account.charged).toEqual([1000]);
    expect(intents()).toHaveLength(1);
  });

  it('waits for the bank to ask the shopper, and hears by a webhook that it was well', async () => {
    const { ada } = await filled();
    const { order, payment } = placedOf(await ada.checkout(withCard('authenticationRequired')));
    const [intent] = intents();
    expect(payment).toMatchObject({
      status: 'requires_action',
      action: { type: 'stripe', clientSecret: intent!.client_secret },
    });
    expect(order.paymentStatus).toBe('pending');
    stripe.account.authenticate(intent!.id);
    const answers = await Promise.all([
      deliver('payment_intent.succeeded'),
      deliver('payment_intent.succeeded'),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await show(order.token)).toMatchObject({ paymentStatus: 'paid' });
    // Late, and of no consequence.
    await deliver('payment_intent.requires_action');
    expect(await show(order.token)).toMatchObject({ paymentStatus: 'paid' });
    expect(stripe.account.charged).toEqual([1000]);
  });

  it('hears that the bank was not sure; the shopper pays with another card', async () => {
    const { ada } = await filled();
    const { order } = placedOf(await ada.checkout(withCard('authenticationRequired')));
    stripe.account.authenticate(intents()[0]!.id, false);
    await deliver('payment_intent.payment_failed');
    expect(await show(order.token)).toMatchObject({ paymentStatus: 'failed' });
    expect(placedOf(await pay(order.token, card('visa'))).payment.status).toBe('paid');
    expect(intents()).toHaveLength(1);
  });

  it('lets the browser confirm by itself, and believes Stripe when the shopper comes back first', async () => {
    const { ada } = await filled();
    const { order, payment } = placedOf(await ada.checkout({ paymentMethod: 'stripe' }));
    const { paymentIntent } = payment.action as { paymentIntent: string };
    stripe.account.confirm(paymentIntent, { payment_method: 'pm_card_visa' });
    const back = placedOf(await pay(order.token));
    expect([back.payment.status, back.order.paymentStatus]).toEqual(['paid', 'paid']);
    expect(stripe.account.charged).toEqual([1000]);
  });

  describe('whose answer is lost', () => {
    const lose = async () => {
      const { ada } = await filled();
      stripe.fail('lost', '/payment_intents', { times: 3 });
      expect(refusal(await ada.checkout(withCard('visa')))).toEqual([502, 'provider_failed']);
      expect(stripe.account.charged).toEqual([1000]);
      return { ada, number: intents()[0]!.metadata['orderNumber']! };
    };
    afterEach(() => {
      expect(stripe.account.charged).toEqual([1000]);
      expect(intents()).toHaveLength(1);
    });

    it('charges once when the shopper repeats', async () => {
      const { ada, number } = await lose();
      const { order } = placedOf(await ada.checkout(withCard('visa')));
      expect(order).toMatchObject({ number, paymentStatus: 'paid' });
      expect(order.payments).toHaveLength(1);
    });

    it('charges once when the shopper repeats with another card', async () => {
      const { ada, number } = await lose();
      const { order } = placedOf(await ada.checkout(withCard('authenticationRequired')));
      expect(order).toMatchObject({ number, paymentStatus: 'paid' });
    });

    it('is told by the webhook', async () => {
      const { number } = await lose();
      expect((await deliver('payment_intent.succeeded')).status).toBe(200);
      expect(await payments(number)).toMatchObject([{ status: 'paid', asked_at: null }]);
    });

    it('asks by itself when nobody says anything', async () => {
      const { number } = await lose();
      await age(number, 3);
      await sweep();
      const reference = intents()[0]!.id;
      expect(await payments(number)).toMatchObject([{ status: 'paid', reference }]);
    });
  });

  it('mends a failure of Stripe without the shopper noticing', async () => {
    const { ada } = await filled();
    stripe.fail('failure', '/payment_intents');
    expect(placedOf(await ada.checkout(withCard('visa'))).payment.status).toBe('paid');
    expect(stripe.account.charged).toEqual([1000]);
  });

  it('reserves the money, and takes it when the staff ship', async () => {
    const { ada } = await filled({}, 2);
    const { order, payment } = placedOf(await ada.checkout(by('stripe-later', 'visa')));
    expect([payment.status, order.paymentStatus]).toEqual(['authorized', 'authorized']);
    expect((await deliver('payment_intent.amount_capturable_updated', 'stripe-later')).status).toBe(
      200
    );
    const seen = await grace.find(order);
    const captured = await grace.step(seen, `payments/${seen.payments[0]!.id}/capture`);
    expect(captured.status).toBe(200);
    expect(await operations(order.number)).toEqual(['capture 20 done']);
    expect(await show(order.token)).toMatchObject({ paymentStatus: 'paid' });
    await deliver('payment_intent.succeeded', 'stripe-later');
    expect(await show(order.token)).toMatchObject({ paymentStatus: 'paid' });
    expect(intents()).toMatchObject([{ status: 'succeeded', amount_received: 2000 }]);
  });

  it('takes a part of the money once: Stripe lets go of the rest, and so does the shop', async () => {
    const { ada } = await filled({}, 2);
    const { order } = placedOf(await ada.checkout(by('stripe-later', 'visa')));
    const seen = await grace.find(order);
    const path = `payments/${seen.payments[0]!.id}`;
    await grace.step(seen, `${path}/capture`, { amount: '12.50' });
    await deliver('payment_intent.succeeded', 'stripe-later');
    expect(intents()).toMatchObject([{ status: 'succeeded', amount_received: 1250 }]);
    expect(await operations(order.number)).toEqual(['capture 12.5 done']);
    expect(await grace.see(seen)).toMatchObject({ payments: [{ status: 'paid' }] });
    expect((await grace.step(seen, `${path}/capture`)).status).toBe(422);
  });

  it('shows the staff why Stripe refuses a step, and nothing moves', async () => {
    const { ada } = await filled();
    const { order } = placedOf(await ada.checkout(withCard('visa')));
    stripe.account.refund({ payment_intent: intents()[0]!.id, amount: '600' });
    const answer = await grace.step(await grace.find(order), 'refunds', { amount: '5.00' });
    expect(refusal(answer)).toEqual([422, 'status_not_allowed']);
    expect(JSON.stringify(answer.body)).toContain('greater than unrefunded');
    expect(await operations(order.number)).toEqual(['refund 5 refused']);
  });

  it('lets go of reserved money with a cancelled order', async () => {
    const { ada, stock } = await filled();
    const { order } = placedOf(await ada.checkout(by('stripe-later', 'visa')));
    expect((await cancel(order.token)).status).toBe(200);
    expect(intents()).toMatchObject([{ status: 'canceled' }]);
    expect(await stock()).toBe(10);
    expect(await operations(order.number)).toEqual(['void 10 done']);
  });

  it('leaves nothing to pay of an order that has expired', async () => {
    const { ada } = await filled();
    const { order } = placedOf(await ada.checkout(withCard('authenticationRequired')));
    await age(order.number, 120);
    await sweep();
    expect(await show(order.token)).toMatchObject({ status: 'cancelled' });
    expect(intents()).toMatchObject([{ status: 'canceled' }]);
    expect(() => stripe.account.authenticate(intents()[0]!.id)).toThrow();
  });

  it('gives a part back, once, also when the answer is lost', async () => {
    const { ada } = await filled({}, 2);
    const { order } = placedOf(await ada.checkout(withCard('visa')));
    stripe.fail('lost', 'POST /v1/refunds', { times: 3 });
    const asked = await grace.step(await grace.find(order), 'refunds', { amount: '5.50' });
    expect(asked.status).toBeLessThan(300);
    expect(await operations(order.number)).toEqual(['refund 5.5 asked']);
    await age(order.number, 3);
    await sweep();
    expect(await operations(order.number)).toEqual(['refund 5.5 done']);
    await deliver('charge.refunded');
    expect(await show(order.token)).toMatchObject({
      paymentStatus: 'partially_refunded',
      payments: [{ refunded: '5.50' }],
    });
    expect([...stripe.account.refunds.values()].map(({ amount }) => amount)).toEqual([550]);
  });

  it('hears of a refund that was made in the dashboard of Stripe', async () => {
    const { ada } = await filled();
    const { order } = placedOf(await ada.checkout(withCard('visa')));
    stripe.account.refund({ payment_intent: intents()[0]!.id, amount: '1000' });
    await deliver('charge.refunded');
    expect(await show(order.token)).toMatchObject({ paymentStatus: 'refunded' });
  });

  it('believes nobody who signs in the name of Stripe', async () => {
    const { ada } = await filled();
    const { order } = placedOf(await ada.checkout(withCard('authenticationRequired')));
    stripe.account.authenticate(intents()[0]!.id);
    const event = stripe.event('payment_intent.succeeded');
    const before = await receipts();
    const url = `${shop.url}${API}/webhooks/stripe`;
    const forged = [
      'nonsense',
      stripe.sign(JSON.stringify(event, null, 2), 'whsec_guessed'),
      stripe.sign(JSON.stringify({ ...event, id: 'evt_other' }, null, 2)),
    ];
    for (const signature of forged) {
      const answer = await stripe.deliver(event, url, signature);
      const { error } = (await answer.json()) as { error: { details: { code: string } } };
      expect([answer.status, error.details.code]).toEqual([400, 'invalid_signature']);
    }
    expect(await receipts()).toEqual(before);
    expect(await show(order.token)).toMatchObject({ paymentStatus: 'pending' });
  });

  it('keeps no card number that a front end sends by mistake, and passes it on to nobody', async () => {
    const { ada } = await filled();
    const number = '4242424242424242';
    const payment = { number, cvc: '987' };
    const answer = await ada.checkout({ paymentMethod: 'stripe', payment });
    expect(refusal(answer)).toEqual([402, 'payment_declined']);
    expect(stripe.asked).toEqual([]);
    const kept = await Promise.all(
      ['orders', 'payments', 'idempotency_keys', 'events', 'carts'].map((table) =>
        rowsOf(shop.strapi, `cartwright_${table}`)
      )
    );
    expect(JSON.stringify([kept, answer.body])).not.toContain(number);
  });
});

describe.each([
  ['JPY', 1990, '1990', 1990, 500],
  ['KWD', '5.120', '5.120', 5120, 500],
  ['ISK', 1990, '1990', 199_000, 50_000],
])('a shop in %s', (currency, unitPrice, total, units, refunded) => {
  beforeAll(() => start(currency));
  afterAll(() => shop.stop());

  it('is paid and gives back to the last unit, in the units of Stripe', async () => {
    const { ada } = await filled({ unitPrice });
    const { order } = placedOf(await ada.checkout(withCard('visa')));
    expect(order).toMatchObject({ paymentStatus: 'paid', totals: { total } });
    expect(stripe.account.charged).toEqual([units]);
    await deliver('payment_intent.succeeded');
    const part = currency === 'KWD' ? '0.500' : '500';
    await grace.step(await grace.find(order), 'refunds', { amount: part });
    expect([...stripe.account.refunds.values()].map(({ amount }) => amount)).toEqual([refunded]);
    await deliver('charge.refunded');
    expect(await show(order.token)).toMatchObject({
      paymentStatus: 'partially_refunded',
      payments: [{ refunded: part }],
    });
  });
});
