import type { Response } from 'supertest';

import type { AdminOrderDto } from '../../server/contracts/orders';
import { fakeBank } from '../support/fake-bank';
import { listen, makeProduct, rowsOf, stockOf, type ProductWish } from '../support/shop';
import { freshKey, shopperOf } from '../support/shopper';
import { makeStaff, type Staff } from '../support/staff';
import { startStrapi, type RunningShop } from '../support/strapi';

/** What staff do to orders: parcels, money that is reserved, the end of an order, notes. */

const bank = fakeBank();
let shop: RunningShop;
let grace: Staff;
let heard: { name: string; payload: unknown }[];

beforeAll(async () => {
  shop = await startStrapi({
    cartwright: { currency: 'EUR', providers: { payments: [() => bank.provider] } },
  });
  grace = await makeStaff(shop);
  heard = listen(
    shop.strapi,
    'cartwright.order.paid',
    'cartwright.order.fulfilled',
    'cartwright.order.cancelled',
    'cartwright.order.payment_requested',
    'cartwright.stock.returned'
  );
});
afterAll(() => shop.stop());
beforeEach(() => {
  bank.reset();
  heard.length = 0;
});

const product = (wish?: ProductWish) => makeProduct(shop.strapi, { unitPrice: 20, ...wish });
const refusal = (answer: Response) => [answer.status, answer.body.error?.details.code];
const names = () => heard.map(({ name }) => name.replace('cartwright.', ''));

/** An order of these quantities of new things; paid by the bank unless said otherwise. */
async function order(
  quantities: number[],
  { method = 'bank', stock = 10 }: { method?: string; stock?: number } = {}
): Promise<{ order: AdminOrderDto; skus: string[]; token: string }> {
  const ada = shopperOf(shop);
  const skus: string[] = [];
  for (const quantity of quantities) {
    const { sku } = await product({ stock });
    skus.push(sku);
    await ada.add(sku, quantity);
  }
  const placed = await ada.checkout({ paymentMethod: method });
  expect(placed.status).toBe(201);
  const { token } = placed.body.data.order;
  heard.length = 0;
  return { order: await grace.find(placed.body.data.order), skus, token };
}

