// cspell:ignore Karmesin Löffel Tasse oclock шарф

import { UIDS } from '../../../content-types/uids';
import type { CardDto, FacetsDto } from '../../../server/contracts/catalogue';
import { changeVariation, documents, makeProduct, type ProductWish } from '../../support/shop';
import { API } from '../../support/shopper';
import { startStrapi, type RunningShop } from '../../support/strapi';

let shop: RunningShop;

beforeAll(async () => {
  shop = await startStrapi({
    cartwright: { currency: 'EUR', optionTypes: ['Size', 'Colour', 'Material'] },
  });
});
afterAll(() => shop.stop());

const hour = 3_600_000;
const at = (offset: number) => new Date(Date.now() + offset);

/** Each story has products with a word of their own, and asks for them by it. */
let stories = 0;
const story = () => `story${(stories += 1)}x`;

const product = (word: string, wish: ProductWish = {}) =>
  makeProduct(shop.strapi, {
    ...wish,
    fields: { keywords: word, ...wish.fields },
  });

const ask = async (query: Record<string, string>) =>
  shop
    .http()
    .get(`${API}/catalog/products`)
    .query(new URLSearchParams({ pageSize: '100', ...query }).toString());
const titles = async (query: Record<string, string>): Promise<string[]> => {
  const { status, body } = await ask(query);
  expect([status, body.error]).toEqual([200, undefined]);
  return body.data.map(({ title }: CardDto) => title);
};
const found = async (query: Record<string, string>) => (await titles(query)).sort();
const facetsOf = async (query: Record<string, string>): Promise<FacetsDto> =>
  (await ask({ ...query, facets: 'true' })).body.meta.facets;

describe('options', () => {
  it('OR within a type, AND across types, on one and the same variation', async () => {
    const q = story();
    const shirt = await product(q, {
      title: 'Shirt',
      options: { Size: ['S', 'M'], Colour: ['Red', 'Blue'] },
    });
    await product(q, { title: 'Hat', options: { Colour: ['Red'] } });
    await product(q, { title: 'Sock', options: { Size: ['S', 'L'] } });
    const red = { 'option[Colour]': 'Red' };
    expect(await found({ q, 'option[Size]': 'S' })).toEqual(['Shirt', 'Sock']);
    expect(await found({ q, 'option[Size]': 'M,L' })).toEqual(['Shirt', 'Sock']);
    expect(await found({ q, ...red })).toEqual(['Hat', 'Shirt']);
    expect(await found({ q, ...red, 'option[Size]': 'S,M' })).toEqual(['Shirt']);
    expect(await found({ q, ...red, 'option[Size]': 'L' })).toEqual([]);
    expect(await found({ q, 'option[Weight]': 'S' })).toEqual([]);

    // Not red in M any more: there is a red one and one in M, but they are not the same one.
    const redInM = shirt.skus.find((sku) => sku.endsWith('-m-red'))!;
    await changeVariation(shop.strapi, redInM, { stock: 0 });
    const inM = { q, ...red, 'option[Size]': 'M' };
    expect(await found(inM)).toEqual(['Shirt']);
    expect(await found({ ...inM, inStock: 'true' })).toEqual([]);
  });

  it('hold together with the price: a dear red one and a cheap blue one are no cheap red one', async () => {
    const q = story();
    const { skus } = await product(q, {
      title: 'Scarf',
      options: { Colour: ['Red', 'Blue'] },
      unitPrice: 10,
    });
    const red = skus.find((sku) => sku.endsWith('-red'))!;
    await changeVariation(shop.strapi, red, { unitPrice: 50 });
    const cheap = { q, priceMax: '20' };
    expect(await found(cheap)).toEqual(['Scarf']);
    expect(await found({ ...cheap, 'option[Colour]': 'Blue' })).toEqual(['Scarf']);
    expect(await found({ ...cheap, 'option[Colour]': 'Red' })).toEqual([]);
  });

  it('go by the names of the language, and by the untranslated name where there is no other', async () => {
    const q = story();
    const { documentId } = await product(q, {
      title: 'Cup',
      options: { Colour: ['Crimson'], Material: ['Clay'] },
    });
    const [crimson] = await documents(shop.strapi, UIDS.productOption).findMany({
      filters: { name: 'Crimson' },
    });
    await documents(shop.strapi, UIDS.productOption).update({
      documentId: crimson!.documentId,
      locale: 'de',
      data: { name: 'Karmesin' },
    });
    const products = documents(shop.strapi, UIDS.product);
    await products.update({ documentId, locale: 'de', data: { title: 'Tasse', keywords: q } });
    await products.publish({ documentId, locale: 'de' });

    expect(await found({ q, 'option[Colour]': 'Crimson' })).toEqual(['Cup']);
    expect(await found({ q, 'locale': 'de', 'option[Colour]': 'Karmesin' })).toEqual(['Tasse']);
    expect(await found({ q, 'locale': 'de', 'option[Colour]': 'Crimson' })).toEqual([]);
    expect(await found({ q, 'locale': 'de', 'option[Material]': 'Clay' })).toEqual(['Tasse']);
    expect((await facetsOf({ q, locale: 'de' })).options).toEqual([
      { type: 'Colour', values: [{ value: 'Karmesin', count: 1 }] },
      { type: 'Material', values: [{ value: 'Clay', count: 1 }] },
    ]);
  });

  it('may have a comma in their name when they are given one by one', async () => {
    const q = story();
    await product(q, { title: 'Jug', options: { Size: ['1,5 l'] } });
    expect(await found({ q, 'option[Size][]': '1,5 l' })).toEqual(['Jug']);
    expect(await found({ q, 'option[Size]': '1,5 l' })).toEqual([]);
  });

  it('of variations that are retired find nothing', async () => {
    const q = story();
    const { documentId } = await product(q, { title: 'Vase', options: { Colour: ['Teal'] } });
    const query = { q, 'option[Colour]': 'Teal' };
    expect(await found(query)).toEqual(['Vase']);
    await documents(shop.strapi, UIDS.product).update({
      documentId,
      data: { options: [] },
      status: 'published',
    });
    expect(await found(query)).toEqual([]);
    expect((await facetsOf({ q })).options).toEqual([]);
  });
});

