import { UIDS } from '../../content-types/uids';
import type { CardDto, ProductDto } from '../../server/contracts/catalogue';
import { countStatements } from '../support/count-statements';
import { changeVariation, documents, type Entry, makeProduct } from '../support/shop';
import { API } from '../support/shopper';
import { startStrapi, type RunningShop } from '../support/strapi';

/** Fields that a site adds to our types, with the host's usual means, and names in `catalog.extraFields`. */

const localized = { pluginOptions: { i18n: { localized: true } } };
const shared = { pluginOptions: { i18n: { localized: false } } };

const OWN = {
  'product': {
    material: { type: 'string', ...localized },
    story: { type: 'blocks', ...localized },
    facts: { type: 'json', ...shared },
    grade: { type: 'enumeration', enum: ['plain', 'fine'], ...shared },
    organic: { type: 'boolean', ...shared },
    threads: { type: 'integer', ...shared },
    width: { type: 'decimal', ...shared },
    serial: { type: 'biginteger', ...shared },
    wovenOn: { type: 'date', ...shared },
    wovenAt: { type: 'datetime', ...shared },
    teaTime: { type: 'time', ...shared },
    // Called like columns that our own statements give a name to.
    total: { type: 'string', ...shared },
    place: { type: 'string', ...shared },
    kind: { type: 'string', ...shared },
    inStock2: { type: 'string', ...shared },
    cost: { type: 'decimal', private: true, ...shared },
    secret: { type: 'password', ...shared },
    manual: { type: 'media', multiple: false },
    maker: { type: 'relation', relation: 'manyToOne', target: 'api::course.course' },
  },
  'product-variation': { barcode: { type: 'string' }, margin: { type: 'decimal', private: true } },
  'category': { teaser: { type: 'text', ...localized } },
};

const NAMED = [
  ...['material', 'story', 'facts', 'grade', 'organic', 'threads', 'width', 'serial', 'wovenOn'],
  ...['wovenAt', 'teaTime', 'total', 'place', 'kind', 'inStock2', 'taxClass'],
];

const VALUES = {
  material: 'Linen',
  story: [{ type: 'paragraph', children: [{ type: 'text', text: 'Once' }] }],
  facts: { from: ['Flax'] },
  grade: 'fine',
  organic: true,
  threads: 40,
  width: 1.5,
  serial: '9007199254740',
  wovenOn: '2026-01-31',
  wovenAt: '2026-01-31T12:00:00.000Z',
  teaTime: '16:30:00.000',
  total: 'all',
  place: 'Ghent',
  kind: 'cloth',
  inStock2: 'x',
};

let shop: RunningShop;
let category: Entry;

beforeAll(async () => {
  shop = await startStrapi({
    extend: OWN,
    cartwright: {
      catalog: { extraFields: { product: NAMED, variation: ['barcode'], category: ['teaser'] } },
    },
  });
  category = await documents(shop.strapi, UIDS.category).create({
    data: { title: 'Cloth', teaser: 'Woven' },
    status: 'published',
  });
});
afterAll(() => shop.stop());

const get = async (path: string) => {
  const { status, body } = await shop.http().get(`${API}${path}`);
  expect([status, body.error]).toEqual([200, undefined]);
  return body.data;
};
const cardOf = async (slug: string, query = ''): Promise<CardDto & Record<string, unknown>> =>
  (await get(`/catalog/products?pageSize=100${query}`)).find((card: CardDto) => card.slug === slug);
const pageOf = (slug: string, query = ''): Promise<ProductDto & Record<string, unknown>> =>
  get(`/catalog/products/${slug}${query}`);

it('show on cards, on the product’s page and on the cards around it, as the host would show them', async () => {
  const cloth = await makeProduct(shop.strapi, {
    title: 'Cloth',
    fields: { ...VALUES, cost: 3, taxClass: 'reduced', categories: [category.documentId] },
  });
  const around = await makeProduct(shop.strapi, {
    title: 'Around',
    fields: { related: [cloth.documentId], upsells: [cloth.documentId] },
  });
  const expected = {
    ...VALUES,
    teaTime: expect.stringMatching(/^16:30:00(\.000)?$/),
    taxClass: 'reduced',
    slug: cloth.slug,
    price: '10.00',
    inStock: true,
  };

  expect(await cardOf(cloth.slug)).toMatchObject(expected);
  expect(await pageOf(cloth.slug)).toMatchObject(expected);
  const { related, upsells, ...page } = await pageOf(around.slug);
  expect([related, upsells]).toEqual([
    [expect.objectContaining(expected)],
    [expect.objectContaining(expected)],
  ]);
  for (const answer of [await cardOf(cloth.slug), await pageOf(cloth.slug)]) {
    for (const name of ['cost', 'secret', 'manual', 'maker'])
      expect(answer).not.toHaveProperty(name);
  }
  // Nothing filled in is null, not missing.
  for (const name of NAMED) expect([name, page[name]]).toEqual([name, null]);
});

