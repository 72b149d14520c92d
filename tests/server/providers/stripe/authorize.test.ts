import type { PaymentProvider } from '../../../../server/providers/payment';
import { stripePayment } from '../../../../server/providers/stripe';
import { type FakeStripe, startStripe } from '../../../support/stripe-server';
import { request } from './kit';

let stripe: FakeStripe;
let provider: PaymentProvider;
beforeAll(async () => {
  stripe = await startStripe();
  provider = stripePayment(stripe.options);
});
afterAll(() => stripe.stop());
beforeEach(() => {
  stripe.forget();
});

const declinedCard = { paymentMethod: 'pm_card_chargeDeclined' };
const stepCard = { paymentMethod: 'pm_card_authenticationRequired' };
const statuses = () => [...stripe.account.intents.values()].map(({ status }) => status);

describe('a payment by card', () => {
  it('is paid at once, and says for which order', async () => {
    const asked = request();
    expect(await provider.authorize(asked)).toEqual({
      status: 'paid',
      reference: expect.stringMatching(/^pi_/),
      captured: '20.00',
    });
    const [intent] = stripe.account.intents.values();
    expect(intent).toMatchObject({
      amount: 2000,
      currency: 'eur',
      capture_method: 'automatic',
      metadata: {
        provider: 'stripe',
        orderNumber: asked.orderNumber,
        attempt: asked.idempotencyKey,
      },
    });
  });

  it('is authorized, and charged later, when the shop captures by hand', async () => {
    const manual = stripePayment({ ...stripe.options, capture: 'manual' });
    const answer = await manual.authorize(request());
    expect(answer).toEqual({ status: 'authorized', reference: expect.any(String) });
    expect(statuses()).toEqual(['requires_capture']);
  });

  it('that is declined is an answer, in words for the shopper', async () => {
    expect(await provider.authorize(request({ payment: declinedCard }))).toEqual({
      status: 'declined',
      reason: 'Your card was declined.',
      reference: expect.stringMatching(/^pi_/),
    });
  });

  it('that the bank asks about goes on in the browser', async () => {
    const answer = await provider.authorize(request({ payment: stepCard }));
    expect(answer).toEqual({
      status: 'requires_action',
      reference: expect.stringMatching(/^pi_/),
      action: {
        type: 'stripe',
        clientSecret: expect.stringContaining('_secret_'),
        paymentIntent: answer.reference,
        nextAction: expect.objectContaining({ type: 'use_stripe_sdk' }),
      },
    });
  });

  it('without a card yet waits for the browser to confirm it', async () => {
    const answer = await provider.authorize(request({ payment: {} }));
    expect(answer).toMatchObject({ status: 'requires_action', action: { type: 'stripe' } });
    expect(answer.action).not.toHaveProperty('nextAction');
    expect(statuses()).toEqual(['requires_payment_method']);
  });

  it.each([
    ['0.10', 'EUR', /at least/],
    ['1.005', 'KWD', /cannot be paid/],
    ['1.50', 'MGA', /cannot be paid/],
  ])('of %s %s, which Stripe does not take, is declined', async (amount, currency, reason) => {
    const answer = await provider.authorize(request({ amount, currency }));
    expect(answer).toEqual({ status: 'declined', reason: expect.stringMatching(reason) });
    expect(stripe.account.charged).toEqual([]);
  });

  it('offers ways to pay that leave the shop only when it is told where they come back to', async () => {
    const returnUrl = 'https://shop.example/thanks';
    await provider.authorize(request({ payment: {} }));
    await provider.authorize(request({ payment: { paymentMethod: 'pm_card_visa', returnUrl } }));
    expect(stripe.asked.map(({ params }) => params)).toMatchObject([
      { automatic_payment_methods: { enabled: 'true', allow_redirects: 'never' } },
      { automatic_payment_methods: { allow_redirects: 'always' }, return_url: returnUrl },
    ]);
  });

  it('shows the shop on the statement as it likes', async () => {
    const named = stripePayment({ ...stripe.options, statementDescriptorSuffix: 'ORDER' });
    await named.authorize(request());
    expect(stripe.asked[0]?.params).toMatchObject({ statement_descriptor_suffix: 'ORDER' });
  });
});