describe('prices', () => {
  it('are the current ones; both ends belong to the range, and 0 is a price', async () => {
    const q = story();
    await product(q, { title: 'A', unitPrice: '19.99' });
    await product(q, { title: 'B', unitPrice: 30, variation: { salePrice: '19.99' } });
    await product(q, { title: 'C', unitPrice: '20.00' });
    await product(q, { title: 'free', unitPrice: 0 });
    await product(q, { title: 'none', unitPrice: null });
    expect(await found({ q, priceMin: '19.99', priceMax: '19.99' })).toEqual(['A', 'B']);
    expect(await found({ q, priceMin: '20' })).toEqual(['C']);
    expect(await found({ q, priceMin: '0' })).toEqual(['A', 'B', 'C', 'free']);
    expect(await found({ q, priceMax: '0' })).toEqual(['free']);
    expect(await found({ q, priceMin: '30', priceMax: '10' })).toEqual([]);
    expect((await facetsOf({ q })).price).toEqual({ min: '0.00', max: '20.00' });
    expect((await facetsOf({ q, priceMin: '20' })).price).toEqual({ min: '0.00', max: '20.00' });
  });

  it('of a sale that has not begun or is over do not count, and neither is on sale', async () => {
    const q = story();
    const windows = {
      now: { saleFrom: at(-hour), saleTo: at(hour) },
      later: { saleFrom: at(hour) },
      over: { saleTo: at(-1) },
    };
    for (const [title, window] of Object.entries(windows)) {
      await product(q, { title, unitPrice: 40, variation: { salePrice: 5, ...window } });
    }
    expect(await found({ q, priceMax: '5' })).toEqual(['now']);
    expect(await found({ q, onSale: 'true' })).toEqual(['now']);
    expect(await found({ q, onSale: 'false' })).toEqual(['later', 'now', 'over']);
    expect(await facetsOf({ q })).toMatchObject({ onSale: 1, inStock: 3 });
  });
});

describe('stock', () => {
  it('ST2: 0 is none, uncounted is always enough', async () => {
    const q = story();
    await product(q, { title: 'none', stock: 0 });
    await product(q, { title: 'one', stock: 1 });
    await product(q, { title: 'uncounted', stock: null });
    expect(await found({ q, inStock: 'true' })).toEqual(['one', 'uncounted']);
    expect(await found({ q })).toEqual(['none', 'one', 'uncounted']);
    expect((await facetsOf({ q })).inStock).toBe(2);
  });

  it('is listed when it is not available: it only cannot be bought', async () => {
    const q = story();
    await product(q, { title: 'Museum piece', fields: { available: false } });
    expect(await found({ q })).toEqual(['Museum piece']);
  });
});

