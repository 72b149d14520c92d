import type { Response } from 'supertest';

import { fakeInventory } from '../support/fake-inventory';
import {
  changeVariation,
  documents,
  makeProduct,
  rowsOf,
  stockOf,
  type ProductWish,
} from '../support/shop';
import { shopperOf, type TestShopper } from '../support/shopper';
import { startStrapi, type RunningShop } from '../support/strapi';

/** A warehouse of the site's own counts the units. Runs on SQLite, PostgreSQL and MariaDB/MySQL. */

const COURSE = 'api::course.course';

const warehouse = fakeInventory();
let shop: RunningShop;

beforeAll(async () => {
  shop = await startStrapi({
    cartwright: {
      providers: { inventory: () => warehouse.provider },
      sellables: { [COURSE]: { title: 'title', price: 'price', stock: 'seats', sku: 'title' } },
    },
  });
});
afterAll(() => shop.stop());
beforeEach(() => warehouse.forget());

const product = (wish?: ProductWish) => makeProduct(shop.strapi, wish);
const visitor = () => shopperOf(shop);
const refusal = ({ status, body }: Response) => [status, body.error?.details.code];
const order = (ada: TestShopper) => ada.checkout({ paymentMethod: 'manual' });
const movements = () => rowsOf(shop.strapi, 'cartwright_stock_movements', { reason: 'order' });

/** A thing of which the warehouse has so many, and a cart with some of them. */
async function cartWith(units: number, quantity = 1) {
  const { sku } = await product({ stock: 1 });
  warehouse.units.set(sku, units);
  const ada = visitor();
  const answer = await ada.add(sku, quantity);
  expect(answer.body.error).toBeUndefined();
  warehouse.asked.length = 0;
  return { ada, sku };
}

describe('a cart', () => {
  it('tells what the warehouse has, and neither asks nor shows the shop’s own stock', async () => {
    const [few, endless] = [await product({ stock: 0 }), await product({ stock: 0 })];
    warehouse.units.set(few.sku, 7);
    const ada = visitor();
    await ada.add(endless.sku, 500);
    const { body } = await ada.add(few.sku, 7);
    expect(body.data.items).toMatchObject([
      { sku: endless.sku, available: null, purchasable: true },
      { sku: few.sku, available: 7, purchasable: true },
    ]);
    expect(refusal(await ada.add(few.sku))).toEqual([409, 'insufficient_stock']);
  });

  it('asks once for all its things when it is shown, and for none when it is empty', async () => {
    const { ada } = await cartWith(5);
    await ada.add((await product()).sku);
    warehouse.asked.length = 0;
    await ada.cart();
    expect(warehouse.asked).toMatchObject([
      { question: 'available', request: { items: [{}, {}] } },
    ]);
    await visitor().cart();
    expect(warehouse.asked).toHaveLength(1);
  });

  it('asks before it grows, and not to shrink', async () => {
    const { ada } = await cartWith(5, 3);
    const [item] = (await ada.cart()).body.data.items;
    warehouse.asked.length = 0;
    expect(refusal(await ada.setQuantity(item.id, 6))).toEqual([409, 'insufficient_stock']);
    expect(warehouse.count('available')).toBe(1);
    warehouse.asked.length = 0;
    expect((await ada.setQuantity(item.id, 5)).status).toBe(200);
    expect(warehouse.count('available')).toBe(2);
    warehouse.units.set(item.sku, 0);
    warehouse.asked.length = 0;
    const { body } = await ada.setQuantity(item.id, 2);
    expect(body.data.items[0]).toMatchObject({ quantity: 2, available: 0, purchasable: false });
    expect(warehouse.count('available')).toBe(1);
  });

  it('shares the units of a thing among lines with different data', async () => {
    const { ada, sku } = await cartWith(5, 3);
    const more = await ada.add(sku, 3, { data: { engraving: 'Ada' } });
    expect(refusal(more)).toEqual([409, 'insufficient_stock']);
  });
});

