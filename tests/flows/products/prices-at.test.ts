import { UIDS } from '../../../content-types/uids';
import type { PricesAtDto } from '../../../server/contracts/prices-at';
import { PERMISSIONS } from '../../../server/permissions';
import { adminOf } from '../../support/admin';
import { countStatements } from '../../support/count-statements';
import { changeVariation, documents, makeProduct } from '../../support/shop';
import { shopperOf } from '../../support/shopper';
import { makeStaff, type Staff } from '../../support/staff';
import { type RunningShop, startStrapi } from '../../support/strapi';

/** "What will this cost on 28 November, 00:00?" */

let shop: RunningShop;
let grace: Staff;

beforeAll(async () => {
  shop = await startStrapi({ cartwright: { currency: 'EUR' } });
  grace = await makeStaff(shop);
});
afterAll(() => shop.stop());

const HOUR = 3_600_000;
const now = Date.now();
const at = (hours: number) => new Date(now + hours * HOUR).toISOString();
const later = (instant: string, ms: number) => new Date(Date.parse(instant) + ms).toISOString();

const prices = async (product: string, instant?: string): Promise<PricesAtDto> =>
  (await grace.send('get', `/products/${product}/prices${instant ? `?at=${instant}` : ''}`)).body
    .data;
/** Of the first variation: its price, and whose it is. */
const first = async (product: string, instant?: string) => {
  const [variation] = (await prices(product, instant)).variations;
  const { price, onSale, offer } = variation!;
  return [price, onSale ? (offer?.sale?.title ?? 'by hand') : null];
};
const makeSale = (data: object) =>
  documents(shop.strapi, UIDS.sale).create({ data: { active: true, ...data } });

it('a sale has its price from its first instant to the one before its end', async () => {
  const { documentId } = await makeProduct(shop.strapi, { unitPrice: 20 });
  const [from, to] = [at(24), at(48)];
  await makeSale({
    title: 'Weekend',
    discountPercent: 25,
    validFrom: from,
    validTo: to,
    products: [documentId],
  });
  expect(await first(documentId)).toEqual(['20.00', null]);
  expect(await first(documentId, later(from, -1))).toEqual(['20.00', null]);
  expect(await first(documentId, from)).toEqual(['15.00', 'Weekend']);
  expect(await first(documentId, later(to, -1))).toEqual(['15.00', 'Weekend']);
  expect(await first(documentId, to)).toEqual(['20.00', null]);

  const answer = await prices(documentId, from);
  expect(answer).toMatchObject({ at: from, currency: 'EUR', nextStart: from, nextEnd: to });
  expect(answer.variations[0]).toMatchObject({
    isDefault: true,
    unitPrice: '20.00',
    onSale: true,
    offer: { price: '15.00', from, to },
  });
  // The next one to begin is named beforehand.
  expect((await prices(documentId)).variations[0]).toMatchObject({
    onSale: false,
    offer: { price: '15.00', sale: { title: 'Weekend' } },
  });
});

it('the lowest of all that reach it wins at each instant, with what was set by hand among them', async () => {
  const { documentId, sku } = await makeProduct(shop.strapi, { unitPrice: 100 });
  const category = await documents(shop.strapi, UIDS.category).create({
    data: { title: 'Winter' },
    status: 'published',
  });
  await documents(shop.strapi, UIDS.product).update({
    documentId,
    data: { categories: [category.documentId] },
    status: 'published',
  });
  await changeVariation(shop.strapi, sku, { salePrice: 70, saleFrom: at(10), saleTo: at(40) });
  const own = { products: [documentId] };
  const ofCategory = { categories: [category.documentId] };
  await makeSale({ title: 'Long', discountDeduct: 20, validTo: at(100), ...own });
  await makeSale({
    title: 'Deep',
    discountExact: 50,
    validFrom: at(20),
    validTo: at(30),
    ...ofCategory,
  });
  await makeSale({ title: 'Off', active: false, discountExact: 1, ...own });

  const told = [];
  for (const hours of [1, 10, 20, 30, 40, 100]) told.push(await first(documentId, at(hours)));
  expect(told).toEqual([
    ['80.00', 'Long'],
    ['70.00', 'by hand'],
    ['50.00', 'Deep'],
    ['70.00', 'by hand'],
    ['80.00', 'Long'],
    ['100.00', null],
  ]);
  expect(await prices(documentId)).toMatchObject({ nextStart: at(10), nextEnd: at(30) });
});

it('now is what the store says now', async () => {
  const { documentId, slug } = await makeProduct(shop.strapi, {
    unitPrice: '9.99',
    options: { Size: ['now-s', 'now-m'] },
  });
  await makeSale({ title: 'Today', discountPercent: 33, products: [documentId] });
  const { body } = await shopperOf(shop).send('get', `/catalog/products/${slug}`);
  const store = body.data.variations.map(({ sku, price }: Record<string, unknown>) => [sku, price]);
  const here = (await prices(documentId)).variations.map(({ sku, price }) => [sku, price]);
  expect(here).toEqual(store);
  expect(here[0]![1]).toBe('6.69');
});

it('without a price it is coming soon', async () => {
  const { documentId } = await makeProduct(shop.strapi, { unitPrice: null });
  expect((await prices(documentId)).variations).toEqual([
    expect.objectContaining({ unitPrice: null, price: null, onSale: false, offer: null }),
  ]);
});

it('retired variations are left out', async () => {
  const { documentId } = await makeProduct(shop.strapi, { options: { Size: ['r-s', 'r-m'] } });
  await documents(shop.strapi, UIDS.product).update({ documentId, data: { options: [] } });
  expect((await prices(documentId)).variations).toHaveLength(1);
});

it('nothing is locked or written, and statements do not grow with the variations', async () => {
  const few = await makeProduct(shop.strapi, { options: { Size: ['f-1'] } });
  const sizes = Array.from({ length: 30 }, (_, index) => `n-${index}`);
  const many = await makeProduct(shop.strapi, { options: { Size: sizes } });
  const statementsOf = async (product: string) =>
    (await countStatements(shop.strapi, () => prices(product, at(5)), { only: 'cartwright' }))
      .statements;
  const ofMany = await statementsOf(many.documentId);
  expect(ofMany.length).toBe((await statementsOf(few.documentId)).length);
  expect(
    ofMany.filter((sql) => /for update|for share|insert|delete|^\s*update/i.test(sql))
  ).toEqual([]);
});

it.each([['tomorrow'], ['2026-11-28'], ['2026-13-40T00:00:00Z']])(
  '%s is no instant',
  async (instant) => {
    const { documentId } = await makeProduct(shop.strapi);
    const { status, body } = await grace.send(
      'get',
      `/products/${documentId}/prices?at=${instant}`
    );
    expect([status, body.error.details.issues[0].path]).toEqual([400, 'at']);
  }
);

it('takes the permission, and a product', async () => {
  const { documentId } = await makeProduct(shop.strapi);
  const nobody = await adminOf(shop, []);
  expect((await nobody.get(`/products/${documentId}/prices`)).status).toBe(403);
  const editor = await adminOf(shop, [PERMISSIONS.editVariations]);
  expect((await editor.get(`/products/${documentId}/prices`)).status).toBe(200);
  expect((await editor.get('/products/missing/prices')).status).toBe(404);
});
