import type { Response } from 'supertest';

import { UIDS } from '../../content-types/uids';
import type { CardDto, ProductDto } from '../../server/contracts/catalogue';
import { countStatements } from '../support/count-statements';
import { changeVariation, documents, makeProduct, rowsOf, type ProductWish } from '../support/shop';
import { API } from '../support/shopper';
import { startStrapi, type RunningShop } from '../support/strapi';

let shop: RunningShop;

beforeAll(async () => {
  shop = await startStrapi({ cartwright: { currency: 'EUR' } });
});
afterAll(() => shop.stop());

const product = (wish?: ProductWish) => makeProduct(shop.strapi, wish);
const get = (path: string): Promise<Response> =>
  shop
    .http()
    .get(`${API}/catalog${path}`)
    .then((answer) => answer);
const list = async (query = ''): Promise<CardDto[]> =>
  (await get(`/products?pageSize=100${query}`)).body.data;
const detail = async (slug: string, query = ''): Promise<ProductDto> =>
  (await get(`/products/${slug}${query}`)).body.data;
const cardOf = async (documentId: string, query = '') =>
  (await list(query)).find((card) => card.documentId === documentId);

const hour = 3_600_000;
const at = (offset: number) => new Date(Date.now() + offset);

const CARD = [
  ...['documentId', 'slug', 'title', 'description', 'sku', 'image', 'unitPrice', 'salePrice'],
  ...[
    'price',
    'onSale',
    'saleTo',
    'lowestPrice30d',
    'hasPrice',
    'priceMin',
    'priceMax',
    'inStock',
    'rating',
  ],
  'currency',
].sort();
const PRODUCT = [
  ...CARD,
  ...['content', 'images', 'options', 'variations', 'categories', 'related', 'upsells', 'seo'],
].sort();
const VARIATION = [
  ...['documentId', 'sku', 'options', 'unitPrice', 'salePrice', 'price', 'onSale', 'saleTo'],
  'lowestPrice30d',
  ...['hasPrice', 'inStock', 'available', 'isDefault', 'image'],
].sort();

async function makeImage(name: string): Promise<string> {
  const file = await shop.strapi.db.query('plugin::upload.file').create({
    data: {
      name: `${name}.webp`,
      hash: name,
      ext: '.webp',
      mime: 'image/webp',
      size: 1,
      url: `/uploads/${name}.webp`,
      alternativeText: `file ${name}`,
      width: 800,
      height: 600,
      formats: { thumbnail: { url: `/uploads/thumbnail_${name}.webp` } },
      provider: 'local',
    },
  });
  const images = documents(shop.strapi, UIDS.productImage);
  return (await images.create({ data: { file: file.id, description: `A ${name}` } })).documentId;
}

