import { createHash } from 'node:crypto';

import type { Response } from 'supertest';

import { UIDS } from '../../content-types/uids';
import type { CartItemDto } from '../../server/contracts/cart';
import type { OrderItemDto } from '../../server/contracts/orders';
import { fakePayment } from '../support/fake-payment';
import { makeProduct, rowsOf, stockOf, type ProductWish } from '../support/shop';
import {
  freshKey,
  makeAccount,
  shopperOf,
  type ShopperOptions,
  type TestShopper,
} from '../support/shopper';
import { startStrapi, type RunningShop } from '../support/strapi';

/** What only happens when many ask at once. Runs on SQLite, PostgreSQL and MariaDB/MySQL. */

const card = fakePayment();
let shop: RunningShop;

beforeAll(async () => {
  shop = await startStrapi({ cartwright: { providers: { payments: [() => card.provider] } } });
});
afterAll(() => shop.stop());
beforeEach(() => card.forget());

const product = (wish?: ProductWish) => makeProduct(shop.strapi, wish);
const visitor = (options?: ShopperOptions) => shopperOf(shop, options);
const times = <Result>(count: number, run: (index: number) => Promise<Result>) =>
  Promise.all(Array.from({ length: count }, (_, index) => run(index)));
const order = (ada: TestShopper, method = 'manual', headers?: Record<string, string>) =>
  ada.checkout({ paymentMethod: method }, headers);
const codes = (answers: Response[]) =>
  answers.map(({ status, body }) => body.error?.details.code ?? status);
const count = (values: unknown[], wanted: unknown) =>
  values.filter((value) => value === wanted).length;
const productStocks = async (documentId: string) =>
  (await rowsOf(shop.strapi, 'cartwright_products', { document_id: documentId })).map(
    ({ stock }) => stock
  );
/** What orders have moved; what editors put on the shelf is a movement, too. */
const movedOf = async (sku: string) =>
  (await rowsOf(shop.strapi, 'cartwright_stock_movements', { sku }))
    .filter(({ reason }) => reason !== 'edited')
    .reduce((sum, { change }) => sum + Number(change), 0);

/** A cart that holds these things and is ready to be ordered. */
async function cartWith(items: { sku: string; quantity?: number }[], options?: ShopperOptions) {
  const ada = visitor(options);
  for (const { sku, quantity } of items) {
    const answer = await ada.add(sku, quantity);
    expect(answer.body.error).toBeUndefined();
  }
  return ada;
}

