import { UIDS } from '../../content-types/uids';
import type { PaymentProvider } from '../../server/providers/payment';
import { fakeOf, ordersOf, placedOf, refusal, waitingOf, withCard } from '../support/paid-shop';
import { documents, listen, rowsOf } from '../support/shop';
import { freshKey, makeAccount } from '../support/shopper';
import { type RunningShop, startStrapi } from '../support/strapi';

/** Orders that wait, and what becomes of them: their time runs out, somebody cancels them, or the money comes after all. */
let shop: RunningShop;
let fake: ReturnType<typeof fakeOf>;
/** Lets a test do something while the provider thinks: before it takes the money, and before it answers. */
const thinking = { before: () => Promise.resolve(), after: () => Promise.resolve() };
/** What it cannot do for a while, and the keys under which it was asked to let go. */
const down = { find: false, void: false, keys: [] as string[] };
const { visitor, filled, show, pay, cancel, history, payments, operations, row, age, sweep } =
  ordersOf(() => shop);

beforeAll(async () => {
  fake = fakeOf(() => shop);
  const slow: PaymentProvider = {
    ...fake,
    name: 'slow',
    authorize: async (request) => {
      await thinking.before();
      const answer = await fake.authorize(request);
      await thinking.after();
      return answer;
    },
    find: async (question) => {
      if (down.find) throw new Error('ECONNREFUSED');
      return fake.find!(question);
    },
    void: async (step) => {
      down.keys.push(step.idempotencyKey);
      if (down.void) throw new Error('ETIMEDOUT');
      return fake.void!(step);
    },
  };
  const { find: _, ...mute } = { ...slow, name: 'mute' };
  shop = await startStrapi({ cartwright: { providers: { payments: [fake, slow, mute] } } });
});
afterAll(() => shop.stop());
beforeEach(() => {
  thinking.before = thinking.after = () => Promise.resolve();
  down.find = down.void = false;
  down.keys.length = 0;
});

const HOUR = 60;
const DAY = 24 * HOUR;
const kept = (number: string) =>
  fake
    .charges()
    .filter(({ orderNumber }) => orderNumber === number)
    .reduce((sum, { captured, refunded }) => sum + +captured - +refunded, 0);
const withSlow = (card: Parameters<typeof withCard>[0]) => ({
  ...withCard(card),
  paymentMethod: 'slow',
});

let codes = 0;
async function makeCode() {
  const code = `SWEPT${(codes += 1)}`;
  const data = { title: code, code, active: true, discountDeduct: 1, maxUses: 1 };
  const { documentId } = await documents(shop.strapi, UIDS.discountCode).create({ data });
  return {
    code,
    used: async () => {
      const [stored] = await rowsOf(shop.strapi, 'cartwright_discount_codes', {
        document_id: documentId,
      });
      const uses = await rowsOf(shop.strapi, 'cartwright_discount_code_uses', {
        code_document_id: documentId,
      });
      return [Number(stored!['used_count']), uses.length];
    },
  };
}

