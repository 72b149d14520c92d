import type { PaymentProvider, PaymentRequest } from '../../../../server/providers/payment';
import { stripePayment } from '../../../../server/providers/stripe';
import { type FakeStripe, startStripe } from '../../../support/stripe-server';
import { request, step } from './kit';

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

async function begun(payment: Record<string, unknown>, more: Partial<PaymentRequest> = {}) {
  const asked = request({ payment, ...more });
  const { reference } = await provider.authorize(asked);
  return { asked, reference: reference!, orderNumber: asked.orderNumber };
}

const byCard = (card: string) => ({ paymentMethod: `pm_card_${card}` });
const parse = (event: object) => provider.parseWebhook!(stripe.message(event));

describe("a message of Stripe's", () => {
  it('says that a payment was made, for which order, and how much', async () => {
    const { reference, orderNumber } = await begun(byCard('visa'));
    const event = stripe.event('payment_intent.succeeded');
    expect(await parse(event)).toEqual({
      id: event.id,
      status: 'paid',
      captured: '20.00',
      reference,
      orderNumber,
    });
  });

  it.each([
    ['1990', 'JPY'],
    ['5.120', 'KWD'],
    ['5', 'ISK'],
  ])('of %s %s says so in the decimals of the currency', async (amount, currency) => {
    await begun(byCard('visa'), { amount, currency });
    expect(await parse(stripe.event('payment_intent.succeeded'))).toMatchObject({
      captured: amount,
    });
  });

  it('says that a card was declined, and why', async () => {
    const { reference } = await begun(byCard('chargeDeclined'));
    expect(await parse(stripe.event('payment_intent.payment_failed'))).toMatchObject({
      status: 'declined',
      reason: 'Your card was declined.',
      reference,
    });
  });

  it('says that the bank asks, and keeps the secret of the browser to itself', async () => {
    await begun(byCard('authenticationRequired'));
    const message = await parse(stripe.event('payment_intent.requires_action'));
    expect(message).toMatchObject({ status: 'requires_action' });
    expect(JSON.stringify(message)).not.toContain('_secret_');
  });

  it('says that a payment is authorized, and that it was let go of', async () => {
    const manual = stripePayment({ ...stripe.options, capture: 'manual' });
    const asked = request();
    const { reference = null } = await manual.authorize(asked);
    expect(await parse(stripe.event('payment_intent.amount_capturable_updated'))).toMatchObject({
      status: 'authorized',
      reference,
    });
    await manual.void!(step(asked, { reference }));
    expect(await parse(stripe.event('payment_intent.canceled'))).toMatchObject({
      status: 'cancelled',
    });
  });

  it('says what went back in all', async () => {
    const { asked, reference, orderNumber } = await begun(byCard('visa'));
    await provider.refund!(step(asked, { reference, amount: '5.00' }));
    const event = stripe.event('charge.refunded');
    const said = { id: event.id, reference, orderNumber, captured: '20.00' };
    expect(await parse(event)).toEqual({ ...said, status: 'paid', refunded: '5.00' });
    await provider.refund!(step(asked, { reference, amount: '15.00' }));
    expect(await parse(stripe.event('charge.refunded'))).toMatchObject({
      status: 'refunded',
      refunded: '20.00',
    });
  });

  it('about something else is passed over', async () => {
    const { asked } = await begun(byCard('visa'));
    expect(await parse(stripe.event('payment_intent.created'))).toBeNull();
    // Of another shop on the same account, with an order of the same number.
    const elsewhere = stripePayment({ ...stripe.options, name: 'other-shop' });
    const { reference = null } = await elsewhere.authorize({ ...asked, idempotencyKey: 'its-own' });
    expect(await parse(stripe.event('payment_intent.succeeded'))).toBeNull();
    await elsewhere.refund!(step(asked, { reference }));
    expect(await parse(stripe.event('charge.refunded'))).toBeNull();
    // Of no shop at all.
    stripe.account.create({
      amount: '100',
      currency: 'eur',
      confirm: 'true',
      payment_method: 'pm_card_visa',
    });
    expect(await parse(stripe.event('payment_intent.succeeded'))).toBeNull();
  });
});

describe('a message that is not to be believed', () => {
  const hour = 3600;
  const now = Math.floor(Date.now() / 1000);

  it.each<[string, (body: string) => { body?: string; signature?: string | string[] | undefined }]>(
    [
      ['was changed', (body) => ({ body: body.replace('2000', '2001') })],
      ['lost a blank on its way', (body) => ({ body: body.replace('  ', ' ') })],
      ['is not signed', () => ({ signature: undefined })],
      ['is signed twice', (body) => ({ signature: [stripe.sign(body), stripe.sign(body)] })],
      [
        'is signed with another secret',
        (body) => ({ signature: stripe.sign(body, 'whsec_other') }),
      ],
      ['is signed with nothing', () => ({ signature: '' })],
      ['is an hour old', (body) => ({ signature: stripe.sign(body, undefined, now - hour) })],
      ['is no message', () => ({ body: 'hello', signature: stripe.sign('hello') })],
    ]
  )('is refused: it %s', async (_, forge) => {
    await begun(byCard('visa'));
    const { headers, rawBody } = stripe.message(stripe.event('payment_intent.succeeded'));
    const forged = forge(rawBody.toString());
    const signature = 'signature' in forged ? forged.signature : headers['stripe-signature'];
    const read = async () =>
      provider.parseWebhook!({
        headers: { ...headers, 'stripe-signature': signature },
        rawBody: forged.body === undefined ? rawBody : Buffer.from(forged.body),
      });
    await expect(read()).rejects.toThrow();
  });
});
