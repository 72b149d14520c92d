// cspell:ignore Caché Früh Karte frueh spaet spät

import { UIDS } from '../../../content-types/uids';
import type { CardDto, CategoryNodeDto } from '../../../server/contracts/catalogue';
import {
  changeVariation,
  documents,
  type Entry,
  makeProduct,
  type MadeProduct,
} from '../../support/shop';
import { API } from '../../support/shopper';
import { startStrapi, type RunningShop } from '../../support/strapi';
import { refusal, stopWhenIdle } from '../products/kit';

let shop: RunningShop;

beforeAll(async () => {
  shop = await startStrapi({ cartwright: { currency: 'EUR' } });
});
afterAll(() => stopWhenIdle(shop));

type Fields = Record<string, unknown>;

const day = 86_400_000;
const at = (offset: number) => new Date(Date.now() + offset);

const categories = () => documents(shop.strapi, UIDS.category);
const products = () => documents(shop.strapi, UIDS.product);
let made = 0;
const category = (data: Fields = {}): Promise<Entry> =>
  categories().create({ data: { title: `Shelf ${(made += 1)}`, ...data }, status: 'published' });
const change = (entry: Entry, data: Fields) =>
  categories().update({ documentId: entry.documentId, data, status: 'published' });

const get = (path: string) =>
  shop
    .http()
    .get(`${API}/catalog${path}`)
    .then((answer) => answer);
const members = async (entry: Entry, query = ''): Promise<string[]> => {
  const { status, body } = await get(`/products?category=${String(entry['slug'])}${query}`);
  expect([status, body.error]).toEqual([200, undefined]);
  expect(body.meta.pagination.total).toBe(body.data.length);
  return body.data.map(({ documentId }: CardDto) => documentId).sort();
};
const idsOf = (...some: MadeProduct[]) => some.map(({ documentId }) => documentId).sort();
const option = async (name: string) =>
  (await documents(shop.strapi, UIDS.productOption).findMany({ filters: { name } }))[0]!.documentId;
const tree = async (query = ''): Promise<CategoryNodeDto[]> =>
  (await get(`/categories${query}`)).body.data;
const slugsOf = (nodes: CategoryNodeDto[]): unknown[] =>
  nodes.map(({ slug, children }) => (children.length > 0 ? [slug, ...slugsOf(children)] : slug));