describe('what the browser sends', () => {
  const number = '4242424242424242';
  it.each<[string, Record<string, unknown>]>([
    ['a card number', { number, cvc: '123' }],
    ['a card number for an id', { paymentMethod: number }],
    ['a card with an id', { paymentMethod: 'pm_card_visa', card: { number } }],
    ['an id of something else', { paymentMethod: 'pi_000001' }],
    ['an id with a path in it', { paymentMethod: 'pm_1/../../charges' }],
    ['no text', { paymentMethod: { id: 'pm_card_visa' } }],
    ['an address that is none', { returnUrl: 'javascript:alert(1)' }],
    ['the intent of another order', { paymentIntent: 'pi_000001' }],
  ])('with %s stops at the shop, declined', async (_, payment) => {
    const answer = await provider.authorize(request({ payment }));
    expect(answer).toEqual({ status: 'declined', reason: expect.any(String) });
    expect(JSON.stringify(answer)).not.toContain(number);
    expect(stripe.asked).toEqual([]);
  });

  it('names a card that Stripe does not know: declined', async () => {
    const answer = await provider.authorize(request({ payment: { paymentMethod: 'pm_unknown' } }));
    expect(answer).toMatchObject({ status: 'declined', reason: /No such PaymentMethod/ });
  });
});

describe('an attempt that is asked again', () => {
  it('is charged once, and answered as before', async () => {
    const asked = request();
    const first = await provider.authorize(asked);
    expect(await provider.authorize(asked)).toEqual(first);
    expect(stripe.account.charged).toEqual([2000]);
  });

  it('is charged once when it comes twice at the same time', async () => {
    const asked = request();
    const answers = await Promise.all([provider.authorize(asked), provider.authorize(asked)]);
    expect(answers[0]).toEqual(answers[1]);
    expect(stripe.account.charged).toEqual([2000]);
  });

  it('is charged once when the answer was lost', async () => {
    stripe.fail('lost', '/payment_intents', { times: 3 });
    const asked = request();
    await expect(provider.authorize(asked)).rejects.toThrow();
    expect(stripe.account.charged).toEqual([2000]);
    expect(await provider.authorize(asked)).toMatchObject({ status: 'paid' });
    expect(stripe.account.charged).toEqual([2000]);
  });

  it('with another card, after a lost answer, goes on with the intent of the first', async () => {
    stripe.fail('lost', '/payment_intents', { times: 3 });
    const asked = request({ payment: declinedCard });
    await expect(provider.authorize(asked)).rejects.toThrow();
    const again = { ...asked, payment: { paymentMethod: 'pm_card_visa' } };
    expect(await provider.authorize(again)).toMatchObject({ status: 'paid', captured: '20.00' });
    expect(statuses()).toEqual(['succeeded']);
    // Both cards, and a third one, find it paid.
    expect(await provider.authorize(asked)).toMatchObject({ status: 'paid' });
    expect(await provider.authorize(again)).toMatchObject({ status: 'paid' });
    const third = { ...asked, payment: stepCard };
    expect(await provider.authorize(third)).toMatchObject({ status: 'paid' });
    expect(stripe.account.charged).toEqual([2000]);
  });

  it('hears how the payment stands now, not how it stood', async () => {
    const asked = request({ payment: stepCard });
    const { reference } = await provider.authorize(asked);
    stripe.account.authenticate(reference!);
    expect(await provider.authorize(asked)).toMatchObject({ status: 'paid', reference });
  });

  it.each([true, false])(
    'after a failure of Stripe that had done it (%s) charges once',
    async (done) => {
      stripe.fail('failure', '/payment_intents', { done });
      const asked = request();
      expect(await provider.authorize(asked)).toMatchObject({ status: 'paid' });
      expect(await provider.authorize(asked)).toMatchObject({ status: 'paid' });
      expect(stripe.account.charged).toEqual([2000]);
    }
  );

  it('while Stripe does not answer is trouble, and charges once', async () => {
    const hasty = stripePayment({
      ...stripe.options,
      api: { ...stripe.options.api, timeout: 100, maxNetworkRetries: 0 },
    });
    stripe.fail('silence', '/payment_intents');
    const asked = request();
    await expect(hasty.authorize(asked)).rejects.toThrow();
    expect(await hasty.authorize(asked)).toMatchObject({ status: 'paid' });
    expect(stripe.account.charged).toEqual([2000]);
  });
});

