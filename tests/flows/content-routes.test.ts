import type { Core } from '@strapi/strapi';
import type { Response } from 'supertest';

import { UIDS } from '../../content-types/uids';
import { countStatements } from '../support/count-statements';
import {
  changeVariation,
  documents,
  type Entry,
  makeProduct,
  type MadeProduct,
  type ProductWish,
} from '../support/shop';
import { API, makeAccount } from '../support/shopper';
import { startStrapi, type RunningShop } from '../support/strapi';
import { stopTheClock } from './day/movable-clock';

/** The content types over the host's own REST conventions: everything that is for sale, and nothing else. */

let shop: RunningShop;

beforeAll(async () => {
  shop = await startStrapi({ cartwright: { currency: 'EUR' } });
});
afterAll(() => shop.stop());

const TYPES = [
  'products',
  'categories',
  'product-variations',
  'product-options',
  'product-images',
  'layout-blocks',
];

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  shop
    .http()
    .get(`${API}${path}`)
    .set(headers)
    .then((answer) => answer);

async function list(path: string): Promise<Entry[]> {
  const { status, body } = await get(path);
  expect([status, body.error]).toEqual([200, undefined]);
  return body.data;
}

async function one(path: string): Promise<Entry> {
  const { status, body } = await get(path);
  expect([status, body.error]).toEqual([200, undefined]);
  return body.data;
}

async function refused(path: string): Promise<void> {
  const { status, body } = await get(path);
  expect([path, status, body.error?.details?.code]).toEqual([path, 400, 'invalid_input']);
}

const titles = (entries: Entry[] | undefined) => (entries ?? []).map(({ title }) => title).sort();
const product = (wish?: ProductWish) => makeProduct(shop.strapi, wish);
const create = (uid: string, data: object, more: object = {}) =>
  documents(shop.strapi, uid).create({ data, status: 'published', ...more });

const hour = 3_600_000;
const at = (hours: number) => new Date(Date.now() + hours * hour);

async function makeImage(name: string, strapi: Core.Strapi = shop.strapi): Promise<string> {
  const file = await strapi.db.query('plugin::upload.file').create({
    data: {
      name: `${name}.webp`,
      hash: name,
      ext: '.webp',
      mime: 'image/webp',
      size: 1,
      url: `/uploads/${name}.webp`,
      provider: 'local',
    },
  });
  const data = { file: file.id, description: name, source: `https://supplier.example/${name}` };
  return (await documents(strapi, UIDS.productImage).create({ data })).documentId;
}

/** Products that nobody may see, in each of the ways in which one can be hidden. */
async function hiddenProducts(prefix: string, wish: ProductWish = {}): Promise<MadeProduct[]> {
  const make = (title: string, more: ProductWish) =>
    product({ title: `${prefix} ${title}`, ...wish, ...more });
  const fields = wish.fields ?? {};
  const unpublished = await make('unpublished', {});
  await documents(shop.strapi, UIDS.product).unpublish({ documentId: unpublished.documentId });
  return [
    await make('draft', { published: false }),
    await make('coming', { fields: { ...fields, publishFrom: at(1) } }),
    await make('gone', { fields: { ...fields, publishUntil: at(-1) } }),
    unpublished,
  ];
}

