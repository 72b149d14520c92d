import type { PaymentProvider, PaymentRequest } from '../../../../server/providers/payment';
import { stripePayment } from '../../../../server/providers/stripe';
import { type FakeStripe, startStripe } from '../../../support/stripe-server';
import { request, step } from './kit';

let stripe: FakeStripe;
let provider: PaymentProvider;
let manual: PaymentProvider;
beforeAll(async () => {
  stripe = await startStripe();
  provider = stripePayment(stripe.options);
  manual = stripePayment({ ...stripe.options, capture: 'manual' });
});
afterAll(() => stripe.stop());
beforeEach(() => {
  stripe.forget();
});

async function begun(by: PaymentProvider, change: Partial<PaymentRequest> = {}) {
  const asked = request(change);
  const { reference = null } = await by.authorize(asked);
  return { asked, reference: reference! };
}

const intent = (reference: string) => stripe.account.intent(reference);
const refunds = () => [...stripe.account.refunds.values()].map(({ amount }) => amount);
const DONE = { status: 'done' };
const REFUSED = { status: 'refused', reason: expect.any(String) };

describe('a capture', () => {
  it('takes all that was authorized', async () => {
    const { asked, reference } = await begun(manual);
    expect(await manual.capture!(step(asked, { reference }))).toEqual(DONE);
    expect(intent(reference)).toMatchObject({ status: 'succeeded', amount_received: 2000 });
  });

  it('of a part takes that part, once, also when Stripe has forgotten the key', async () => {
    const { asked, reference } = await begun(manual);
    const part = step(asked, { reference, amount: '12.50' });
    expect(await manual.capture!(part)).toEqual(DONE);
    expect(await manual.capture!(part)).toEqual(DONE);
    stripe.forgetKeys();
    expect(await manual.capture!(part)).toEqual(DONE);
    expect(intent(reference).amount_received).toBe(1250);
    // Stripe has let go of the rest: there is no other capture, and nothing to cancel.
    expect(await manual.capture!(step(asked, { reference, amount: '7.50' }))).toEqual(REFUSED);
    expect(await manual.void!(step(asked, { reference }))).toEqual(DONE);
  });

  it.each([
    ['more than was authorized', '20.01'],
    ['an amount that Stripe cannot write', '5.005'],
  ])('of %s is refused', async (_, amount) => {
    const { asked, reference } = await begun(manual);
    const currency = amount === '5.005' ? 'KWD' : 'EUR';
    expect(await manual.capture!(step(asked, { reference, amount, currency }))).toEqual(REFUSED);
    expect(intent(reference).status).toBe('requires_capture');
  });

  it('of nothing is refused: captured already, cancelled, or unknown', async () => {
    const { asked, reference } = await begun(provider);
    expect(await provider.capture!(step(asked, { reference }))).toEqual(REFUSED);
    expect(await provider.capture!(step(asked, { reference: 'pi_unknown' }))).toEqual(REFUSED);
    expect(await provider.capture!(step(asked))).toEqual(REFUSED);
  });

  it.each([true, false])('after a failure of Stripe (done: %s) takes it once', async (done) => {
    const { asked, reference } = await begun(manual);
    stripe.fail('failure', '/capture', { done });
    expect(await manual.capture!(step(asked, { reference }))).toEqual(DONE);
    expect(intent(reference).amount_received).toBe(2000);
  });

  it('that nobody answers is trouble', async () => {
    const { asked, reference } = await begun(manual);
    stripe.fail('lost', '/capture', { times: 3 });
    await expect(manual.capture!(step(asked, { reference }))).rejects.toThrow();
  });
});