describe('a card', () => {
  it('has exactly the fields that the store API promises', async () => {
    const { documentId, slug, sku } = await product({
      title: 'Teapot',
      unitPrice: '24.90',
      stock: 3,
      fields: { description: 'For two', images: [await makeImage('teapot')] },
    });
    const card = await cardOf(documentId);
    expect(Object.keys(card!).sort()).toEqual(CARD);
    expect(card).toEqual({
      documentId,
      slug,
      title: 'Teapot',
      description: 'For two',
      sku,
      image: {
        url: '/uploads/teapot.webp',
        alternativeText: 'A teapot',
        width: 800,
        height: 600,
        formats: { thumbnail: { url: '/uploads/thumbnail_teapot.webp' } },
      },
      unitPrice: '24.90',
      salePrice: null,
      price: '24.90',
      onSale: false,
      saleTo: null,
      lowestPrice30d: null,
      hasPrice: true,
      priceMin: '24.90',
      priceMax: '24.90',
      inStock: true,
      rating: { average: null, count: 0 },
      currency: 'EUR',
    });
  });

  it('says what a product without price says', async () => {
    const { documentId } = await product({ unitPrice: null });
    expect(await cardOf(documentId)).toMatchObject({
      unitPrice: null,
      salePrice: null,
      price: null,
      hasPrice: false,
      onSale: false,
      priceMin: null,
      priceMax: null,
    });
  });

  it('spans the prices and the stock of all variations for sale, and of no other', async () => {
    const { documentId, slug, skus } = await product({
      options: { Size: ['S', 'M', 'L', 'XL'] },
      stock: 0,
    });
    await changeVariation(shop.strapi, skus[1]!, { unitPrice: 30, stock: 2 });
    await changeVariation(shop.strapi, skus[2]!, { unitPrice: 99, salePrice: '4.50' });
    await changeVariation(shop.strapi, skus[3]!, { unitPrice: 1 });
    const products = documents(shop.strapi, UIDS.product);
    const unticked = await rowsOf(shop.strapi, 'cartwright_product_variations', { sku: skus[3] });
    const options = await shop.strapi.db.query(UIDS.productVariation).findMany({
      where: { productDocumentId: documentId, documentId: { $ne: unticked[0]!['document_id'] } },
      populate: ['options'],
    });
    await products.update({
      documentId,
      data: { options: options.flatMap((one) => one.options.map(({ id }: { id: number }) => id)) },
      status: 'published',
    });
    const expected = { price: '10.00', priceMin: '4.50', priceMax: '30.00', inStock: true };
    expect(await cardOf(documentId)).toMatchObject(expected);
    expect(await detail(slug)).toMatchObject(expected);

    await changeVariation(shop.strapi, skus[1]!, { stock: 0 });
    expect(await cardOf(documentId)).toMatchObject({ inStock: false });
    await changeVariation(shop.strapi, skus[1]!, { stock: null });
    expect(await cardOf(documentId)).toMatchObject({ inStock: true });
  });

  it.each([
    ['open at both ends', null, null, true],
    ['begun a moment ago', -1000, null, true],
    ['to begin in an hour', hour, null, false],
    ['over in an hour', -hour, hour, true],
    ['over a moment ago', -hour, -1, false],
  ])('is on sale inside the window only: %s', async (_, from, to, onSale) => {
    const saleTo = to === null ? null : at(to);
    const { documentId, slug } = await product({
      unitPrice: 20,
      variation: { salePrice: 15, saleFrom: from === null ? null : at(from), saleTo },
    });
    const price = onSale ? '15.00' : '20.00';
    const expected = {
      unitPrice: '20.00',
      salePrice: onSale ? '15.00' : null,
      saleTo: onSale && saleTo ? saleTo.toISOString() : null,
      price,
      onSale,
      priceMin: price,
      priceMax: price,
    };
    expect(await cardOf(documentId)).toMatchObject(expected);
    const shown = await detail(slug);
    expect(shown).toMatchObject(expected);
    const { priceMin: _min, priceMax: _max, ...ofVariation } = expected;
    expect(shown.variations[0]).toMatchObject(ofVariation);
  });
});

describe('what is on the shelf', () => {
  it('is published and inside its window; everything else is hidden, in the list and alone', async () => {
    const shown = [
      await product({ title: 'Open' }),
      await product({ title: 'Begun', fields: { publishFrom: at(-1000) } }),
      await product({ title: 'Not over', fields: { publishUntil: at(hour) } }),
      await product({ title: 'Not available', fields: { available: false } }),
    ];
    const hidden = [
      await product({ title: 'Draft', published: false }),
      await product({ title: 'To come', fields: { publishFrom: at(hour) } }),
      await product({ title: 'Over', fields: { publishUntil: at(-1) } }),
    ];
    const unpublished = await product({ title: 'Taken down' });
    await documents(shop.strapi, UIDS.product).unpublish({ documentId: unpublished.documentId });
    hidden.push(unpublished);

    const ids = (await list()).map(({ documentId }) => documentId);
    for (const { documentId, slug } of shown) {
      expect(ids).toContain(documentId);
      expect((await get(`/products/${slug}`)).status).toBe(200);
    }
    for (const { documentId, slug } of hidden) {
      expect(ids).not.toContain(documentId);
      const answer = await get(`/products/${slug}`);
      expect([answer.status, answer.body.error.details.code]).toEqual([404, 'not_found']);
    }
  });

  it('shows what is published, not what is being drafted', async () => {
    const { documentId, slug } = await product({ title: 'Published words' });
    await documents(shop.strapi, UIDS.product).update({
      documentId,
      data: { title: 'Drafted words', description: 'secret' },
    });
    expect(await detail(slug)).toMatchObject({ title: 'Published words', description: null });
  });

  it('is that of one language: another has its own words, slugs and products', async () => {
    const { documentId, slug } = await product({
      title: 'Spoon',
      options: { Colour: ['Silver'] },
    });
    const products = documents(shop.strapi, UIDS.product);
    const german = await products.update({ documentId, locale: 'de', data: { title: 'Löffel' } });
    expect(await cardOf(documentId, '&locale=de')).toBeUndefined();
    await products.publish({ documentId, locale: 'de' });
    const [option] = await documents(shop.strapi, UIDS.productOption).findMany({
      filters: { name: 'Silver' },
    });
    await documents(shop.strapi, UIDS.productOption).update({
      documentId: option!.documentId,
      locale: 'de',
      data: { name: 'Silbern' },
    });

    expect(await cardOf(documentId)).toMatchObject({ title: 'Spoon', slug });
    expect(await cardOf(documentId, '&locale=de')).toMatchObject({
      title: 'Löffel',
      slug: german['slug'],
      price: '10.00',
    });
    expect((await detail(String(german['slug']), '?locale=de')).options).toEqual([
      { type: 'Colour', values: ['Silbern'] },
    ]);
    expect((await get(`/products/${String(german['slug'])}`)).status).toBe(404);
    expect((await list('&locale=de')).every(({ title }) => title !== 'Spoon')).toBe(true);
    expect(await list('&locale=fr')).toEqual([]);
  });

  it('never shows what is not the visitor’s business', async () => {
    const text = (await get('/products?pageSize=100')).text;
    for (const word of ['taxClass', 'productDocumentId', 'optionKey', 'saleId', 'retired']) {
      expect(text).not.toContain(word);
    }
  });
});

