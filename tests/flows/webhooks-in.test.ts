import { request as httpRequest } from 'node:http';

import type { WebhookRequest } from '../../server/providers/payment';
import { fakeWebhook } from '../../server/providers';
import {
  fakeOf,
  ordersOf,
  placedOf,
  refusal,
  WEBHOOK_SECRET,
  withCard,
} from '../support/paid-shop';
import { listen, rowsOf } from '../support/shop';
import { API } from '../support/shopper';
import { type RunningShop, startStrapi } from '../support/strapi';

/** What a payment provider tells by itself: before the shop knows, twice, late, never, about nothing, and forged. */
let shop: RunningShop;
let fake: ReturnType<typeof fakeOf>;
let eager: ReturnType<typeof fakeOf>;
/** What a provider of webhooks alone was given. */
const given: WebhookRequest[] = [];
const postman = {
  name: 'postman',
  label: 'Postman',
  authorize: () => ({ status: 'pending' as const }),
  parseWebhook: (request: WebhookRequest) => {
    given.push(request);
    const body = request.rawBody.toString('utf8');
    if (body === 'nothing') return null;
    if (body === 'nonsense') return { id: 'x', reference: 'r', status: 'perhaps' } as never;
    return JSON.parse(body);
  },
};
const { filled, show, pay, cancel, hear, history, payments, operations, age, sweep } = ordersOf(
  () => shop
);

beforeAll(async () => {
  fake = fakeOf(() => shop);
  const { void: _, ...rest } = fakeOf(() => shop, {
    name: 'eager',
    webhookUrl: () => `${shop.url}${API}/webhooks/eager`,
  });
  eager = rest;
  shop = await startStrapi({ cartwright: { providers: { payments: [fake, eager, postman] } } });
});
afterAll(() => shop.stop());

const chargeOf = (number: string) =>
  fake.charges().find(({ orderNumber }) => orderNumber === number)!;
const receipts = (event_id?: string) =>
  rowsOf(shop.strapi, 'cartwright_webhook_receipts', event_id ? { event_id } : {});
