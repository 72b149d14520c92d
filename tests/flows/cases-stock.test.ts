import type { Response } from 'supertest';

import { UIDS } from '../../content-types/uids';
import { changeVariation, documents, makeProduct, rowsOf, stockOf } from '../support/shop';
import { shopperOf, type TestShopper } from '../support/shopper';
import { startStrapi, type RunningShop } from '../support/strapi';

/**
 * Cases of other shops about stock and about the first order, where no other test holds them by their numbers. The shop
 * holds units at the checkout, as it does unless told otherwise; `cart-holds.test.ts` has those of carts that hold.
 *
 * | case | why it reads otherwise here |
 * |---|---|
 * | ST4 | a cart holds nothing by itself (rule 7.3): what is in a living cart can be bought by others until it is ordered |
 * | ST8 | nothing is sold below zero (rule 7.1): what can be ordered without end is not counted |
 * | ST12 | a line that can no longer grow stays, and says what is left (rule 6.2): nobody's cart is emptied behind them |
 */

let shop: RunningShop;

beforeAll(async () => {
  shop = await startStrapi({
    cartwright: { tax: { rates: [{ country: '*', rate: '19', label: 'VAT <19 %> “€”' }] } },
  });
});
afterAll(() => shop.stop());

const product = (stock: number | null, unitPrice: string | number = 20) =>
  makeProduct(shop.strapi, { stock, unitPrice });
const visitor = () => shopperOf(shop);
const details = ({ body }: Response) => body.error?.details;
const cartOf = async (ada: TestShopper) => (await ada.cart()).body.data;

/** A cart with so many of a thing. */
async function cartWith(sku: string, quantity: number) {
  const ada = visitor();
  expect(details(await ada.add(sku, quantity))).toBeUndefined();
  return ada;
}

describe('how many can be had', () => {
  it('ST2: none of 0, and any number of what is not counted', async () => {
    const [none, endless] = [await product(0), await product(null)];
    expect(details(await visitor().add(none.sku, 1))).toMatchObject({
      code: 'insufficient_stock',
      requested: 1,
      available: 0,
    });
    const answer = await visitor().add(endless.sku, 1000);
    expect(answer.body.data.items).toMatchObject([
      { quantity: 1000, available: null, purchasable: true },
    ]);
  });

  it('ST4: all ten, while ten are in somebody else’s cart; whoever orders first has them', async () => {
    const { sku } = await product(10);
    const [ada, bob] = [await cartWith(sku, 10), await cartWith(sku, 10)];
    expect((await bob.checkout()).status).toBe(201);
    expect((await cartOf(ada)).items).toMatchObject([{ available: 0, purchasable: false }]);
    expect(details(await ada.checkout())).toMatchObject({ requested: 10, available: 0 });
  });

  it('ST6: five of three are refused and tell 3, and nothing is put in; three can be added', async () => {
    const { sku } = await product(3);
    const ada = visitor();
    expect(details(await ada.add(sku, 5))).toMatchObject({ requested: 5, available: 3 });
    expect((await cartOf(ada)).items).toEqual([]);
    expect((await ada.add(sku, 3)).body.data.totalQuantity).toBe(3);
  });

  it('ST8: eight of three are refused, also for a shop that would order more; eight of an uncounted thing are not', async () => {
    const { sku } = await product(3);
    expect(details(await visitor().add(sku, 8))).toMatchObject({ requested: 8, available: 3 });
    await changeVariation(shop.strapi, sku, { stock: null });
    const ada = await cartWith(sku, 8);
    expect((await ada.checkout()).status).toBe(201);
    expect(await stockOf(shop.strapi, sku)).toBeNull();
  });

  it('ST10: a refused add leaves neither a line nor a cart', async () => {
    const { sku } = await product(0);
    const ada = visitor();
    const before = await rowsOf(shop.strapi, 'cartwright_carts');
    expect(details(await ada.add(sku, 1))).toMatchObject({ available: 0 });
    expect(await rowsOf(shop.strapi, 'cartwright_carts')).toEqual(before);
  });

  it('ST12: a line of one, with nothing left, cannot become two; it stays and says so', async () => {
    const { sku } = await product(10);
    const ada = await cartWith(sku, 1);
    await changeVariation(shop.strapi, sku, { stock: 0 });
    const [line] = (await cartOf(ada)).items;
    expect(details(await ada.setQuantity(line.id, 2))).toMatchObject({ available: 0 });
    expect(await cartOf(ada)).toMatchObject({
      items: [{ quantity: 1, available: 0, purchasable: false }],
      notices: [{ code: 'insufficient_stock', itemId: line.id, available: 0 }],
    });
  });
});

