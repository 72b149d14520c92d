import type { Response } from 'supertest';

import { UIDS } from '../../content-types/uids';
import type { AdminOrderDto, OrderDto } from '../../server/contracts/orders';
import type { OrderEditDto } from '../../server/contracts/staff';
import { fakeBank } from '../support/fake-bank';
import {
  changeVariation,
  documents,
  makeProduct,
  stockOf,
  type ProductWish,
} from '../support/shop';
import { ADDRESS, shopperOf } from '../support/shopper';
import { makeStaff, type Staff } from '../support/staff';
import { startStrapi, type RunningShop } from '../support/strapi';

/** A placed order is changed: shown first, then done, with what is due or too much afterwards. */

const bank = fakeBank();
let shop: RunningShop;
let grace: Staff;

beforeAll(async () => {
  shop = await startStrapi({
    cartwright: {
      currency: 'EUR',
      maxQuantityPerItem: 50,
      providers: { payments: [() => bank.provider] },
      tax: {
        rates: [
          { country: 'GB', rate: '20', label: 'VAT' },
          { country: 'DE', rate: '19', label: 'MwSt.' },
        ],
      },
      shipping: {
        options: [
          { code: 'flat', label: 'Flat', amount: '5', countries: ['GB', 'DE'] },
          { code: 'express', label: 'Express', amount: '9', countries: ['GB'] },
        ],
      },
    },
  });
  grace = await makeStaff(shop);
});
afterAll(() => shop.stop());
beforeEach(() => bank.reset());

const product = (wish?: ProductWish) =>
  makeProduct(shop.strapi, { unitPrice: 10, stock: 20, ...wish });
const refusal = (answer: Response) => [answer.status, answer.body.error?.details.code];
const cents = (text: string) => Math.round(Number(text) * 100);

async function code(fields: object) {
  const name = `CODE${Math.random().toString(36).slice(2, 10)}`.toUpperCase();
  return documents(shop.strapi, UIDS.discountCode).create({
    data: { title: name, code: name, active: true, ...fields },
  });
}

async function order(
  things: [sku: string, quantity: number][],
  { discountCode, method = 'bank' }: { discountCode?: unknown; method?: string } = {}
): Promise<{ placed: AdminOrderDto; token: string; show: () => Promise<OrderDto> }> {
  const ada = shopperOf(shop);
  for (const [sku, quantity] of things) await ada.add(sku, quantity);
  const answer = await ada.checkout({
    paymentMethod: method,
    shippingOption: 'flat',
    discountCode,
  });
  expect(answer.body.error).toBeUndefined();
  const { token } = answer.body.data.order;
  const show = async () => (await ada.send('get', `/orders/${token}`)).body.data as OrderDto;
  return { placed: await grace.find(answer.body.data.order), token, show };
}

const preview = (placed: AdminOrderDto, body: object) => grace.step(placed, 'edit/preview', body);
/** Shown, then done: what staff do on their page. */
async function edit(placed: AdminOrderDto, body: object): Promise<OrderEditDto> {
  const shown = await preview(placed, body);
  expect(shown.body.error).toBeUndefined();
  const { total: expectedTotal } = shown.body.data.order.totals;
  const answer = await grace.step(placed, 'edit', { ...body, expectedTotal });
  expect(answer.body.error).toBeUndefined();
  expect(figures(answer.body.data.order)).toEqual(figures(shown.body.data.order));
  return answer.body.data;
}
const figures = ({ items, totals, amountDue, overpaid }: AdminOrderDto) => ({
  lines: items.map(({ sku, quantity, unitPrice, discount, tax, total }) => [
    sku,
    quantity,
    unitPrice,
    discount,
    tax,
    total,
  ]),
  totals,
  amountDue,
  overpaid,
});
function expectSums({ items, totals }: Pick<OrderDto, 'items' | 'totals'>) {
  const sum = (field: 'lineTotal' | 'discount' | 'tax' | 'total') =>
    items.reduce((soFar, item) => soFar + cents(item[field]), 0);
  expect(sum('lineTotal')).toBe(cents(totals.subtotal));
  expect(sum('discount')).toBe(cents(totals.discount));
  expect(sum('tax')).toBe(cents(totals.tax));
  expect(sum('total') + cents(totals.shipping)).toBe(cents(totals.total));
}
const quantity = ({ items }: AdminOrderDto, index: number, wanted: number) => ({
  quantities: [{ id: items[index]!.id, quantity: wanted }],
});

