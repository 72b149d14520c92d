import { createHash } from 'node:crypto';

import type { Response } from 'supertest';

import { UIDS } from '../../content-types/uids';
import type { CartwrightConfig } from '../../server/config';
import type { AdminOrderDto, OrderDto } from '../../server/contracts/orders';
import { countStatements } from '../support/count-statements';
import { settle } from '../support/mailbox';
import { fakePayment } from '../support/fake-payment';
import {
  changeVariation,
  countRows,
  documents,
  listen,
  makeProduct,
  rowsOf,
  stockOf,
  type ProductWish,
} from '../support/shop';
import {
  ADDRESS,
  DETAILS,
  freshKey,
  makeAccount,
  shopperOf,
  type ShopperOptions,
} from '../support/shopper';
import { startStrapi, type RunningShop } from '../support/strapi';

let shop: RunningShop;

const product = (wish?: ProductWish) => makeProduct(shop.strapi, wish);
const visitor = (options?: ShopperOptions) => shopperOf(shop, options);
const refusal = (answer: Response) => [answer.status, answer.body.error?.details.code];
const rows = () => countRows(shop.strapi);
const orderRow = async ({ number }: { number: string }) =>
  (await rowsOf(shop.strapi, 'cartwright_orders', { number }))[0]!;
/** What staff do is a service of the plugin; so is the account's view of it. */
const orders = () => shop.strapi.plugin('cartwright').service('orders');

async function filled(sku: string, quantity = 1, options?: ShopperOptions) {
  const ada = visitor(options);
  await ada.add(sku, quantity);
  return ada;
}

/** The lines and the order's own figures add up (rule 1.5), in minor units. */
function expectSums({ items, totals }: OrderDto): void {
  const units = (text: string) => BigInt(text.replace('.', ''));
  const sum = (field: 'lineTotal' | 'discount') =>
    items.reduce((total, item) => total + units(item[field]), 0n);
  const tax = totals.taxIncluded ? 0n : units(totals.tax);
  expect(sum('lineTotal')).toBe(units(totals.subtotal));
  expect(sum('discount')).toBe(units(totals.discount));
  expect(units(totals.total)).toBe(
    units(totals.subtotal) - units(totals.discount) + units(totals.shipping) + tax
  );
}