describe('whom a category lists', () => {
  it('C-07: without assigned products and without a filter, nobody', async () => {
    await makeProduct(shop.strapi);
    expect(await members(await category())).toEqual([]);
  });

  it('C-08: those with a variation that has one of its options', async () => {
    const shirt = await makeProduct(shop.strapi, {
      options: { Size: ['c8-one'] },
      unitPrice: null,
    });
    await makeProduct(shop.strapi, { options: { Size: ['c8-two'] }, published: false });
    const list = await category({ options: [await option('c8-two')] });
    expect(await members(list)).toEqual([]);
    await change(list, { options: [await option('c8-two'), await option('c8-one')] });
    expect(await members(list)).toEqual(idsOf(shirt));
  });

  it('AND across types: one variation must have an option of each', async () => {
    const both = await makeProduct(shop.strapi, {
      options: { Size: ['cx-S'], Colour: ['cx-Red'] },
    });
    await makeProduct(shop.strapi, { options: { Size: ['cx-S'] } });
    const list = await category({ options: [await option('cx-S'), await option('cx-Red')] });
    expect(await members(list)).toEqual(idsOf(both));
  });

  it('C-09: combined with a least price, once the variation is priced', async () => {
    const shirt = await makeProduct(shop.strapi, { options: { Size: ['c9'] }, unitPrice: null });
    const list = await category({ options: [await option('c9')], priceMin: 20 });
    expect(await members(list)).toEqual([]);
    await changeVariation(shop.strapi, shirt.sku, { unitPrice: 20 });
    expect(await members(list)).toEqual(idsOf(shirt));
    await change(list, { priceMax: '19.99', priceMin: null });
    expect(await members(list)).toEqual([]);
    await change(list, { priceMax: 20 });
    expect(await members(list)).toEqual(idsOf(shirt));
  });

  it('C-10: by the current price: a sale price from tomorrow is none yet', async () => {
    const shirt = await makeProduct(shop.strapi, { options: { Size: ['c10'] }, unitPrice: 30 });
    const list = await category({ options: [await option('c10')], priceMax: 20 });
    await changeVariation(shop.strapi, shirt.sku, { salePrice: 20, saleFrom: at(day) });
    expect(await members(list)).toEqual([]);
    await changeVariation(shop.strapi, shirt.sku, { salePrice: 20, saleFrom: at(-day) });
    expect(await members(list)).toEqual(idsOf(shirt));
  });

  it('0 is a bound: free things only', async () => {
    const free = await makeProduct(shop.strapi, { options: { Size: ['free'] }, unitPrice: 0 });
    await makeProduct(shop.strapi, { options: { Size: ['free'] }, unitPrice: 1 });
    const list = await category({ options: [await option('free')], priceMax: 0 });
    expect(await members(list)).toEqual(idsOf(free));
  });

  it('C-11: without filter, those that are assigned', async () => {
    const shirt = await makeProduct(shop.strapi);
    const list = await category();
    expect(await members(list)).toEqual([]);
    await products().update({
      documentId: shirt.documentId,
      data: { categories: [list.documentId] },
      status: 'published',
    });
    expect(await members(list)).toEqual(idsOf(shirt));
  });

  it('C-12: combined, all kinds on one and the same variation; otherwise any', async () => {
    const shirt = await makeProduct(shop.strapi, {
      options: { Colour: ['c12-a', 'c12-b'] },
      unitPrice: null,
    });
    const a = shirt.skus.find((sku) => sku.endsWith('c12-a'))!;
    await changeVariation(shop.strapi, a, { unitPrice: 7777 });
    const list = await category({ options: [await option('c12-b')], priceMin: 7777 });
    expect(await members(list)).toEqual([]);
    await change(list, { combined: false });
    expect(await members(list)).toEqual(idsOf(shirt));
  });

  it('assigned and filtered: both when combined, either otherwise', async () => {
    const wish = { options: { Colour: ['mixed'] } };
    const fits = await makeProduct(shop.strapi, wish);
    const list = await category({ options: [await option('mixed')] });
    const fields = { categories: [list.documentId] };
    // Nothing assigned: the filter alone.
    expect(await members(list)).toEqual(idsOf(fits));
    const assigned = await makeProduct(shop.strapi, { fields });
    expect(await members(list)).toEqual([]);
    const both = await makeProduct(shop.strapi, { ...wish, fields });
    expect(await members(list)).toEqual(idsOf(both));
    await change(list, { combined: false });
    expect(await members(list)).toEqual(idsOf(fits, assigned, both));
  });

  it('by sale: those with a variation whose price is that sale’s, while it holds', async () => {
    const inSale = await makeProduct(shop.strapi, { unitPrice: 10 });
    await makeProduct(shop.strapi, { unitPrice: 10, variation: { salePrice: 5 } });
    const sale = await documents(shop.strapi, UIDS.sale).create({
      data: {
        title: 'Week',
        active: true,
        discountPercent: 50,
        validFrom: at(-day),
        validTo: at(day),
        products: [inSale.documentId],
      },
    });
    const list = await category({ sale: sale.documentId });
    expect(await members(list)).toEqual(idsOf(inSale));
    await shop.strapi.db
      .connection('cartwright_product_variations')
      .where({ sku: inSale.sku })
      .update({ sale_to: at(-1000) });
    expect(await members(list)).toEqual([]);
  });

  it('with those of the categories below it, unless that is switched off', async () => {
    const top = await category();
    const middle = await category({ parent: top.documentId });
    const bottom = await category({ parent: middle.documentId });
    const one = await makeProduct(shop.strapi, { fields: { categories: [top.documentId] } });
    const two = await makeProduct(shop.strapi, {
      fields: { categories: [bottom.documentId, middle.documentId] },
    });
    const three = await makeProduct(shop.strapi, { options: { Colour: ['below'] } });
    expect(await members(top)).toEqual(idsOf(one, two));
    await change(bottom, { options: [await option('below')], combined: false });
    expect(await members(top)).toEqual(idsOf(one, two, three));
    expect(await members(middle)).toEqual(idsOf(two, three));
    await change(top, { includeDescendants: false });
    expect(await members(top)).toEqual(idsOf(one));

    const { body } = await get('/products?facets=true');
    const count = (entry: Entry) =>
      body.meta.facets.categories.find(({ slug }: { slug: string }) => slug === entry['slug'])
        ?.count;
    expect([count(top), count(middle), count(bottom)]).toEqual([1, 2, 2]);
  });

  it('published ones inside their window only', async () => {
    const list = await category();
    const fields = { categories: [list.documentId] };
    const shown = await makeProduct(shop.strapi, { fields });
    await makeProduct(shop.strapi, { fields, published: false });
    await makeProduct(shop.strapi, { fields: { ...fields, publishFrom: at(day) } });
    await makeProduct(shop.strapi, { fields: { ...fields, publishUntil: at(-1) } });
    expect(await members(list)).toEqual(idsOf(shown));
  });

  it('also when the category is published after its products, or again', async () => {
    const draft = await categories().create({ data: { title: 'Later' } });
    const shirt = await makeProduct(shop.strapi, { fields: { categories: [draft.documentId] } });
    await makeProduct(shop.strapi, {
      fields: { categories: [draft.documentId] },
      published: false,
    });
    await categories().publish({ documentId: draft.documentId });
    expect(await members(draft)).toEqual(idsOf(shirt));

    await categories().unpublish({ documentId: draft.documentId });
    expect((await get(`/products?category=${String(draft['slug'])}`)).status).toBe(404);
    await categories().publish({ documentId: draft.documentId });
    expect(await members(draft)).toEqual(idsOf(shirt));
    await categories().publish({ documentId: draft.documentId });
    await products().publish({ documentId: shirt.documentId });
    expect(await members(draft)).toEqual(idsOf(shirt));
    expect((await get(`/products/${shirt.slug}`)).body.data.categories).toEqual([
      { slug: draft['slug'], title: 'Later' },
    ]);
  });

  it('narrowed by what the shopper asks besides', async () => {
    const list = await category();
    const fields = { categories: [list.documentId] };
    const red = await makeProduct(shop.strapi, { fields, options: { Colour: ['n-red'] } });
    await makeProduct(shop.strapi, { fields, options: { Colour: ['n-blue'] } });
    expect(await members(list, '&option[Colour]=n-red')).toEqual(idsOf(red));
    expect(await members(list, '&priceMin=11')).toEqual([]);
  });
});