const until = async (what: () => Promise<boolean>) => {
  for (let turn = 0; turn < 100; turn += 1) {
    if (await what()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('it did not happen');
};
const post = (provider: string, body: BodyInit, headers: Record<string, string> = {}) =>
  fetch(`${shop.url}${API}/webhooks/${provider}`, { method: 'POST', headers, body });
const codeOf = async (answer: Response) =>
  ((await answer.json()) as { error?: { details: { code?: string } } }).error?.details.code;

let events = 0;
const freshEvent = () => `evt-${(events += 1)}`;

describe('a message', () => {
  it('before the answer: the order is paid once, and its history says by whom', async () => {
    const { ada } = await filled();
    const { order, payment } = placedOf(await ada.checkout(withCard('webhook-first')));
    expect(payment).toEqual({ status: 'paid' });
    expect(await history(order.number)).toEqual([
      'shopper: placed null → open',
      'payment provider: payment pending → paid',
    ]);
    const [row] = await payments(order.number);
    expect(row).toMatchObject({ status: 'paid', asked_at: null });
    expect(Number(row!['amount_captured'])).toBe(10);
    const [receipt, ...others] = (await receipts()).filter(
      ({ reference }) => reference === chargeOf(order.number).reference
    );
    expect(receipt!['handled_at']).not.toBeNull();
    expect(others).toEqual([]);
  });

  it('twice, at once: it is kept once and handled once', async () => {
    const { ada } = await filled();
    const { order, payment } = placedOf(await ada.checkout(withCard('webhook-twice')));
    expect(payment).toEqual({ status: 'pending' });
    await until(async () => (await show(order.token)).paymentStatus === 'paid');
    const kept = (await receipts()).filter(
      ({ reference }) => reference === chargeOf(order.number).reference
    );
    expect(kept).toHaveLength(1);
    expect((await history(order.number)).filter((line) => line.endsWith('→ paid'))).toHaveLength(1);
  });

  it('late: the order waits, and is paid when it comes', async () => {
    const { ada } = await filled();
    const { order } = placedOf(await ada.checkout(withCard('webhook-late')));
    expect(order.paymentStatus).toBe('pending');
    await until(async () => (await show(order.token)).paymentStatus === 'paid');
  });

  it('never: the sweep asks, before it would cancel the order', async () => {
    const { ada, stock } = await filled();
    const { order } = placedOf(await ada.checkout(withCard('webhook-never')));
    await age(order.number, 120);
    await sweep();
    expect(await show(order.token)).toMatchObject({ status: 'open', paymentStatus: 'paid' });
    expect(await stock()).toBe(9);
  });

  it('after the order was cancelled: the money goes back, once, and the order stays cancelled', async () => {
    const { ada, stock } = await filled();
    // A provider that cannot let go of an attempt: the shopper can still pay it at the bank.
    const { order } = placedOf(await ada.checkout({ ...withCard('3-d'), paymentMethod: 'eager' }));
    expect((await cancel(order.token)).status).toBe(200);
    const paid = listen(shop.strapi, 'cartwright.order.paid');
    const charge = () => eager.charges().find(({ orderNumber }) => orderNumber === order.number)!;
    await eager.act(charge().reference);
    expect(charge()).toMatchObject({ captured: '10.00', refunded: '10.00' });
    const { reference, orderNumber } = charge();
    for (const status of ['paid', 'paid', 'authorized', 'refunded']) {
      const { headers, body } = fakeWebhook(
        { id: freshEvent(), reference, orderNumber, status },
        WEBHOOK_SECRET
      );
      expect((await post('eager', body, headers)).status).toBe(200);
    }
    const now = await show(order.token);
    expect(now).toMatchObject({ status: 'cancelled', payments: [{ refunded: '10.00' }] });
    expect(await operations(order.number)).toEqual(['refund 10 done']);
    expect(await history(order.number)).toEqual([
      'shopper: placed null → open',
      'shopper: payment pending → cancelled',
      'shopper: status open → cancelled',
      'payment provider: payment cancelled → paid',
      'payment provider: refund null → done',
      'payment provider: payment paid → refunded',
    ]);
    expect(await stock()).toBe(10);
    // Whoever packs what is paid must not pack this.
    expect(paid).toEqual([]);
  });

  it('after the order was cancelled, about money that cannot go back: it is asked for once', async () => {
    const { ada } = await filled();
    const { order } = placedOf(await ada.checkout(withCard('3-d')));
    expect((await cancel(order.token)).status).toBe(200);
    const { reference } = chargeOf(order.number);
    // The provider has let go of it, and yet somebody says that it was paid.
    for (let turn = 0; turn < 3; turn += 1) {
      await hear({ id: freshEvent(), reference, status: 'paid' });
    }
    expect(await operations(order.number)).toEqual(['void 0 done', 'refund 10 refused']);
    expect((await show(order.token)).status).toBe('cancelled');
  });

  it('late and out of order takes nothing back', async () => {
    const { ada } = await filled();
    const { order } = placedOf(await ada.checkout(withCard('approve')));
    const { reference } = chargeOf(order.number);
    for (const status of ['declined', 'pending', 'authorized', 'requires_action', 'cancelled']) {
      await hear({ id: freshEvent(), reference, orderNumber: order.number, status });
    }
    expect(await show(order.token)).toMatchObject({ status: 'open', paymentStatus: 'paid' });
    expect((await history(order.number)).at(-1)).toContain('→ paid');
  });

  it('about a refund in the provider’s own back office is the order’s too, and counts once', async () => {
    const { ada } = await filled();
    const { order } = placedOf(await ada.checkout(withCard('approve')));
    const { reference } = chargeOf(order.number);
    const told = { reference, status: 'paid', captured: '10.00', refunded: '4.00' };
    await hear({ ...told, id: freshEvent() });
    await hear({ ...told, id: freshEvent() });
    const now = await show(order.token);
    expect(now).toMatchObject({ paymentStatus: 'partially_refunded' });
    expect(now.payments).toMatchObject([{ refunded: '4.00' }]);
    expect((await pay(order.token)).status).toBe(200);
    expect(chargeOf(order.number).captured).toBe('10.00');
  });

  it('of an attempt of old that was declined is of no use any more, and does not wait', async () => {
    const { ada } = await filled();
    const { order } = placedOf(await ada.checkout(withCard('approve')));
    const id = freshEvent();
    await hear({ id, reference: 'pi_of_old', orderNumber: order.number, status: 'declined' });
    expect((await receipts(id))[0]!['handled_at']).not.toBeNull();
    expect((await show(order.token)).paymentStatus).toBe('paid');
  });
});

describe('a message that fits no order', () => {
  it('is kept, answered with 200, and handled once the order is there', async () => {
    const id = freshEvent();
    const { ada } = await filled();
    // The number of the order that comes next.
    const { number } = placedOf(await (await filled()).ada.checkout(withCard('approve'))).order;
    const next = String(Number(number) + 1).padStart(number.length, '0');
    const message = { id, reference: 'fake_early', orderNumber: next, status: 'paid' };
    expect((await hear(message)).status).toBe(200);
    await sweep();
    expect((await receipts(id))[0]!['handled_at']).toBeNull();
    // Its answer never comes.
    expect(refusal(await ada.checkout(withCard('silence')))).toEqual([502, 'provider_failed']);
    const status = async () =>
      (await rowsOf(shop.strapi, 'cartwright_orders', { number: next }))[0]!['payment_status'];
    expect(await status()).toBe('pending');
    await shop.strapi.db
      .connection('cartwright_webhook_receipts')
      .where({ event_id: id })
      .update({ retry_at: new Date(Date.now() - 1000) });
    await sweep();
    expect(await status()).toBe('paid');
    expect((await receipts(id))[0]!['handled_at']).not.toBeNull();
  });

  it('and tells of money: an alarm is raised once it is not early any more', async () => {
    const alarms: string[] = [];
    const logged = jest.spyOn(shop.strapi.log, 'error').mockImplementation((line) => {
      alarms.push(line as unknown as string);
      return shop.strapi.log;
    });
    const stray = { orderNumber: '987654' };
    await hear({ ...stray, id: freshEvent(), reference: 'a-second-charge', status: 'paid' });
    await hear({ ...stray, id: freshEvent(), reference: 'nobody-minds', status: 'declined' });
    const look = async (minutesAgo: number) => {
      const times = { received_at: new Date(Date.now() - minutesAgo * 60_000), retry_at: null };
      await shop.strapi.db
        .connection('cartwright_webhook_receipts')
        .where({ order_number: '987654' })
        .update(times);
      await sweep();
    };
    await look(9);
    expect(alarms).toEqual([]);
    await look(11);
    logged.mockRestore();
    expect(alarms).toEqual([
      'cartwright: "fake" tells of money that fits no payment: paid, reference a-second-charge, order 987654',
    ]);
  });

  it('does not keep those that came after it waiting, however many there are', async () => {
    const { ada } = await filled();
    const { order } = placedOf(await ada.checkout(withCard('3-d')));
    const { reference } = chargeOf(order.number);
    const past = new Date(Date.now() - 300_000);
    const row = { provider: 'fake', status: 'paid', received_at: past, retry_at: past };
    const strange = Array.from({ length: 150 }, (_, index) => ({
      ...row,
      event_id: `strange-${index}`,
      reference: `strange-${index}`,
      message: JSON.stringify({ status: 'paid' }),
    }));
    const ours = { ...row, event_id: freshEvent(), reference, message: '{"status":"paid"}' };
    const table = shop.strapi.db.connection('cartwright_webhook_receipts');
    for (let start = 0; start < 150; start += 50) {
      await table.clone().insert(strange.slice(start, start + 50));
    }
    await table.clone().insert(ours);
    await sweep();
    await sweep();
    expect((await show(order.token)).paymentStatus).toBe('paid');
    expect((await receipts('strange-0'))[0]!['handled_at']).toBeNull();
  });
});

describe('what is refused', () => {
  it('a bad signature: 400, and nothing is kept', async () => {
    const before = (await receipts()).length;
    const message = { id: freshEvent(), reference: 'r', status: 'paid' };
    const answer = await hear(message, 'another secret');
    expect([answer.status, await codeOf(answer)]).toEqual([400, 'invalid_signature']);
    expect((await post('fake', JSON.stringify(message))).status).toBe(400);
    expect((await receipts()).length).toBe(before);
  });

  it('what its own provider cannot read: malformed, empty, without an id, with a status that does not exist', async () => {
    const before = (await receipts()).length;
    for (const body of ['{"a":', '', '{}', '{"id":"x","status":"paid"}', 'nonsense']) {
      const answer = await post('postman', body, { 'Content-Type': 'application/json' });
      expect([answer.status, await codeOf(answer)]).toEqual([400, 'invalid_signature']);
    }
    expect((await receipts()).length).toBe(before);
  });

  it('nobody: an unknown provider, and one that takes no messages, are 404', async () => {
    for (const provider of ['nobody', 'manual', 'constructor', '%00', 'a%2Fb']) {
      const answer = await post(provider, '{}');
      expect(answer.status).toBe(404);
    }
  });

  it('too much: 413 over a megabyte, told or not, and the shop goes on', async () => {
    const { rawBody } = given.at(-1) ?? {};
    const long = 'x'.repeat(1024 * 1024 + 1);
    expect((await post('postman', long)).status).toBe(413);
    expect(await postChunks('postman', ['x'.repeat(600_000), 'y'.repeat(600_000)])).toBe(413);
    expect(given.at(-1)?.rawBody).toBe(rawBody);
    const message = {
      id: freshEvent(),
      reference: 'r',
      status: 'paid',
      reason: 'y'.repeat(900_000),
    };
    expect((await post('postman', JSON.stringify(message))).status).toBe(200);
  });
});

describe('what reaches the provider', () => {
  it.each([
    [
      'application/json',
      '{ "id" : "spaced", "reference":"r",\n\t"status":"paid", "é":"\\u00e9 ☃" }',
    ],
    ['application/json; charset=latin1', '{"id":"latin","reference":"r","status":"paid"}'],
    ['application/x-www-form-urlencoded', '{"id":"form","reference":"a=b&c","status":"paid"}'],
    ['multipart/form-data; boundary=x', '{"id":"multi","reference":"r","status":"paid"}'],
    ['text/plain', '\ufeff{"id":"bom","reference":"r","status":"paid"}'.slice(1)],
  ])('is the body byte by byte, also as %s', async (type, body) => {
    expect((await post('postman', Buffer.from(body), { 'Content-Type': type })).status).toBe(200);
    expect(given.at(-1)!.rawBody).toEqual(Buffer.from(body));
  });

  it('is nothing to keep, when the provider says so', async () => {
    const before = (await receipts()).length;
    expect((await post('postman', 'nothing')).status).toBe(200);
    expect((await receipts()).length).toBe(before);
  });

  it('is kept by provider and event: two providers may count alike', async () => {
    const id = freshEvent();
    const message = { id, reference: 'r', status: 'paid' };
    await hear(message);
    await post('postman', JSON.stringify(message));
    const { headers, body } = fakeWebhook(message, WEBHOOK_SECRET);
    await Promise.all(Array.from({ length: 5 }, () => post('fake', body, headers)));
    expect((await receipts(id)).map(({ provider }) => provider)).toEqual(['fake', 'postman']);
  });
});

it('a stranger cannot pay with a message that names an order of another provider', async () => {
  const { ada } = await filled();
  const { order } = placedOf(await ada.checkout(withCard('3-d')));
  const message = { id: freshEvent(), reference: 'r', orderNumber: order.number, status: 'paid' };
  await post('postman', JSON.stringify(message));
  expect((await show(order.token)).paymentStatus).toBe('pending');
  expect(refusal(await cancel(order.token))).toEqual([200, undefined]);
});

/** Without telling how long it is. */
function postChunks(provider: string, chunks: string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(`${shop.url}${API}/webhooks/${provider}`, { method: 'POST' });
    request.on('response', (response) => {
      response.resume();
      resolve(response.statusCode!);
    });
    request.on('error', reject);
    for (const chunk of chunks) request.write(chunk);
    request.end();
  });
}
