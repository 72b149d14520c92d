import { UIDS } from '../../content-types/uids';
import { documents, makeProduct } from '../support/shop';
import { API, shopperOf } from '../support/shopper';
import { type RunningShop, startStrapi } from '../support/strapi';

let shop: RunningShop;
beforeAll(async () => {
  shop = await startStrapi();
});
afterAll(() => shop.stop());

/** What nobody sells for, and so stands nowhere else in an answer. */
const COST = '3.7319';

const save = (documentId: string, costPrice: unknown) =>
  documents(shop.strapi, UIDS.productVariation).update({ documentId, data: { costPrice } });

it('what a unit costs the shop is in no answer to a shopper', async () => {
  const made = await makeProduct(shop.strapi, { options: { Size: ['S', 'M'] }, unitPrice: 10 });
  await shop.strapi.db.connection('cartwright_product_variations').update({ cost_price: COST });
  const get = async (path: string) => (await shop.http().get(`${API}${path}`)).text;
  const who = shopperOf(shop);
  const added = await who.add(made.sku);
  const placed = await who.checkout();
  expect(placed.status).toBe(201);
  const answers = [
    await get('/catalog/products'),
    await get(`/catalog/products/${made.slug}`),
    await get('/products?populate=*'),
    await get('/product-variations?populate=*'),
    added.text,
    placed.text,
  ];
  for (const answer of answers) {
    expect(answer).toMatch(/price/i);
    expect(answer).not.toMatch(/cost_?price|3\.7319/i);
  }
});

it('is an amount of the shop’s currency, or none', async () => {
  const { variations } = await makeProduct(shop.strapi);
  const { documentId } = variations[0]!;
  expect(await save(documentId, '4.20')).toMatchObject({ costPrice: 4.2 });
  expect(await save(documentId, null)).toMatchObject({ costPrice: null });
  for (const wrong of [-1, '1.005', 'much']) {
    await expect(save(documentId, wrong)).rejects.toMatchObject({ name: 'ValidationError' });
  }
});

it('a new combination starts with that of the default one', async () => {
  const made = await makeProduct(shop.strapi, { options: { Size: ['S'] }, unitPrice: 10 });
  await save(made.variations[0]!.documentId, '4.20');
  const [medium] = await documents(shop.strapi, UIDS.productOption).findMany({
    filters: { type: 'Size', name: 'M' },
  });
  await documents(shop.strapi, UIDS.product).update({
    documentId: made.documentId,
    data: { options: { connect: [medium!.documentId] } },
  });
  const variations = await documents(shop.strapi, UIDS.productVariation).findMany({
    filters: { productDocumentId: made.documentId },
  });
  expect(variations.map(({ costPrice }) => costPrice)).toEqual([4.2, 4.2]);
});