describe('the page of a product', () => {
  it('has exactly the fields that the store API promises', async () => {
    const [related, hidden, upsell] = [
      await product({ title: 'Related' }),
      await product({ title: 'Hidden', published: false }),
      await product({ title: 'Upsell', unitPrice: 5 }),
    ];
    const category = await documents(shop.strapi, UIDS.category).create({
      data: { title: 'Kitchen', slug: 'kitchen' },
      status: 'published',
    });
    const own = await makeImage('own');
    const made = await product({
      title: 'Pan',
      options: { Colour: ['Black', 'Cream'], Size: ['Small'] },
      stock: 4,
      fields: {
        content: [{ type: 'paragraph', children: [{ type: 'text', text: 'Heavy.' }] }],
        images: [await makeImage('first'), await makeImage('second')],
        categories: [category.documentId],
        related: [hidden.documentId, related.documentId],
        upsells: [upsell.documentId],
        metaTitle: 'Pans',
        metaDescription: 'Good pans',
        keywords: 'pan, iron',
      },
    });
    await changeVariation(shop.strapi, made.skus[1]!, { image: own, stock: 0 });
    const page = await detail(made.slug);
    expect(Object.keys(page).sort()).toEqual(PRODUCT);
    expect(page).toMatchObject({
      documentId: made.documentId,
      title: 'Pan',
      content: [{ type: 'paragraph', children: [{ type: 'text', text: 'Heavy.' }] }],
      options: [
        { type: 'Size', values: ['Small'] },
        { type: 'Colour', values: expect.arrayContaining(['Black', 'Cream']) },
      ],
      categories: [{ slug: 'kitchen', title: 'Kitchen' }],
      related: [{ documentId: related.documentId, title: 'Related', price: '10.00' }],
      upsells: [{ documentId: upsell.documentId, price: '5.00' }],
      seo: { metaTitle: 'Pans', metaDescription: 'Good pans', keywords: 'pan, iron' },
    });
    expect(page.images.map(({ url, description }) => [url, description])).toEqual([
      ['/uploads/first.webp', 'A first'],
      ['/uploads/second.webp', 'A second'],
    ]);
    expect(Object.keys(page.related[0]!).sort()).toEqual(CARD);
    expect(page.variations).toHaveLength(2);
    for (const variation of page.variations) {
      expect(Object.keys(variation).sort()).toEqual(VARIATION);
    }
    expect(page.variations).toMatchObject([
      { sku: made.skus[0], isDefault: true, inStock: true, available: 4, image: null },
      { sku: made.skus[1], isDefault: false, inStock: false, available: 0 },
    ]);
    expect(page.variations[1]!.image).toMatchObject({ url: '/uploads/own.webp' });
    expect(page.variations[0]!.options.map(({ type }) => type)).toEqual(['Size', 'Colour']);
  });
});