describe('a plain shop', () => {
  let heard: { name: string; payload: unknown }[] = [];
  let commits: { name: string; orders: number }[] = [];

  beforeAll(async () => {
    shop = await startStrapi({ cartwright: { currency: 'EUR' } });
    heard = listen(shop.strapi, 'cartwright.order.placed', 'cartwright.order.paid');
    // Whether the order can be read by others when its event is told.
    shop.strapi.eventHub.on('cartwright.order.placed', async (payload: unknown) => {
      const { orderDocumentId } = payload as { orderDocumentId: string };
      const found = await rowsOf(shop.strapi, 'cartwright_orders', {
        document_id: orderDocumentId,
      });
      commits.push({ name: 'placed', orders: found.length });
    });
  });
  afterAll(() => shop.stop());
  beforeEach(() => {
    heard.length = 0;
    commits = [];
  });

  it('C-21 D-23: makes an order of a cart, with number and secret link, and lowers the stock', async () => {
    const { documentId, sku } = await product({ title: 'Kettle', unitPrice: 20, stock: 10 });
    const ada = await filled(sku, 5);
    const answer = await ada.checkout({ instructions: 'Ring twice' });
    expect(answer.status).toBe(201);
    const { order, payment } = answer.body.data;
    expect(payment).toEqual({ status: 'pending' });
    expect(order).toMatchObject({
      number: expect.stringMatching(/^\d+$/),
      currency: 'EUR',
      email: 'ada@example.com',
      status: 'open',
      paymentStatus: 'pending',
      fulfilmentStatus: 'unfulfilled',
      items: [
        {
          sku,
          description: 'Kettle',
          options: [],
          quantity: 5,
          unitPrice: '20.00',
          lineTotal: '100.00',
          discount: '0.00',
          tax: '0.00',
          total: '100.00',
          image: null,
          url: 'kettle',
        },
      ],
      billing: ADDRESS,
      shipping: ADDRESS,
      instructions: 'Ring twice',
      discountCode: null,
      shippingOption: null,
      totals: {
        subtotal: '100.00',
        discount: '0.00',
        shipping: '0.00',
        tax: '0.00',
        total: '100.00',
        taxIncluded: false,
      },
      taxes: [],
      payments: [{ provider: 'manual', status: 'pending', amount: '100.00', refunded: '0.00' }],
      fulfilments: [],
      invoice: null,
    });
    expectSums(order);
    expect(Buffer.from(order.token, 'base64url').length).toBeGreaterThanOrEqual(16);
    expect(await stockOf(shop.strapi, sku)).toBe(5);
    const copies = await rowsOf(shop.strapi, 'cartwright_products', { document_id: documentId });
    expect(copies.map(({ stock }) => stock)).toEqual([5, 5]);

    // The secret link shows the same; its token is nowhere in the database.
    const shown = await visitor().send('get', `/orders/${order.token}`);
    expect([shown.status, shown.body.data]).toEqual([200, order]);
    expect(JSON.stringify(await orderRow(order))).not.toContain(order.token);
  });

  it('C-13 D-22 D-23: refuses an empty cart and no cart, and writes nothing', async () => {
    const { sku } = await product();
    const before = await rows();
    expect(refusal(await visitor().checkout())).toEqual([422, 'cart_empty']);
    expect(await rows()).toEqual(before);
    const ada = await filled(sku);
    await ada.clear();
    expect(refusal(await ada.checkout())).toEqual([422, 'cart_empty']);
    expect((await ada.cart()).body.data.status).toBe('open');
  });

  it('tells step by step what is missing, and remembers what was said', async () => {
    const { sku } = await product();
    const ada = await filled(sku);
    const start = (await ada.send('get', '/checkout')).body.data;
    expect(start).toMatchObject({
      step: 'details',
      steps: [{ name: 'details', complete: false }],
      discountField: true,
      paymentMethods: [{ code: 'manual', label: expect.any(String) }],
      prefill: null,
      cart: { totalQuantity: 1 },
    });
    expect(start.steps[0].missing).toEqual([
      'email',
      'billing.firstName',
      'billing.lastName',
      'billing.street',
      'billing.city',
      'billing.country',
      'billing.postcode',
    ]);
    await ada.say({ email: ' ADA@Example.com ' });
    const { body } = await ada.say({ billing: { ...ADDRESS, country: 'gb', company: '' } });
    expect(body.data).toMatchObject({
      steps: [{ complete: true, missing: [] }],
      cart: { email: 'ada@example.com', billing: ADDRESS },
    });
    expect((await ada.send('post', '/checkout', {})).status).toBe(201);
  });

  it('asks for what the country needs: a postcode only where there are any', async () => {
    const { sku } = await product();
    const { postcode: _, ...noPostcode } = ADDRESS;
    const missing = async (billing: object, more: object = {}) => {
      const answer = await (await filled(sku)).checkout({ billing, ...more });
      if (answer.status === 201) return [];
      expect(refusal(answer)).toEqual([400, 'invalid_input']);
      return answer.body.error.details.issues.map(({ path }: { path: string }) => path);
    };
    expect(await missing({ ...noPostcode, country: 'HK' })).toEqual([]);
    expect(await missing({ ...noPostcode, country: 'GB' })).toEqual(['billing.postcode']);
    expect(await missing({ ...noPostcode, country: 'IE' })).toEqual(['billing.postcode']);
    expect(await missing({ ...ADDRESS, country: undefined })).toEqual(['billing.country']);
    expect(await missing({ ...ADDRESS, city: '  ' })).toEqual(['billing.city']);
    expect(await missing(ADDRESS, { sameAsBilling: false })).toEqual([
      'shipping.firstName',
      'shipping.lastName',
      'shipping.street',
      'shipping.city',
      'shipping.country',
      'shipping.postcode',
    ]);
    const elsewhere = { ...ADDRESS, city: 'Leeds' };
    const two = await (await filled(sku)).checkout({ sameAsBilling: false, shipping: elsewhere });
    expect(two.body.data.order).toMatchObject({ billing: ADDRESS, shipping: elsewhere });
    const bad = await (await filled(sku)).checkout({ email: 'nobody' });
    expect(bad.body.error.details.issues).toMatchObject([{ path: 'email' }]);
  });

  it('compares the total that the client expects, to the last cent, and sends the fresh cart', async () => {
    const { sku } = await product({ unitPrice: '19.90' });
    const ada = await filled(sku, 2);
    const before = await rows();
    const answer = await ada.checkout({ expectedTotal: '39.79' });
    expect(refusal(answer)).toEqual([409, 'cart_changed']);
    expect(answer.body.error.details.cart).toMatchObject({
      totals: { total: '39.80' },
      items: [{ sku, quantity: 2 }],
    });
    for (const expectedTotal of ['39.801', '-39.80', 'much', '', '3e1']) {
      expect(refusal(await ada.checkout({ expectedTotal }))).toEqual([400, 'invalid_amount']);
    }
    expect(await rows()).toEqual(before);
    expect((await ada.checkout({ expectedTotal: '39.8' })).status).toBe(201);
  });

  it('asks again when a price changed since the last answer, and takes the repeat for a yes', async () => {
    const { sku } = await product({ unitPrice: 10 });
    const ada = await filled(sku);
    await changeVariation(shop.strapi, sku, { unitPrice: 12 });
    const before = await rows();
    const asked = await ada.checkout();
    expect(refusal(asked)).toEqual([409, 'cart_changed']);
    expect(asked.body.error.details.cart).toMatchObject({
      items: [{ unitPrice: '12.00' }],
      totals: { total: '12.00' },
      notices: [{ code: 'price_changed', from: '10.00', to: '12.00' }],
    });
    expect(await rows()).toEqual(before);
    const accepted = await ada.checkout();
    expect([accepted.status, accepted.body.data.order.totals.total]).toEqual([201, '12.00']);
  });

  it('does not take a refusal that shows no cart for having shown the new price', async () => {
    const { sku } = await product({ unitPrice: 10 });
    const ada = await filled(sku);
    await changeVariation(shop.strapi, sku, { unitPrice: 99 });
    expect(refusal(await ada.send('post', '/checkout', { email: 'ada@example.com' }))).toEqual([
      400,
      'invalid_input',
    ]);
    expect(refusal(await ada.checkout())).toEqual([409, 'cart_changed']);
  });

  it('C-24 D-35: validates every line again: sold out, too few, retired, unpublished, unpriced, deleted', async () => {
    const happenings: [
      string,
      string | number,
      (made: { documentId: string; sku: string }) => Promise<unknown>,
    ][] = [
      [
        'sold out',
        'insufficient_stock',
        ({ sku }) => changeVariation(shop.strapi, sku, { stock: 1 }),
      ],
      [
        'unpublished',
        'not_for_sale',
        ({ documentId }) => documents(shop.strapi, UIDS.product).unpublish({ documentId }),
      ],
      [
        'unavailable',
        'not_for_sale',
        ({ documentId }) =>
          documents(shop.strapi, UIDS.product).update({
            documentId,
            data: { available: false },
            status: 'published',
          }),
      ],
      ['unpriced', 'no_price', ({ sku }) => changeVariation(shop.strapi, sku, { unitPrice: null })],
      [
        'deleted',
        'not_for_sale',
        ({ documentId }) => documents(shop.strapi, UIDS.product).delete({ documentId }),
      ],
    ];
    const fine = await product({ stock: 5 });
    for (const [title, code, happens] of happenings) {
      const made = await product({ title: `Was ${title}`, stock: 5 });
      const ada = await filled(made.sku, 2);
      await ada.add(fine.sku);
      await happens(made);
      const before = await rows();
      const answer = await ada.checkout();
      expect([title, answer.body.error?.details.code]).toEqual([title, code]);
      expect(await rows()).toEqual(before);
      expect((await ada.cart()).body.data.status).toBe('open');
    }
    expect(await stockOf(shop.strapi, fine.sku)).toBe(5);
  });

  it('ST14: names what is short, adding up the lines of one thing', async () => {
    const { sku } = await product({ stock: 5 });
    const ada = await filled(sku, 2);
    await ada.add(sku, 3, { data: { engraving: 'Ada' } });
    await changeVariation(shop.strapi, sku, { stock: 4 });
    const answer = await ada.checkout();
    expect(answer.body.error.details).toEqual({
      code: 'insufficient_stock',
      sku,
      requested: 5,
      available: 4,
    });
    await changeVariation(shop.strapi, sku, { stock: 5 });
    const { order } = (await ada.checkout()).body.data;
    expect(order.items.map(({ quantity }: { quantity: number }) => quantity)).toEqual([2, 3]);
    expect(await stockOf(shop.strapi, sku)).toBe(0);
  });

  it('D-31 CM4: a repeat answers with the same order, whatever its body, and takes nothing again', async () => {
    const { sku } = await product({ stock: 10 });
    const ada = await filled(sku, 2);
    const first = await ada.checkout();
    const before = await rows();
    const again = await ada.checkout();
    const other = await ada.checkout({ email: 'eve@example.com', expectedTotal: '1.00' });
    const bare = await ada.send('post', '/checkout', {});
    for (const answer of [again, other, bare]) {
      expect(answer.status).toBe(200);
      expect(answer.body).toEqual(first.body);
    }
    expect(await rows()).toEqual(before);
    expect(await stockOf(shop.strapi, sku)).toBe(8);
    expect(heard.map(({ name }) => name)).toEqual(['cartwright.order.placed']);
  });

  it('answers a repeated Idempotency-Key with the same order, and refuses it for another body', async () => {
    const { sku } = await product({ stock: 10 });
    const ada = await filled(sku);
    const headers = { 'Idempotency-Key': freshKey() };
    const first = await ada.checkout({}, headers);
    const again = await ada.checkout({}, headers);
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.body).toEqual(first.body);
    expect(refusal(await ada.checkout({ instructions: 'Other' }, headers))).toEqual([
      409,
      'idempotency_conflict',
    ]);
    expect(await stockOf(shop.strapi, sku)).toBe(9);
  });

  it('does not remember a refusal: corrected, the same key may order', async () => {
    const { sku } = await product();
    const ada = await filled(sku);
    const headers = { 'Idempotency-Key': freshKey() };
    expect(refusal(await ada.checkout({ billing: {} }, headers))).toEqual([400, 'invalid_input']);
    expect((await ada.checkout({}, headers)).status).toBe(201);
  });

  it('refuses a stale If-Match with 412 and the cart', async () => {
    const { sku } = await product();
    const ada = await filled(sku);
    await ada.add(sku);
    const stale = await ada.checkout({}, { 'If-Match': '1' });
    expect(refusal(stale)).toEqual([412, 'cart_changed']);
    expect(stale.body.error.details.cart.version).toBe(2);
    expect((await ada.checkout({}, { 'If-Match': '2' })).status).toBe(201);
  });

  it('closes the cart: it can be read, and every write is refused with cart_checked_out', async () => {
    const { sku } = await product();
    const ada = await filled(sku);
    const { items } = (await ada.cart()).body.data;
    await ada.checkout();
    expect((await ada.cart()).body.data).toMatchObject({ status: 'checked_out', items: [{ sku }] });
    const refused = [
      await ada.add(sku),
      await ada.bulk('set', [{ sku, quantity: 3 }]),
      await ada.setQuantity(items[0].id, 2),
      await ada.setQuantity(items[0].id, 0),
      await ada.remove(items[0].id),
      await ada.clear(),
      await ada.say({ email: 'eve@example.com' }),
    ];
    for (const answer of refused) expect(refusal(answer)).toEqual([409, 'cart_checked_out']);
    // D-24: without the old token it is a new, empty cart.
    expect((await visitor().cart()).body.data).toMatchObject({ items: [], status: 'open' });
  });

  it('8.5: an order stays what it was when the catalogue changes and when the product is deleted', async () => {
    const { documentId, skus } = await product({
      title: 'Lamp',
      options: { Colour: ['Brass'] },
      unitPrice: '49.90',
    });
    const { order } = (await (await filled(skus[0]!)).checkout()).body.data;
    expect(order.items[0]).toMatchObject({
      description: 'Lamp',
      options: [{ type: 'Colour', value: 'Brass' }],
    });
    const products = documents(shop.strapi, UIDS.product);
    await products.update({ documentId, data: { title: 'Torch' }, status: 'published' });
    await changeVariation(shop.strapi, skus[0]!, { unitPrice: 1, sku: 'torch-brass' });
    const read = async () => (await visitor().send('get', `/orders/${order.token}`)).body.data;
    expect(await read()).toEqual(order);
    await products.delete({ documentId });
    expect(await read()).toEqual(order);
  });

  it('tells order.placed once, after commit, and marks it as told', async () => {
    const { sku } = await product({ unitPrice: 10 });
    const { order } = (await (await filled(sku, 2)).checkout()).body.data;
    expect(heard).toEqual([
      {
        name: 'cartwright.order.placed',
        payload: {
          eventId: expect.any(String),
          orderDocumentId: (await orderRow(order))['document_id'],
          number: order.number,
          total: '20.00',
          currency: 'EUR',
        },
      },
    ]);
    expect(commits).toEqual([{ name: 'placed', orders: 1 }]);
    const { eventId } = heard[0]!.payload as { eventId: string };
    await settle(shop.strapi);
    const [stored] = await rowsOf(shop.strapi, 'cartwright_events', { event_id: eventId });
    expect(stored!['delivered_at']).not.toBeNull();
  });

  it('places the order although a listener throws, and keeps the event in the outbox', async () => {
    const fails = () => Promise.reject(new Error('on purpose'));
    shop.strapi.eventHub.on('cartwright.order.placed', fails);
    try {
      const { sku } = await product();
      const answer = await (await filled(sku)).checkout();
      expect(answer.status).toBe(201);
    } finally {
      shop.strapi.eventHub.off('cartwright.order.placed', fails);
    }
  });

  it('staff mark it as paid, once, and its history says who', async () => {
    const { sku } = await product();
    const { order } = (await (await filled(sku)).checkout()).body.data;
    const { document_id: documentId } = await orderRow(order);
    const paid = await orders().markAsPaid(documentId, 'Grace Hopper');
    expect(paid).toMatchObject({
      paymentStatus: 'paid',
      holdExpiresAt: null,
      history: [
        { step: 'placed', by: 'shopper', from: null, to: 'open' },
        {
          step: 'payment',
          by: 'Grace Hopper',
          from: 'pending',
          to: 'paid',
          at: expect.any(String),
        },
      ],
    });
    expect(heard.map(({ name }) => name)).toEqual([
      'cartwright.order.placed',
      'cartwright.order.paid',
    ]);
    await expect(orders().markAsPaid(documentId, 'Grace')).rejects.toMatchObject({
      code: 'status_not_allowed',
      details: { from: 'paid', to: 'paid', allowed: [] },
    });
    expect(heard).toHaveLength(2);
    const shown: OrderDto = (await visitor().send('get', `/orders/${order.token}`)).body.data;
    expect(shown.paymentStatus).toBe('paid');
    expect(shown.payments).toMatchObject([{ status: 'paid' }]);
    expect(shown).not.toHaveProperty('history');
    await expect(orders().markAsPaid('nothing', 'Grace')).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('two of the staff who mark it as paid at once: one does, the other is told', async () => {
    const { sku } = await product();
    const { order } = (await (await filled(sku)).checkout()).body.data;
    const { document_id: documentId } = await orderRow(order);
    const results = await Promise.allSettled(
      ['Ada', 'Bob', 'Cy'].map(
        (by) => orders().markAsPaid(documentId, by) as Promise<AdminOrderDto>
      )
    );
    expect(results.map(({ status }) => status).sort()).toEqual([
      'fulfilled',
      'rejected',
      'rejected',
    ]);
    expect(heard.filter(({ name }) => name === 'cartwright.order.paid')).toHaveLength(1);
  });

  it('costs nothing to pay when the total is 0: paid at once, without a payment', async () => {
    const { sku } = await product({ unitPrice: 0, stock: 2 });
    const ada = await filled(sku, 2);
    const answer = await ada.checkout();
    expect(answer.status).toBe(201);
    expect(answer.body.data).toMatchObject({
      order: { paymentStatus: 'paid', payments: [], totals: { total: '0.00' } },
      payment: { status: 'paid' },
    });
    expect(await stockOf(shop.strapi, sku)).toBe(0);
    expect(heard.map(({ name }) => name)).toEqual([
      'cartwright.order.placed',
      'cartwright.order.paid',
    ]);
    expect((await ada.checkout()).body).toEqual(answer.body);
  });

  it('refuses a way to pay that it does not have', async () => {
    const { sku } = await product();
    const answer = await (await filled(sku)).checkout({ paymentMethod: 'shells' });
    expect(refusal(answer)).toEqual([422, 'payment_method_unknown']);
    expect(answer.body.error.details.offered).toEqual(['manual']);
  });

  describe('who sees an order', () => {
    const show = (key: string, jwt?: string) =>
      visitor(jwt ? { jwt } : {}).send('get', `/orders/${key}`);

    it('a guest by the secret link only; a number, a wrong link and an id are 404', async () => {
      const { sku } = await product();
      const { order } = (await (await filled(sku)).checkout()).body.data;
      const { document_id: documentId, token_hash: hash } = await orderRow(order);
      const other = await makeAccount(shop.strapi);
      for (const key of [order.number, `${order.token}x`, String(documentId), String(hash)]) {
        expect(refusal(await show(key))).toEqual([404, 'not_found']);
        expect(refusal(await show(key, other.jwt))).toEqual([404, 'not_found']);
      }
      expect((await show(order.token, other.jwt)).status).toBe(200);
    });

    it('an account its own by number, once its e-mail is confirmed, and older ones of a guest', async () => {
      const { sku } = await product();
      const email = 'lovelace@example.com';
      const asGuest = (await (await filled(sku)).checkout({ email })).body.data.order;
      const { jwt, id } = await makeAccount(shop.strapi, { email, confirmed: false });
      const own = (await (await filled(sku, 1, { jwt })).checkout({ email })).body.data.order;

      expect((await show(asGuest.number, jwt)).status).toBe(404);
      expect((await show(own.number, jwt)).status).toBe(404);
      expect((await visitor({ jwt }).send('get', '/orders')).body.data).toEqual([]);

      await shop.strapi.db
        .query('plugin::users-permissions.user')
        .update({ where: { id }, data: { confirmed: true } });
      expect((await show(asGuest.number, jwt)).body.data).toEqual(asGuest);
      const listed = await visitor({ jwt }).send('get', '/orders');
      expect(listed.body.data).toEqual([own, asGuest]);
      expect(listed.body.meta.pagination).toEqual({
        page: 1,
        pageSize: 25,
        pageCount: 1,
        total: 2,
      });
      const second = await visitor({ jwt }).send('get', '/orders?page=2&pageSize=1');
      expect(second.body.data).toEqual([asGuest]);
      expect(refusal(await visitor().send('get', '/orders'))).toEqual([401, 'account_required']);
    });

    it('not an account that ordered under somebody else’s e-mail; that one does', async () => {
      const { sku } = await product();
      const [eve, victim] = [await makeAccount(shop.strapi), await makeAccount(shop.strapi)];
      const ada = await filled(sku, 1, { jwt: eve.jwt });
      const { order } = (await ada.checkout({ email: victim.email.toUpperCase() })).body.data;
      expect((await orderRow(order))['account']).toBeNull();
      expect((await show(order.number, eve.jwt)).status).toBe(404);
      expect((await show(order.number, victim.jwt)).status).toBe(200);
    });
  });

  describe('an account', () => {
    it('has its placed cart’s order again by repeating, and a new cart when it adds', async () => {
      const { sku } = await product();
      const { jwt, email } = await makeAccount(shop.strapi);
      const ada = await filled(sku, 1, { jwt });
      const first = await ada.checkout({ email });
      const again = await ada.checkout({ email });
      expect([first.status, again.status]).toEqual([201, 200]);
      expect(again.body).toEqual(first.body);
      expect((await ada.cart()).body.data).toMatchObject({ items: [], status: 'open' });
      expect((await ada.add(sku)).status).toBe(201);
      const second = await ada.checkout({ email });
      expect(second.status).toBe(201);
      expect(second.body.data.order.number).not.toBe(first.body.data.order.number);
    });

    it('without a cart ever has nothing to order', async () => {
      const { jwt } = await makeAccount(shop.strapi);
      expect(refusal(await visitor({ jwt }).checkout())).toEqual([422, 'cart_empty']);
    });
  });

  it('prices and places with a fixed number of statements', async () => {
    const names = Array.from({ length: 100 }, (_, index) => `n${index}`);
    const { skus } = await product({ options: { Size: names }, stock: 10 });
    const counted: number[] = [];
    // The very first order also makes the row that counts them.
    await (await filled(skus[0]!)).checkout();
    for (const lines of [1, 100]) {
      const ada = visitor();
      await ada.bulk(
        'add',
        skus.slice(0, lines).map((sku) => ({ sku }))
      );
      const { statements } = await countStatements(shop.strapi, () => ada.checkout(), {
        only: 'cartwright',
      });
      const insert = statements.findIndex((sql) => /^insert into .cartwright_orders/i.test(sql));
      const end = statements.findIndex((sql, at) => at > insert && /^commit/i.test(sql));
      const ours = statements.filter((sql) => sql.includes('cartwright_'));
      // From the first that is read to the COMMIT: nothing was asked of a payment provider yet.
      counted.push(end + 1, ours.length);
    }
    const [one, allOfOne, hundred, allOfHundred] = counted;
    expect([hundred, allOfHundred]).toEqual([one, allOfOne]);
    expect(one).toBeLessThanOrEqual(16);
  });
});

describe('a shop that takes cards', () => {
  const card = fakePayment();

  beforeAll(async () => {
    shop = await startStrapi({
      cartwright: {
        providers: {
          payments: [({ strapi }: { strapi: unknown }) => (strapi ? card.provider : null)],
        },
      },
    });
  });
  afterAll(() => shop.stop());
  beforeEach(() => card.forget());

  const pay = { paymentMethod: 'card', payment: { token: 'tok_1' } };

  it('asks for the choice when there are several ways to pay', async () => {
    const ada = await filled((await product()).sku);
    expect(refusal(await ada.checkout())).toEqual([422, 'payment_method_unknown']);
    const state = (await ada.say({ ...DETAILS })).body.data;
    expect(state.paymentMethods.map(({ code }: { code: string }) => code)).toEqual([
      'manual',
      'card',
    ]);
    expect(state.steps[0].missing).toEqual(['paymentMethod']);
    expect((await ada.checkout({ paymentMethod: 'manual' })).status).toBe(201);
    expect(card.requests).toEqual([]);
  });

  it('tells the provider the order, the amount and its own payload, outside any transaction', async () => {
    const { sku } = await product({ unitPrice: '12.50' });
    const answer = await (await filled(sku, 2)).checkout(pay);
    const { order, payment } = answer.body.data;
    expect([answer.status, payment]).toEqual([201, { status: 'paid' }]);
    expect(order).toMatchObject({
      paymentStatus: 'paid',
      payments: [{ provider: 'card', reference: 'ref-1', status: 'paid', amount: '25.00' }],
    });
    expect(card.requests).toEqual([
      {
        orderNumber: order.number,
        amount: '25.00',
        currency: 'USD',
        email: 'ada@example.com',
        payment: { token: 'tok_1' },
        reference: null,
        idempotencyKey: expect.stringMatching(/:1$/),
      },
    ]);
    const row = await orderRow(order);
    expect(row['hold_expires_at']).toBeNull();
    expect(JSON.stringify(await rowsOf(shop.strapi, 'cartwright_payments'))).not.toContain('tok_1');
  });

  it('a declined payment is an answer: 402 with the order, which waits and can be paid', async () => {
    const { sku } = await product({ stock: 3 });
    const ada = await filled(sku, 2);
    card.next = { status: 'declined', reason: 'No funds' };
    const declined = await ada.checkout(pay);
    expect(refusal(declined)).toEqual([402, 'payment_declined']);
    expect(declined.body.error.message).toBe('No funds');
    const { number, token } = declined.body.error.details.order;
    const waiting = (await visitor().send('get', `/orders/${token}`)).body.data;
    expect(waiting).toMatchObject({ number, status: 'open', paymentStatus: 'failed' });
    expect(await stockOf(shop.strapi, sku)).toBe(1);
    expect((await orderRow({ number }))['hold_expires_at']).not.toBeNull();

    expect(refusal(await ada.checkout(pay))).toEqual([402, 'payment_declined']);
    card.next = { status: 'paid', reference: 'ref-3' };
    const paid = await ada.checkout(pay);
    expect(paid.status).toBe(200);
    expect(paid.body.data).toMatchObject({
      order: { number, paymentStatus: 'paid' },
      payment: { status: 'paid' },
    });
    expect(card.requests.map(({ idempotencyKey }) => idempotencyKey.split(':')[1])).toEqual([
      '1',
      '2',
      '3',
    ]);
    expect(card.charges.size).toBe(1);
    expect(await stockOf(shop.strapi, sku)).toBe(1);
    // And once paid, a repeat asks nobody.
    expect((await ada.checkout(pay)).status).toBe(200);
    expect(card.requests).toHaveLength(3);
  });

  it('a declined request is remembered under its key; another key is another attempt', async () => {
    const ada = await filled((await product()).sku);
    const [first, second] = [freshKey(), freshKey()];
    card.next = { status: 'declined', reason: 'No funds' };
    const declined = await ada.checkout(pay, { 'Idempotency-Key': first });
    card.next = { status: 'paid', reference: 'ref-2' };
    const repeated = await ada.checkout(pay, { 'Idempotency-Key': first });
    expect([repeated.status, repeated.body]).toEqual([402, declined.body]);
    expect(card.requests).toHaveLength(1);

    const paid = await ada.checkout(pay, { 'Idempotency-Key': second });
    expect(paid.status).toBe(200);
    expect((await ada.checkout(pay, { 'Idempotency-Key': second })).body).toEqual(paid.body);
    expect(
      refusal(await ada.checkout({ ...pay, payment: {} }, { 'Idempotency-Key': second }))
    ).toEqual([409, 'idempotency_conflict']);
    expect(card.charges.size).toBe(1);
  });

  it('an account, which has no token, can pay a declined order by repeating', async () => {
    const { sku } = await product();
    const { jwt, email } = await makeAccount(shop.strapi);
    const ada = await filled(sku, 1, { jwt });
    card.next = { status: 'declined' };
    expect(refusal(await ada.checkout({ ...pay, email }))).toEqual([402, 'payment_declined']);
    card.next = { status: 'paid', reference: 'ref-2' };
    const paid = await ada.checkout({ ...pay, email });
    expect([paid.status, paid.body.data.order.paymentStatus]).toEqual([200, 'paid']);
  });

  it('a provider that throws is 502; the order exists, and a repeat charges once', async () => {
    const { sku } = await product({ stock: 3 });
    const ada = await filled(sku);
    card.next = new Error('connect ECONNREFUSED 10.0.0.7');
    const failed = await ada.checkout(pay);
    expect(refusal(failed)).toEqual([502, 'provider_failed']);
    expect(failed.body.error.details.provider).toBe('card');
    // What went wrong inside is for the log, not for shoppers.
    expect(failed.text).not.toContain('10.0.0.7');
    expect(await stockOf(shop.strapi, sku)).toBe(2);
    card.next = { status: 'paid', reference: 'ref-2' };
    const paid = await ada.checkout(pay);
    expect([paid.status, paid.body.data.order.paymentStatus]).toEqual([200, 'paid']);
    // The same attempt: had the first call charged before it broke, this one would not charge again.
    expect(new Set(card.requests.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
    expect(await stockOf(shop.strapi, sku)).toBe(2);
  });

  it('an answer that is lost after the money was taken: a repeat finishes the order, with one charge', async () => {
    const ada = await filled((await product()).sku);
    card.loseAnswer = true;
    expect(refusal(await ada.checkout(pay))).toEqual([502, 'provider_failed']);
    expect(card.charges.size).toBe(1);
    card.loseAnswer = false;
    const again = await ada.checkout(pay);
    expect([again.status, again.body.data.order.paymentStatus]).toEqual([200, 'paid']);
    expect(card.charges.size).toBe(1);
  });

  it('a provider that answers nonsense is 502, never a wrong status', async () => {
    for (const nonsense of [
      undefined,
      null,
      {},
      { status: 'done' },
      'paid',
      { status: 'refunded' },
    ]) {
      const ada = await filled((await product()).sku);
      card.next = nonsense as never;
      expect([nonsense, ...refusal(await ada.checkout(pay))]).toEqual([
        nonsense,
        502,
        'provider_failed',
      ]);
      card.forget();
      expect((await rowsOf(shop.strapi, 'cartwright_payments')).at(-1)).toMatchObject({
        status: 'pending',
        attempts: 0,
      });
    }
  });

  it('is not charged again by a repeat after staff took the money another way', async () => {
    const ada = await filled((await product()).sku);
    card.next = new Error('down');
    await ada.checkout(pay);
    const [last] = (await rowsOf(shop.strapi, 'cartwright_orders')).slice(-1);
    await orders().markAsPaid(last!['document_id'], 'Grace');
    card.forget();
    const again = await ada.checkout(pay);
    expect([again.status, again.body.data.order.paymentStatus]).toEqual([200, 'paid']);
    expect(card.requests).toEqual([]);
  });

  it('hands on what the shopper must do next, and repeats it', async () => {
    const ada = await filled((await product()).sku);
    const action = { type: 'redirect', url: 'https://bank.example/3ds' };
    card.next = { status: 'requires_action', action, reference: 'ref-9' };
    const answer = await ada.checkout(pay);
    expect([answer.status, answer.body.data.payment]).toEqual([
      201,
      { status: 'requires_action', action },
    ]);
    expect((await ada.checkout(pay)).body).toEqual(answer.body);
    expect(card.requests).toHaveLength(1);
  });

  it('authorized money is no paid order yet', async () => {
    const ada = await filled((await product()).sku);
    card.next = { status: 'authorized', reference: 'auth-1' };
    const { order, payment } = (await ada.checkout(pay)).body.data;
    expect([order.paymentStatus, payment.status]).toEqual(['authorized', 'authorized']);
    await expect(
      orders().markAsPaid((await orderRow(order))['document_id'], 'Grace')
    ).rejects.toMatchObject({ code: 'status_not_allowed' });
  });
});

describe('a shop with taxes, shipping and a minimum', () => {
  const config = {
    currency: 'EUR',
    minOrderAmount: '20.00',
    checkout: { splitSteps: true, confirmationStep: true },
    order: { numberFormat: 'R{year}-{number:5}' },
    tax: {
      taxShipping: true,
      rates: [
        { country: 'DE', rate: '19', label: 'MwSt.' },
        { country: 'DE', class: 'books', rate: '7', label: 'MwSt. 7' },
        { country: 'GB', rate: '20', label: 'VAT' },
      ],
    },
    shipping: {
      options: [
        {
          code: 'standard',
          label: 'Standard',
          amount: '4.95',
          freeFrom: '50',
          countries: ['GB', 'DE'],
        },
        { code: 'express', label: 'Express', amount: '9.90', countries: ['GB'] },
        { code: 'letter', label: 'Letter', amount: '1.00', countries: ['HK'], maxWeight: 1000 },
      ],
    },
  } satisfies CartwrightConfig;

  beforeAll(async () => {
    shop = await startStrapi({ cartwright: config });
  });
  afterAll(() => shop.stop());

  const berlin = { ...ADDRESS, country: 'DE' };
  const hongKong = { ...ADDRESS, country: 'HK' };

  it('MN6 D-22 D-23: takes an order from the minimum on, not a cent below', async () => {
    const below = await filled((await product({ unitPrice: '19.99' })).sku);
    const answer = await below.checkout({ shippingOption: 'standard' });
    expect(refusal(answer)).toEqual([422, 'minimum_order']);
    expect(answer.body.error.details).toMatchObject({ minimum: '20.00', subtotal: '19.99' });
    const exactly = await filled((await product({ unitPrice: '20.00' })).sku);
    expect((await exactly.checkout({ shippingOption: 'standard' })).status).toBe(201);
  });

  it('asks for the way of shipping when there are several, and for another when it is not offered', async () => {
    const { sku } = await product({ unitPrice: 30 });
    const ada = await filled(sku);
    const options = async () => (await ada.send('get', '/cart/shipping-options')).body.data;
    expect(await options()).toEqual([]);
    await ada.say(DETAILS);
    expect(await options()).toEqual([
      { code: 'standard', label: 'Standard', amount: '4.95' },
      { code: 'express', label: 'Express', amount: '9.90' },
    ]);
    expect((await ada.cart()).body.data).toMatchObject({
      shippingOption: null,
      totals: { shipping: '0.00' },
    });
    expect(refusal(await ada.checkout())).toEqual([422, 'shipping_option_required']);
    expect(refusal(await ada.checkout({ shippingOption: 'letter' }))).toEqual([
      422,
      'shipping_option_unavailable',
    ]);
    const { cart, steps, step } = (await ada.say({ shippingOption: 'express' })).body.data;
    expect(cart).toMatchObject({
      shippingOption: { code: 'express', amount: '9.90' },
      totals: { subtotal: '30.00', shipping: '9.90', tax: '7.98', total: '47.88' },
    });
    expect(steps.map(({ name }: { name: string }) => name)).toEqual([
      'details',
      'payment',
      'confirmation',
    ]);
    expect(step).toBe('confirmation');

    // In Germany there is one way only, which is chosen by itself in place of the one that is gone.
    const moved = (await ada.say({ billing: berlin })).body.data.cart;
    expect(moved).toMatchObject({
      shippingOption: { code: 'standard' },
      notices: [{ code: 'shipping_option_dropped' }],
    });
    expect(refusal(await ada.checkout({ billing: berlin }))).toEqual([
      422,
      'shipping_option_unavailable',
    ]);
    const placed = await ada.checkout({ billing: berlin, shippingOption: null });
    expect(placed.body.data.order.shippingOption).toEqual({
      code: 'standard',
      label: 'Standard',
      amount: '4.95',
    });
    expect(
      refusal(await (await filled(sku)).checkout({ billing: { ...ADDRESS, country: 'FR' } }))
    ).toEqual([422, 'shipping_option_unavailable']);
  });

  it('FS4: is free from the threshold on, and not a cent below', async () => {
    const total = async (unitPrice: string) => {
      const ada = await filled((await product({ unitPrice })).sku);
      return (await ada.checkout({ shippingOption: 'standard' })).body.data.order.totals.shipping;
    };
    expect(await total('49.99')).toBe('4.95');
    expect(await total('50.00')).toBe('0.00');
  });

  it('weighs the cart: the limit in grams counts, times quantity', async () => {
    const { sku } = await product({ unitPrice: 10, variation: { weight: 250 } });
    const ada = await filled(sku, 4);
    const four = await ada.say({ ...DETAILS, billing: hongKong });
    expect(four.body.data.cart.shippingOption).toMatchObject({ code: 'letter' });
    await ada.add(sku);
    const five = await ada.checkout({ billing: hongKong });
    expect(refusal(five)).toEqual([422, 'shipping_option_unavailable']);
  });

  it('C-25 TX16: adds tax per line by country and class, and on shipping; the parts add up', async () => {
    const shirt = await product({ unitPrice: '19.99' });
    const book = await product({ unitPrice: '12.50', fields: { taxClass: 'books' } });
    const ada = await filled(shirt.sku, 3);
    await ada.add(book.sku, 2);
    const { order } = (await ada.checkout({ billing: berlin })).body.data;
    // 59.97 at 19 % = 11.39, 25.00 at 7 % = 1.75; free shipping from 50.00.
    expect(order).toMatchObject({
      number: expect.stringMatching(/^R\d{4}-\d{5}$/),
      items: [
        { lineTotal: '59.97', tax: '11.39', total: '71.36' },
        { lineTotal: '25.00', tax: '1.75', total: '26.75' },
      ],
      totals: { subtotal: '84.97', shipping: '0.00', tax: '13.14', total: '98.11' },
    });
    expect(order.taxes).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ label: 'MwSt.', rate: '19', amount: '11.39' }),
        { label: 'MwSt. 7', rate: '7', base: '25.00', amount: '1.75' },
      ])
    );
    expectSums(order);
  });

  it('is untaxed where no rate applies, and taxed where the goods go, not where the bill goes', async () => {
    const { sku } = await product({ unitPrice: 100 });
    const ada = await filled(sku);
    const away = (
      await ada.say({ ...DETAILS, sameAsBilling: false, shipping: hongKong, billing: berlin })
    ).body.data.cart;
    expect(away.totals).toMatchObject({ tax: '0.00', shipping: '1.00', total: '101.00' });
    const home = (await ada.say({ sameAsBilling: true })).body.data.cart;
    expect(home.totals).toMatchObject({ tax: '19.00', shipping: '0.00', total: '119.00' });
  });
});