describe('an order that nobody pays', () => {
  it('7.3: is cancelled when its time is up, once, also by two sweeps at once; all that it held is free again', async () => {
    const told = listen(shop.strapi, 'cartwright.order.cancelled', 'cartwright.stock.returned');
    const { code, used } = await makeCode();
    const { ada, sku, stock } = await filled({}, 3);
    const { token: cartToken } = ada;
    const declined = await ada.checkout({ ...withCard('decline'), discountCode: code });
    const { number, token } = waitingOf(declined);
    expect([await stock(), await used()]).toEqual([7, [1, 1]]);

    await age(number, 29);
    await sweep();
    expect((await show(token)).status).toBe('open');
    await age(number, 1);
    await Promise.all([sweep(), sweep(), sweep()]);
    expect(await show(token)).toMatchObject({ status: 'cancelled', paymentStatus: 'cancelled' });
    expect([await stock(), await used()]).toEqual([10, [0, 0]]);
    expect(await history(number)).toEqual([
      'shopper: placed null → open',
      'shopper: payment pending → failed',
      'shop: payment failed → cancelled',
      'shop: status open → cancelled',
    ]);
    expect(told.map(({ name, payload }) => [name, (payload as { number: string }).number])).toEqual(
      [
        ['cartwright.order.cancelled', number],
        ['cartwright.stock.returned', number],
      ]
    );
    expect((await row(number))['check_at']).toBeNull();

    // The cart is there again, as it was, under its old token; ordering it is another order.
    const back = (await visitor({ token: cartToken! }).cart()).body.data;
    expect(back).toMatchObject({ status: 'open', items: [{ sku, quantity: 3 }] });
    const again = placedOf(await ada.checkout({ ...withCard('approve'), discountCode: code }));
    expect(again.order.number).not.toBe(number);
    expect(again.order).toMatchObject({ paymentStatus: 'paid', totals: { total: '29.00' } });
    expect([await stock(), await used()]).toEqual([7, [1, 1]]);
    await sweep();
    expect(await stock()).toBe(7);
  });

  it('keeps its units for two weeks when it is paid outside the shop', async () => {
    const { ada, stock } = await filled();
    const { number, token } = placedOf(await ada.checkout({ paymentMethod: 'manual' })).order;
    await age(number, 14 * DAY - 1);
    await sweep();
    expect((await show(token)).status).toBe('open');
    await age(number, 1);
    await sweep();
    expect((await show(token)).status).toBe('cancelled');
    expect(await stock()).toBe(10);
  });

  it('is let go at the provider, where the shopper could still confirm it', async () => {
    const { ada } = await filled();
    const { number, token } = placedOf(await ada.checkout(withCard('3-d'))).order;
    await age(number, HOUR);
    await sweep();
    expect((await show(token)).status).toBe('cancelled');
    expect(await operations(number)).toEqual(['void 0 done']);
    const [charge] = fake.charges().filter(({ orderNumber }) => orderNumber === number);
    expect(charge!.status).toBe('cancelled');
    expect(refusal(await pay(token, { payment: { confirmed: true } }))).toEqual([
      422,
      'status_not_allowed',
    ]);
  });

  it('never expires once it is paid, or costs nothing', async () => {
    const paid = placedOf(await (await filled()).ada.checkout(withCard('approve'))).order;
    const free = placedOf(await (await filled({ unitPrice: 0 })).ada.checkout({})).order;
    expect(free).toMatchObject({ paymentStatus: 'paid', payments: [] });
    for (const { number, token } of [paid, free]) {
      expect(await row(number)).toMatchObject({ check_at: null, hold_expires_at: null });
      await age(number, 30 * DAY);
      await sweep();
      expect(await show(token)).toMatchObject({ status: 'open', paymentStatus: 'paid' });
    }
  });

  it('waits as long as the provider cannot say whether it was paid', async () => {
    const { ada, stock } = await filled();
    await ada.checkout(withSlow('webhook-never'));
    const { orderNumber: number, reference } = fake.charges().at(-1)!;
    await age(number, HOUR);
    down.find = true;
    await sweep();
    expect(await row(number)).toMatchObject({ status: 'open', payment_status: 'pending' });
    expect(await stock()).toBe(9);
    down.find = false;
    // The server that could not find out has it for two minutes.
    await sweep();
    expect(await row(number)).toMatchObject({ payment_status: 'pending' });
    await age(number, 3);
    await sweep();
    expect(await row(number)).toMatchObject({ status: 'open', payment_status: 'paid' });
    expect((await payments(number))[0]).toMatchObject({ reference });
  });
});

describe('a server that claimed an order', () => {
  it('has it for two minutes; when it died, another goes on', async () => {
    const { ada } = await filled();
    const { number, token } = waitingOf(await ada.checkout(withCard('decline')));
    await age(number, HOUR);
    const claimed = async (inMinutes: number) => {
      const check_at = new Date(Date.now() + inMinutes * 60_000);
      await shop.strapi.db.connection('cartwright_orders').where({ number }).update({ check_at });
    };
    await claimed(2);
    await sweep();
    expect((await show(token)).status).toBe('open');
    await claimed(0);
    await sweep();
    expect((await show(token)).status).toBe('cancelled');
  });
});