describe('stock', () => {
  it('ST16: 20 buyers and 3 units: 3 orders, 17 refusals, none left, and never fewer', async () => {
    const { documentId, sku } = await product({ stock: 3 });
    const carts = await times(20, () => cartWith([{ sku }]));
    const answers = await Promise.all(carts.map((ada) => order(ada)));

    expect(codes(answers).sort()).toEqual([
      ...Array.from({ length: 3 }, () => 201),
      ...Array.from({ length: 17 }, () => 'insufficient_stock'),
    ]);
    for (const { body } of answers.filter(({ status }) => status === 409)) {
      expect(body.error.details).toMatchObject({ sku, requested: 1 });
      expect(body.error.details.available).toBeLessThan(1);
    }
    expect(await stockOf(shop.strapi, sku)).toBe(0);
    expect(await movedOf(sku)).toBe(-3);
    expect(await productStocks(documentId)).toEqual([0, 0]);

    const orders = answers.flatMap(({ body }) => body.data?.order.number ?? []);
    expect(new Set(orders).size).toBe(3);
    // The refused carts are as they were, and could be ordered once there is stock.
    const refused = carts.filter((_, index) => answers[index]!.status !== 201);
    expect((await refused[0]!.cart()).body.data).toMatchObject({
      status: 'open',
      items: [{ quantity: 1, available: 0 }],
    });
  });

  it('is taken for all lines or for none: a cart that fails at its last line takes nothing', async () => {
    const [plenty, scarce] = [await product({ stock: 100 }), await product({ stock: 2 })];
    const carts = await times(8, () =>
      cartWith([{ sku: plenty.sku, quantity: 3 }, { sku: scarce.sku }])
    );
    const answers = await Promise.all(carts.map((ada) => order(ada)));
    expect(count(codes(answers), 201)).toBe(2);
    expect(count(codes(answers), 'insufficient_stock')).toBe(6);
    expect([
      await stockOf(shop.strapi, plenty.sku),
      await stockOf(shop.strapi, scarce.sku),
    ]).toEqual([94, 0]);
  });

  it('is taken in the quantity asked for, by carts of several sizes', async () => {
    const { sku } = await product({ stock: 10 });
    const carts = await times(9, (index) => cartWith([{ sku, quantity: (index % 3) + 1 }]));
    const answers = await Promise.all(carts.map((ada) => order(ada)));
    const sold = answers.reduce(
      (sum, { body }) => sum + Number(body.data?.order.items[0].quantity ?? 0),
      0
    );
    expect(await stockOf(shop.strapi, sku)).toBe(10 - sold);
    expect(10 - sold).toBeGreaterThanOrEqual(0);
    expect(10 - sold).toBeLessThan(3);
  });

  it('ST18: orders for {A, B} and {B, A} at once all succeed, the product’s copy included', async () => {
    const [a, b] = [await product({ stock: 1000 }), await product({ stock: 1000 })];
    const carts = await times(20, (index) =>
      cartWith(index % 2 ? [{ sku: a.sku }, { sku: b.sku }] : [{ sku: b.sku }, { sku: a.sku }])
    );
    const answers = await Promise.all(carts.map((ada) => order(ada)));
    expect(codes(answers)).toEqual(answers.map(() => 201));
    for (const { sku, documentId } of [a, b]) {
      expect(await stockOf(shop.strapi, sku)).toBe(980);
      expect(await productStocks(documentId)).toEqual([980, 980]);
    }
    const numbers = answers.map(({ body }) => Number(body.data.order.number));
    expect(new Set(numbers).size).toBe(20);
    // Without a gap: a transaction that was repeated gives its number back.
    expect(Math.max(...numbers) - Math.min(...numbers)).toBe(19);
  });

  it('of several variations of one product is taken side by side, and its copy is the default’s', async () => {
    const { documentId, skus } = await product({
      options: { Size: ['S', 'M', 'L'] },
      stock: 50,
    });
    const carts = await times(12, (index) => cartWith([{ sku: skus[index % 3]! }]));
    const answers = await Promise.all(carts.map((ada) => order(ada)));
    expect(codes(answers)).toEqual(answers.map(() => 201));
    for (const sku of skus) expect(await stockOf(shop.strapi, sku)).toBe(46);
    expect(await productStocks(documentId)).toEqual([46, 46]);
  });

  it('survives an editor who saves the variation while it is being sold', async () => {
    const { documentId, sku, variations } = await product({ stock: 50 });
    const carts = await times(6, () => cartWith([{ sku }]));
    const save = (unitPrice: number) =>
      shop.strapi.documents(UIDS.productVariation as never).update({
        documentId: variations[0]!.documentId,
        data: { unitPrice } as never,
      });
    const [answers] = await Promise.all([
      Promise.all(carts.map((ada) => order(ada))),
      times(3, () => save(10)),
    ]);
    const sold = count(codes(answers), 201);
    expect(codes(answers).every((code) => code === 201 || code === 'cart_changed')).toBe(true);
    expect(await stockOf(shop.strapi, sku)).toBe(50 - sold);
    expect(await productStocks(documentId)).toEqual([50 - sold, 50 - sold]);
  });
});