describe('the six types', () => {
  it('answer as the host does: data and meta.pagination, by page or by offset', async () => {
    for (let index = 0; index < 3; index += 1) await product({ title: `Page ${index}` });
    const query = 'filters[title][$startsWith]=Page&sort=title&fields=title';

    const paged = (await get(`/products?${query}&pagination[page]=2&pagination[pageSize]=2`)).body;
    expect(titles(paged.data)).toEqual(['Page 2']);
    expect(paged.meta).toEqual({ pagination: { page: 2, pageSize: 2, pageCount: 2, total: 3 } });
    expect(Object.keys(paged.data[0]).sort()).toEqual(['documentId', 'id', 'title']);

    const offset = (await get(`/products?${query}&pagination[start]=1&pagination[limit]=1`)).body;
    expect(titles(offset.data)).toEqual(['Page 1']);
    expect(offset.meta).toEqual({ pagination: { start: 1, limit: 1, total: 3 } });

    const uncounted = (await get(`/products?${query}&pagination[withCount]=false`)).body;
    expect(uncounted.meta).toEqual({ pagination: { page: 1, pageSize: 25 } });
  });

  it.each(TYPES)(
    'GET /%s and one of them by its document id; an unknown one is 404',
    async (type) => {
      const { status, body } = await get(`/${type}`);
      expect([status, Array.isArray(body.data)]).toEqual([200, true]);
      for (const id of ['nothing', '%00', '1', 'a'.repeat(300)]) {
        const answer = await get(`/${type}/${id}`);
        expect([id, answer.status, answer.body.error.details.code]).toEqual([id, 404, 'not_found']);
      }
    }
  );

  it('give one document with what it is asked for', async () => {
    const made = await product({ title: 'Single', options: { Size: ['S', 'M'] } });
    const shown = await one(`/products/${made.documentId}?fields=title,sku&populate=options`);
    expect(shown).toMatchObject({ documentId: made.documentId, title: 'Single', sku: made.sku });
    expect((shown['options'] as Entry[]).map(({ name }) => name).sort()).toEqual(['M', 'S']);
    expect(shown).not.toHaveProperty('slug');
  });

  it('filter and sort through the forms that the host knows', async () => {
    const category = await create(UIDS.category, { title: 'Forms' });
    const fields = { categories: [category.documentId] };
    await product({ title: 'Form 10', unitPrice: '10.10', fields });
    await product({ title: 'Form 20', unitPrice: '20.20', fields });
    await product({ title: 'Form 30', unitPrice: '30.30' });
    const found = async (filters: string) =>
      titles(await list(`/products?filters[title][$contains]=Form&${filters}`));

    expect(await found('filters[unitPrice][$gt]=10.10')).toEqual(['Form 20', 'Form 30']);
    expect(
      await found('filters[unitPrice][$between][0]=10&filters[unitPrice][$between][1]=20.20')
    ).toEqual(['Form 10', 'Form 20']);
    expect(await found('filters[categories][slug]=forms')).toEqual(['Form 10', 'Form 20']);
    expect(await found(`filters[categories][documentId][$in][0]=${category.documentId}`)).toEqual([
      'Form 10',
      'Form 20',
    ]);
    expect(await found('filters[categories][$notNull]=true')).toEqual(['Form 10', 'Form 20']);
    expect(
      await found('filters[$or][0][title]=Form 10&filters[$or][1][categories][title]=nothing')
    ).toEqual(['Form 10']);
    expect(await found('filters[$not][title]=Form 10')).toEqual(['Form 20', 'Form 30']);
    expect(await found('filters[title][$not][$endsWith]=0')).toEqual([]);
    expect(
      await found(
        'filters[available]=true&filters[publishFrom][$null]=true&filters[createdAt][$lt]=2999-01-01'
      )
    ).toHaveLength(3);
    expect(
      (await list('/products?filters[title][$startsWith]=Form&sort[0]=unitPrice:desc')).map(
        ({ unitPrice }) => unitPrice
      )
    ).toEqual([30.3, 20.2, 10.1]);
    expect(
      (await list('/products?filters[title][$startsWith]=Form&sort[unitPrice]=asc')).map(
        ({ title }) => title
      )
    ).toEqual(['Form 10', 'Form 20', 'Form 30']);
  });

  it('speak the language that is asked for, and none that nobody speaks', async () => {
    const made = await product({ title: 'Cup' });
    await documents(shop.strapi, UIDS.product).update({
      documentId: made.documentId,
      locale: 'de',
      data: { title: 'Löffel' },
    });
    await documents(shop.strapi, UIDS.product).publish({
      documentId: made.documentId,
      locale: 'de',
    });
    const path = `/products?filters[documentId]=${made.documentId}&fields=title`;
    expect(titles(await list(path))).toEqual(['Cup']);
    expect(titles(await list(`${path}&locale=de`))).toEqual(['Löffel']);
    expect(titles(await list(`${path}&locale=*`))).toEqual(['Cup', 'Löffel']);
    expect(titles(await list(`${path}&locale=fr`))).toEqual([]);
    await refused(`${path}&locale=../de`);
    expect((await one(`/products/${made.documentId}?locale=de`))['title']).toBe('Löffel');
    expect((await get(`/products/${made.documentId}?locale=fr`)).status).toBe(404);
    const both = await one(`/products/${made.documentId}?populate=localizations`);
    expect(titles(both['localizations'] as Entry[])).toEqual(['Löffel']);
    await documents(shop.strapi, UIDS.product).unpublish({
      documentId: made.documentId,
      locale: 'de',
    });
    const left = await one(`/products/${made.documentId}?populate=localizations`);
    expect(left['localizations']).toEqual([]);
  });

  it('a variation of a product that is published in another language only is for sale', async () => {
    const made = await product({ title: 'Only German', published: false });
    await documents(shop.strapi, UIDS.product).update({
      documentId: made.documentId,
      locale: 'de',
      data: { title: 'Nur deutsch' },
    });
    const path = `/product-variations?filters[productDocumentId]=${made.documentId}`;
    expect(await list(path)).toEqual([]);
    await documents(shop.strapi, UIDS.product).publish({
      documentId: made.documentId,
      locale: 'de',
    });
    expect(await list(path)).toHaveLength(1);
  });
});

