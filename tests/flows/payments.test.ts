import { ordersOf, fakeOf, placedOf, refusal, waitingOf, withCard } from '../support/paid-shop';
import { type RunningShop, startStrapi } from '../support/strapi';

/** How an order is paid: at once, at the second attempt, another way, after a step, and never twice. */
let shop: RunningShop;
let fake: ReturnType<typeof fakeOf>;
/** Tells by webhooks alone, and cannot let go of an attempt. */
let oneWay: ReturnType<typeof fakeOf>;
const { filled, pay, show, cancel, hear, history, payments, operations, row, age, sweep } =
  ordersOf(() => shop);

beforeAll(async () => {
  fake = fakeOf(() => shop);
  const whole = fakeOf(() => shop, {
    name: 'one-way',
    webhookUrl: () => `${shop.url}/api/cartwright/webhooks/one-way`,
  });
  const { find: _, void: __, ...rest } = whole;
  oneWay = rest;
  shop = await startStrapi({ cartwright: { providers: { payments: [fake, oneWay] } } });
});
afterAll(() => shop.stop());

const chargesOf = (number: string) =>
  fake.charges().filter(({ orderNumber }) => orderNumber === number);
/** What the shop has of the shopper's money. */
const kept = (number: string) =>
  chargesOf(number).reduce((sum, { captured, refunded }) => sum + +captured - +refunded, 0);

describe('a declined payment', () => {
  it('leaves the order waiting with its stock; the secret link pays it, and it is the same order', async () => {
    const { ada, stock } = await filled({}, 2);
    const declined = await ada.checkout(withCard('decline'));
    expect(refusal(declined)).toEqual([402, 'payment_declined']);
    const { number, token } = waitingOf(declined);
    expect(await show(token)).toMatchObject({ number, status: 'open', paymentStatus: 'failed' });
    expect(await stock()).toBe(8);

    const again = await pay(token, withoutMethod('no-funds'));
    expect(refusal(again)).toEqual([402, 'payment_declined']);
    expect(again.body.error.message).toContain('not enough money');
    const paid = await pay(token, withoutMethod('approve'));
    expect([paid.status, placedOf(paid).payment.status]).toEqual([200, 'paid']);
    expect(placedOf(paid).order).toMatchObject({ number, paymentStatus: 'paid' });
    expect(chargesOf(number)).toMatchObject([{ status: 'paid', captured: '20.00' }]);
    expect(await stock()).toBe(8);
    expect(await history(number)).toEqual([
      'shopper: placed null → open',
      'shopper: payment pending → failed',
      'shopper: payment failed → paid',
    ]);
    // And once paid, nothing is due: whoever asks again pays nothing.
    expect((await pay(token, withoutMethod('approve'))).status).toBe(200);
    expect(kept(number)).toBe(20);
  });

  it('is not paid by a repeat of the placement with nothing new to say, and is by one with another card', async () => {
    const { ada } = await filled();
    const { number } = waitingOf(await ada.checkout(withCard('decline')));
    const paid = await ada.checkout(withCard('approve'));
    expect(placedOf(paid).order).toMatchObject({ number, paymentStatus: 'paid' });
    expect(kept(number)).toBe(10);
  });
});

