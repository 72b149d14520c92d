import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { FAKE_CARDS, fakePayment, fakeWebhook } from '../../../../server/providers';
import type { FakeBehaviour } from '../../../../server/providers';
import { testPaymentProvider } from '../../../../server/providers/contract';
import type { PaymentRequest } from '../../../../server/providers/payment';

const SECRET = 'fake secret';

let asked = 0;
function request(card: FakeBehaviour | null, more: Partial<PaymentRequest> = {}): PaymentRequest {
  asked += 1;
  return {
    orderNumber: `N-${asked}`,
    amount: '20.00',
    currency: 'EUR',
    email: 'ada@example.com',
    payment: card ? { card: FAKE_CARDS[card].number } : {},
    reference: null,
    idempotencyKey: `payment-${asked}:1`,
    ...more,
  };
}

const step = (reference: string | null, amount = '20.00') => ({
  orderNumber: 'N-1',
  currency: 'EUR',
  reference,
  amount,
  idempotencyKey: `step-${(asked += 1)}`,
});

const question = ({ orderNumber, currency, idempotencyKey }: PaymentRequest) => ({
  orderNumber,
  currency,
  idempotencyKey,
  reference: null,
});

testPaymentProvider(fakePayment({ webhookSecret: SECRET }), {
  authorized: { card: FAKE_CARDS.authorize.number },
  webhook: () => {
    const { headers, body } = fakeWebhook({ id: '1', reference: 'r', status: 'paid' }, SECRET);
    return { headers, rawBody: Buffer.from(body) };
  },
  payment: { card: FAKE_CARDS.approve.number },
  declined: { card: FAKE_CARDS.decline.number },
});