describe('the moment of ordering', () => {
  it('ST14: five in the cart, two of the five sold to another: refused by name, and three can be ordered', async () => {
    const { sku } = await product(5);
    const ada = await cartWith(sku, 5);
    expect((await (await cartWith(sku, 2)).checkout()).status).toBe(201);
    expect(details(await ada.checkout())).toEqual({
      code: 'insufficient_stock',
      sku,
      requested: 5,
      available: 3,
    });
    const [line] = (await cartOf(ada)).items;
    await ada.setQuantity(line.id, 3);
    expect((await ada.checkout()).status).toBe(201);
    expect(await stockOf(shop.strapi, sku)).toBe(0);
  });

  it('ST16: two buyers confirm the last one at once: one order, and the other one is told', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { sku } = await product(1);
      const [ada, bob] = [await cartWith(sku, 1), await cartWith(sku, 1)];
      const answers = await Promise.all([ada.checkout(), bob.checkout()]);
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
      const refused = answers.find(({ status }) => status === 409)!;
      expect(details(refused)).toMatchObject({ code: 'insufficient_stock', sku, requested: 1 });
      expect(await stockOf(shop.strapi, sku)).toBe(0);
    }
  });
});

describe('the first order', () => {
  it('C-14, C-15, C-16: 5 of 10 at 20.00, 5 more, and all away again', async () => {
    const { sku } = await product(10);
    const ada = await cartWith(sku, 5);
    expect(await cartOf(ada)).toMatchObject({ totalQuantity: 5, totals: { subtotal: '100.00' } });
    // There are five more, and not ten.
    expect(details(await ada.add(sku, 10))).toMatchObject({ requested: 15, available: 10 });
    expect((await ada.add(sku, 5)).body.data).toMatchObject({
      totalQuantity: 10,
      totals: { subtotal: '200.00' },
    });
    expect(details(await ada.add(sku, 1))).toMatchObject({ requested: 11, available: 10 });
    const [line] = (await cartOf(ada)).items;
    await ada.remove(line.id);
    expect(await cartOf(ada)).toMatchObject({
      items: [],
      totalQuantity: 0,
      totals: { total: '0.00' },
    });
    expect((await ada.add(sku, 10)).status).toBe(200);
  });

  it('C-21: 5 of 10 at 20.00 make one line of 100.00, 5 are left, and the cart is done', async () => {
    const { sku } = await product(10);
    const ada = await cartWith(sku, 5);
    const { order } = (await ada.checkout()).body.data;
    expect(order.items).toMatchObject([
      { sku, quantity: 5, unitPrice: '20.00', lineTotal: '100.00' },
    ]);
    expect(order.items).toHaveLength(1);
    expect(await stockOf(shop.strapi, sku)).toBe(5);
    const fresh = await ada.add(sku, 1);
    expect(fresh.body.error?.details.code ?? fresh.body.data.totalQuantity).toBe(
      'cart_checked_out'
    );
    expect((await visitor().cart()).body.data.totalQuantity).toBe(0);
  });

  it('C-25: the label and the amount of its tax are kept as they were, whatever the shop charges later', async () => {
    const { sku, documentId } = await product(1, '298.16');
    const { order } = (await (await cartWith(sku, 1)).checkout()).body.data;
    const kept = { label: 'VAT <19 %> “€”', rate: '19', base: '298.16', amount: '56.65' };
    expect(order).toMatchObject({ taxes: [kept], totals: { tax: '56.65', total: '354.81' } });
    await changeVariation(shop.strapi, sku, { unitPrice: 1 });
    await documents(shop.strapi, UIDS.product).delete({ documentId });
    const later = (await visitor().send('get', `/orders/${order.token}`)).body.data;
    expect(later).toMatchObject({ taxes: [kept], totals: { tax: '56.65', total: '354.81' } });
  });
});