describe('sorting and paging', () => {
  const LOCALE = 'de';
  const names = ['Apfel', 'Birne', 'Cassis', 'Dattel', 'Erdbeere'];
  const prices = [30, 10, null, 20, 10];

  beforeAll(async () => {
    const products = documents(shop.strapi, UIDS.product);
    for (const { documentId } of await list(`&locale=${LOCALE}`)) {
      await products.unpublish({ documentId, locale: LOCALE });
    }
    for (const [index, title] of names.entries()) {
      const { documentId } = await product({
        title: `x ${title}`,
        unitPrice: prices[index] ?? null,
      });
      await products.update({ documentId, locale: LOCALE, data: { title } });
      await products.publish({ documentId, locale: LOCALE });
    }
  });

  const titles = async (query: string) =>
    (await get(`/products?locale=${LOCALE}${query}`)).body.data.map(({ title }: CardDto) => title);

  it('knows each sort key, and products without a price come last', async () => {
    expect(await titles('&sort=title:asc')).toEqual(names);
    expect(await titles('&sort=title:desc')).toEqual([...names].reverse());
    expect(await titles('&sort=newest')).toEqual([...names].reverse());
    const cheapest = await titles('&sort=price:asc');
    expect(cheapest.slice(0, 2).sort()).toEqual(['Birne', 'Erdbeere']);
    expect(cheapest.slice(2)).toEqual(['Dattel', 'Apfel', 'Cassis']);
    const dearest = await titles('&sort=price:desc');
    expect(dearest.slice(0, 2)).toEqual(['Apfel', 'Dattel']);
    expect(dearest.at(-1)).toBe('Cassis');
  });

  it('sorts by the price that is valid now', async () => {
    const { sku } = (await list(`&locale=${LOCALE}`)).find(({ title }) => title === 'Apfel')!;
    await changeVariation(shop.strapi, sku!, { salePrice: 1, saleTo: at(hour) });
    expect((await titles('&sort=price:asc'))[0]).toBe('Apfel');
    await changeVariation(shop.strapi, sku!, { salePrice: 1, saleTo: at(-hour), saleFrom: null });
    expect((await titles('&sort=price:desc'))[0]).toBe('Apfel');
  });

  it('falls back to the default for a sort key that it does not know', async () => {
    const usual = await titles('');
    for (const sort of ['cheapest', 'price', 'title:up', 'id;drop table', '']) {
      expect(await titles(`&sort=${encodeURIComponent(sort)}`)).toEqual(usual);
    }
  });

  it('has each product on one page, also when many have the same price', async () => {
    for (const sort of ['newest', 'price:asc', 'price:desc', 'title:asc']) {
      const seen: string[] = [];
      for (const page of [1, 2, 3])
        seen.push(...(await titles(`&sort=${sort}&pageSize=2&page=${page}`)));
      expect([...seen].sort()).toEqual(names);
    }
    const { body } = await get(`/products?locale=${LOCALE}&pageSize=2&page=3`);
    expect(body.meta.pagination).toEqual({ page: 3, pageSize: 2, pageCount: 3, total: 5 });
    expect((await get(`/products?locale=${LOCALE}&page=4`)).body.data).toEqual([]);
  });

  it('takes a page of more than a hundred for a hundred, and 24 when nothing is said', async () => {
    const size = async (query: string) =>
      (await get(`/products?${query}`)).body.meta.pagination.pageSize;
    expect(await size('')).toBe(24);
    expect(await size('pageSize=101')).toBe(100);
    expect(await size('pageSize=999999999')).toBe(100);
  });

  it.each([
    'page=0',
    'page=-1',
    'page=1.5',
    'page=x',
    'pageSize=0',
    'pageSize=',
    'page=1&page=2',
    'shelf=top',
  ])('refuses %s', async (query) => {
    const { status, body } = await get(`/products?${query}`);
    expect([status, body.error?.details.code]).toEqual([400, 'invalid_input']);
    expect(body.error.details.issues[0].path).toBe(query.split('=')[0]);
  });
});

describe('statements', () => {
  it('cost as many for 50 products as for 5, and for a product with few or many variations', async () => {
    for (let index = 0; index < 50; index += 1) await product();
    const count = async (path: string) =>
      (await countStatements(shop.strapi, () => get(path), { only: 'cartwright' })).statements
        .length;
    const five = await count('/products?pageSize=5');
    const fifty = await count('/products?pageSize=50');
    expect(fifty).toBe(five);
    expect(five).toBeLessThanOrEqual(3);

    const plain = await product();
    const names = Array.from({ length: 40 }, (_, index) => `w${index}`);
    const rich = await product({
      options: { Size: names },
      fields: { related: [plain.documentId], upsells: [plain.documentId] },
    });
    const [few, many] = [
      await count(`/products/${plain.slug}`),
      await count(`/products/${rich.slug}`),
    ];
    expect(many - few).toBeLessThanOrEqual(1);
    expect(many).toBeLessThanOrEqual(8);
  });
});