describe('what nobody may see is not there', () => {
  it('products: drafts, unpublished ones, and those outside their window, in lists, alone and by filter', async () => {
    await product({ title: 'Seen here' });
    const hidden = await hiddenProducts('Seen not');
    expect(titles(await list('/products?filters[title][$startsWith]=Seen'))).toEqual(['Seen here']);
    for (const { documentId } of hidden) {
      expect((await get(`/products/${documentId}`)).status).toBe(404);
    }
    const { meta } = (await get('/products?filters[title][$startsWith]=Seen not')).body;
    expect(meta.pagination.total).toBe(0);
  });

  it('a window holds from its first moment, and its last is outside', async () => {
    const opens = new Date('2026-05-01T10:00:00.000Z');
    const closes = new Date('2026-05-01T11:00:00.000Z');
    const clock = stopTheClock(new Date(opens.getTime() - 1));
    try {
      const window = { publishFrom: opens, publishUntil: closes };
      const variation = { salePrice: 5, saleFrom: opens, saleTo: closes };
      const made = await product({ title: 'Windowed', fields: window, variation });
      const around = await product({ title: 'Onlooker', fields: { related: [made.documentId] } });
      const block = { visibleFrom: opens, visibleUntil: closes, heading: 'Windowed' };
      await create(UIDS.layoutBlock, block);
      const seen = async () => [
        (await get(`/products/${made.documentId}`)).status === 200,
        (await list(`/product-variations?filters[sku]=${made.sku}`)).length === 1,
        (await list('/products?filters[related][title]=Windowed')).length === 1,
        (await list('/products?filters[title]=Windowed&filters[salePrice]=5')).length === 1,
        (await list('/layout-blocks?filters[heading]=Windowed')).length === 1,
        titles((await one(`/products/${around.documentId}?populate=related`))['related'] as Entry[])
          .length === 1,
      ];
      const moments: [number, boolean][] = [];
      for (const step of [0, 1, closes.getTime() - opens.getTime() - 1, 1]) {
        clock.move(step);
        const answers = new Set(await seen());
        expect(answers.size).toBe(1);
        moments.push([clock.now().getTime() - opens.getTime(), answers.has(true)]);
      }
      expect(moments).toEqual([
        [-1, false],
        [0, true],
        [3_599_999, true],
        [3_600_000, false],
      ]);
    } finally {
      clock.letGo();
    }
  });

  it('a published product shows its published text, not the draft of the next one', async () => {
    const { documentId } = await product({ title: 'As published' });
    await documents(shop.strapi, UIDS.product).update({
      documentId,
      data: { title: 'Next season' },
    });
    expect((await one(`/products/${documentId}`))['title']).toBe('As published');
    expect(await list('/products?filters[title]=Next season')).toEqual([]);
  });

  it('variations of such products, whatever is asked of them, and retired ones', async () => {
    const shown = await product({ title: 'Var shown', options: { Size: ['S', 'M'] } });
    const hidden = await hiddenProducts('Var hidden');
    const skus = async (query = '') =>
      (await list(`/product-variations?pagination[pageSize]=100${query}`)).map(({ sku }) => sku);
    for (const { sku, variations } of hidden) {
      expect(await skus()).not.toContain(sku);
      expect(await skus(`&filters[sku]=${sku}`)).toEqual([]);
      expect((await get(`/product-variations/${variations[0]!.documentId}`)).status).toBe(404);
    }
    expect((await skus('&filters[product][title][$startsWith]=Var')).sort()).toEqual(
      [...shown.skus].sort()
    );
    expect(await skus('&filters[product][title][$contains]=hidden')).toEqual([]);

    const [kept] = await documents(shop.strapi, UIDS.productOption).findMany({
      filters: { name: 'S' },
    });
    await documents(shop.strapi, UIDS.product).update({
      documentId: shown.documentId,
      data: { options: [kept!.documentId] },
    });
    const left = await skus(`&filters[productDocumentId]=${shown.documentId}`);
    expect(left).toHaveLength(1);
    const retired = shown.variations.find(({ sku }) => !left.includes(sku))!;
    expect((await get(`/product-variations/${retired.documentId}`)).status).toBe(404);
  });

  it('a draft title is no answer to a filter through a variation either', async () => {
    const { documentId } = await product({ title: 'Through published' });
    await documents(shop.strapi, UIDS.product).update({
      documentId,
      data: { title: 'Through draft' },
    });
    const found = (title: string) => list(`/product-variations?filters[product][title]=${title}`);
    expect(await found('Through published')).toHaveLength(1);
    expect(await found('Through draft')).toEqual([]);
    const [variation] = await list(
      `/product-variations?filters[productDocumentId]=${documentId}&populate=product`
    );
    expect(variation).toMatchObject({ product: { title: 'Through published' } });
  });

  it('nested, through every relation that leads there', async () => {
    const hidden = await hiddenProducts('Nested hidden');
    const shown = await product({ title: 'Nested shown' });
    const ids = [shown, ...hidden].map(({ documentId }) => documentId);
    const parent = await create(UIDS.category, { title: 'Nested parent', publishFrom: at(1) });
    const late = await create(UIDS.category, { title: 'Nested late', publishUntil: at(-1) });
    const category = await create(UIDS.category, {
      title: 'Nested open',
      parent: parent.documentId,
    });
    const around = await product({
      title: 'Nested around',
      fields: { related: ids, upsells: ids, categories: [category.documentId, late.documentId] },
    });
    const block = await create(UIDS.layoutBlock, {
      heading: 'Nested',
      position: 'products',
      products: ids,
      categories: [category.documentId, late.documentId],
    });

    const read = await one(
      `/products/${around.documentId}?populate[related]=true&populate[upsells]=true&populate[categories][populate]=parent`
    );
    expect(titles(read['related'] as Entry[])).toEqual(['Nested shown']);
    expect(titles(read['upsells'] as Entry[])).toEqual(['Nested shown']);
    expect(read['categories']).toEqual([
      expect.objectContaining({ title: 'Nested open', parent: null }),
    ]);
    const home = await one(`/layout-blocks/${block.documentId}?populate=*`);
    expect(titles(home['products'] as Entry[])).toEqual(['Nested shown']);
    expect(titles(home['categories'] as Entry[])).toEqual(['Nested open']);

    for (const query of [
      'filters[related][title][$contains]=hidden',
      'filters[upsells][title][$contains]=hidden',
      'filters[categories][title]=Nested late',
      'filters[categories][parent][title]=Nested parent',
      'filters[categories][parent][$notNull]=true&filters[title][$startsWith]=Nested',
    ]) {
      expect([query, await list(`/products?${query}`)]).toEqual([query, []]);
    }
    // Its parent does not show, so it stands at the top.
    const roots = await list(
      '/categories?filters[parent][$null]=true&filters[title][$startsWith]=Nested'
    );
    expect(titles(roots)).toEqual(['Nested open']);
    const related = await list('/products?filters[related][title]=Nested shown');
    expect(titles(related)).toEqual(['Nested around']);
  });

  it('nor when what was related was unpublished later', async () => {
    const later = await product({ title: 'Later gone' });
    const around = await product({ fields: { related: [later.documentId] } });
    const related = async () =>
      titles((await one(`/products/${around.documentId}?populate=related`))['related'] as Entry[]);
    expect(await related()).toEqual(['Later gone']);
    await documents(shop.strapi, UIDS.product).unpublish({ documentId: later.documentId });
    expect(await related()).toEqual([]);
  });

  it('categories and layout blocks outside their windows, drafts, and blocks that are switched off', async () => {
    const block = (heading: string, more: object, status = 'published') =>
      create(UIDS.layoutBlock, { heading: `Block ${heading}`, ...more }, { status });
    await block('shown', { visibleFrom: at(-1), visibleUntil: at(1) });
    await block('off', { visible: false });
    await block('coming', { visibleFrom: at(1) });
    await block('gone', { visibleUntil: at(-1) });
    await block('draft', {}, 'draft');
    const blocks = await list('/layout-blocks?filters[heading][$startsWith]=Block');
    expect(blocks.map(({ heading }) => heading)).toEqual(['Block shown']);

    await create(UIDS.category, { title: 'Cat draft' }, { status: 'draft' });
    await create(UIDS.category, { title: 'Cat coming', publishFrom: at(1) });
    await create(UIDS.category, { title: 'Cat shown' });
    expect(titles(await list('/categories?filters[title][$startsWith]=Cat '))).toEqual([
      'Cat shown',
    ]);
  });

  it('pictures that only such products wear', async () => {
    const [used, own, secret, loose] = await Promise.all(
      ['used', 'own', 'secret', 'loose'].map((name) => makeImage(name))
    );
    const wearing = await product({ title: 'Wearing', fields: { images: [used] } });
    await changeVariation(shop.strapi, wearing.sku, { image: own });
    await product({ title: 'Secret', published: false, fields: { images: [secret] } });
    const shown = await list('/product-images?pagination[pageSize]=100&populate=file');
    const names = shown.map(({ description }) => description);
    expect(names).toEqual(expect.arrayContaining(['used', 'own']));
    expect(names).not.toContain('secret');
    expect(names).not.toContain('loose');
    expect((await get(`/product-images/${String(loose)}`)).status).toBe(404);
    expect(shown[0]).toHaveProperty('file.url');

    const read = await list(
      `/product-variations?filters[sku]=${wearing.sku}&populate[image][populate]=file&populate[product][populate][images][populate]=file`
    );
    expect(read[0]).toMatchObject({
      image: { description: 'own', file: { url: '/uploads/own.webp' } },
      product: { images: [{ description: 'used', file: { url: '/uploads/used.webp' } }] },
    });
  });

  it('a sale before it begins and after it has ended', async () => {
    const sale = (salePrice: number, saleFrom: Date | null, saleTo: Date | null) => ({
      unitPrice: '20.00',
      variation: { salePrice, saleFrom, saleTo },
    });
    await product({ title: 'Sale now', ...sale(11, at(-1), at(1)) });
    await product({ title: 'Sale coming', ...sale(12, at(1), at(2)) });
    await product({ title: 'Sale over', ...sale(13, null, at(-1)) });
    for (const [path, name] of [
      ['/products?filters[title][$startsWith]=Sale ', 'title'],
      ['/product-variations?filters[product][title][$startsWith]=Sale ', 'sku'],
    ] as const) {
      const read = await list(`${path}&sort=${name}`);
      expect(read.map(({ unitPrice }) => unitPrice)).toEqual([20, 20, 20]);
      expect(read.map(({ salePrice }) => salePrice)).toEqual([null, 11, null]);
      expect(read.map(({ saleFrom }) => saleFrom === null)).toEqual([true, false, true]);
      expect(read.map(({ saleTo }) => saleTo === null)).toEqual([true, false, true]);
      const narrowed = await list(`${path}&sort=${name}&fields=salePrice`);
      expect(narrowed.map(({ salePrice }) => salePrice)).toEqual([null, 11, null]);
      expect(narrowed[1]).not.toHaveProperty('saleTo');
      expect(await list(`${path}&filters[salePrice][$gte]=12`)).toEqual([]);
      expect(await list(`${path}&filters[saleFrom][$gt]=${new Date().toISOString()}`)).toEqual([]);
      expect(await list(`${path}&filters[salePrice][$notNull]=true`)).toHaveLength(1);
      expect(await list(`${path}&filters[salePrice][$null]=true`)).toHaveLength(2);
      expect(await list(`${path}&filters[$not][salePrice]=12`)).toHaveLength(3);
      await refused(`${path}&sort=salePrice`);
    }
    const [variation] = await list(
      '/product-variations?filters[product][title]=Sale coming&populate=product'
    );
    expect(variation).toMatchObject({
      salePrice: null,
      product: { salePrice: null, saleFrom: null },
    });
  });
});