describe('another way to pay', () => {
  it('from bank transfer to card: the transfer is given up, the hold is that of the card at least', async () => {
    const { ada } = await filled();
    const { number, token } = placedOf(await ada.checkout({ paymentMethod: 'manual' })).order;
    const paid = await pay(token, { method: 'fake', ...withoutMethod('approve') });
    expect(placedOf(paid).order).toMatchObject({
      paymentStatus: 'paid',
      payments: [
        { provider: 'manual', status: 'cancelled' },
        { provider: 'fake', status: 'paid' },
      ],
    });
    expect(kept(number)).toBe(10);
  });

  it('from a card that waits for its step to bank transfer: the card is let go, and can no longer be charged', async () => {
    const { ada } = await filled();
    const { number, token } = placedOf(await ada.checkout(withCard('3-d'))).order;
    const waits = placedOf(await pay(token, { method: 'manual' })).order;
    expect(waits.payments).toMatchObject([
      { provider: 'fake', status: 'cancelled' },
      { provider: 'manual', status: 'pending' },
    ]);
    expect(await operations(number)).toEqual(['void 0 done']);
    await fake.act(chargesOf(number)[0]!.reference);
    expect(chargesOf(number)).toMatchObject([{ status: 'cancelled', captured: '0.00' }]);
    expect(await show(token)).toMatchObject({ status: 'open', paymentStatus: 'pending' });
  });

  it('a card that is charged although it was given up pays the order, and the transfer is given up instead', async () => {
    const { ada } = await filled();
    const { number, token } = placedOf(await ada.checkout(withOneWay('3-d'))).order;
    await pay(token, { method: 'manual' });
    await oneWay.act(oneWay.charges().at(-1)!.reference);
    expect(await show(token)).toMatchObject({
      paymentStatus: 'paid',
      payments: [
        { provider: 'one-way', status: 'paid', refunded: '0.00' },
        { provider: 'manual', status: 'cancelled' },
      ],
    });
    expect(await operations(number)).toEqual([]);
  });

  it('a card that is charged although it was given up, when the transfer has come: the card is given back', async () => {
    const { ada } = await filled();
    const { number, token } = placedOf(await ada.checkout(withOneWay('3-d'))).order;
    await pay(token, { method: 'manual' });
    await shop.strapi
      .plugin('cartwright')
      .service('orders')
      .markAsPaid((await row(number))['document_id'], 'staff');
    const { reference } = oneWay.charges().at(-1)!;
    await oneWay.act(reference);
    expect(oneWay.charges().at(-1)).toMatchObject({ captured: '10.00', refunded: '10.00' });
    expect(await operations(number)).toEqual(['refund 10 done']);
    expect((await show(token)).payments).toMatchObject([
      { provider: 'one-way', status: 'refunded' },
      { provider: 'manual', status: 'paid', refunded: '0.00' },
    ]);
  });

  it('a choice between a card and its own way back takes up a new attempt', async () => {
    const { ada } = await filled();
    const { number, token } = placedOf(await ada.checkout(withCard('3-d'))).order;
    await pay(token, { method: 'manual' });
    const paid = placedOf(await pay(token, { method: 'fake', ...withoutMethod('approve') }));
    expect(paid.order.payments.map(({ status }) => status)).toEqual([
      'cancelled',
      'cancelled',
      'paid',
    ]);
    expect(kept(number)).toBe(10);
  });

  it('refuses one that the shop does not have', async () => {
    const { ada } = await filled();
    const { token } = waitingOf(await ada.checkout(withCard('decline')));
    expect(refusal(await pay(token, { method: 'gold' }))).toEqual([422, 'payment_method_unknown']);
    expect(refusal(await pay('unknown', {}))).toEqual([404, 'not_found']);
    expect((await pay(token, { payment: 'card' })).status).toBe(400);
    expect((await pay(token, { method: 7 })).status).toBe(400);
  });
});

describe('a 3-D step', () => {
  it('is handed on, and paid when it is confirmed; saying it twice, at once, charges once', async () => {
    const { ada } = await filled();
    const placed = placedOf(await ada.checkout(withCard('3-d')));
    const { number, token } = placed.order;
    expect(placed.payment).toEqual({
      status: 'requires_action',
      action: { type: 'fake', token: expect.any(String) },
    });
    expect(placed.order.paymentStatus).toBe('pending');
    // Nothing new is said: the answer is what it waits for, again.
    expect(placedOf(await pay(token)).payment).toEqual(placed.payment);
    const confirmed = () => pay(token, { payment: { confirmed: true } });
    const answers = await Promise.all([confirmed(), confirmed(), confirmed()]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    for (const answer of answers) expect(placedOf(answer).payment).toEqual({ status: 'paid' });
    expect(kept(number)).toBe(10);
  });

  it('is declined when it is given up, and the order can be paid with another card', async () => {
    const { ada } = await filled();
    const { number, token } = placedOf(await ada.checkout(withCard('3-d'))).order;
    const refused = await pay(token, { payment: { confirmed: false } });
    expect(refusal(refused)).toEqual([402, 'payment_declined']);
    expect(placedOf(await pay(token, withoutMethod('approve'))).payment.status).toBe('paid');
    expect(kept(number)).toBe(10);
  });

  it('done at the bank while the shopper never comes back: the webhook pays', async () => {
    const { ada } = await filled();
    const { number, token } = placedOf(await ada.checkout(withCard('3-d'))).order;
    await fake.act(chargesOf(number)[0]!.reference);
    expect(await show(token)).toMatchObject({ paymentStatus: 'paid' });
    expect(await history(number)).toContain('payment provider: payment pending → paid');
    // The shopper comes back after all.
    const late = await pay(token, { payment: { confirmed: true } });
    expect(placedOf(late).payment).toEqual({ status: 'paid' });
    expect(kept(number)).toBe(10);
  });
});

describe('two clicks at once', () => {
  it('on placing: one order, one charge', async () => {
    const { ada, stock } = await filled();
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => ada.checkout(withCard('approve')))
    );
    const numbers = new Set(answers.map((answer) => placedOf(answer).order.number));
    expect(numbers.size).toBe(1);
    expect(chargesOf([...numbers][0]!)).toHaveLength(1);
    expect(await stock()).toBe(9);
  });

  it('on paying a declined order: one charge, and both see it paid', async () => {
    const { ada } = await filled();
    const { number, token } = waitingOf(await ada.checkout(withCard('decline')));
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => pay(token, withoutMethod('approve')))
    );
    for (const answer of answers) expect(placedOf(answer).order.paymentStatus).toBe('paid');
    expect(kept(number)).toBe(10);
  });
});