describe('parcels', () => {
  it('leave one after the other, with tracking, until nothing is left', async () => {
    const { order: placed, token } = await order([2, 1]);
    const [mug, plate] = placed.items;
    expect(placed).toMatchObject({ can: { fulfil: true }, items: [{ toShip: 2 }, { toShip: 1 }] });

    const first = await grace.step(placed, 'fulfilments', {
      items: [{ id: mug!.id, quantity: 1 }],
      carrier: 'Post',
      trackingNumber: 'A 1',
      trackingUrl: 'https://post.example/A1',
      shippedAt: '2026-07-01T10:00:00+02:00',
    });
    expect([first.status, first.body.data]).toMatchObject([
      200,
      {
        fulfilmentStatus: 'partial',
        status: 'open',
        items: [{ toShip: 1 }, { toShip: 1 }],
        fulfilments: [
          {
            carrier: 'Post',
            trackingNumber: 'A 1',
            trackingUrl: 'https://post.example/A1',
            shippedAt: '2026-07-01T08:00:00.000Z',
            items: [{ lineId: mug!.id, sku: mug!.sku, quantity: 1 }],
          },
        ],
      },
    ]);
    const rest = await grace.step(placed, 'fulfilments');
    expect(rest.body.data).toMatchObject({
      fulfilmentStatus: 'fulfilled',
      status: 'completed',
      can: { fulfil: false, cancel: false, edit: false, refund: true },
    });
    expect(rest.body.data.fulfilments[1].items).toEqual([
      { lineId: mug!.id, sku: mug!.sku, quantity: 1 },
      { lineId: plate!.id, sku: plate!.sku, quantity: 1 },
    ]);
    expect(rest.body.data.history).toMatchObject([
      { step: 'placed' },
      { step: 'payment', to: 'paid' },
      { step: 'fulfilment', from: 'unfulfilled', to: 'partial', by: 'Grace Hopper' },
      { step: 'fulfilment', from: 'partial', to: 'fulfilled', by: 'Grace Hopper' },
      { step: 'status', from: 'open', to: 'completed', by: 'Grace Hopper' },
    ]);
    expect(names()).toEqual(['order.fulfilled', 'order.fulfilled']);
    // The shopper sees how to follow them.
    const shown = await shopperOf(shop).send('get', `/orders/${token}`);
    expect(shown.body.data.fulfilments).toHaveLength(2);

    expect(refusal(await grace.step(placed, 'fulfilments'))).toEqual([422, 'status_not_allowed']);
    expect(refusal(await grace.step(placed, 'cancel'))).toEqual([422, 'status_not_allowed']);
  });

  it('never hold more than was ordered, also when two pack at once', async () => {
    const { order: placed } = await order([5]);
    const [line] = placed.items;
    const pack = (quantity: number) =>
      grace.step(placed, 'fulfilments', { items: [{ id: line!.id, quantity }] });
    const answers = await Promise.all([pack(3), pack(3), pack(3), pack(2), pack(2)]);
    const after = await grace.see(placed);
    const shipped = after.fulfilments
      .flatMap(({ items }) => items)
      .reduce((sum, { quantity }) => sum + quantity, 0);
    expect(shipped).toBe(after.items[0]!.quantity - after.items[0]!.toShip);
    expect(shipped).toBeGreaterThanOrEqual(3);
    expect(shipped).toBeLessThanOrEqual(5);
    for (const answer of answers.filter(({ status }) => status !== 200)) {
      expect(['invalid_quantity', 'status_not_allowed']).toContain(refusal(answer)[1]);
    }
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(after.fulfilments.length);
  });

  it('are packed once when the request is repeated under its key', async () => {
    const { order: placed } = await order([4]);
    const body = { items: [{ id: placed.items[0]!.id, quantity: 1 }] };
    const headers = { 'Idempotency-Key': freshKey() };
    const pack = () => grace.step(placed, 'fulfilments', body, headers);
    const answers = [...(await Promise.all([pack(), pack()])), await pack()];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await grace.see(placed)).fulfilments).toHaveLength(1);
  });

  it('can be followed by what is corrected later', async () => {
    const { order: placed } = await order([1]);
    const sent = (await grace.step(placed, 'fulfilments', { carrier: 'Post' })).body.data;
    const path = `/orders/${placed.documentId}/fulfilments/${sent.fulfilments[0].id}`;
    const corrected = await grace.send('put', path, { trackingNumber: 'B2' });
    expect(corrected.body.data.fulfilments).toEqual([
      { ...sent.fulfilments[0], trackingNumber: 'B2' },
    ]);
    expect((await grace.send('put', path, { carrier: null })).body.data.fulfilments).toMatchObject([
      { carrier: null, trackingNumber: 'B2' },
    ]);
    const other = `/orders/${placed.documentId}/fulfilments/other`;
    expect(refusal(await grace.send('put', other, {}))).toEqual([404, 'not_found']);
  });

  it('wait for the money, unless it comes outside the shop', async () => {
    bank.payment = 'pending';
    const online = (await order([1])).order;
    const refused = await grace.step(online, 'fulfilments');
    expect(refusal(refused)).toEqual([422, 'status_not_allowed']);
    expect(refused.body.error.details).toMatchObject({ from: 'pending', to: 'fulfilled' });
    const { order: onInvoice } = await order([1], { method: 'manual' });
    const sent = await grace.step(onInvoice, 'fulfilments');
    expect(sent.body.data).toMatchObject({ fulfilmentStatus: 'fulfilled', status: 'open' });
    const paid = await grace.step(onInvoice, 'mark-as-paid');
    expect(paid.body.data).toMatchObject({ paymentStatus: 'paid', status: 'completed' });
  });
});

