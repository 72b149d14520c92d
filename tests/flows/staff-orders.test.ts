import type { Response } from 'supertest';

import { UIDS } from '../../content-types/uids';
import type { AdminOrderDto } from '../../server/contracts/orders';
import { fakeBank } from '../support/fake-bank';
import {
  countRows,
  documents,
  listen,
  makeProduct,
  rowsOf,
  stockOf,
  type ProductWish,
} from '../support/shop';
import { ADDRESS, DETAILS, freshKey, makeAccount, shopperOf } from '../support/shopper';
import { makeStaff, type Staff } from '../support/staff';
import { startStrapi, type RunningShop } from '../support/strapi';

/** Somebody calls, and staff take the order down. */

const bank = fakeBank();
let shop: RunningShop;
let grace: Staff;
let heard: { name: string; payload: unknown }[];

beforeAll(async () => {
  shop = await startStrapi({
    cartwright: {
      currency: 'EUR',
      minOrderAmount: '50.00',
      providers: { payments: [() => bank.provider] },
      tax: { rates: [{ country: 'GB', rate: '20', label: 'VAT' }] },
      shipping: {
        options: [
          { code: 'flat', label: 'Flat', amount: '5' },
          { code: 'express', label: 'Express', amount: '9', countries: ['GB'] },
        ],
      },
    },
  });
  grace = await makeStaff(shop);
  heard = listen(
    shop.strapi,
    'cartwright.order.placed',
    'cartwright.cart.checked_out',
    'cartwright.order.payment_requested'
  );
});
afterAll(() => shop.stop());
beforeEach(() => {
  bank.reset();
  heard.length = 0;
});

const product = (wish?: ProductWish) =>
  makeProduct(shop.strapi, { unitPrice: 10, stock: 9, ...wish });
const refusal = (answer: Response) => [answer.status, answer.body.error?.details.code];
const preview = (body: object) => grace.send('post', '/orders/preview', body);
const place = (body: object, headers?: Record<string, string>) =>
  grace.send('post', '/orders', { ...FULL, ...body }, headers);
const FULL = { ...DETAILS, shippingOption: 'flat', paymentMethod: 'manual' };

it('an order is shown, made, and waits for the money', async () => {
  const mug = await product();
  const before = await countRows(shop.strapi);
  const shown = await preview({ ...DETAILS, items: [{ sku: mug.sku, quantity: 2 }] });
  expect([shown.status, shown.body.data]).toMatchObject([
    200,
    {
      cart: { items: [{ sku: mug.sku, quantity: 2, unitPrice: '10.00' }], totals: { tax: '4.00' } },
      shippingOptions: [{ code: 'flat' }, { code: 'express' }],
      paymentMethods: [{ code: 'manual' }, { code: 'bank' }],
    },
  ]);
  expect(await countRows(shop.strapi)).toEqual(before);

  const placed = await place({ items: [{ sku: mug.sku, quantity: 2 }], expectedTotal: '29.00' });
  expect(placed.status).toBe(201);
  const order: AdminOrderDto = placed.body.data;
  expect(order).toMatchObject({
    source: 'staff',
    email: DETAILS.email,
    billing: ADDRESS,
    status: 'open',
    paymentStatus: 'pending',
    paymentMethod: 'manual',
    totals: { subtotal: '20.00', shipping: '5.00', tax: '4.00', total: '29.00' },
    history: [{ step: 'placed', by: 'Grace Hopper' }],
    amountDue: '29.00',
  });
  expect(await stockOf(shop.strapi, mug.sku)).toBe(7);
  expect(heard.map(({ name }) => name)).toEqual(['cartwright.order.placed']);
  const days = (new Date(order.holdExpiresAt!).getTime() - Date.now()) / 86_400_000;
  expect(Math.round(days)).toBe(14);
  const [row] = await rowsOf(shop.strapi, 'cartwright_orders', { document_id: order.documentId });
  expect([row!['source'], row!['cart_document_id']]).toEqual(['staff', null]);
  const paid = await grace.step(order, 'mark-as-paid');
  expect(paid.body.data.paymentStatus).toBe('paid');
});

it('several of them stand beside each other, and their numbers go on', async () => {
  const mug = await product();
  const made = await Promise.all(
    [1, 2, 3].map(() => place({ items: [{ sku: mug.sku, quantity: 1 }] }))
  );
  expect(made.map(({ status }) => status)).toEqual([201, 201, 201]);
  expect(new Set(made.map(({ body }) => body.data.number)).size).toBe(3);
  expect(await stockOf(shop.strapi, mug.sku)).toBe(6);
});

it('an order with an account is seen by its owner', async () => {
  const mug = await product();
  const ada = await makeAccount(shop.strapi);
  const { email: _, ...rest } = FULL;
  const body = { ...rest, account: ada.documentId, items: [{ sku: mug.sku }] };
  const placed = await grace.send('post', '/orders', body);
  expect(placed.body.data).toMatchObject({ email: ada.email, account: ada.documentId });
  const own = await shopperOf(shop, { jwt: ada.jwt }).send('get', '/orders');
  expect(own.body.data.map(({ number }: { number: string }) => number)).toEqual([
    placed.body.data.number,
  ]);
  const stranger = await place({ account: 'nobody', items: [{ sku: mug.sku }] });
  expect(stranger.body.error.details).toMatchObject({ issues: [{ path: 'account' }] });
  // Somebody else's e-mail does not become the account's.
  const other = await place({ account: ada.documentId, items: [{ sku: mug.sku }] });
  expect(other.body.data).toMatchObject({ email: DETAILS.email, account: null });
});