describe('money that comes while its order ends', () => {
  it('is kept with the order or goes back with it, whoever is first', async () => {
    const ends = { paid: 0, cancelled: 0 };
    for (let turn = 0; turn < 8; turn += 1) {
      const { ada, stock } = await filled();
      const { number, token } = waitingOf(await ada.checkout(withCard('decline')));
      await age(number, HOUR);
      const paying = () => pay(token, { payment: withCard('approve').payment });
      await Promise.all(turn % 2 ? [paying(), sweep(), sweep()] : [sweep(), paying(), paying()]);
      // What was cut off is finished by whoever comes next.
      await age(number, 3);
      await sweep();
      const { status, paymentStatus } = await show(token);
      if (status === 'cancelled') ends.cancelled += 1;
      else ends.paid += 1;
      expect([status, kept(number), await stock()]).toEqual(
        paymentStatus === 'paid' ? ['open', 10, 9] : ['cancelled', 0, 10]
      );
    }
    expect(ends.paid + ends.cancelled).toBe(8);
  });

  it.each([
    ['slow', 'before'],
    ['slow', 'after'],
    ['mute', 'before'],
    ['mute', 'after'],
  ] as const)(
    'is given back (%s) when the shopper cancels %s the provider has taken it, and its answer comes later',
    async (paymentMethod, when) => {
      const { ada, stock } = await filled();
      const declined = await ada.checkout({ ...withCard('decline'), paymentMethod });
      const { number, token } = waitingOf(declined);
      thinking[when] = async () => {
        expect((await cancel(token)).status).toBe(200);
      };
      const answer = await pay(token, { payment: withCard('approve').payment });
      expect([answer.status, placedOf(answer).order.status]).toEqual([200, 'cancelled']);
      expect(kept(number)).toBe(0);
      expect(await stock()).toBe(10);
      expect((await row(number))['check_at']).toBeNull();
    }
  );

  it('is found and given back when the order was cancelled and the answer never came', async () => {
    const { ada, stock } = await filled();
    const { number, token } = waitingOf(await ada.checkout(withCard('decline')));
    expect(refusal(await pay(token, { payment: withCard('lost-answer').payment }))).toEqual([
      502,
      'provider_failed',
    ]);
    expect((await cancel(token)).status).toBe(200);
    expect(kept(number)).toBe(10);
    await age(number, 3);
    await sweep();
    expect(kept(number)).toBe(0);
    expect(await show(token)).toMatchObject({ status: 'cancelled', paymentStatus: 'refunded' });
    expect(await stock()).toBe(10);
  });

  it('never came, and nobody waits for it for ever', async () => {
    const { ada } = await filled();
    expect(refusal(await ada.checkout(withCard('silence')))).toEqual([502, 'provider_failed']);
    const [{ number }] = (await rowsOf(shop.strapi, 'cartwright_orders')).slice(-1) as [
      { number: string },
    ];
    await age(number, HOUR);
    await sweep();
    expect(await row(number)).toMatchObject({ status: 'cancelled' });
    await sweep();
    expect((await row(number))['check_at']).toBeNull();
  });

  it('that goes back is asked for again when the provider fails, under the same key', async () => {
    const { ada } = await filled();
    const { number, token } = placedOf(await ada.checkout(withSlow('authorize'))).order;
    down.void = true;
    expect((await cancel(token)).status).toBe(200);
    await sweep();
    expect(down.keys).toHaveLength(1);
    await age(number, 3);
    await sweep();
    expect(await operations(number)).toEqual(['void 10 asked']);
    expect(down.keys).toHaveLength(2);
    down.void = false;
    await age(number, HOUR);
    await sweep();
    expect(await operations(number)).toEqual(['void 10 done']);
    expect(new Set(down.keys).size).toBe(1);
    expect((await row(number))['check_at']).toBeNull();
  });
});

