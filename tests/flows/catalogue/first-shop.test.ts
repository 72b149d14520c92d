import { documents, makeProduct, variationsOf } from '../../support/shop';
import { ADDRESS, API, shopperOf } from '../../support/shopper';
import { type RunningShop, startStrapi } from '../../support/strapi';
import { UIDS } from '../../../content-types/uids';

/** What the first shop of this kind asserted about opening its pages, and about a thing's stock. */

let shop: RunningShop;
beforeAll(async () => {
  shop = await startStrapi();
});
afterAll(() => shop.stop());

it('C-01: category, product, cart and checkout open', async () => {
  const { slug, sku, documentId } = await makeProduct(shop.strapi, { title: 'Opened' });
  const category = await documents(shop.strapi, UIDS.category).create({
    data: { title: 'Open' },
    status: 'published',
  });
  await documents(shop.strapi, UIDS.product).update({
    documentId,
    data: { categories: [category.documentId] },
    status: 'published',
  });
  const who = shopperOf(shop);
  await who.add(sku);
  await who.say({ billing: ADDRESS });
  const pages = [
    `/catalog/categories/${String(category.slug)}`,
    `/catalog/products?category=${String(category.slug)}`,
    `/catalog/products/${slug}`,
    '/cart',
    '/checkout',
  ];
  for (const page of pages)
    expect([page, (await who.send('get', page)).status]).toEqual([page, 200]);
  const { body } = await shop
    .http()
    .get(`${API}/catalog/products?category=${String(category.slug)}`);
  expect(body.data.map(({ title }: { title: string }) => title)).toEqual(['Opened']);
});

it('C-04, VG8: the bare variation goes when options are ticked, one variation when one is un-ticked', async () => {
  const { documentId } = await makeProduct(shop.strapi, { title: 'Ticked' });
  expect(await variationsOf(shop.strapi, documentId)).toHaveLength(1);
  const options = documents(shop.strapi, UIDS.productOption);
  const made = [];
  for (const name of ['t1', 't2']) {
    made.push((await options.create({ data: { type: 'Size', name } })).documentId);
  }
  const tick = (ticked: string[]) =>
    documents(shop.strapi, UIDS.product).update({ documentId, data: { options: ticked } });
  await tick(made);
  expect(await variationsOf(shop.strapi, documentId)).toHaveLength(2);
  await tick(made.slice(0, 1));
  expect(await variationsOf(shop.strapi, documentId)).toHaveLength(1);
});

it.each([
  [null, 1000, 201],
  [5, 5, 201],
  [5, 6, 409],
  [0, 1, 409],
])('C-05, C-06, ST2: with a stock of %s, %i can be had: %i', async (stock, quantity, status) => {
  const { sku } = await makeProduct(shop.strapi, { stock });
  const answer = await shopperOf(shop).add(sku, quantity);
  expect(answer.status).toBe(status);
  if (status === 409) {
    expect(answer.body.error.details).toMatchObject({
      code: 'insufficient_stock',
      available: stock,
    });
  }
});