describe('search', () => {
  it('looks in title, description, keywords, SKU and option names, for parts of words, without case', async () => {
    const word = story();
    const { sku } = await product('', { title: `The ${word} Teapot` });
    await product('', { title: 'b', fields: { description: `Somewhere ${word.toUpperCase()}.` } });
    await product(`pot, ${word}`, { title: 'c' });
    await product('', { title: 'd', variation: { sku: `sku-${word}-7` } });
    await product('', { title: 'e', options: { Material: [`Best ${word}`] } });
    await product('', { title: 'nothing of it' });
    expect(await found({ q: word })).toEqual([`The ${word} Teapot`, 'b', 'c', 'd', 'e']);
    expect(await found({ q: word.slice(1, -1).toUpperCase() })).toHaveLength(5);
    expect(await found({ q: `${word} TEAPOT` })).toEqual([`The ${word} Teapot`]);
    expect(await found({ q: `  teapot   ${word}  ` })).toEqual([`The ${word} Teapot`]);
    expect(await found({ q: sku })).toEqual([`The ${word} Teapot`]);
    expect(await found({ q: `${word} nonsense` })).toEqual([]);
  });

  it('finds letters beyond English, in their case and the other', async () => {
    const q = story();
    await product(q, { title: 'Löffel' });
    await product(q, { title: 'Öl' });
    await product(q, { title: 'ШАРФ' });
    expect(await found({ q: `${q} LÖFFEL` })).toEqual(['Löffel']);
    expect(await found({ q: `${q} öl` })).toEqual(['Öl']);
    expect(await found({ q: `${q} шарф` })).toEqual(['ШАРФ']);
  });

  it.each([
    ['100%', '100% wool'],
    ['_x_', 'a _x_ b'],
    ['back\\slash', 'a back\\slash b'],
    ["o'clock", "five o'clock tea"],
    ['wow!', 'wow! great'],
    ['"quoted"', 'a "quoted" word'],
    ["'; DROP TABLE cartwright_products; --", "x '; drop table cartwright_products; -- y"],
  ])('takes %s for what it is, not for a pattern or a command', async (q, description) => {
    const word = story();
    await product(word, { title: 'it', fields: { description } });
    await product(word, { title: 'other', fields: { description: '100 axb backslash oclock' } });
    expect(await found({ q: `${word} ${q}` })).toEqual(['it']);
  });

  it('is in the words of the language that was asked for', async () => {
    const q = story();
    const { documentId } = await product(q, { title: 'Moon' });
    const products = documents(shop.strapi, UIDS.product);
    await products.update({ documentId, locale: 'fr', data: { title: 'Lune', keywords: q } });
    await products.publish({ documentId, locale: 'fr' });
    expect(await found({ q: `${q} moon` })).toEqual(['Moon']);
    expect(await found({ q: `${q} lune` })).toEqual([]);
    expect(await found({ q: `${q} lune`, locale: 'fr' })).toEqual(['Lune']);
  });

  it('finds a product once, wherever the word stands, and not for what it has no more', async () => {
    const word = story();
    const { documentId, skus } = await product(word, {
      title: `All ${word}`,
      fields: { description: word },
      options: { Material: [`${word} one`, `${word} two`] },
    });
    await changeVariation(shop.strapi, skus[0]!, { sku: `first-${word}` });
    await changeVariation(shop.strapi, skus[1]!, { sku: `second-${word}` });
    const { body } = await ask({ q: word, facets: 'true' });
    expect([body.data.length, body.meta.pagination.total]).toEqual([1, 1]);

    const products = documents(shop.strapi, UIDS.product);
    await products.update({ documentId, data: { title: 'Plain', options: [] } });
    expect(await found({ q: `${word} plain` })).toEqual([]);
    await products.publish({ documentId });
    expect(await found({ q: `${word} plain` })).toEqual(['Plain']);
    expect(await found({ q: `second-${word}` })).toEqual([]);
    expect(await found({ q: `${word} two` })).toEqual([]);
  });

  it('finds no draft, and nothing outside its window', async () => {
    const q = story();
    await product(q, { title: 'draft', published: false });
    await product(q, { title: 'later', fields: { publishFrom: at(hour) } });
    await product(q, { title: 'over', fields: { publishUntil: at(-1) } });
    expect(await found({ q })).toEqual([]);
    expect(await facetsOf({ q })).toMatchObject({ inStock: 0, price: { min: null, max: null } });
  });
});