describe('what is nobody else’s business', () => {
  it('does not go out: bookkeeping of the plugin, people of the admin', async () => {
    const made = await product({ fields: { images: [await makeImage('business')] } });
    const [variation] = await list(`/product-variations?filters[sku]=${made.sku}&populate=*`);
    const [image] = await list('/product-images?filters[description]=business&populate=*');
    const shown = await one(`/products/${made.documentId}?populate=*`);
    for (const [entry, names] of [
      [
        variation,
        ['saleId', 'optionKey', 'handSalePrice', 'handSaleFrom', 'handSaleTo', 'costPrice'],
      ],
      [image, ['source']],
      [shown, ['ratingSum']],
    ] as const) {
      expect(entry).toBeDefined();
      for (const name of [...names, 'createdBy', 'updatedBy'])
        expect(entry).not.toHaveProperty(name);
    }
    expect(shown['images']).toEqual([expect.not.objectContaining({ source: expect.anything() })]);
  });

  it('answers no question: filters, order, fields and populate on it are refused', async () => {
    for (const path of [
      '/product-variations?filters[saleId][$notNull]=true',
      '/product-variations?filters[optionKey][$startsWith]=a',
      '/product-variations?filters[handSalePrice][$lt]=5',
      '/product-variations?sort=handSalePrice',
      '/product-variations?filters[costPrice][$lt]=5',
      '/product-variations?sort=costPrice',
      '/product-variations?fields=costPrice',
      '/product-variations?sort[0][saleId]=asc',
      '/product-variations?fields=saleId',
      '/product-variations?fields[0]=sku&fields[1]=optionKey',
      '/product-variations?populate[image][filters][source][$contains]=supplier',
      '/product-variations?populate[image][fields]=source',
      '/product-variations?populate[image][sort]=source',
      '/product-variations?filters[image][source][$contains]=supplier',
      '/product-variations?filters[product][ratingSum][$gt]=1',
      '/product-variations?filters[$or][0][$and][0][product][related][ratingSum]=1',
      '/categories?filters[sale][title][$startsWith]=B',
      '/categories?filters[sale]=1',
      '/categories?filters[sale][$null]=true',
      '/categories?populate=sale',
      '/categories?populate[sale]=true',
      '/categories?populate[sale][fields]=title',
      '/categories?sort=sale.title',
      '/products?populate[categories][populate]=sale',
      '/products?populate=categories.sale',
      '/products?populate[categories][filters][sale][title][$startsWith]=B',
      '/products?filters[createdBy][email][$startsWith]=a',
      '/products?filters[updatedBy][id]=1',
      '/products?populate=createdBy',
      '/products?populate[0]=updatedBy',
      '/products?sort=createdBy.email',
      '/products?populate[localizations][populate]=createdBy',
      '/product-images?populate[file][populate]=related',
      '/product-images?populate[file][populate]=folder',
      '/product-images?filters[file][folderPath][$startsWith]=/1',
      '/product-images?filters[file][related][id]=1',
      '/product-images?filters[file][createdBy][email]=a',
      '/products?_q=secret',
      '/products?status=draft',
      '/products?status=modified',
      '/products?publicationState=preview',
      '/products?publicationFilter=has-draft',
      '/products?locale=en&hasPublishedVersion=false',
    ]) {
      await refused(path);
    }
  });

  it('is not told by leaving out: a relation within $not', async () => {
    await refused('/products?filters[$not][related][title]=x');
    await refused('/products?filters[$and][0][$not][$or][0][categories][title]=x');
    await refused('/products?filters[related][$null]=true');
  });

  it('sales, codes, carts, orders, payments and wishlists have no such routes', async () => {
    for (const path of [
      'sales',
      'discount-codes',
      'carts',
      'cart-items',
      'order-items',
      'payments',
    ]) {
      expect([path, (await get(`/${path}`)).status]).toEqual([path, 404]);
    }
    const methods = ['post', 'put', 'patch', 'delete'] as const;
    for (const method of methods) {
      for (const type of TYPES) {
        const { status } = await shop.http()[method](`${API}/${type}/x`).send({ data: {} });
        expect([method, type, [404, 405].includes(status)]).toEqual([method, type, true]);
      }
    }
  });

  it('stays so for an API token that may do everything', async () => {
    const service = shop.strapi.service('admin::api-token') as {
      create(data: object): Promise<{ accessKey: string }>;
    };
    const { accessKey } = await service.create({
      name: 'all',
      description: '',
      type: 'full-access',
      lifespan: null,
    });
    const headers = { Authorization: `Bearer ${accessKey}` };
    const draft = await product({ title: 'Token draft', published: false });
    expect((await get('/products', headers)).status).toBe(200);
    expect((await get(`/products/${draft.documentId}`, headers)).status).toBe(404);
    for (const path of [
      '/products?status=draft',
      '/categories?populate=sale',
      '/categories?filters[sale][title]=B',
      '/products?populate=createdBy',
      '/products?filters[createdBy][email]=a',
    ]) {
      expect([path, (await get(path, headers)).status]).toEqual([path, 400]);
    }
  });
});