describe('money that is reserved', () => {
  it('is captured in parts, and the rest let go', async () => {
    bank.payment = 'authorized';
    const { order: placed } = await order([2]);
    const [payment] = placed.payments;
    expect(payment).toMatchObject({ status: 'authorized', capturable: '40.00', voidable: '40.00' });
    const capture = (body: object) => grace.step(placed, `payments/${payment!.id}/capture`, body);

    const part = await capture({ amount: '15.00' });
    expect(part.body.data).toMatchObject({
      paymentStatus: 'authorized',
      amountDue: '25.00',
      payments: [
        {
          captured: '15.00',
          capturable: '25.00',
          operations: [{ kind: 'capture', amount: '15.00', status: 'done', by: 'Grace Hopper' }],
        },
      ],
    });
    const tooMuch = await capture({ amount: '25.01' });
    expect(refusal(tooMuch)).toEqual([400, 'invalid_amount']);
    expect(tooMuch.body.error.details).toMatchObject({ path: 'amount', max: '25.00' });

    const released = await grace.step(placed, `payments/${payment!.id}/void`);
    expect(released.body.data.payments).toMatchObject([
      { status: 'paid', captured: '15.00', authorized: '15.00', voidable: '0.00' },
    ]);
    expect(bank.done).toEqual(['capture 15.00', 'void 25.00']);
    expect(refusal(await capture({}))).toEqual([422, 'status_not_allowed']);
  });

  it('is captured once, however many ask at the same time', async () => {
    bank.payment = 'authorized';
    const { order: placed } = await order([1]);
    const [payment] = placed.payments;
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => grace.step(placed, `payments/${payment!.id}/capture`))
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422, 422, 422]);
    expect(bank.done).toEqual(['capture 20.00']);
    expect((await grace.see(placed)).paymentStatus).toBe('paid');
    expect(names()).toEqual(['order.paid']);
  });

  it('a provider that refuses is no success, and the order says why', async () => {
    bank.payment = 'authorized';
    const { order: placed } = await order([1]);
    bank.step = { status: 'refused', reason: 'The authorization has expired' };
    const [payment] = placed.payments;
    const answer = await grace.step(placed, `payments/${payment!.id}/capture`);
    expect(refusal(answer)).toEqual([422, 'status_not_allowed']);
    expect(answer.body.error.details.reason).toBe('The authorization has expired');
    expect((await grace.see(placed)).payments).toMatchObject([
      {
        status: 'authorized',
        captured: '0.00',
        capturable: '20.00',
        operations: [{ status: 'refused', reason: 'The authorization has expired' }],
      },
    ]);
  });

  it('a provider that fails is asked again later; nobody captures a second time meanwhile', async () => {
    bank.payment = 'authorized';
    const { order: placed } = await order([1]);
    bank.step = new Error('socket hang up');
    const path = `payments/${placed.payments[0]!.id}/capture`;
    const answer = await grace.step(placed, path);
    expect([answer.status, answer.body.data.payments[0]]).toMatchObject([
      200,
      { capturable: '0.00', operations: [{ status: 'asked', retryAt: expect.any(String) }] },
    ]);
    expect(refusal(await grace.step(placed, path))).toEqual([422, 'status_not_allowed']);
    expect(refusal(await grace.step(placed, path.replace('capture', 'void')))).toEqual([
      422,
      'status_not_allowed',
    ]);
  });

  it('is captured whole where the provider takes all or nothing', async () => {
    bank.payment = 'authorized';
    bank.provider.capabilities = { partialCapture: false };
    const { order: placed } = await order([1]);
    const path = `payments/${placed.payments[0]!.id}/capture`;
    expect(refusal(await grace.step(placed, path, { amount: '19.99' }))).toEqual([
      400,
      'invalid_amount',
    ]);
    expect((await grace.step(placed, path)).body.data.paymentStatus).toBe('paid');
  });
});

