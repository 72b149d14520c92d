import { readOrder } from '../../../server/storage/orders/read';
import { makeProduct } from '../../support/shop';
import { shopperOf } from '../../support/shopper';
import { startStrapi, type RunningShop } from '../../support/strapi';

let shop: RunningShop;
beforeAll(async () => {
  shop = await startStrapi();
});
afterAll(() => shop.stop());

it('an order that is edited between its amounts and its lines is read again', async () => {
  const ada = shopperOf(shop);
  await ada.add((await makeProduct(shop.strapi)).sku, 2);
  const { number } = (await ada.checkout()).body.data.order;
  const db = shop.strapi.db.connection;
  const [row] = await db('cartwright_orders').where({ number });
  const where = { order_document_id: row.document_id };

  let edits = 0;
  const edit = async () => {
    edits += 1;
    await db('cartwright_orders').where({ number }).update({ revision: 1, email: 'new@x.org' });
    await db('cartwright_order_items').where(where).update({ quantity: 5 });
  };
  // Somebody edits right before the lines are read for the first time.
  const meddling = new Proxy(db, {
    apply(target, self, [table]: [string]) {
      const query = Reflect.apply(target, self, [table]);
      if (!table.startsWith('cartwright_order_items') || edits > 0) return query;
      const run = query.then.bind(query);
      query.then = ((...answer: Parameters<typeof run>) =>
        edit().then(() => run(...answer))) as typeof run;
      return query;
    },
  });

  const order = await readOrder(meddling, meddling('cartwright_orders').where({ number }));
  expect(edits).toBe(1);
  expect([order!.revision, order!.email, order!.lines.map(({ quantity }) => quantity)]).toEqual([
    1,
    'new@x.org',
    [5],
  ]);
});