describe('an edit', () => {
  it('shows the difference first, and writes nothing', async () => {
    const mug = await product();
    const { placed } = await order([[mug.sku, 2]]);
    const shown = await preview(placed, quantity(placed, 0, 3));
    expect([shown.status, shown.body.data]).toMatchObject([
      200,
      {
        before: placed.totals,
        difference: '12.00',
        order: {
          totals: { subtotal: '30.00', tax: '6.00', shipping: '5.00', total: '41.00' },
          amountDue: '12.00',
          overpaid: '0.00',
        },
      },
    ]);
    expect(await grace.see(placed)).toEqual(placed);
    expect(await stockOf(shop.strapi, mug.sku)).toBe(18);
  });

  it('makes more: at the old price of what is there, at today’s price of what comes new', async () => {
    const mug = await product();
    const plate = await product({ unitPrice: 7 });
    const { placed, show } = await order([[mug.sku, 2]]);
    await changeVariation(shop.strapi, mug.sku, { unitPrice: 15 });
    const { order: after, difference } = await edit(placed, {
      ...quantity(placed, 0, 3),
      add: [
        { sku: plate.sku, quantity: 2 },
        { sku: mug.sku, quantity: 1, data: { engraving: 'A' } },
      ],
    });
    expect(after.items).toMatchObject([
      { id: placed.items[0]!.id, sku: mug.sku, quantity: 3, unitPrice: '10.00' },
      { sku: plate.sku, quantity: 2, unitPrice: '7.00' },
      { sku: mug.sku, quantity: 1, unitPrice: '10.00' },
    ]);
    expectSums(after);
    expect(difference).toBe('40.80');
    expect(after).toMatchObject({ amountDue: '40.80', paymentStatus: 'pending', status: 'open' });
    expect(await stockOf(shop.strapi, mug.sku)).toBe(16);
    expect(await stockOf(shop.strapi, plate.sku)).toBe(18);
    expect(after.history).toContainEqual({
      at: expect.any(String),
      by: 'Grace Hopper',
      step: 'edit',
      from: '29.00',
      to: '69.80',
      note: `${mug.sku}: 2 → 3; ${plate.sku}: 0 → 2; ${mug.sku}: 0 → 1`,
    });
    const shown = await show();
    expect([shown.totals, shown.items.length]).toEqual([after.totals, 3]);
  });

  it('what is due is paid by a link, and then the order is as it should be', async () => {
    const mug = await product();
    const { placed, token } = await order([[mug.sku, 1]]);
    await edit(placed, quantity(placed, 0, 2));
    expect((await grace.step(placed, 'payment-link')).status).toBe(200);
    const pay = () => shopperOf(shop).send('post', `/orders/${token}/payment`, { method: 'bank' });
    expect((await pay()).body.data.order).toMatchObject({ paymentStatus: 'paid' });
    const after = await grace.see(placed);
    expect(after).toMatchObject({
      amountDue: '0.00',
      payments: [{ captured: '17.00' }, { captured: '12.00' }],
    });
    expect(refusal(await grace.step(placed, 'payment-link'))).toEqual([422, 'status_not_allowed']);
    await grace.step(placed, 'fulfilments');
    expect((await grace.see(placed)).status).toBe('completed');
  });

  it('what came outside the shop is confirmed', async () => {
    const mug = await product();
    const { placed } = await order([[mug.sku, 1]]);
    await edit(placed, quantity(placed, 0, 2));
    expect((await grace.see(placed)).canMarkAsPaid).toBe(true);
    const paid = await grace.step(placed, 'mark-as-paid');
    expect(paid.body.data).toMatchObject({
      paymentStatus: 'paid',
      payments: [{ captured: '17.00' }, { provider: 'manual', captured: '12.00' }],
    });
    expect((await grace.see(placed)).payments).toHaveLength(2);
  });

  it('makes less: units go back, and what was paid too much is given back by a refund', async () => {
    const [mug, plate] = [await product(), await product()];
    const { placed } = await order([
      [mug.sku, 3],
      [plate.sku, 1],
    ]);
    const { order: after, difference } = await edit(placed, {
      quantities: [
        { id: placed.items[0]!.id, quantity: 1 },
        { id: placed.items[1]!.id, quantity: 0 },
      ],
    });
    expect(after).toMatchObject({
      items: [{ sku: mug.sku, quantity: 1 }],
      totals: { total: '17.00' },
      paymentStatus: 'paid',
      overpaid: '36.00',
      amountDue: '0.00',
    });
    expect(difference).toBe('-36.00');
    expectSums(after);
    expect(await stockOf(shop.strapi, mug.sku)).toBe(19);
    expect(await stockOf(shop.strapi, plate.sku)).toBe(20);

    const refunded = await grace.step(placed, 'refunds', { amount: after.overpaid });
    expect(refunded.body.data).toMatchObject({
      overpaid: '0.00',
      amountDue: '0.00',
      refunds: [{ amount: '36.00', overpaid: '36.00', tax: '0.00' }],
    });
    // Dearer again: only the difference is due.
    const again = await edit(placed, quantity(after, 0, 2));
    expect(again.order.amountDue).toBe('12.00');
    // All of it goes back in the end, and every unit once.
    await grace.step(placed, 'cancel');
    expect(await stockOf(shop.strapi, mug.sku)).toBe(20);
    expect((await grace.see(placed)).payments).toMatchObject([
      { captured: '53.00', refunded: '53.00' },
    ]);
  });

  it('of an order that waits for its money asks for the new amount', async () => {
    const mug = await product();
    const { placed, token } = await order([[mug.sku, 1]], { method: 'manual' });
    const { order: after } = await edit(placed, quantity(placed, 0, 2));
    expect(after).toMatchObject({ amountDue: '29.00', payments: [{ amount: '29.00' }] });
    expect((await grace.step(placed, 'mark-as-paid')).body.data).toMatchObject({
      paymentStatus: 'paid',
      payments: [{ captured: '29.00' }],
    });

    bank.payment = 'requires_action';
    const online = await order([[mug.sku, 1]]);
    await edit(online.placed, quantity(online.placed, 0, 3));
    bank.asked.length = 0;
    bank.payment = 'paid';
    await shopperOf(shop).send('post', `/orders/${online.token}/payment`);
    expect(bank.asked).toMatchObject([{ amount: '41.00' }]);
    expect((await grace.see(online.placed)).paymentStatus).toBe('paid');
    expect(token).not.toBe(online.token);
  });

  it('changes where it goes, with the tax and the shipping of there', async () => {
    const mug = await product();
    const { placed } = await order([[mug.sku, 1]]);
    const berlin = { ...ADDRESS, city: 'Berlin', country: 'DE' };
    const { order: after } = await edit(placed, {
      shipping: berlin,
      email: 'Bo@Example.com',
      instructions: 'Ring twice',
    });
    expect(after).toMatchObject({
      email: 'bo@example.com',
      billing: ADDRESS,
      shipping: berlin,
      instructions: 'Ring twice',
      taxes: [{ label: 'MwSt.', rate: '19', amount: '1.90' }],
      totals: { total: '16.90' },
      overpaid: '0.10',
    });
    expect(after.history.at(-1)).toMatchObject({
      step: 'edit',
      note: 'email; shipping; instructions',
    });
    const express = await edit(placed, { shipping: ADDRESS, shippingOption: 'express' });
    expect(express.order.shippingOption).toMatchObject({ code: 'express', amount: '9.00' });
    // Express does not go to Berlin: staff have to say how.
    expect(refusal(await preview(placed, { shipping: berlin }))).toEqual([
      422,
      'shipping_option_unavailable',
    ]);
    const nowhere = await preview(placed, { shipping: { ...ADDRESS, city: '' } });
    expect(nowhere.body.error.details).toMatchObject({ issues: [{ path: 'shipping.city' }] });
  });
});