describe('a void', () => {
  it.each([
    ['what was authorized', 'pm_card_visa'],
    ['a step of the bank that nobody takes', 'pm_card_authenticationRequired'],
    ['a declined card', 'pm_card_chargeDeclined'],
  ])('lets go of %s, again and again', async (_, paymentMethod) => {
    const { asked, reference } = await begun(manual, { payment: { paymentMethod } });
    const asking = step(asked, { reference });
    expect(await manual.void!(asking)).toEqual(DONE);
    expect(await manual.void!(asking)).toEqual(DONE);
    stripe.forgetKeys();
    expect(await manual.void!(step(asked, { reference }))).toEqual(DONE);
    expect(intent(reference).status).toBe('canceled');
  });

  it('of what was paid is refused', async () => {
    const { asked, reference } = await begun(provider);
    expect(await provider.void!(step(asked, { reference }))).toEqual(REFUSED);
    expect(intent(reference).status).toBe('succeeded');
  });

  it('of a bank debit on its way is asked again later', async () => {
    const { asked, reference } = await begun(provider, { payment: {} });
    intent(reference).status = 'processing';
    expect(await provider.void!(step(asked, { reference }))).toEqual({ status: 'pending' });
  });

  it('finds by the order what a crash has lost, and nothing of other orders', async () => {
    const lost = await begun(provider, { payment: {} });
    const other = await begun(provider, { payment: {} });
    const elsewhere = stripePayment({ ...stripe.options, name: 'other-shop' });
    const { orderNumber } = lost.asked;
    const foreign = await begun(elsewhere, { payment: {}, orderNumber });
    expect(await provider.void!(step(lost.asked))).toEqual(DONE);
    expect(intent(lost.reference).status).toBe('canceled');
    expect(intent(other.reference).status).toBe('requires_payment_method');
    expect(intent(foreign.reference).status).toBe('requires_payment_method');
  });

  it('of a lost payment that was charged is refused; of none it is done', async () => {
    const { asked } = await begun(provider);
    expect(await provider.void!(step(asked))).toEqual(REFUSED);
    expect(await provider.void!(step(request()))).toEqual(DONE);
    expect(await provider.void!(step(asked, { reference: 'pi_unknown' }))).toEqual(DONE);
  });

  it('after a failure of Stripe that had done nothing is done', async () => {
    const { asked, reference } = await begun(manual);
    stripe.fail('failure', '/cancel', { done: false });
    expect(await manual.void!(step(asked, { reference }))).toEqual(DONE);
    expect(intent(reference).status).toBe('canceled');
  });
});

describe('a refund', () => {
  it('of a part gives it back once, also when Stripe has forgotten the key', async () => {
    const { asked, reference } = await begun(provider);
    const part = step(asked, { reference, amount: '5.00' });
    expect(await provider.refund!(part)).toEqual(DONE);
    expect(await provider.refund!(part)).toEqual(DONE);
    stripe.forgetKeys();
    expect(await provider.refund!(part)).toEqual(DONE);
    expect(refunds()).toEqual([500]);
  });

  it('of the same amount under another key is another one', async () => {
    const { asked, reference } = await begun(provider);
    await provider.refund!(step(asked, { reference, amount: '5.00' }));
    await provider.refund!(step(asked, { reference, amount: '5.00' }));
    expect(refunds()).toEqual([500, 500]);
  });

  it('is given once when it is asked twice at the same time', async () => {
    const { asked, reference } = await begun(provider);
    const whole = step(asked, { reference });
    expect(await Promise.all([provider.refund!(whole), provider.refund!(whole)])).toEqual([
      DONE,
      DONE,
    ]);
    expect(refunds()).toEqual([2000]);
  });

  it.each(['20.01', '25.00'])('of %s, more than there is, is refused', async (amount) => {
    const { asked, reference } = await begun(provider);
    expect(await provider.refund!(step(asked, { reference, amount }))).toEqual(REFUSED);
    expect(refunds()).toEqual([]);
  });

  it('of what went back already is refused, and its own repeat is not', async () => {
    const { asked, reference } = await begun(provider);
    const whole = step(asked, { reference });
    expect(await provider.refund!(whole)).toEqual(DONE);
    stripe.forgetKeys();
    expect(await provider.refund!(whole)).toEqual(DONE);
    expect(await provider.refund!(step(asked, { reference }))).toEqual(REFUSED);
    expect(refunds()).toEqual([2000]);
  });

  it('of what was never charged, or is not known, is refused', async () => {
    const { asked, reference } = await begun(manual);
    expect(await provider.refund!(step(asked, { reference }))).toEqual(REFUSED);
    expect(await provider.refund!(step(asked))).toEqual(REFUSED);
  });

  it.each([
    ['succeeded', DONE],
    ['failed', REFUSED],
  ] as const)('that takes days is pending, and then %s', async (end, answer) => {
    const { asked, reference } = await begun(provider);
    stripe.account.refundStatus = 'pending';
    const whole = step(asked, { reference });
    expect(await provider.refund!(whole)).toEqual({ status: 'pending' });
    expect(await provider.refund!(whole)).toEqual({ status: 'pending' });
    stripe.account.settleRefunds(end);
    expect(await provider.refund!(whole)).toEqual(answer);
    expect(refunds()).toEqual([2000]);
  });

  it.each([true, false])('after a failure of Stripe (done: %s) is given once', async (done) => {
    const { asked, reference } = await begun(provider);
    stripe.fail('failure', 'POST /v1/refunds', { done });
    const part = step(asked, { reference, amount: '5.00' });
    expect(await provider.refund!(part)).toEqual(DONE);
    expect(await provider.refund!(part)).toEqual(DONE);
    expect(refunds()).toEqual([500]);
  });

  it('whose answer is lost is trouble, and given once', async () => {
    const { asked, reference } = await begun(provider);
    const part = step(asked, { reference, amount: '5.00' });
    stripe.fail('lost', 'POST /v1/refunds', { times: 3 });
    await expect(provider.refund!(part)).rejects.toThrow();
    expect(refunds()).toEqual([500]);
    expect(await provider.refund!(part)).toEqual(DONE);
    expect(refunds()).toEqual([500]);
  });
});

