import type { Response } from 'supertest';

import { UIDS } from '../../content-types/uids';
import type { AdminOrderDto } from '../../server/contracts/orders';
import { fakeBank } from '../support/fake-bank';
import { documents, listen, makeProduct, rowsOf, stockOf, type ProductWish } from '../support/shop';
import { ordersOf } from '../support/paid-shop';
import { ADDRESS, API, freshKey, shopperOf } from '../support/shopper';
import { makeStaff, type Staff } from '../support/staff';
import { startStrapi, type RunningShop } from '../support/strapi';

/** Money that goes back: to the cent, never more than there is, and the units with it when staff say so. */

const bank = fakeBank();
let shop: RunningShop;
let grace: Staff;
let heard: { name: string; payload: unknown }[];
const story = ordersOf(() => shop);

beforeAll(async () => {
  shop = await startStrapi({
    cartwright: {
      currency: 'EUR',
      providers: { payments: [() => bank.provider] },
      tax: { taxShipping: true, rates: [{ country: 'GB', rate: '20', label: 'VAT' }] },
      shipping: { options: [{ code: 'flat', label: 'Flat', amount: '4.95' }] },
    },
  });
  grace = await makeStaff(shop);
  heard = listen(shop.strapi, 'cartwright.order.refunded', 'cartwright.stock.returned');
});
afterAll(() => shop.stop());
beforeEach(() => {
  bank.reset();
  heard.length = 0;
});

const product = (wish?: ProductWish) => makeProduct(shop.strapi, wish);
const refusal = (answer: Response) => [answer.status, answer.body.error?.details.code];
const cents = (text: string) => Math.round(Number(text) * 100);

async function code(fields: object): Promise<string> {
  const name = `CODE${Math.random().toString(36).slice(2, 10)}`.toUpperCase();
  await documents(shop.strapi, UIDS.discountCode).create({
    data: { title: name, code: name, active: true, ...fields },
  });
  return name;
}

/** A paid order of these things. */
async function order(
  things: { quantity: number; unitPrice?: string; stock?: number | null }[],
  { discountCode, method = 'bank' }: { discountCode?: string; method?: string } = {}
): Promise<{ placed: AdminOrderDto; skus: string[] }> {
  const ada = shopperOf(shop);
  const skus: string[] = [];
  for (const { quantity, unitPrice = '10', stock = 10 } of things) {
    const { sku } = await product({ unitPrice, stock });
    skus.push(sku);
    await ada.add(sku, quantity);
  }
  const answer = await ada.checkout({ paymentMethod: method, discountCode, billing: ADDRESS });
  expect(answer.status).toBe(201);
  return { placed: await grace.find(answer.body.data.order), skus };
}

const refund = (order: AdminOrderDto, body: object, headers?: Record<string, string>) =>
  grace.step(order, 'refunds', body, headers);
const units = (order: AdminOrderDto, ...quantities: number[]) => ({
  lines: quantities.flatMap((quantity, index) =>
    quantity > 0 ? [{ id: order.items[index]!.id, quantity }] : []
  ),
});