describe('an invoice', () => {
  it('is taken back by an edit that changes it, and the next one is over the order as it is', async () => {
    const mug = await product();
    const { placed } = await order([[mug.sku, 1]]);
    const invoiced = (await grace.step(placed, 'invoice')).body.data as AdminOrderDto;
    expect(invoiced.invoice).toMatchObject({ number: expect.any(String) });
    const kept = await edit(placed, { instructions: 'Ring twice' });
    expect(kept.order.invoice).toEqual(invoiced.invoice);
    const { order: after } = await edit(placed, quantity(placed, 0, 2));
    expect(after.invoice).toBeNull();
    expect(after.history.at(-1)).toMatchObject({
      step: 'invoice',
      from: invoiced.invoice!.number,
    });
    const documentsOf = async () =>
      (await grace.send('get', `/orders/${placed.documentId}/documents`)).body.data as object[];
    expect(await documentsOf()).toHaveLength(2);
    const again = (await grace.step(placed, 'invoice')).body.data as AdminOrderDto;
    expect(again.invoice!.number).not.toBe(invoiced.invoice!.number);
    await grace.step(placed, 'cancel');
    expect((await grace.see(placed)).invoice).toBeNull();
    expect(await documentsOf()).toHaveLength(4);
  });
});

describe('a discount code', () => {
  it('holds for what comes new, also when it is over by now', async () => {
    const [mug, plate] = [await product(), await product()];
    const tenPercent = await code({ discountPercent: 10, maxUses: 1 });
    const { placed } = await order([[mug.sku, 2]], { discountCode: tenPercent['code'] });
    await shop.strapi.db
      .connection('cartwright_discount_codes')
      .where({ document_id: tenPercent.documentId })
      .update({ valid_to: new Date('2020-01-01') });
    const { order: after } = await edit(placed, { add: [{ sku: plate.sku }] });
    expect(after.items.map(({ discount }) => discount)).toEqual(['2.00', '1.00']);
    expectSums(after);
    const uses = await documents(shop.strapi, UIDS.discountCode).findOne({
      documentId: tenPercent.documentId,
    });
    expect(uses['usedCount']).toBe(1);
  });

  it.each(['changed', 'deleted'])(
    'that was %s keeps what it gave, and gives nothing new',
    async (how) => {
      const [mug, plate] = [await product(), await product()];
      const fiveOff = await code({ discountDeduct: 5 });
      const { placed } = await order([[mug.sku, 3]], { discountCode: fiveOff['code'] });
      const { documentId } = fiveOff;
      const codes = documents(shop.strapi, UIDS.discountCode);
      if (how === 'deleted') await codes.delete({ documentId });
      else await codes.update({ documentId, data: { discountDeduct: 20 } });
      const dearer = await edit(placed, { ...quantity(placed, 0, 4), add: [{ sku: plate.sku }] });
      expect(dearer.order.items.map(({ discount }) => discount)).toEqual(['5.00', '0.00']);
      const less = await edit(placed, quantity(placed, 0, 1));
      expect(less.order.items.map(({ discount }) => discount)).toEqual(['1.25', '0.00']);
      expectSums(less.order);
    }
  );
});