describe('another attempt', () => {
  const next = (asked: ReturnType<typeof request>, reference: string | undefined) => ({
    ...asked,
    payment: { paymentMethod: 'pm_card_visa' },
    idempotencyKey: `${asked.idempotencyKey.split(':')[0]}:2`,
    reference: reference ?? null,
  });

  it('goes on with the intent that was declined', async () => {
    const asked = request({ payment: declinedCard });
    const { reference } = await provider.authorize(asked);
    const paid = await provider.authorize(next(asked, reference));
    expect(paid).toMatchObject({ status: 'paid', reference });
    expect(statuses()).toEqual(['succeeded']);
  });

  it('may try the same card again: it is another try, and not the first answer', async () => {
    const asked = request({ payment: declinedCard });
    const { reference } = await provider.authorize(asked);
    const second = { ...next(asked, reference), payment: declinedCard };
    const third = { ...second, idempotencyKey: 'the-third' };
    for (const attempt of [second, second, third]) {
      expect(await provider.authorize(attempt)).toMatchObject({ status: 'declined', reference });
    }
    const tries = stripe.account.events.filter(({ type }) => type.endsWith('payment_failed'));
    expect(tries).toHaveLength(3);
  });

  it('takes the amount that is due now', async () => {
    const asked = request({ payment: declinedCard });
    const { reference } = await provider.authorize(asked);
    await provider.authorize({ ...next(asked, reference), amount: '25.50' });
    expect(stripe.account.charged).toEqual([2550]);
  });

  it('with another card leaves a step of the bank behind', async () => {
    const asked = request({ payment: stepCard });
    const { reference } = await provider.authorize(asked);
    const paid = await provider.authorize(next(asked, reference));
    expect(paid).toMatchObject({ status: 'paid', reference });
    expect(stripe.account.charged).toEqual([2000]);
  });

  it('in the browser gets the way to go on, whatever was declined before', async () => {
    const asked = request({ payment: declinedCard });
    const { reference } = await provider.authorize(asked);
    const answer = await provider.authorize({ ...next(asked, reference), payment: {} });
    expect(answer).toMatchObject({
      status: 'requires_action',
      reference,
      action: { type: 'stripe' },
    });
  });

  it('on an intent that was paid meanwhile charges nothing, and tells what was paid', async () => {
    const asked = request({ payment: {} });
    const { reference } = await provider.authorize(asked);
    stripe.account.confirm(reference!, { payment_method: 'pm_card_visa' });
    const answer = await provider.authorize({ ...next(asked, reference), amount: '25.00' });
    expect(answer).toEqual({ status: 'paid', reference, captured: '20.00' });
    expect(stripe.account.charged).toEqual([2000]);
    expect(stripe.asked.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  it('that is overtaken by the browser is no second charge', async () => {
    const asked = request({ payment: {} });
    const { reference } = await provider.authorize(asked);
    stripe.before('/confirm', () =>
      stripe.account.confirm(reference!, { payment_method: 'pm_card_visa' })
    );
    expect(await provider.authorize(next(asked, reference))).toMatchObject({
      status: 'paid',
      reference,
    });
    expect(stripe.account.charged).toEqual([2000]);
  });

  it('after the intent was cancelled begins a new one', async () => {
    const asked = request({ payment: stepCard });
    const { reference } = await provider.authorize(asked);
    stripe.account.cancel(reference!, {});
    const paid = await provider.authorize(next(asked, reference));
    expect(paid.status).toBe('paid');
    expect(paid.reference).not.toBe(reference);
    expect(statuses()).toEqual(['canceled', 'succeeded']);
  });

  it('of a shop that has changed its keys begins a new one', async () => {
    const asked = request();
    expect(await provider.authorize(next(asked, 'pi_of_another_account'))).toMatchObject({
      status: 'paid',
    });
  });
});

describe('a shop with wrong keys', () => {
  it('is in trouble, and tells them nobody', async () => {
    const secretKey = 'sk_test_wrong-and-not-to-be-told';
    const wrong = stripePayment({ ...stripe.options, secretKey });
    const error: unknown = await Promise.resolve(wrong.authorize(request())).catch(
      (reason: unknown) => reason
    );
    expect(error).toMatchObject({ type: 'StripeAuthenticationError' });
    const { message, stack } = error as Error;
    expect(JSON.stringify([error, message, stack])).not.toContain('not-to-be-told');
  });

  it.each([
    ['secretKey', undefined],
    ['secretKey', ''],
    ['secretKey', 'pk_test_published'],
    ['webhookSecret', undefined],
    ['webhookSecret', 'sk_test_mixed-up'],
    ['capture', 'later'],
  ])('does not start: "%s" is %s', (key, value) => {
    const start = () => stripePayment({ ...stripe.options, [key]: value as never });
    expect(start).toThrow(`"${key}" must be`);
    expect(start).not.toThrow(/published|mixed-up/);
  });
});