describe('the end of an order', () => {
  it('brings units and money back, once, and is told', async () => {
    const { order: placed, skus } = await order([3]);
    expect(await stockOf(shop.strapi, skus[0]!)).toBe(7);
    const answers = await Promise.all(
      [1, 2, 3].map(() => grace.step(placed, 'cancel', { reason: 'Cannot be delivered' }))
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422, 422]);
    const after = await grace.see(placed);
    expect(after).toMatchObject({
      status: 'cancelled',
      paymentStatus: 'refunded',
      amountDue: '0.00',
      payments: [{ status: 'refunded', refunded: '60.00' }],
      refunds: [{ status: 'done', amount: '60.00', reason: 'Cannot be delivered' }],
      can: { fulfil: false, cancel: false, edit: false, refund: false },
    });
    expect(after.history).toContainEqual(
      expect.objectContaining({ step: 'note', note: 'Cannot be delivered', by: 'Grace Hopper' })
    );
    expect(await stockOf(shop.strapi, skus[0]!)).toBe(10);
    expect(bank.done).toEqual(['refund 60.00']);
    expect(names().sort()).toEqual(['order.cancelled', 'stock.returned']);
  });

  it('lets go of what is reserved, and of nothing that was never there', async () => {
    bank.payment = 'authorized';
    const reserved = (await order([1])).order;
    expect((await grace.step(reserved, 'cancel')).body.data).toMatchObject({
      status: 'cancelled',
      paymentStatus: 'cancelled',
    });
    expect(bank.done).toEqual(['void 20.00']);
    const { order: waiting } = await order([1], { method: 'manual' });
    expect((await grace.step(waiting, 'cancel')).body.data.paymentStatus).toBe('cancelled');
  });

  it('gives a limited discount code its use back', async () => {
    const { order: placed } = await order([1]);
    const uses = () => rowsOf(shop.strapi, 'cartwright_discount_code_uses');
    await shop.strapi.db.connection('cartwright_discount_code_uses').insert({
      code_document_id: 'a-code',
      order_document_id: placed.documentId,
      created_at: new Date(),
    });
    await grace.step(placed, 'cancel');
    expect(await uses()).toEqual([]);
  });

  it('does not come once a part of it has left', async () => {
    const { order: placed } = await order([2]);
    await grace.step(placed, 'fulfilments', { items: [{ id: placed.items[0]!.id, quantity: 1 }] });
    const answer = await grace.step(placed, 'cancel');
    expect(answer.body.error.details).toEqual({
      code: 'status_not_allowed',
      from: 'partial',
      to: 'cancelled',
      allowed: ['refund'],
    });
  });

  it('either leaves or ends when two staff do both at once', async () => {
    const { order: placed, skus } = await order([2]);
    const [sent, ended] = await Promise.all([
      grace.step(placed, 'fulfilments'),
      grace.step(placed, 'cancel'),
    ]);
    expect([sent.status, ended.status].sort()).toEqual([200, 422]);
    const after = await grace.see(placed);
    expect(after.fulfilments).toHaveLength(after.status === 'cancelled' ? 0 : 1);
    expect(await stockOf(shop.strapi, skus[0]!)).toBe(after.status === 'cancelled' ? 10 : 8);
  });
});