describe('permissions', () => {
  const PERMISSION = 'plugin::users-permissions.permission';
  const take = async (action: string) => {
    const where = { action, role: { type: 'public' } };
    const { role, id } = await shop.strapi.db
      .query(PERMISSION)
      .findOne({ where, populate: ['role'] });
    await shop.strapi.db.query(PERMISSION).delete({ where: { id } });
    return () => shop.strapi.db.query(PERMISSION).create({ data: { action, role: role.id } });
  };

  it('are granted to guests and accounts', async () => {
    const { jwt } = await makeAccount(shop.strapi);
    for (const type of TYPES) {
      expect((await get(`/${type}`)).status).toBe(200);
      expect((await get(`/${type}`, { Authorization: `Bearer ${jwt}` })).status).toBe(200);
    }
  });

  it('count for what is reached through others, too', async () => {
    const category = await create(UIDS.category, { title: 'Closed' });
    const { documentId } = await product({ fields: { categories: [category.documentId] } });
    const giveBack = await take('plugin::cartwright.category.find');
    try {
      expect((await get('/categories')).status).toBe(403);
      expect(await one(`/products/${documentId}?populate=*`)).not.toHaveProperty('categories');
      await refused(`/products/${documentId}?populate=categories`);
      await refused('/products?filters[categories][title]=Closed');
    } finally {
      await giveBack();
    }
    expect(await one(`/products/${documentId}?populate=*`)).toHaveProperty('categories');
  });
});