describe('where a payment stands', () => {
  const find = ({ orderNumber, currency, idempotencyKey }: PaymentRequest, reference?: string) =>
    provider.find!({ orderNumber, currency, idempotencyKey, reference: reference ?? null });

  it('is told by its reference: paid, and what went back of it', async () => {
    const { asked, reference } = await begun(provider);
    const paid = { status: 'paid', reference, captured: '20.00' };
    expect(await find(asked, reference)).toEqual(paid);
    await provider.refund!(step(asked, { reference, amount: '5.00' }));
    expect(await find(asked, reference)).toEqual({ ...paid, refunded: '5.00' });
    await provider.refund!(step(asked, { reference, amount: '15.00' }));
    expect(await find(asked, reference)).toEqual({
      ...paid,
      status: 'refunded',
      refunded: '20.00',
    });
  });

  it.each([
    ['requires_capture', 'authorized'],
    ['processing', 'pending'],
    ['requires_confirmation', 'requires_action'],
    ['requires_action', 'requires_action'],
    ['canceled', 'cancelled'],
    ['a_status_of_the_future', 'pending'],
  ])('is told in the words of the shop: %s is %s', async (status, said) => {
    const { asked, reference } = await begun(provider, { payment: {} });
    intent(reference).status = status;
    expect(await find(asked, reference)).toMatchObject({ status: said, reference });
  });

  it('is told of a declined card, with the reason', async () => {
    const payment = { paymentMethod: 'pm_card_chargeDeclined' };
    const { asked, reference } = await begun(provider, { payment });
    expect(await find(asked, reference)).toEqual({
      status: 'declined',
      reference,
      reason: 'Your card was declined.',
    });
  });

  it.each([
    ['among the newest', { hears: false, there: true }, 0],
    ['among the newest, where there is no search', { hears: false, there: false }, 0],
    ['by the search when it is old', { hears: true, there: true }, 120],
  ])('is found without a reference %s', async (_, search, others) => {
    Object.assign(stripe.search, search);
    const { asked, reference } = await begun(provider, { orderNumber: "O'Hara \\ 7" });
    for (let made = 0; made < others; made += 1) {
      stripe.account.create({ amount: '100', currency: 'eur' });
    }
    expect(await find(asked)).toMatchObject({ status: 'paid', reference });
    expect(await find({ ...asked, idempotencyKey: 'another-attempt' })).toBeNull();
    expect(await find({ ...asked, orderNumber: 'another-order' })).toBeNull();
  });

  it('of what Stripe does not know is null', async () => {
    const asked = request();
    expect(await find(asked)).toBeNull();
    expect(await find(asked, 'pi_unknown')).toBeNull();
  });

  it('is trouble when Stripe cannot be reached', async () => {
    const { asked, reference } = await begun(provider);
    stripe.fail('lost', '/payment_intents', { times: 3 });
    await expect(find(asked, reference)).rejects.toThrow();
  });
});