describe('notes and links', () => {
  it('a note stands in the history, with who and when', async () => {
    const { order: placed } = await order([1]);
    const answer = await grace.step(placed, 'notes', { note: 'Rings at <b>noon</b>\nand waits' });
    expect(answer.body.data.history.at(-1)).toEqual({
      at: expect.any(String),
      by: 'Grace Hopper',
      step: 'note',
      from: null,
      to: 'note',
      note: 'Rings at <b>noon</b>\nand waits',
    });
  });

  it('a payment link is sent for what is due, and the order waits for it', async () => {
    bank.payment = 'declined';
    const ada = shopperOf(shop);
    await ada.add((await product()).sku);
    const declined = await ada.checkout({ paymentMethod: 'bank' });
    const placed = await grace.find(declined.body.error.details.order);
    const before = new Date(placed.holdExpiresAt!);
    heard.length = 0;
    const answer = await grace.step(placed, 'payment-link');
    expect([answer.status, answer.body.data.amountDue]).toEqual([200, '20.00']);
    expect(new Date(answer.body.data.holdExpiresAt) > before).toBe(true);
    expect(heard).toMatchObject([
      { name: 'cartwright.order.payment_requested', payload: { number: placed.number } },
    ]);
    bank.payment = 'paid';
    const { token } = declined.body.error.details.order;
    const paid = await ada.send('post', `/orders/${token}/payment`);
    expect(paid.body.data.order.paymentStatus).toBe('paid');
    expect(refusal(await grace.step(placed, 'payment-link'))).toEqual([422, 'status_not_allowed']);
  });
});

describe('what is no step', () => {
  it.each([
    ['fulfilments', { items: [] }, 'items'],
    ['fulfilments', { items: [{ id: 'x', quantity: 1.5 }] }, 'items.0.quantity'],
    [
      'fulfilments',
      {
        items: [
          { id: 'x', quantity: 1 },
          { id: 'x', quantity: 1 },
        ],
      },
      'items',
    ],
    ['fulfilments', { trackingUrl: 'javascript:alert(1)' }, 'trackingUrl'],
    ['fulfilments', { trackingUrl: 'https://a b' }, 'trackingUrl'],
    ['fulfilments', { shippedAt: 'yesterday' }, 'shippedAt'],
    ['fulfilments', { weight: 5 }, 'weight'],
    ['payments/x/capture', { amount: 5 }, 'amount'],
    ['payments/x/void', { amount: '5' }, 'amount'],
    ['cancel', { reason: 5 }, 'reason'],
    ['notes', { note: ' ' }, 'note'],
    ['notes', {}, 'note'],
    ['refunds', {}, ''],
    ['refunds', { all: true, amount: '5' }, ''],
    ['refunds', { amount: '5', lines: [{ id: 'x', quantity: 1 }] }, ''],
    ['refunds', { lines: [] }, 'lines'],
    ['refunds', { all: false }, 'all'],
    ['refunds/preview', { shipping: 5 }, 'shipping'],
    ['edit', { add: [] }, 'expectedTotal'],
    ['edit/preview', { quantities: [{ id: 'x', quantity: -1 }] }, 'quantities.0.quantity'],
    ['edit/preview', { email: 'nobody' }, 'email'],
    ['edit/preview', { billing: { country: 'Atlantis' } }, 'billing.country'],
  ])('%s %j', async (path, body, wrong) => {
    const { order: placed } = await order([1]);
    const answer = await grace.step(placed, path, body);
    expect(answer.status).toBe(400);
    const { code, issues, path: amountPath } = answer.body.error.details;
    expect(['invalid_input', 'invalid_quantity', 'invalid_amount']).toContain(code);
    expect(issues?.map((issue: { path: string }) => issue.path) ?? [amountPath]).toContain(wrong);
    expect(await grace.see(placed)).toEqual(placed);
  });

  it('is asked of an order that there is, by whoever may', async () => {
    const nobody = { documentId: 'nobody' };
    for (const [path, body] of [
      ['fulfilments', {}],
      ['cancel', {}],
      ['refunds', { all: true }],
      ['refunds/preview', { all: true }],
      ['edit/preview', {}],
      ['notes', { note: 'x' }],
      ['payment-link', {}],
      ['payments/x/capture', {}],
    ] as const) {
      expect(refusal(await grace.step(nobody, path, body))).toEqual([404, 'not_found']);
    }
    const { order: placed } = await order([1]);
    expect(refusal(await grace.step(placed, 'payments/x/capture'))).toEqual([404, 'not_found']);
    const stranger = await shop.http().post(`/cartwright/orders/${placed.documentId}/cancel`);
    expect(stranger.status).toBe(401);
  });
});