describe('what cannot be edited', () => {
  it('is refused: what is not there, too much, what has left', async () => {
    const mug = await product({ stock: 5 });
    const retired = await product();
    const { placed } = await order([[mug.sku, 3]]);
    await documents(shop.strapi, UIDS.product).unpublish({ documentId: retired.documentId });
    await grace.step(placed, 'fulfilments', { items: [{ id: placed.items[0]!.id, quantity: 2 }] });
    const wrong: [object, number, string][] = [
      [quantity(placed, 0, 6), 409, 'insufficient_stock'],
      [quantity(placed, 0, 51), 422, 'quantity_limit'],
      [quantity(placed, 0, 1), 400, 'invalid_quantity'],
      [quantity(placed, 0, 0), 422, 'cart_empty'],
      [{ quantities: [{ id: 'other', quantity: 1 }] }, 404, 'item_not_found'],
      [{ add: [{ sku: 'none' }] }, 404, 'product_not_found'],
      [{ add: [{ sku: retired.sku }] }, 422, 'not_for_sale'],
      [{ shippingOption: 'balloon' }, 422, 'shipping_option_unavailable'],
    ];
    const now = await grace.see(placed);
    for (const [body, status, name] of wrong) {
      expect([body, ...refusal(await preview(placed, body))]).toEqual([body, status, name]);
      const done = await grace.step(placed, 'edit', { ...body, expectedTotal: '1.00' });
      expect(refusal(done)).toEqual([status, name]);
    }
    expect(await grace.see(placed)).toEqual(now);
    // Down to what has left, and everything that is there.
    expect((await preview(placed, quantity(placed, 0, 2))).status).toBe(200);
    expect((await preview(placed, quantity(placed, 0, 5))).status).toBe(200);
  });

  it('is what is over', async () => {
    const mug = await product();
    const { placed } = await order([[mug.sku, 1]]);
    await grace.step(placed, 'fulfilments');
    expect((await preview(placed, quantity(placed, 0, 2))).body.error.details).toMatchObject({
      code: 'status_not_allowed',
      from: 'completed',
      to: 'edited',
    });
  });

  it('is what would cost something else than was shown', async () => {
    const [mug, plate] = [await product(), await product()];
    const { placed } = await order([[mug.sku, 1]]);
    const body = { add: [{ sku: plate.sku }] };
    const shown = await preview(placed, body);
    await changeVariation(shop.strapi, plate.sku, { unitPrice: 12 });
    const { total: expectedTotal } = shown.body.data.order.totals;
    const answer = await grace.step(placed, 'edit', { ...body, expectedTotal });
    expect(refusal(answer)).toEqual([409, 'cart_changed']);
    expect(answer.body.error.details.cart.totals.total).toBe('31.40');
    expect(await grace.see(placed)).toEqual(placed);
    expect(await stockOf(shop.strapi, plate.sku)).toBe(20);
  });

  it('a product that is gone stays on the order, and can only become less', async () => {
    const mug = await product();
    const { placed } = await order([[mug.sku, 3]]);
    await documents(shop.strapi, UIDS.product).delete({ documentId: mug.documentId });
    expect(refusal(await preview(placed, quantity(placed, 0, 4)))).toEqual([422, 'not_for_sale']);
    const { order: after } = await edit(placed, quantity(placed, 0, 2));
    expect(after.items).toMatchObject([{ sku: mug.sku, quantity: 2, unitPrice: '10.00' }]);
    expectSums(after);
  });
});