describe('the page of a category', () => {
  it('has its content, the way to it and what is below it', async () => {
    const top = await category({ title: 'Clothing' });
    const content = [{ type: 'paragraph', children: [{ type: 'text', text: 'Warm.' }] }];
    const middle = await category({
      title: 'Shirts',
      parent: top.documentId,
      content,
      metaTitle: 'All shirts',
    });
    const last = await category({ title: 'T-Shirts', parent: middle.documentId, position: 2 });
    const first = await category({ title: 'Polo', parent: middle.documentId, position: 1 });
    const { status, body } = await get(`/categories/${String(middle['slug'])}`);
    expect(status).toBe(200);
    const node = ({ documentId, slug, title }: Fields) => ({ documentId, slug, title });
    expect(body.data).toEqual({
      ...node(middle),
      image: null,
      content,
      breadcrumbs: [node(top), node(middle)],
      children: [first, last].map((entry) => ({ ...node(entry), image: null, children: [] })),
      seo: { metaTitle: 'All shirts', metaDescription: null },
    });
  });

  it('carries its picture', async () => {
    const file = await shop.strapi.db.query('plugin::upload.file').create({
      data: {
        name: 'shelf.png',
        alternativeText: 'A shelf',
        hash: 'shelf',
        mime: 'image/png',
        size: 1,
        width: 4,
        height: 3,
        url: '/uploads/shelf.png',
        provider: 'local',
      },
    });
    const shown = await category({ featuredImage: file.id });
    const { body } = await get(`/categories/${String(shown['slug'])}`);
    expect(body.data.image).toEqual({
      url: '/uploads/shelf.png',
      alternativeText: 'A shelf',
      width: 4,
      height: 3,
      formats: null,
    });
  });

  it('is there only while it is published and inside its window', async () => {
    const hidden = [
      await categories().create({ data: { title: 'Draft' } }),
      await category({ title: 'To come', publishFrom: at(day) }),
      await category({ title: 'Over', publishUntil: at(-1) }),
    ];
    const slugs = JSON.stringify(await tree());
    for (const { slug } of hidden) {
      for (const path of [`/categories/${String(slug)}`, `/products?category=${String(slug)}`]) {
        const answer = await get(path);
        expect([path, answer.status, answer.body.error.details.code]).toEqual([
          path,
          404,
          'not_found',
        ]);
      }
      expect(slugs).not.toContain(`"${String(slug)}"`);
    }
    expect((await get('/categories/no-such-thing')).status).toBe(404);
    expect((await get('/categories/%00')).status).toBe(404);
    expect((await get('/products?category=no-such-thing')).status).toBe(404);
  });
});