describe('one cart', () => {
  it('loses none of 160 adds at once: 1 becomes 161, on one line', async () => {
    const { sku } = await product();
    const ada = await cartWith([{ sku }]);
    const answers = await times(160, () => visitor({ token: ada.token! }).add(sku));
    expect(codes(answers)).toEqual(answers.map(() => 200));
    const { items, version } = (await ada.cart()).body.data;
    expect(items).toMatchObject([{ quantity: 161 }]);
    expect(version).toBe(161);
  });

  it('never gets a second line for one thing, whoever comes first', async () => {
    const { sku } = await product();
    const ada = await cartWith([{ sku: (await product()).sku }]);
    await times(12, (index) =>
      index % 2
        ? visitor({ token: ada.token! }).add(sku)
        : visitor({ token: ada.token! }).bulk('add', [{ sku }])
    );
    const { items } = (await ada.cart()).body.data;
    expect(items.map(({ quantity }: CartItemDto) => quantity)).toEqual([1, 12]);
  });

  it('keeps adds, updates and removals of different lines apart', async () => {
    const skus: string[] = [];
    for (let index = 0; index < 4; index += 1) skus.push((await product()).sku);
    const ada = await cartWith(skus.map((sku) => ({ sku })));
    const { items } = (await ada.cart()).body.data;
    const me = () => visitor({ token: ada.token! });
    await Promise.all([
      me().setQuantity(items[0].id, 7),
      me().remove(items[1].id),
      ...Array.from({ length: 5 }, () => me().add(skus[2]!)),
      me().bulk('set', [{ sku: skus[3]!, quantity: 9 }]),
    ]);
    expect((await ada.cart()).body.data.items).toMatchObject([
      { sku: skus[0], quantity: 7 },
      { sku: skus[2], quantity: 6 },
      { sku: skus[3], quantity: 9 },
    ]);
  });

  it('lets one of several writers with the same If-Match through', async () => {
    const { sku } = await product();
    const ada = await cartWith([{ sku }]);
    const answers = await times(8, () =>
      visitor({ token: ada.token! }).add(sku, 1, {}, { 'If-Match': '1' })
    );
    expect(codes(answers).sort()).toEqual([
      200,
      ...Array.from({ length: 7 }, () => 'cart_changed'),
    ]);
    expect((await ada.cart()).body.data).toMatchObject({ version: 2, totalQuantity: 2 });
  });

  it('comes to be once when six first adds share an Idempotency-Key', async () => {
    const { sku } = await product();
    const headers = { 'Idempotency-Key': freshKey() };
    const answers = await times(6, () => visitor().add(sku, 2, {}, headers));
    expect(codes(answers)).toEqual(answers.map(() => 201));
    const tokens = new Set(answers.map(({ body }) => body.data.token));
    expect(tokens.size).toBe(1);
    const [token] = tokens;
    expect((await visitor({ token }).cart()).body.data.items).toMatchObject([{ quantity: 2 }]);
    const key = { key: createHash('sha256').update(headers['Idempotency-Key']).digest('hex') };
    expect(await rowsOf(shop.strapi, 'cartwright_idempotency_keys', key)).toHaveLength(1);
  });

  it('comes to be once for an account whose 12 first adds race', async () => {
    const { sku } = await product();
    const { jwt, documentId } = await makeAccount(shop.strapi);
    const answers = await times(12, () => visitor({ jwt }).add(sku));
    expect(count(codes(answers), 201)).toBe(1);
    expect(count(codes(answers), 200)).toBe(11);
    expect(await rowsOf(shop.strapi, 'cartwright_carts', { account: documentId })).toHaveLength(1);
    expect((await visitor({ jwt }).cart()).body.data.items).toMatchObject([{ quantity: 12 }]);
  });

  it('of 20 guests who begin at the same instant are 20 carts', async () => {
    const { sku } = await product();
    const answers = await times(20, () => visitor().add(sku));
    expect(codes(answers)).toEqual(answers.map(() => 201));
    expect(new Set(answers.map(({ body }) => body.data.token)).size).toBe(20);
  });
});