describe('a refund', () => {
  it('BG10: of units gives back their share of discount and tax, as its preview has said', async () => {
    const discountCode = await code({ discountDeduct: 10 });
    const { placed } = await order(
      [
        { quantity: 1, unitPrice: '20' },
        { quantity: 3, unitPrice: '13.33' },
      ],
      { discountCode }
    );
    const body = { ...units(placed, 0, 1), reason: 'Came broken' };
    const preview = await grace.step(placed, 'refunds/preview', body);
    expect(preview.status).toBe(200);
    expect(await grace.see(placed)).toEqual(placed);

    const answer = await refund(placed, body);
    const [given] = answer.body.data.refunds;
    const line = placed.items[1]!;
    expect(given).toEqual({
      ...preview.body.data,
      id: expect.any(String),
      at: expect.any(String),
      status: 'done',
    });
    expect(given).toMatchObject({
      reason: 'Came broken',
      by: 'Grace Hopper',
      shipping: '0.00',
      lines: [{ itemId: line.id, quantity: 1 }],
    });
    expect(Math.abs(cents(given.amount) * 3 - cents(line.total))).toBeLessThan(3);
    expect(cents(given.amount)).toBe(
      cents(line.unitPrice) - cents(given.lines[0].discount) + cents(given.tax)
    );
    expect(answer.body.data).toMatchObject({
      paymentStatus: 'partially_refunded',
      amountDue: '0.00',
      items: placed.items.map((item, index) => ({
        lineTotal: item.lineTotal,
        discount: item.discount,
        total: item.total,
        refundable: item.quantity - index,
      })),
      totals: placed.totals,
    });
    expect(bank.done).toEqual([`refund ${given.amount}`]);
    expect(heard).toMatchObject([
      {
        name: 'cartwright.order.refunded',
        payload: { number: placed.number, refundId: given.id, amount: given.amount },
      },
    ]);
  });

  it('unit by unit gives back exactly what was paid, to the cent, with shipping and its tax', async () => {
    const discountCode = await code({ discountPercent: 7 });
    const { placed } = await order(
      [
        { quantity: 3, unitPrice: '9.99' },
        { quantity: 2, unitPrice: '0.05' },
      ],
      { discountCode }
    );
    for (const quantities of [[1], [0, 1], [1], [1], [0, 1]]) {
      expect((await refund(placed, units(placed, ...quantities))).status).toBe(200);
    }
    const shipped = await refund(placed, { shipping: true });
    expect(shipped.body.data.refunds.at(-1)).toMatchObject({ shipping: '4.95', amount: '5.94' });
    const after = await grace.see(placed);
    const sum = after.refunds.reduce((total, { amount }) => total + cents(amount), 0);
    expect([sum, after.paymentStatus, after.refundable]).toEqual([
      cents(placed.totals.total),
      'refunded',
      '0.00',
    ]);
    expect(after.refunds.reduce((total, { tax }) => total + cents(tax), 0)).toBe(
      cents(placed.totals.tax)
    );
  });

  it('of everything needs no counting; afterwards there is nothing left', async () => {
    const { placed } = await order([{ quantity: 2 }]);
    const answer = await refund(placed, { all: true });
    expect(answer.body.data).toMatchObject({
      paymentStatus: 'refunded',
      refunds: [{ amount: placed.totals.total, tax: placed.totals.tax, shipping: '4.95' }],
      items: [{ refundable: 0, toShip: 0 }],
      can: { refund: false, fulfil: false },
    });
    expect(refusal(await refund(placed, { all: true }))).toEqual([422, 'status_not_allowed']);
    expect(refusal(await refund(placed, { amount: '0.01' }))).toEqual([422, 'status_not_allowed']);
    // Nothing is due again, and nobody can pay it a second time.
    expect((await grace.see(placed)).amountDue).toBe('0.00');
  });

  it('is never more than is left', async () => {
    const { placed } = await order([{ quantity: 2 }]);
    const wrong = [
      [{ amount: '29.95' }, 400, 'invalid_amount'],
      [{ amount: '-1' }, 400, 'invalid_amount'],
      [{ amount: '1.001' }, 400, 'invalid_amount'],
      [{ amount: 'all' }, 400, 'invalid_amount'],
      [{ amount: '0' }, 422, 'status_not_allowed'],
      [{ shipping: '4.96' }, 400, 'invalid_amount'],
      [units(placed, 3), 400, 'invalid_quantity'],
      [{ lines: [{ id: 'other', quantity: 1 }] }, 404, 'item_not_found'],
    ] as const;
    for (const [body, status, name] of wrong) {
      expect([body, ...refusal(await refund(placed, body))]).toEqual([body, status, name]);
    }
    expect(await grace.see(placed)).toEqual(placed);
    expect((await refund(placed, { amount: placed.totals.total })).status).toBe(200);
  });

  it('of units that had not left means they need not be shipped', async () => {
    const { placed } = await order([{ quantity: 3 }]);
    const less = await refund(placed, units(placed, 2));
    expect(less.body.data.items).toMatchObject([{ toShip: 1, refundable: 1 }]);
    const sent = await grace.step(placed, 'fulfilments');
    expect(sent.body.data).toMatchObject({
      fulfilmentStatus: 'fulfilled',
      status: 'completed',
      fulfilments: [{ items: [{ quantity: 1 }] }],
    });
    // What was delivered can come back, too.
    expect((await refund(placed, units(placed, 1))).body.data.refunds).toHaveLength(2);
  });
});

