import type { Response } from 'supertest';

import { UIDS } from '../../content-types/uids';
import {
  changeVariation,
  countRows,
  documents,
  makeProduct,
  type ProductWish,
} from '../support/shop';
import { makeAccount, shopperOf, type ShopperOptions } from '../support/shopper';
import { startStrapi, type RunningShop } from '../support/strapi';

/** The same again: what was ordered goes into the cart, at today's prices. */

let shop: RunningShop;
beforeAll(async () => {
  shop = await startStrapi({ cartwright: { currency: 'EUR', maxQuantityPerItem: 10 } });
});
afterAll(() => shop.stop());

const product = (wish?: ProductWish) => makeProduct(shop.strapi, { unitPrice: 10, ...wish });
const refusal = (answer: Response) => [answer.status, answer.body.error?.details.code];

async function ordered(
  things: { sku: string; quantity?: number; data?: object }[],
  options?: ShopperOptions,
  email?: string
): Promise<{ token: string; number: string }> {
  const ada = shopperOf(shop, options);
  for (const { sku, quantity, data } of things) await ada.add(sku, quantity, { data });
  const answer = await ada.checkout(email ? { email } : {});
  expect(answer.status).toBe(201);
  return answer.body.data.order;
}
const again = (key: string, who = shopperOf(shop)) => who.send('post', `/orders/${key}/reorder`);

it('a guest buys again by the secret link, and gets a cart', async () => {
  const [mug, plate] = [await product(), await product()];
  const order = await ordered([
    { sku: mug.sku, quantity: 2, data: { engraving: 'Ada' } },
    { sku: plate.sku },
  ]);
  await changeVariation(shop.strapi, mug.sku, { unitPrice: 12 });
  const guest = shopperOf(shop);
  const answer = await again(order.token, guest);
  expect([answer.status, answer.body.data]).toMatchObject([
    201,
    {
      token: expect.any(String),
      status: 'open',
      items: [
        { sku: mug.sku, quantity: 2, unitPrice: '12.00', data: { engraving: 'Ada' } },
        { sku: plate.sku, quantity: 1, unitPrice: '10.00' },
      ],
      totals: { total: '34.00' },
      discountCode: null,
      notices: [],
    },
  ]);
  expect(guest.token).toBe(answer.body.data.token);
  const placed = await guest.checkout();
  expect([placed.status, placed.body.data.order.number]).not.toEqual([201, order.number]);
});

it('it goes beside what is in the cart already', async () => {
  const mug = await product();
  const order = await ordered([{ sku: mug.sku, quantity: 2 }]);
  const ada = shopperOf(shop);
  await ada.add(mug.sku);
  const answer = await again(order.token, ada);
  expect([answer.status, answer.body.data.token]).toEqual([200, undefined]);
  expect(answer.body.data.items).toMatchObject([{ sku: mug.sku, quantity: 3 }]);
});

it('what cannot be bought any more is left out, and the cart says so', async () => {
  const [mug, plate, bowl] = [await product({ stock: 5 }), await product(), await product()];
  const order = await ordered([
    { sku: mug.sku, quantity: 4 },
    { sku: plate.sku },
    { sku: bowl.sku, quantity: 9 },
  ]);
  await changeVariation(shop.strapi, mug.sku, { stock: 3 });
  await documents(shop.strapi, UIDS.product).unpublish({ documentId: plate.documentId });
  const ada = shopperOf(shop);
  await ada.add(bowl.sku, 5);
  const answer = await again(order.token, ada);
  expect(answer.body.data.items).toMatchObject([
    { sku: bowl.sku, quantity: 10 },
    { sku: mug.sku, quantity: 3 },
  ]);
  expect(answer.body.data.notices).toMatchObject([
    { code: 'quantity_clamped', requested: 4, quantity: 3 },
    { code: 'item_dropped', description: expect.any(String) },
    { code: 'quantity_clamped', requested: 9, quantity: 5 },
  ]);
});

it('when nothing is left, there is no cart', async () => {
  const mug = await product();
  const order = await ordered([{ sku: mug.sku }]);
  await documents(shop.strapi, UIDS.product).delete({ documentId: mug.documentId });
  const before = await countRows(shop.strapi);
  expect(refusal(await again(order.token))).toEqual([422, 'not_for_sale']);
  expect(await countRows(shop.strapi)).toEqual(before);
});

it('an account buys its own orders again by their number, and nobody else’s', async () => {
  const mug = await product();
  const ada = await makeAccount(shop.strapi);
  const eve = await makeAccount(shop.strapi);
  const order = await ordered([{ sku: mug.sku }], { jwt: ada.jwt }, ada.email);
  const own = await again(order.number, shopperOf(shop, { jwt: ada.jwt }));
  expect([own.status, own.body.data.items]).toMatchObject([201, [{ sku: mug.sku }]]);
  expect(refusal(await again(order.number, shopperOf(shop, { jwt: eve.jwt })))).toEqual([
    404,
    'not_found',
  ]);
  expect(refusal(await again(order.number))).toEqual([404, 'not_found']);
  expect(refusal(await again('no-such-token'))).toEqual([404, 'not_found']);
  // Whoever has the link may, with an account of their own, too.
  expect((await again(order.token, shopperOf(shop, { jwt: eve.jwt }))).status).toBe(201);
});

it('is put in once under one key', async () => {
  const mug = await product();
  const order = await ordered([{ sku: mug.sku, quantity: 2 }]);
  const ada = shopperOf(shop);
  await ada.add(mug.sku);
  const headers = { 'Idempotency-Key': 'a-key-of-sixteen-letters' };
  const send = () => ada.send('post', `/orders/${order.token}/reorder`, {}, headers);
  const answers = await Promise.all([send(), send()]);
  expect(answers.map(({ body }) => body.data.items[0].quantity)).toEqual([3, 3]);
  expect(refusal(await ada.send('post', `/orders/${order.token}/reorder`, { sku: 'x' }))).toEqual([
    400,
    'invalid_input',
  ]);
});