describe('the tree', () => {
  const LOCALE = 'fr';
  const french = async (title: string, data: Fields = {}): Promise<Entry> =>
    categories().create({ data: { title, ...data }, locale: LOCALE, status: 'published' });

  it('is in the order of the editor, without what is not meant for menus', async () => {
    const top = await french('Haut', { position: 2 });
    await french('Premier', { position: 1 });
    await french('Caché', { inMenu: false });
    const below = await french('Bas', { parent: top.documentId });
    await french('Plus bas', { parent: below.documentId });
    expect(slugsOf(await tree(`?locale=${LOCALE}`))).toEqual([
      'premier',
      ['haut', ['bas', 'plus-bas']],
    ]);
    expect((await get(`/categories/cache?locale=${LOCALE}`)).status).toBe(200);
    expect(Object.keys((await tree(`?locale=${LOCALE}`))[0]!).sort()).toEqual(
      ['documentId', 'slug', 'title', 'image', 'children'].sort()
    );
  });

  it('makes roots of the children of what is deleted or taken down', async () => {
    const all = await categories().findMany({ locale: LOCALE, filters: { slug: 'haut' } });
    await categories().delete({ documentId: all[0]!.documentId, locale: LOCALE });
    expect(slugsOf(await tree(`?locale=${LOCALE}`))).toEqual([['bas', 'plus-bas'], 'premier']);
    const [below] = await categories().findMany({ locale: LOCALE, filters: { slug: 'bas' } });
    await categories().unpublish({ documentId: below!.documentId, locale: LOCALE });
    expect(slugsOf(await tree(`?locale=${LOCALE}`))).toEqual(['plus-bas', 'premier']);
  });
});