describe('no request', () => {
  it('reads more than a page, or more than three levels', async () => {
    for (let index = 0; index < 3; index += 1) await product();
    const sizeOf = async (pagination: string) =>
      (await get(`/products?${pagination}`)).body.meta.pagination;
    expect(await sizeOf('pagination[pageSize]=5000')).toMatchObject({ pageSize: 100 });
    expect(await sizeOf('pagination[limit]=5000')).toMatchObject({ limit: 100 });
    expect(await sizeOf('pagination[limit]=-1')).toMatchObject({ limit: 100 });

    const three = 'populate[related][populate][related][populate]';
    expect((await get(`/products?${three}=related`)).status).toBe(200);
    await refused(`/products?${three}[related][populate]=related`);
    await refused('/products?populate=related.related.related.related');
    const many = ['related', 'upsells', 'categories', 'images', 'options'];
    const wide = many.flatMap((first) => many.map((second) => `${first}.${second}`));
    await refused(`/products?populate=${wide.join(',')}`);
  });

  it('brings along more than a thousand of one relation: it is refused, not cut', async () => {
    const made = await product({ title: 'Many options' });
    const db = shop.strapi.db.connection;
    const now = new Date();
    const rows = Array.from({ length: 1001 }, (_, index) => ({
      document_id: `many-${index}`,
      type: 'Size',
      name: `Many ${index}`,
      locale: 'en',
      position: index,
      created_at: now,
      updated_at: now,
    }));
    for (let start = 0; start < rows.length; start += 100) {
      await db('cartwright_product_options').insert(rows.slice(start, start + 100));
    }
    const options = await db('cartwright_product_options')
      .where('document_id', 'like', 'many-%')
      .orderBy('id')
      .select('id');
    const { id } = await one(`/products/${made.documentId}`);
    const links = options.map((option, index) => ({
      product_id: id,
      product_option_id: option.id,
      product_option_ord: index + 1,
    }));
    for (let start = 0; start < 1000; start += 100) {
      await db('cartwright_products_options_lnk').insert(links.slice(start, start + 100));
    }
    const path = `/products/${made.documentId}?populate=options`;
    expect((await one(path))['options']).toHaveLength(1000);
    await db('cartwright_products_options_lnk').insert(links.slice(1000));
    await refused(path);
    expect(
      (await one(`/products/${made.documentId}?populate[options][limit]=3`))['options']
    ).toHaveLength(3);
    await db('cartwright_products_options_lnk').where({ product_id: id }).delete();
    await db('cartwright_product_options').where('document_id', 'like', 'many-%').delete();
  });

  it('costs more statements for more rows', async () => {
    const path =
      '/products?filters[title][$startsWith]=Cost&populate[categories][populate]=parent&populate[images][populate]=file&populate[related]=true';
    const cost = async () =>
      (await countStatements(shop.strapi, () => list(path), { only: 'cartwright' })).statements
        .length;
    const category = await create(UIDS.category, { title: 'Cost' });
    const make = async (title: string) =>
      product({
        title,
        fields: { categories: [category.documentId], images: [await makeImage(title)] },
      });
    await make('Cost 1');
    const few = await cost();
    for (let index = 2; index < 8; index += 1) await make(`Cost ${index}`);
    expect(await cost()).toBe(few);
  });

  it('that makes no sense is answered with a 500', async () => {
    const big = Array.from({ length: 101 }, (_, index) => `filters[sku][$in][]=a${index}`).join(
      '&'
    );
    const deep = `filters${'[$and][0]'.repeat(30)}[title]=x`;
    const relations = Array.from(
      { length: 11 },
      (_, index) => `filters[$or][${index}][categories][title]=x`
    ).join('&');
    const conditions = Array.from(
      { length: 101 },
      (_, index) => `filters[$and][${index % 100}][title][${index > 99 ? '$ne' : '$eq'}]=x`
    ).join('&');
    const nonsense = [
      ...['populate=deep', 'populate=deep,5', 'populate[deep]=true', 'populate[title]=true'],
      ...['populate[categories]=deep', 'populate[categories][on][x]=1', 'populate[0][x]=1'],
      ...['populate[categories][count]=true', 'populate[categories][pagination][limit]=1'],
      ...['populate[categories][limit]=x', 'populate=*,related'],
      ...['populate[categories][populate]=nothing'],
      ...['fields=nothing', 'fields[x]=title', 'fields=categories', 'fields[0][0]=title'],
      ...[
        'sort=nothing',
        'sort=title:up',
        'sort=title:asc:desc',
        'sort=content',
        'sort=categories',
      ],
      ...['sort[0][0][0]=a', 'sort[title][x]=asc', 'sort=status', 'sort=image', 'sort=constructor'],
      ...['sort=title,slug,sku,id,stock,available'],
      ...['filters=x', 'filters[nothing]=x', 'filters[title][$x]=y', 'filters[$x]=y'],
      ...['filters[title][$eq][x]=y', 'filters[title]', 'filters[title][$contains][0]=a'],
      ...['filters[unitPrice]=abc', 'filters[unitPrice]=1e9', 'filters[unitPrice]=NaN'],
      ...['filters[unitPrice][$gt]=', 'filters[unitPrice]=99999999999999999999'],
      ...['filters[stock]=1.5', 'filters[stock]=99999999999', 'filters[stock][$contains]=1'],
      ...['filters[id]=abc', 'filters[id]=99999999999', 'filters[id][$startsWith]=1'],
      ...['filters[available]=maybe', 'filters[available][$gt]=true'],
      ...[
        'filters[publishFrom]=yesterday',
        'filters[publishFrom]=2026-13-45',
        'filters[publishFrom]=0000-00-00',
      ],
      ...['filters[publishFrom][$contains]=2026', 'filters[createdAt]=-1'],
      ...['filters[image]=x', 'filters[content][$contains]=x', 'filters[image][$null]=x'],
      ...['filters[title][$between]=a', 'filters[title][$between][0]=a', 'filters[title][$null]=x'],
      ...['filters[title][$in][0][0]=a', 'filters[title]=%00'],
      ...['filters[$and]=x', 'filters[$or][x]=y', 'filters[$not]=x', 'filters[$or]='],
      ...['filters[title][$jsonSupersetOf]=1', 'filters[__proto__][x]=1&filters[x]=1'],
      ...['filters[categories][title][id]=1', 'filters[categories]=abc'],
      ...[
        'filters[categories][$eq][$eq]=1',
        'filters[categories][$null]=x',
        'filters[categories][$gt][x]=1',
      ],
      ...[
        'filters[categories][$notNull]=true&filters[categories][title]=x',
        `filters[title]=${'a'.repeat(1001)}`,
      ],
      ...['pagination=x', 'pagination[page]=0', 'pagination[page]=x', 'pagination[pageSize]=-1'],
      ...[
        'pagination[page]=1&pagination[start]=1',
        'pagination[x]=1',
        'pagination[withCount]=maybe',
      ],
      ...['pagination[limit]=-2', 'pagination[start]=-1', 'pagination[page]=99999999999999999999'],
      ...['locale=%00', 'locale[]=en', 'locale=', 'nothing=1', 'page=1', 'start=0', 'limit=-1'],
      ...[big, deep, relations, conditions],
    ];
    const answers = new Map<string, number>();
    for (const query of nonsense) {
      const { status, body } = await get(`/products?${query}`);
      if (status === 400)
        expect([query, body.error.details.code]).toEqual([query, 'invalid_input']);
      answers.set(query, status);
    }
    const others = [...answers].filter(([, status]) => status !== 400);
    expect(others).toEqual([]);
  });

  it('with odd but sensible words is answered with a 500', async () => {
    for (const query of [
      'filters[title]=',
      "filters[title]='; DROP TABLE x; --",
      'filters[title][$containsi]=%25_!\\',
      'filters[title][$contains]=😀',
      'filters[title][$startsWithi]=É',
      'filters[title][$in]=a',
      'filters[title][$notIn][]=a&filters[title][$notIn][]=b',
      'filters[documentId][$ne]=x',
      'filters[stock][$lt]=-2147483647',
      'filters[unitPrice][$lte]=999999999999999.9999',
      'filters[createdAt][$between][]=1000-01-01&filters[createdAt][$between][]=9999-12-31T23:59:59.999Z',
      'filters[content][$notNull]=true&filters[image][$null]=true',
      'filters[locale]=en',
      'filters[0][title]=a&filters[1][title]=b',
      'filters[categories]=1',
      'filters[categories][$in][]=1&filters[categories][$in][]=2',
      'filters[categories][options][type][$eqi]=size&sort=title:DESC',
      'filters[images][file][mime][$contains]=image',
      'sort=title,&sort=slug',
      'sort[0]=createdAt:desc&sort[1]=id',
      'sort=description&filters[categories][title]=x&populate[related][sort]=title:desc',
      'populate=',
      'populate[0]=categories&populate[1]=images.file',
      'populate[related][filters][unitPrice][$gt]=1&populate[related][fields][0]=title',
      'populate[categories]=*&populate[related]=false',
      'populate[related][filters][categories][title]=x&populate[related][sort]=title&populate[related][start]=1',
      'pagination[page]=999999999',
      'pagination[limit]=1&pagination[start]=999999999',
      'fields=*',
      'status=published',
      'locale=zh-Hant-TW',
    ]) {
      const { status, body } = await get(`/products?${query}`);
      expect([query, status, body.error]).toEqual([query, 200, undefined]);
    }
  });
});