describe('an order', () => {
  it('keeps the units, is written, and sells them; the shop’s own stock stays as it is', async () => {
    const { ada, sku } = await cartWith(5, 3);
    const placed = await order(ada);
    expect(placed.status).toBe(201);
    const number = placed.body.data.order.number;
    const questions = warehouse.asked.map(({ question }) => question);
    expect(questions).toEqual(['available', 'reserve', 'confirm']);
    const reserve = warehouse.asked[1]!.request as { reference: string; until: Date };
    expect(reserve).toMatchObject({
      items: [{ sku, quantity: 3 }],
      idempotencyKey: `${reserve.reference}:reserve`,
    });
    expect(reserve.until.getTime()).toBeGreaterThan(Date.now() + 25 * 60 * 1000);
    expect(warehouse.sold).toMatchObject([{ reference: reserve.reference, orderNumber: number }]);
    expect(warehouse.units.get(sku)).toBe(2);
    expect(await stockOf(shop.strapi, sku)).toBe(1);
    expect((await movements()).filter((row) => row['sku'] === sku)).toEqual([]);
  });

  it('of a course and a variation keeps both, and leaves the seats alone', async () => {
    const { ada, sku } = await cartWith(5);
    const { documentId } = await documents(shop.strapi, COURSE).create({
      data: { title: 'SEWING', price: 5, seats: 1 },
      status: 'published',
    });
    warehouse.units.set('SEWING', 9);
    await ada.send('post', '/cart/items', { type: COURSE, documentId, quantity: 4 });
    expect((await order(ada)).status).toBe(201);
    expect([warehouse.units.get(sku), warehouse.units.get('SEWING')]).toEqual([4, 5]);
    const rows = await rowsOf(shop.strapi, 'courses', { document_id: documentId });
    expect(rows.map(({ seats }) => seats)).toEqual([1, 1]);
  });

  it('for more than there is left is refused with what there is, and nothing is written', async () => {
    const { ada, sku } = await cartWith(5, 3);
    warehouse.units.set(sku, 2);
    const refused = await order(ada);
    expect(refusal(refused)).toEqual([409, 'insufficient_stock']);
    expect(refused.body.error.details).toMatchObject({ sku, requested: 3, available: 2 });
    expect((await ada.cart()).body.data.status).toBe('open');
    expect(warehouse.kept.size).toBe(0);
    warehouse.units.set(sku, 3);
    expect((await order(ada)).status).toBe(201);
  });

  it('that does not come about gives its units back, and may come again', async () => {
    const { ada, sku } = await cartWith(5, 3);
    await ada.cart();
    warehouse.meanwhile = () => changeVariation(shop.strapi, sku, { unitPrice: 12 });
    expect(refusal(await order(ada))).toEqual([409, 'cart_changed']);
    expect(warehouse.count('release')).toBe(1);
    expect(warehouse.kept.size).toBe(0);
    warehouse.meanwhile = null;
    expect((await order(ada)).status).toBe(201);
    expect(warehouse.units.get(sku)).toBe(2);
  });

  it('20 buyers and 3 units: 3 orders, and no unit too many', async () => {
    const { sku } = await product();
    warehouse.units.set(sku, 3);
    const carts = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const ada = visitor();
        await ada.add(sku);
        return ada;
      })
    );
    const answers = await Promise.all(carts.map(order));
    const codes = answers.map(({ status, body }) => body.error?.details.code ?? status);
    expect(codes.filter((code) => code === 201)).toHaveLength(3);
    expect(codes.filter((code) => code === 'insufficient_stock')).toHaveLength(17);
    expect(warehouse.units.get(sku)).toBe(0);
    expect(warehouse.sold).toHaveLength(3);
  });

  it('sent six times at once is one order, for which units are sold once', async () => {
    const { ada, sku } = await cartWith(5, 2);
    const answers = await Promise.all(Array.from({ length: 6 }, () => order(ada)));
    expect(new Set(answers.map(({ body }) => body.data?.order.number)).size).toBe(1);
    expect(warehouse.sold).toHaveLength(1);
    expect(warehouse.units.get(sku)).toBe(3);
    expect(warehouse.kept.size).toBe(0);
  });
});

describe('a process that dies', () => {
  it('after the units were kept: a repeat keeps them once, although nothing else is left', async () => {
    const { ada, sku } = await cartWith(2, 2);
    warehouse.meanwhile = () => Promise.reject(new Error('killed'));
    expect(refusal(await order(ada))).toEqual([502, 'provider_failed']);
    expect(warehouse.kept.size).toBe(1);
    warehouse.meanwhile = null;
    expect((await order(ada)).status).toBe(201);
    expect(warehouse.sold).toHaveLength(1);
    expect(warehouse.units.get(sku)).toBe(0);
  });

  it('after the order was written: a repeat of the request tells the warehouse', async () => {
    const { ada, sku } = await cartWith(5, 2);
    warehouse.instead.set('confirm', new Error('killed'));
    const placed = await order(ada);
    expect(placed.status).toBe(201);
    expect(warehouse.sold).toEqual([]);
    warehouse.instead.clear();
    expect((await order(ada)).body.data.order.number).toBe(placed.body.data.order.number);
    expect(warehouse.sold).toMatchObject([{ orderNumber: placed.body.data.order.number }]);
    expect(warehouse.units.get(sku)).toBe(3);
  });
});

describe('a warehouse in trouble', () => {
  const nonsense: [string, unknown][] = [
    ['throws', new Error('down')],
    ['answers nothing', undefined],
    ['answers too few', []],
    ['answers a text', ['7']],
    ['answers half a unit', [1.5]],
    ['answers less than nothing', [-1]],
    ['answers a number that is none', [NaN]],
  ];

  it.each(nonsense)('%s when asked what it has: 502 with its name', async (_, answer) => {
    const { ada, sku } = await cartWith(5);
    warehouse.instead.set('available', answer);
    const shown = await ada.cart();
    expect(refusal(shown)).toEqual([502, 'provider_failed']);
    expect(shown.body.error.details).toMatchObject({ provider: 'warehouse' });
    expect(refusal(await ada.add(sku))).toEqual([502, 'provider_failed']);
    warehouse.instead.clear();
    expect((await ada.cart()).body.data.items[0].quantity).toBe(1);
  });

  it.each([
    new Error('down'),
    undefined,
    {},
    { status: 'maybe' },
    { status: 'unavailable' },
    { status: 'unavailable', sku: 'somebody else’s', available: 0 },
  ])('answers %j when asked to keep units: nothing is sold', async (answer) => {
    const { ada } = await cartWith(5);
    warehouse.instead.set('reserve', answer);
    expect(refusal(await order(ada))).toEqual([502, 'provider_failed']);
    expect((await ada.cart()).body.data.status).toBe('open');
    warehouse.instead.clear();
    expect((await order(ada)).status).toBe(201);
  });

  it('that does not hear of a release leaves the refusal as it is', async () => {
    const { ada, sku } = await cartWith(5);
    await ada.cart();
    warehouse.instead.set('release', new Error('down'));
    warehouse.meanwhile = () => changeVariation(shop.strapi, sku, { unitPrice: 12 });
    expect(refusal(await order(ada))).toEqual([409, 'cart_changed']);
  });
});