describe('the units of a refund', () => {
  it('come back once when staff say so, at the moment when the money is back', async () => {
    const { placed, skus } = await order([{ quantity: 3 }]);
    bank.step = { status: 'pending' };
    await refund(placed, { ...units(placed, 2), restock: true });
    expect(await stockOf(shop.strapi, skus[0]!)).toBe(7);
    expect((await grace.see(placed)).refunds).toMatchObject([{ status: 'pending' }]);
    expect(heard).toEqual([]);

    // The provider says that it is done, three times.
    const hear = (id: string) =>
      shop
        .http()
        .post(`${API}/webhooks/bank`)
        .send({
          id,
          reference: `ref-${placed.number}`,
          orderNumber: placed.number,
          status: 'paid',
          refunded: '24.00',
        });
    await Promise.all([hear(`${placed.number}-1`), hear(`${placed.number}-1`)]);
    await hear(`${placed.number}-2`);
    expect((await grace.see(placed)).refunds).toMatchObject([{ status: 'done', amount: '24.00' }]);
    expect(await stockOf(shop.strapi, skus[0]!)).toBe(9);
    expect(heard.map(({ name }) => name)).toEqual([
      'cartwright.order.refunded',
      'cartwright.stock.returned',
    ]);
    // Cancelling brings back the rest, and not those again.
    await grace.step(placed, 'cancel');
    expect(await stockOf(shop.strapi, skus[0]!)).toBe(10);
    const moved = await rowsOf(shop.strapi, 'cartwright_stock_movements', {
      reference: placed.number,
    });
    expect(moved.map(({ change }) => Number(change))).toEqual([-3, 2, 1]);
  });

  it('stay away when staff do not, also when the order is cancelled later', async () => {
    const { placed, skus } = await order([{ quantity: 3 }]);
    await refund(placed, units(placed, 1));
    expect(await stockOf(shop.strapi, skus[0]!)).toBe(7);
    await grace.step(placed, 'cancel');
    expect(await stockOf(shop.strapi, skus[0]!)).toBe(9);
  });

  it('do not come back when the provider refuses', async () => {
    const { placed, skus } = await order([{ quantity: 1 }]);
    bank.step = { status: 'refused', reason: 'Too old' };
    const answer = await refund(placed, { all: true, restock: true });
    expect(refusal(answer)).toEqual([422, 'status_not_allowed']);
    expect(answer.body.error.details.reason).toBe('Too old');
    const after = await grace.see(placed);
    expect(after).toMatchObject({
      paymentStatus: 'paid',
      refunds: [{ status: 'refused' }],
      refundable: placed.totals.total,
      items: [{ refundable: 1, toShip: 1 }],
    });
    expect(await stockOf(shop.strapi, skus[0]!)).toBe(9);
    bank.step = { status: 'done' };
    expect((await refund(placed, { all: true, restock: true })).status).toBe(200);
    expect(await stockOf(shop.strapi, skus[0]!)).toBe(10);
  });
});

describe('many at once', () => {
  it('never give back more than was paid, and each unit once', async () => {
    const { placed, skus } = await order([{ quantity: 4 }]);
    const answers = await Promise.all([
      ...[1, 2, 3, 4, 5].map(() => refund(placed, { ...units(placed, 1), restock: true })),
      ...[1, 2, 3].map(() => refund(placed, { amount: '30.00' })),
      grace.step(placed, 'cancel'),
    ]);
    expect(answers.every(({ status }) => [200, 400, 422].includes(status))).toBe(true);
    const after = await grace.see(placed);
    expect(after).toMatchObject({ status: 'cancelled', paymentStatus: 'refunded' });
    const given = after.refunds.reduce((sum, { amount }) => sum + cents(amount), 0);
    const sent = bank.done.reduce((sum, step) => sum + cents(step.split(' ')[1]!), 0);
    expect([given, sent]).toEqual([cents(placed.totals.total), cents(placed.totals.total)]);
    expect(await stockOf(shop.strapi, skus[0]!)).toBe(10);
  });

  it('under one key are one', async () => {
    const { placed } = await order([{ quantity: 4 }]);
    const headers = { 'Idempotency-Key': freshKey() };
    const answers = await Promise.all(
      [1, 2, 3].map(() => refund(placed, { amount: '5' }, headers))
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(bank.done).toEqual(['refund 5.00']);
    expect((await grace.see(placed)).refunds).toHaveLength(1);
  });

  it('an answer that never came is asked for again, under the same key', async () => {
    const { placed } = await order([{ quantity: 1 }]);
    bank.step = new Error('socket hang up');
    const lost = await refund(placed, { all: true });
    expect([lost.status, lost.body.data.refunds[0].status]).toEqual([200, 'pending']);
    expect(refusal(await refund(placed, { all: true }))).toEqual([422, 'status_not_allowed']);
    bank.step = { status: 'done' };
    await story.age(placed.number, 10);
    await story.sweep();
    expect((await grace.see(placed)).paymentStatus).toBe('refunded');
    expect(bank.done).toEqual([`refund ${placed.totals.total}`]);
    const keys = bank.asked.flatMap((asked) => ('payment' in asked ? [] : [asked.idempotencyKey]));
    expect(new Set(keys).size).toBe(1);
  });
});

describe('what the provider can', () => {
  it('all or nothing is respected', async () => {
    bank.provider.capabilities = { partialRefund: false };
    const { placed } = await order([{ quantity: 1 }]);
    expect(refusal(await refund(placed, { amount: '1' }))).toEqual([422, 'status_not_allowed']);
    expect((await refund(placed, { all: true })).body.data.paymentStatus).toBe('refunded');
  });

  it('money that staff took outside the shop, they give back themselves', async () => {
    const { placed } = await order([{ quantity: 1 }], { method: 'manual' });
    expect(refusal(await refund(placed, { all: true }))).toEqual([422, 'status_not_allowed']);
    await grace.step(placed, 'mark-as-paid');
    const answer = await refund(placed, { all: true });
    expect([answer.status, answer.body.data.paymentStatus]).toEqual([200, 'refunded']);
  });
});