it('a shopper who gets a link pays it by themselves', async () => {
  const mug = await product();
  const placed = (await place({ paymentMethod: 'bank', items: [{ sku: mug.sku }] })).body.data;
  expect(bank.asked).toEqual([]);
  expect(placed).toMatchObject({ paymentStatus: 'pending', amountDue: '17.00' });
  expect((await grace.step(placed, 'payment-link')).status).toBe(200);
  expect(heard.at(-1)).toMatchObject({
    name: 'cartwright.order.payment_requested',
    payload: { orderDocumentId: placed.documentId },
  });
  const { shopOf } = await import('../../server/compose');
  const { checkout, orders } = shopOf(shop.strapi);
  const token = checkout.tokenOf(await orders.open(placed.documentId));
  const paid = await shopperOf(shop).send('post', `/orders/${token}/payment`, {});
  expect(paid.body.data.order).toMatchObject({ number: placed.number, paymentStatus: 'paid' });
  expect(bank.asked).toMatchObject([{ amount: '17.00', orderNumber: placed.number }]);
});

it('a code counts as it does for shoppers, and an order of nothing is paid', async () => {
  const mug = await product();
  const once = await documents(shop.strapi, UIDS.discountCode).create({
    data: {
      title: 'x',
      code: 'STAFF-ONCE',
      active: true,
      discountPercent: 100,
      freeShipping: true,
      maxUses: 1,
    },
  });
  const body = { items: [{ sku: mug.sku }], discountCode: 'staff-once' };
  const free = await place({ ...body, paymentMethod: null });
  expect(free.body.data).toMatchObject({
    paymentStatus: 'paid',
    totals: { total: '0.00' },
    discountCode: { code: String(once['code']) },
  });
  expect(refusal(await place(body))).toEqual([422, 'discount_code_exhausted']);
  expect((await grace.step(free.body.data, 'cancel')).status).toBe(200);
  expect((await place({ ...body, paymentMethod: null })).status).toBe(201);
});

it('is made once under one key, however often it is sent', async () => {
  const mug = await product();
  const headers = { 'Idempotency-Key': freshKey() };
  const body = { items: [{ sku: mug.sku }] };
  const answers = [
    ...(await Promise.all([1, 2, 3].map(() => place(body, headers)))),
    await place(body, headers),
  ];
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
  expect(new Set(answers.map(({ body: { data } }) => data.number)).size).toBe(1);
  expect(await stockOf(shop.strapi, mug.sku)).toBe(8);
  expect(refusal(await place({ items: [{ sku: mug.sku, quantity: 2 }] }, headers))).toEqual([
    409,
    'idempotency_conflict',
  ]);
});

it('is refused for what a shopper would be refused for, and leaves nothing', async () => {
  const mug = await product({ stock: 2 });
  const unpriced = await product({ unitPrice: null });
  const before = await countRows(shop.strapi);
  const items = [{ sku: mug.sku }];
  const wrong: [object, number, string][] = [
    [{ items: [{ sku: 'none' }] }, 404, 'product_not_found'],
    [{ items: [{ sku: mug.sku, quantity: 3 }] }, 409, 'insufficient_stock'],
    [{ items: [{ sku: unpriced.sku }] }, 422, 'no_price'],
    [{ items: [] }, 400, 'invalid_input'],
    [{ items, billing: { country: 'GB' } }, 400, 'invalid_input'],
    [{ items, shippingOption: 'balloon' }, 422, 'shipping_option_unavailable'],
    [{ items, shippingOption: null }, 422, 'shipping_option_required'],
    [{ items, paymentMethod: 'cheese' }, 422, 'payment_method_unknown'],
    [{ items, discountCode: 'NEVER' }, 422, 'discount_code_unknown'],
    [{ items, expectedTotal: '16.99' }, 409, 'cart_changed'],
    [{ items, expectedTotal: 17 }, 400, 'invalid_input'],
    [{ items, total: '1' }, 400, 'invalid_input'],
  ];
  for (const [body, status, name] of wrong) {
    expect([body, ...refusal(await place(body))]).toEqual([body, status, name]);
  }
  expect(await countRows(shop.strapi)).toEqual(before);
  expect(await stockOf(shop.strapi, mug.sku)).toBe(2);
});

it('never sells more than there is, also when staff and shoppers want the last ones', async () => {
  const mug = await product({ stock: 3, unitPrice: 60 });
  const shoppers = [1, 2, 3].map(() => shopperOf(shop));
  for (const ada of shoppers) await ada.add(mug.sku);
  const answers = await Promise.all([
    ...[1, 2, 3].map(() => place({ items: [{ sku: mug.sku }] })),
    ...shoppers.map((ada) => ada.checkout({ shippingOption: 'flat', paymentMethod: 'manual' })),
  ]);
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(3);
  expect(answers.filter(({ status }) => status === 409)).toHaveLength(3);
  expect(await stockOf(shop.strapi, mug.sku)).toBe(0);
});