describe('a shopper who cancels', () => {
  it('has the units, the code and the cart again; once, also when it is asked twice at once', async () => {
    const { code, used } = await makeCode();
    const { ada, sku, stock } = await filled({}, 2);
    const placed = await ada.checkout({ paymentMethod: 'manual', discountCode: code });
    const { number, token } = placedOf(placed).order;
    const answers = await Promise.all([cancel(token), cancel(token), cancel(token)]);
    expect(answers.map(refusal).sort()).toEqual([
      [200, undefined],
      [422, 'status_not_allowed'],
      [422, 'status_not_allowed'],
    ]);
    expect([await stock(), await used()]).toEqual([10, [0, 0]]);
    expect((await ada.cart()).body.data).toMatchObject({ status: 'open', items: [{ sku }] });
    await ada.add(sku);
    const again = placedOf(await ada.checkout({ paymentMethod: 'manual', discountCode: code }));
    expect(again.order.number).not.toBe(number);
    expect([await stock(), await used()]).toEqual([7, [1, 1]]);
    expect((await show(token)).items).toMatchObject([{ quantity: 2 }]);
    const entries = await history(number);
    expect(entries.filter((line) => line === 'shopper: status open → cancelled')).toHaveLength(1);
  });

  it('is refused once it was paid, cost nothing, was shipped, or is not theirs', async () => {
    const paid = placedOf(await (await filled()).ada.checkout(withCard('approve'))).order;
    expect(refusal(await cancel(paid.token))).toEqual([422, 'status_not_allowed']);
    const free = placedOf(await (await filled({ unitPrice: 0 })).ada.checkout({})).order;
    expect(refusal(await cancel(free.token))).toEqual([422, 'status_not_allowed']);
    const { ada, stock } = await filled();
    const sent = placedOf(await ada.checkout({ paymentMethod: 'manual' })).order;
    const line = sent.items[0] as unknown as { id: string };
    await shop.strapi.db
      .connection('cartwright_orders')
      .where({ number: sent.number })
      .update({
        fulfilment_status: 'fulfilled',
        fulfilments: JSON.stringify([
          { id: 'f1', items: [{ lineId: line.id, quantity: 1 }], shippedAt: new Date() },
        ]),
      });
    expect(refusal(await cancel(sent.token))).toEqual([422, 'status_not_allowed']);
    // Nor is it cancelled by itself: it has left.
    await age(sent.number, 20 * DAY);
    await sweep();
    expect((await show(sent.token)).status).toBe('open');
    expect(await stock()).toBe(9);
    expect(refusal(await cancel('unknown'))).toEqual([404, 'not_found']);
    expect(refusal(await cancel(sent.number))).toEqual([404, 'not_found']);
    const { jwt } = await makeAccount(shop.strapi);
    const stranger = visitor({ jwt });
    expect(refusal(await stranger.send('post', `/orders/${sent.number}/cancel`, {}))).toEqual([
      404,
      'not_found',
    ]);
    const nonsense = await visitor().send('post', `/orders/${sent.token}/cancel`, { why: 'x' });
    expect(refusal(nonsense)).toEqual([400, 'invalid_input']);
  });

  it('with an account that has another cart by then keeps that one', async () => {
    const { jwt, email } = await makeAccount(shop.strapi);
    const { ada, stock } = await filled({}, 1, { jwt });
    const { token } = placedOf(await ada.checkout({ paymentMethod: 'manual', email })).order;
    const { sku: other } = await filled();
    await ada.add(other);
    expect((await cancel(token)).status).toBe(200);
    expect((await ada.cart()).body.data.items).toMatchObject([{ sku: other }]);
    expect(await stock()).toBe(10);
    const next = placedOf(await ada.checkout({ paymentMethod: 'manual', email })).order;
    expect(next.items).toMatchObject([{ sku: other }]);
  });

  it('with an account has its cart again, and its order by number', async () => {
    const { jwt, email } = await makeAccount(shop.strapi);
    const { ada, sku } = await filled({}, 1, { jwt });
    const { number } = placedOf(await ada.checkout({ paymentMethod: 'manual', email })).order;
    expect((await ada.send('post', `/orders/${number}/cancel`, {})).status).toBe(200);
    expect((await ada.cart()).body.data.items).toMatchObject([{ sku }]);
  });
});

describe('a repeated placement', () => {
  it('under one key while the first still runs is one order and one charge', async () => {
    const { ada, stock } = await filled();
    const key = { 'Idempotency-Key': freshKey() };
    let second: ReturnType<typeof ada.checkout> | undefined;
    thinking.before = async () => {
      if (second) return;
      second = ada.checkout(withSlow('approve'), key);
      await new Promise((resolve) => setTimeout(resolve, 100));
    };
    const first = placedOf(await ada.checkout(withSlow('approve'), key));
    const repeated = placedOf(await second!);
    expect(repeated.order.number).toBe(first.order.number);
    expect(kept(first.order.number)).toBe(10);
    expect(await stock()).toBe(9);
  });

  it('under the key of an order that was cancelled answers with that order; without it, the cart is ordered anew', async () => {
    const { ada, stock } = await filled();
    const key = { 'Idempotency-Key': freshKey() };
    const { number, token } = placedOf(await ada.checkout({ paymentMethod: 'manual' }, key)).order;
    await cancel(token);
    const repeated = await ada.checkout({ paymentMethod: 'manual' }, key);
    expect([repeated.status, placedOf(repeated).order]).toEqual([
      200,
      expect.objectContaining({ number, status: 'cancelled' }),
    ]);
    expect(await stock()).toBe(10);
    const anew = placedOf(await ada.checkout({ paymentMethod: 'manual' }));
    expect(anew.order.number).not.toBe(number);
    expect(await stock()).toBe(9);
  });
});