describe('the fake payment provider', () => {
  it.each([
    ['approve', { status: 'paid' }],
    ['decline', { status: 'declined', reason: 'The card was declined' }],
    ['no-funds', { status: 'declined', reason: 'There is not enough money on the card' }],
    ['3-d', { status: 'requires_action', action: { type: 'fake', token: expect.any(String) } }],
    ['authorize', { status: 'authorized' }],
    ['part', { status: 'authorized' }],
    ['webhook-first', { status: 'paid' }],
    ['webhook-twice', { status: 'pending' }],
    ['webhook-late', { status: 'pending' }],
    ['webhook-never', { status: 'pending' }],
  ] as const)('answers the card "%s"', async (card, answer) => {
    const fake = fakePayment();
    const given = await fake.authorize(request(card));
    expect(given).toEqual({ reference: expect.any(String), ...answer });
    // The same by the last two digits of the amount, where there is no card.
    const { digits } = FAKE_CARDS[card];
    const amount = `3.${String(digits ?? 50).padStart(2, '0')}`;
    const bare = await fake.authorize(request(null, { amount }));
    expect(bare.status).toBe(answer.status);
  });

  it('knows no real card', async () => {
    const fake = fakePayment();
    for (const card of ['5555555555554444', 4242424242424242, { number: 1 }]) {
      const answer = await fake.authorize(request(null, { payment: { card } }));
      expect(answer.status).toBe('declined');
    }
    const spaced = await fake.authorize(
      request(null, { payment: { card: '4242 4242 4242 4242' } })
    );
    expect(spaced.status).toBe('paid');
  });

  it('takes the money, and loses its answer or falls over; a repeat gets the answer, and charges once', async () => {
    for (const card of ['lost-answer', 'crash-after'] as const) {
      const fake = fakePayment();
      const once = request(card);
      await expect(fake.authorize(once)).rejects.toThrow();
      expect(await fake.find!(question(once))).toMatchObject({ status: 'paid', captured: '20.00' });
      expect((await fake.authorize(once)).status).toBe('paid');
      expect(fake.charges()).toHaveLength(1);
    }
  });

  it('is silent, or falls over, before it took anything', async () => {
    const fake = fakePayment({ silenceMs: 5 });
    for (const card of ['silence', 'crash-before'] as const) {
      const once = request(card);
      await expect(fake.authorize(once)).rejects.toThrow();
      expect(await fake.find!(question(once))).toBeNull();
    }
    expect(fake.charges()).toEqual([]);
  });

  it('3-D: charges when it is confirmed, and not when it is given up', async () => {
    const fake = fakePayment();
    for (const [confirmed, status] of [
      [true, 'paid'],
      [false, 'declined'],
    ] as const) {
      const first = request('3-d');
      const { reference } = await fake.authorize(first);
      const again = {
        ...first,
        reference: reference!,
        payment: { confirmed },
        idempotencyKey: `${first.idempotencyKey}2`,
      };
      expect(await fake.authorize(again)).toMatchObject({ status, reference });
    }
    expect(fake.charges().map(({ captured }) => captured)).toEqual(['20.00', '0.00']);
  });

  it('3-D: done at the bank, without the shop', async () => {
    const fake = fakePayment();
    const { reference } = await fake.authorize(request('3-d'));
    await fake.act(reference!);
    await fake.act(reference!, false);
    expect(fake.charges()).toMatchObject([{ status: 'paid', captured: '20.00' }]);
  });

  it('goes on with a payment that it has money of, instead of charging again', async () => {
    const fake = fakePayment();
    const { reference } = await fake.authorize(request('approve'));
    const more = await fake.authorize(request('approve', { reference: reference! }));
    expect(more).toMatchObject({ status: 'paid', reference });
    expect(fake.charges()).toHaveLength(1);
  });

  it('captures in parts, lets go of the rest, and refunds what was captured, never more', async () => {
    const fake = fakePayment({ manualCapture: true });
    const once = request('approve');
    const { reference } = await fake.authorize(once);
    const find = () => fake.find!(question(once));
    expect(await fake.capture!(step(reference!, '5.00'))).toEqual({ status: 'done' });
    expect(await find()).toMatchObject({ status: 'authorized', captured: '5.00' });
    expect(await fake.capture!(step(reference!, '15.01'))).toMatchObject({ status: 'refused' });
    expect(await fake.void!(step(reference!))).toEqual({ status: 'done' });
    expect(await fake.capture!(step(reference!, '1.00'))).toMatchObject({ status: 'refused' });
    expect(await fake.refund!(step(reference!, '5.01'))).toMatchObject({ status: 'refused' });
    expect(await fake.refund!(step(reference!, '2.00'))).toEqual({ status: 'done' });
    expect(await find()).toMatchObject({ status: 'paid', refunded: '2.00' });
    const last = step(reference!, '3.00');
    expect(await fake.refund!(last)).toEqual({ status: 'done' });
    expect(await fake.refund!(last)).toEqual({ status: 'done' });
    expect(await find()).toMatchObject({ status: 'refunded', captured: '5.00', refunded: '5.00' });
  });

  it('captures a part by itself with the card for it, to the last cent', async () => {
    const fake = fakePayment();
    const once = request('part', { amount: '0.05' });
    await fake.authorize(once);
    expect(await fake.find!(question(once))).toMatchObject({
      status: 'authorized',
      captured: '0.02',
    });
  });

  it('lets go of what waits, so that nobody can pay it afterwards; of what it never had, too', async () => {
    const fake = fakePayment();
    const { reference } = await fake.authorize(request('3-d'));
    expect(await fake.void!(step(reference!))).toEqual({ status: 'done' });
    await fake.act(reference!);
    expect(fake.charges()).toMatchObject([{ status: 'cancelled', captured: '0.00' }]);
    expect(await fake.void!(step(null))).toEqual({ status: 'done' });
    expect(await fake.refund!(step(null))).toMatchObject({ status: 'refused' });
  });

  it('remembers in a file what two servers ask at once, and what was asked before a restart', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'cartwright-ledger-'));
    const ledger = join(folder, 'charges');
    try {
      const servers = [fakePayment({ ledger }), fakePayment({ ledger })];
      const once = request('approve');
      const answers = await Promise.all(
        Array.from({ length: 20 }, async (_, turn) => servers[turn % 2]!.authorize(once))
      );
      expect(new Set(answers.map(({ reference }) => reference)).size).toBe(1);
      const restarted = fakePayment({ ledger });
      expect(await restarted.authorize(once)).toEqual(answers[0]);
      expect(restarted.charges()).toHaveLength(1);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('believes its own signature only, over the bytes as they came', () => {
    const fake = fakePayment({ webhookSecret: SECRET });
    const message = { id: 'evt', reference: 'r', status: 'paid' };
    const { headers, body } = fakeWebhook(message, SECRET);
    const heard = (text: string, signature: unknown = headers['fake-signature']) =>
      fake.parseWebhook!({
        headers: { 'fake-signature': signature as string },
        rawBody: Buffer.from(text),
      });
    expect(heard(body)).toEqual(message);
    expect(() => heard(`${body} `)).toThrow('signature');
    expect(() => heard(body, '')).toThrow('signature');
    expect(() => heard(body, fakeWebhook(message, 'other').headers['fake-signature'])).toThrow();
    const ping = fakeWebhook({ about: 'nothing' }, SECRET);
    expect(heard(ping.body, ping.headers['fake-signature'])).toBeNull();
    // Without a secret anybody could tell the shop that it was paid.
    expect(fakePayment().parseWebhook).toBeUndefined();
  });

  it('does not start in production, unless it is told to', () => {
    const before = process.env['NODE_ENV'];
    process.env['NODE_ENV'] = 'production';
    try {
      expect(() => fakePayment()).toThrow('allowInProduction');
      expect(fakePayment({ allowInProduction: true }).name).toBe('fake');
    } finally {
      process.env['NODE_ENV'] = before;
    }
  });
});