describe('many at once', () => {
  it('edits come one after the other, and nobody sees new amounts with old lines', async () => {
    const mug = await product({ stock: 40 });
    const { placed, show } = await order([[mug.sku, 2]]);
    const seen: OrderDto[] = [];
    const watch = async (): Promise<void> => {
      seen.push(await show());
      if (!edited.done) await watch();
    };
    const edited = { done: false };
    const reader = watch();
    const totals = new Map([3, 4, 5].map((units) => [units, (units * 12 + 5).toFixed(2)]));
    const answers = await Promise.all(
      [3, 4, 5].map((units) =>
        grace.step(placed, 'edit', {
          ...quantity(placed, 0, units),
          expectedTotal: totals.get(units),
        })
      )
    );
    edited.done = true;
    await reader;
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    for (const one of seen) expectSums(one);
    const after = await grace.see(placed);
    expectSums(after);
    expect(await stockOf(shop.strapi, mug.sku)).toBe(40 - after.items[0]!.quantity);
    expect(after.history.filter(({ step }) => step === 'edit')).toHaveLength(3);
  });

  it('edits of several orders never take more units than there are', async () => {
    const mug = await product({ stock: 8 });
    const orders = [];
    for (let made = 0; made < 4; made += 1) orders.push((await order([[mug.sku, 1]])).placed);
    const answers = await Promise.all(
      orders.map((placed) =>
        grace.step(placed, 'edit', { ...quantity(placed, 0, 3), expectedTotal: '41.00' })
      )
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 409, 409]);
    expect(await stockOf(shop.strapi, mug.sku)).toBe(0);
  });

  it('an edit, a parcel, a refund and a cancellation at once leave an order that adds up', async () => {
    for (let round = 0; round < 3; round += 1) {
      const mug = await product({ stock: 10 });
      const { placed } = await order([[mug.sku, 3]]);
      const { id } = placed.items[0]!;
      const answers = await Promise.all([
        grace.step(placed, 'edit', { ...quantity(placed, 0, 1), expectedTotal: '17.00' }),
        grace.step(placed, 'edit', { ...quantity(placed, 0, 5), expectedTotal: '65.00' }),
        grace.step(placed, 'fulfilments', { items: [{ id, quantity: 2 }] }),
        grace.step(placed, 'refunds', { lines: [{ id, quantity: 1 }], restock: true }),
        grace.step(placed, 'cancel'),
      ]);
      expect(answers.every(({ status }) => [200, 400, 422].includes(status))).toBe(true);
      const after = await grace.see(placed);
      expectSums(after);
      const [line] = after.items;
      const shipped = after.fulfilments.flatMap(({ items }) => items);
      const sent = shipped.reduce((sum, item) => sum + item.quantity, 0);
      const back = after.refunds.flatMap(({ lines }) => lines);
      const returned = back.reduce((sum, item) => sum + item.quantity, 0);
      expect(sent + line!.toShip).toBeLessThanOrEqual(line!.quantity);
      const out = after.status === 'cancelled' ? 0 : line!.quantity - returned;
      expect(await stockOf(shop.strapi, mug.sku)).toBe(10 - out);
      const given = after.payments.reduce((sum, { refunded }) => sum + cents(refunded), 0);
      const noted = after.refunds
        .filter(({ status }) => status === 'done')
        .reduce((sum, { amount }) => sum + cents(amount), 0);
      expect(noted).toBe(given);
    }
  });
});