describe('an order and other requests on its cart', () => {
  it('D-31: ten orders of one cart at once make one order, one charge and one answer', async () => {
    const { sku } = await product({ stock: 10 });
    const ada = await cartWith([{ sku, quantity: 2 }]);
    const answers = await times(10, () => order(visitor({ token: ada.token! }), 'card'));
    expect(codes(answers).sort()).toEqual([...Array.from({ length: 9 }, () => 200), 201]);
    const bodies = new Set(answers.map(({ text }) => text));
    expect(bodies.size).toBe(1);
    expect(card.charges.size).toBe(1);
    expect(await stockOf(shop.strapi, sku)).toBe(8);
    expect(await rowsOf(shop.strapi, 'cartwright_order_items', { sku })).toHaveLength(1);
    const { number } = answers[0]!.body.data.order;
    const [placed] = await rowsOf(shop.strapi, 'cartwright_orders', { number });
    const payments = await rowsOf(shop.strapi, 'cartwright_payments', {
      order_document_id: placed!['document_id'],
    });
    expect(payments).toHaveLength(1);
  });

  it('ten orders of an account’s cart at once make one order and one answer, without a token', async () => {
    const { sku } = await product({ stock: 10 });
    const { jwt, email } = await makeAccount(shop.strapi);
    await cartWith([{ sku }], { jwt });
    const answers = await times(10, () =>
      visitor({ jwt }).checkout({ email, paymentMethod: 'card' })
    );
    expect(codes(answers).sort()).toEqual([...Array.from({ length: 9 }, () => 200), 201]);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(card.charges.size).toBe(1);
    expect(await stockOf(shop.strapi, sku)).toBe(9);
  });

  it('ten orders with one Idempotency-Key make one order', async () => {
    const { sku } = await product({ stock: 10 });
    const ada = await cartWith([{ sku }]);
    const headers = { 'Idempotency-Key': freshKey() };
    const answers = await times(10, () => order(visitor({ token: ada.token! }), 'card', headers));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(card.charges.size).toBe(1);
    expect(await stockOf(shop.strapi, sku)).toBe(9);
  });

  it('adds that race it are in the order, or refused: nothing is lost between', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { sku } = await product({ stock: 100 });
      const ada = await cartWith([{ sku }]);
      const me = () => visitor({ token: ada.token! });
      const [placed, ...adds] = await Promise.all([
        order(me()),
        ...Array.from({ length: 6 }, () => me().add(sku)),
      ]);
      const added = count(codes(adds), 200);
      expect(added + count(codes(adds), 'cart_checked_out')).toBe(6);

      const last = placed.status === 201 ? placed : await order(me());
      if (placed.status !== 201) expect(codes([placed])).toEqual(['cart_changed']);
      expect(last.status).toBe(201);
      const items: OrderItemDto[] = last.body.data.order.items;
      expect(items).toMatchObject([{ quantity: 1 + added }]);
      expect(await stockOf(shop.strapi, sku)).toBe(100 - 1 - added);
    }
  });

  it('a declined payment that is repeated by two at once is charged once', async () => {
    const { sku } = await product();
    const ada = await cartWith([{ sku }]);
    card.next = { status: 'declined', reason: 'No funds' };
    expect(codes([await order(ada, 'card')])).toEqual(['payment_declined']);
    card.next = { status: 'paid', reference: 'ref-2' };
    const answers = await times(6, () => order(visitor({ token: ada.token! }), 'card'));
    expect(codes(answers)).toEqual(answers.map(() => 200));
    expect(card.charges.size).toBe(1);
  });
});

it('stores what it says: the token of each order leads to it, hashed', async () => {
  const { sku } = await product();
  const ada = await cartWith([{ sku }]);
  const { number, token } = (await order(ada)).body.data.order;
  const [row] = await rowsOf(shop.strapi, 'cartwright_orders', { number });
  expect(row!['token_hash']).toBe(createHash('sha256').update(token).digest('hex'));
});