describe('saving a category', () => {
  it('makes a slug of its title, unique in its language', async () => {
    const title = 'Früh & spät';
    const [one, two, german] = [
      await categories().create({ data: { title } }),
      await categories().create({ data: { title } }),
      await categories().create({ data: { title }, locale: 'de' }),
    ];
    expect([one['slug'], two['slug'], german['slug']]).toEqual([
      'frueh-and-spaet',
      'frueh-and-spaet-2',
      'frueh-and-spaet',
    ]);
    expect((await categories().create({ data: { title: '???' } }))['slug']).toBe('category');
    expect((await categories().create({ data: { title, slug: 'own' } }))['slug']).toBe('own');
    await categories().publish({ documentId: two.documentId });
    expect((await get('/categories/frueh-and-spaet-2')).body.data.title).toBe(title);
  });

  it('gives categories that are saved at the same instant slugs of their own', async () => {
    const same = await Promise.all(
      Array.from({ length: 5 }, () => categories().create({ data: { title: 'Rush' } }))
    );
    expect(same.map(({ slug }) => slug).sort()).toEqual([
      'rush',
      'rush-2',
      'rush-3',
      'rush-4',
      'rush-5',
    ]);
  });

  it('gives a clone a slug of its own', async () => {
    const original = await category({ title: 'Twin' });
    const clone = await (
      categories() as unknown as { clone(params: Fields): Promise<{ documentId: string }> }
    ).clone({ documentId: original.documentId });
    const copy = await categories().findOne({ documentId: clone.documentId });
    expect([original['slug'], copy['slug']]).toEqual(['twin', 'twin-2']);
  });

  it('refuses to go in a circle', async () => {
    const top = await category();
    const middle = await category({ parent: top.documentId });
    const bottom = await category({ parent: middle.documentId });
    for (const parent of [top, middle, bottom]) {
      const refused = await refusal(
        categories().update({ documentId: top.documentId, data: { parent: parent.documentId } })
      );
      expect(refused).toMatchObject({
        code: 'invalid_input',
        errors: [{ path: ['parent'] }],
      });
    }
    expect(slugsOf(await tree())).toContainEqual([top['slug'], [middle['slug'], bottom['slug']]]);
    await change(bottom, { parent: top.documentId });
    await change(middle, { parent: bottom.documentId });
    expect(slugsOf(await tree())).toContainEqual([top['slug'], [bottom['slug'], middle['slug']]]);
  });

  it.each([
    ['publishUntil', 'invalid_input', { publishFrom: at(day), publishUntil: at(0) }],
    ['priceMax', 'invalid_input', { priceMin: 20, priceMax: '19.99' }],
    ['priceMin', 'invalid_amount', { priceMin: '1.999' }],
    ['priceMax', 'invalid_amount', { priceMax: -1 }],
  ])('refuses a %s that cannot be: %s', async (path, code, data) => {
    const refused = await refusal(category(data));
    expect(refused).toMatchObject({ code, errors: [{ path: [path] }] });
  });
});

describe('the sitemap', () => {
  it('has the published pages of all languages with their dates, but for those that are kept out', async () => {
    const shown = await makeProduct(shop.strapi, { title: 'On the map' });
    await products().update({
      documentId: shown.documentId,
      locale: 'de',
      data: { title: 'Auf der Karte' },
    });
    await products().publish({ documentId: shown.documentId, locale: 'de' });
    const hidden = [
      await makeProduct(shop.strapi, { fields: { inSitemap: false } }),
      await makeProduct(shop.strapi, { published: false }),
      await makeProduct(shop.strapi, { fields: { publishUntil: at(-1) } }),
    ];
    const list = await category({ title: 'Mapped' });
    const draft = await categories().create({ data: { title: 'Unmapped' } });

    const { products: pages, categories: lists } = (await get('/sitemap')).body.data;
    const row = await shop.strapi.db.query(UIDS.product).findOne({
      where: { documentId: shown.documentId, locale: 'en', publishedAt: { $notNull: true } },
    });
    const of = (documentId: string) =>
      pages.filter((page: Entry) => page.documentId === documentId);
    expect(of(shown.documentId)).toEqual([
      {
        documentId: shown.documentId,
        locale: 'de',
        slug: 'auf-der-karte',
        updatedAt: expect.any(String),
      },
      {
        documentId: shown.documentId,
        locale: 'en',
        slug: shown.slug,
        updatedAt: new Date(row.updatedAt).toISOString(),
      },
    ]);
    for (const { documentId } of hidden) expect(of(documentId)).toEqual([]);
    const slugs = lists.map(({ slug }: Entry) => slug);
    expect(slugs).toContain(list['slug']);
    expect(slugs).not.toContain(draft['slug']);
    const german = (await get('/sitemap?locale=de')).body.data;
    expect(new Set(german.products.map(({ locale }: Entry) => locale))).toEqual(new Set(['de']));
  });
});