describe('order', () => {
  it('is by rating with the unrated last; an unknown one is the default', async () => {
    const q = story();
    const ids: Record<string, string> = {};
    for (const title of ['a', 'b', 'c']) {
      ids[title] = (await product(q, { title })).documentId;
    }
    const db = shop.strapi.db.connection;
    const rate = (title: string, average: number) =>
      db('cartwright_products')
        .where({ document_id: ids[title] })
        .update({ rating_average: average, rating_count: 2, rating_sum: average * 2 });
    await rate('b', 3);
    await rate('c', 4.5);
    expect(await titles({ q, sort: 'rating' })).toEqual(['c', 'b', 'a']);

    expect(await titles({ q, sort: 'nonsense' })).toEqual(await titles({ q }));
  });

  it('of titles leaves case aside', async () => {
    const q = story();
    for (const title of ['banana', 'Apple', 'cherry', 'Date']) await product(q, { title });
    const sorted = ['Apple', 'banana', 'cherry', 'Date'];
    expect(await titles({ q, sort: 'title:asc' })).toEqual(sorted);
    expect(await titles({ q, sort: 'title:desc' })).toEqual([...sorted].reverse());
  });
});

describe('facets', () => {
  it('are in the answer when they are asked for', async () => {
    const q = story();
    await product(q);
    expect((await ask({ q })).body.meta).not.toHaveProperty('facets');
    expect((await ask({ q, facets: 'false' })).body.meta).not.toHaveProperty('facets');
  });

  it('count products, in the order of the shop', async () => {
    const q = story();
    await product(q, { options: { Colour: ['Red', 'Blue'], Size: ['S', 'M'] }, unitPrice: 10 });
    await product(q, { options: { Colour: ['Red'] }, unitPrice: 20, stock: 0 });
    await product(q, { unitPrice: 30, variation: { salePrice: 25 } });
    expect(await facetsOf({ q })).toEqual({
      options: [
        {
          type: 'Size',
          values: [
            { value: 'M', count: 1 },
            { value: 'S', count: 1 },
          ],
        },
        {
          type: 'Colour',
          values: [
            { value: 'Blue', count: 1 },
            { value: 'Red', count: 2 },
          ],
        },
      ],
      price: { min: '10.00', max: '25.00' },
      categories: [],
      onSale: 1,
      inStock: 2,
    });
    const blue = await facetsOf({ q, 'option[Colour]': 'Blue' });
    expect(blue.options[1]!.values).toHaveLength(2);
    expect(blue).toMatchObject({ price: { min: '10.00', max: '10.00' }, onSale: 0, inStock: 1 });
  });
});

describe('what is refused', () => {
  it.each([
    ['priceMin', 'priceMin=cheap'],
    ['priceMin', 'priceMin=-1'],
    ['priceMin', 'priceMin='],
    ['priceMax', 'priceMax=1e3'],
    ['priceMax', 'priceMax[]=1'],
    ['priceMax', 'priceMax=1234567890123456'],
    ['onSale', 'onSale=maybe'],
    ['onSale', 'onSale'],
    ['inStock', 'inStock=1'],
    ['facets', 'facets=yes'],
    ['option', 'option=Size'],
    ['option', 'option[]=Size'],
    ['option.Size', 'option[Size][x]=S'],
    ['option.Size', 'option[Size]='],
    ['option.Size', 'option[Size]=S,'],
    ['option.Size', 'option[Size]=%00'],
    ['q', 'q=%00'],
    ['q', `q=${'x'.repeat(300)}`],
    ['q', 'q[]=x'],
    ['category', 'category='],
    ['category', 'category=%00'],
    ['category', 'category[slug]=x'],
    ['locale', 'locale=e'],
  ])('%s, when it is %s', async (path, query) => {
    const { status, body } = await shop.http().get(`${API}/catalog/products?${query}`);
    expect([status, body.error?.details.code]).toEqual([400, 'invalid_input']);
    expect(body.error.details.issues.map((issue: { path: string }) => issue.path)).toContain(path);
  });

  it('a bound with more decimals than the currency has', async () => {
    const { status, body } = await ask({ priceMin: '1.999' });
    expect([status, body.error.details]).toMatchObject([
      400,
      { code: 'invalid_amount', path: 'priceMin' },
    ]);
  });

  it('a slug that no product can have is not found', async () => {
    for (const slug of ['%00', '%20', 'x'.repeat(300), "';--"]) {
      const answer = await shop.http().get(`${API}/catalog/products/${slug}`);
      expect([slug, answer.status, answer.body.error.details.code]).toEqual([
        slug,
        404,
        'not_found',
      ]);
    }
  });
});