it('of variations and of categories', async () => {
  const cloth = await makeProduct(shop.strapi, { options: { Size: ['S', 'M'] } });
  await changeVariation(shop.strapi, cloth.skus[0]!, { barcode: '4006381333931', margin: 2 });
  const { variations } = await pageOf(cloth.slug);
  expect(variations).toEqual([
    expect.objectContaining({ sku: cloth.skus[0], barcode: '4006381333931' }),
    expect.objectContaining({ sku: cloth.skus[1], barcode: null }),
  ]);
  expect(variations[0]).not.toHaveProperty('margin');

  expect(await get('/catalog/categories')).toEqual([
    expect.objectContaining({ slug: 'cloth', teaser: 'Woven' }),
  ]);
  expect(await get('/catalog/categories/cloth')).toMatchObject({ slug: 'cloth', teaser: 'Woven' });
});

it('follow the language and the state of the product', async () => {
  const { documentId, slug } = await makeProduct(shop.strapi, {
    title: 'Tale',
    fields: { material: 'Wool', total: 'same' },
  });
  const products = documents(shop.strapi, UIDS.product);
  await products.update({
    documentId,
    locale: 'de',
    data: { title: 'Sage', slug: 'sage', material: 'Silbern' },
  });
  await products.publish({ documentId, locale: 'de' });
  await products.update({ documentId, data: { material: 'Next season' } });
  expect(await pageOf(slug)).toMatchObject({ material: 'Wool' });
  expect(await pageOf('sage', '?locale=de')).toMatchObject({ material: 'Silbern', total: 'same' });
  expect(await cardOf('sage', '&locale=de')).toMatchObject({ material: 'Silbern' });

  await products.publish({ documentId });
  expect(await cardOf(slug)).toMatchObject({ material: 'Next season', total: 'same' });
});

it('stay on variations that are made anew around them, and on a product that is priced and stocked', async () => {
  const { documentId, slug, sku } = await makeProduct(shop.strapi, {
    fields: { material: 'Jute' },
  });
  await changeVariation(shop.strapi, sku, { barcode: '1', stock: 5 });
  await changeVariation(shop.strapi, sku, { unitPrice: 12 });
  await documents(shop.strapi, UIDS.product).publish({ documentId });
  expect(await pageOf(slug)).toMatchObject({
    material: 'Jute',
    price: '12.00',
    variations: [{ barcode: '1' }],
  });
});

it('cost no statement: a list one, a product four, the menu one', async () => {
  const { slug } = await makeProduct(shop.strapi);
  const cost = async (path: string) =>
    (await countStatements(shop.strapi, () => get(path), { only: 'cartwright' })).statements.length;
  expect(await cost('/catalog/products')).toBe(1);
  expect(await cost(`/catalog/products/${slug}`)).toBe(4);
  expect(await cost('/catalog/categories')).toBe(1);
});

it('show in the host’s own form as well, without the private ones', async () => {
  const { documentId } = await makeProduct(shop.strapi, {
    fields: { material: 'Hemp', cost: 7, secret: 'Password-1' },
  });
  const [hemp] = await get('/products?filters[material]=Hemp&populate=*');
  expect(hemp).toMatchObject({ documentId, material: 'Hemp', manual: null });
  // The site's own type has no permission to be found.
  for (const name of ['cost', 'secret', 'maker']) expect(hemp).not.toHaveProperty(name);
  for (const query of [
    ...['filters[cost][$gt]=1', 'sort=cost', 'fields=cost', 'filters[secret][$notNull]=true'],
    ...['filters[maker][id]=1', 'populate=maker', 'sort=secret'],
  ]) {
    const { status } = await shop.http().get(`${API}/products?${query}`);
    expect([query, status]).toEqual([query, 400]);
  }
});