describe('a shop with prices that include tax', () => {
  beforeAll(async () => {
    shop = await startStrapi({
      cartwright: {
        currency: 'EUR',
        checkout: { accountRequired: true, requiredFields: ['email', 'phone'] },
        tax: { included: true, rates: [{ country: '*', rate: '20', label: 'VAT' }] },
        shipping: { options: [{ code: 'flat', label: 'Flat', amount: '6' }] },
      },
    });
  });
  afterAll(() => shop.stop());

  it('lets accounts order only, and asks for what this site requires', async () => {
    const { sku } = await product();
    const guest = await filled(sku);
    for (const answer of [
      await guest.checkout(),
      await guest.say({ email: 'ada@example.com' }),
      await guest.send('get', '/checkout'),
    ]) {
      expect(refusal(answer)).toEqual([401, 'account_required']);
    }
    const { jwt, email } = await makeAccount(shop.strapi);
    const ada = await filled(sku, 1, { jwt });
    const missing = await ada.send('post', '/checkout', { email });
    expect(missing.body.error.details.issues).toEqual([
      { path: 'billing.phone', message: 'is required' },
    ]);
    expect((await ada.send('post', '/checkout', { email, billing: { phone: '1' } })).status).toBe(
      201
    );
  });

  it('TX6: shows the tax inside the price, per line, and does not tax shipping', async () => {
    const { sku } = await product({ unitPrice: '19.70' });
    const { jwt, email } = await makeAccount(shop.strapi);
    const ada = await filled(sku, 2, { jwt });
    const { order } = (await ada.checkout({ email, billing: { ...ADDRESS, phone: '1' } })).body
      .data;
    expect(order).toMatchObject({
      items: [{ lineTotal: '39.40', tax: '6.57', total: '39.40' }],
      shippingOption: { code: 'flat', amount: '6.00' },
      totals: {
        subtotal: '39.40',
        shipping: '6.00',
        tax: '6.57',
        total: '45.40',
        taxIncluded: true,
      },
      taxes: [{ label: 'VAT', rate: '20', base: '39.40', amount: '6.57' }],
    });
    expectSums(order);
  });
});

describe('a shop in another currency', () => {
  it('TX BG14: KWD keeps three decimals through cart, order and database', async () => {
    shop = await startStrapi({ cartwright: { currency: 'KWD' } });
    try {
      const { sku } = await product({ unitPrice: '1.234' });
      const ada = await filled(sku, 3);
      expect((await ada.cart()).body.data.totals.total).toBe('3.702');
      const { order } = (await ada.checkout({ expectedTotal: '3.702' })).body.data;
      expect(order).toMatchObject({
        items: [{ unitPrice: '1.234', lineTotal: '3.702' }],
        totals: { total: '3.702' },
        payments: [{ amount: '3.702' }],
      });
      const shown = await visitor().send('get', `/orders/${order.token}`);
      expect(shown.body.data).toEqual(order);
      expect(createHash('sha256').update(order.token).digest('hex')).toBe(
        (await orderRow(order))['token_hash']
      );
    } finally {
      await shop.stop();
    }
  });
});