describe('a provider in trouble', () => {
  it('took the money and lost its answer: 502, and the repeat finds it paid, charged once', async () => {
    for (const card of ['lost-answer', 'crash-after'] as const) {
      const { ada, stock } = await filled();
      expect(refusal(await ada.checkout(withCard(card)))).toEqual([502, 'provider_failed']);
      const paid = await ada.checkout(withCard(card));
      expect([paid.status, placedOf(paid).order.paymentStatus]).toEqual([200, 'paid']);
      expect(kept(placedOf(paid).order.number)).toBe(10);
      expect(await stock()).toBe(9);
    }
  });

  it('is silent: 502, nothing charged, and another card pays the same order', async () => {
    for (const card of ['silence', 'crash-before'] as const) {
      const { ada } = await filled();
      expect(refusal(await ada.checkout(withCard(card)))).toEqual([502, 'provider_failed']);
      const paid = await ada.checkout(withCard('approve'));
      expect([paid.status, placedOf(paid).payment]).toEqual([200, { status: 'paid' }]);
      expect(kept(placedOf(paid).order.number)).toBe(10);
    }
  });

  it('took the money without a word, and nobody comes back: the sweep asks it', async () => {
    const { ada } = await filled();
    expect(refusal(await ada.checkout(withCard('lost-answer')))).toEqual([502, 'provider_failed']);
    const { orderNumber: number } = fake.charges().at(-1)!;
    await sweep();
    expect((await payments(number))[0]).toMatchObject({ status: 'pending' });
    await age(number, 3);
    await sweep();
    expect((await payments(number))[0]).toMatchObject({ status: 'paid', asked_at: null });
    expect(await history(number)).toContain('payment provider: payment pending → paid');
    expect(kept(number)).toBe(10);
  });
});

describe('authorized money', () => {
  it('secures the order, is nothing that the shop has, and is let go when the order is cancelled', async () => {
    const { ada, stock } = await filled();
    const { number, token } = placedOf(await ada.checkout(withCard('authorize'))).order;
    expect(await show(token)).toMatchObject({ paymentStatus: 'authorized' });
    await age(number, 60 * 24);
    await sweep();
    expect(await show(token)).toMatchObject({ status: 'open', paymentStatus: 'authorized' });
    expect((await cancel(token)).status).toBe(200);
    expect(chargesOf(number)).toMatchObject([{ status: 'cancelled', captured: '0.00' }]);
    expect(await stock()).toBe(10);
  });

  it('of which the provider took a part by itself: cancelling needs staff', async () => {
    const { ada } = await filled();
    const { number, token } = placedOf(await ada.checkout(withCard('part'))).order;
    const [charge] = chargesOf(number);
    await tellStateOf(charge!.reference);
    expect(await show(token)).toMatchObject({ paymentStatus: 'authorized' });
    expect((await payments(number))[0]).toMatchObject({ status: 'authorized' });
    expect(refusal(await cancel(token))).toEqual([422, 'status_not_allowed']);
  });
});

function withOneWay(card: Parameters<typeof withCard>[0]) {
  return { ...withCard(card), paymentMethod: 'one-way' };
}

function withoutMethod(card: Parameters<typeof withCard>[0]) {
  const { payment } = withCard(card);
  return { payment };
}

async function tellStateOf(reference: string) {
  const charge = fake.charges().find((one) => one.reference === reference)!;
  const { status, captured, refunded, orderNumber } = charge;
  await hear({ id: `evt-${reference}`, reference, orderNumber, status, captured, refunded });
}
