import type { Response } from 'supertest';

import { UIDS } from '../../../content-types/uids';
import type { OptionPlanDto } from '../../../server/contracts/product-panel';
import { adminOf } from '../../support/admin';
import { countStatements } from '../../support/count-statements';
import { changeVariation, documents, makeProduct, variationsOf } from '../../support/shop';
import { makeStaff, type Staff } from '../../support/staff';
import { type RunningShop, startStrapi } from '../../support/strapi';

/** The panel beside a product's form: what can be ticked, what saving would do, and what is for sale. */

let shop: RunningShop;
let grace: Staff;

beforeAll(async () => {
  shop = await startStrapi({ cartwright: { currency: 'EUR', maxVariations: 6 } });
  grace = await makeStaff(shop);
  const languages = shop.strapi.plugin('i18n').service('locales');
  await languages.create({ code: 'de', name: 'German' });
});
afterAll(() => shop.stop());

const READ = 'plugin::content-manager.explorer.read';
const UPDATE = 'plugin::content-manager.explorer.update';

const choices = (query = '') => grace.send('get', `/product-options${query}`);
const plan = (body: object) => grace.send('post', '/products/plan', body);
const planned = async (body: object): Promise<OptionPlanDto> => (await plan(body)).body.data;
const summary = async (product: string) =>
  (await grace.send('get', `/products/${product}/summary`)).body.data;
const refusal = ({ status, body }: Response) => [
  status,
  body.error?.details?.code,
  body.error?.details?.issues?.[0]?.path,
];
const names = (list: OptionPlanDto['create']) =>
  list.map(({ options }) => options.map(({ value }) => value).join(' / '));

let counter = 0;
/** Options of their own, so that no test meets another one's. */
async function makeOptions(type: string, ...wanted: string[]): Promise<string[]> {
  counter += 1;
  const made = [];
  for (const [position, name] of wanted.entries()) {
    const data = { type, name: `${name}${counter}`, position };
    made.push((await documents(shop.strapi, UIDS.productOption).create({ data })).documentId);
  }
  return made;
}

const tick = (documentId: string, options: string[]) =>
  documents(shop.strapi, UIDS.product).update({ documentId, data: { options } });

describe('what can be ticked', () => {
  it('stands in the order of the types, with the row that the form connects', async () => {
    const [small] = await makeOptions('Size', 'S');
    const { types, ticked, countingLocale } = (await choices()).body.data;
    expect(types.map(({ type }: { type: string }) => type)).toEqual(['Size', 'Colour']);
    expect(types[0]).toMatchObject({ mayAdd: true });
    expect(types[0].options).toContainEqual(
      expect.objectContaining({ documentId: small, locale: 'en', name: `S${counter}` })
    );
    expect([ticked, countingLocale]).toEqual([[], 'en']);
  });

  it('says what is ticked as saved, also for a form in another language', async () => {
    const [red, blue] = await makeOptions('Colour', 'Red', 'Blue');
    const { documentId } = await makeProduct(shop.strapi);
    await tick(documentId, [red!]);
    await documents(shop.strapi, UIDS.productOption).update({
      documentId: red!,
      locale: 'de',
      data: { name: `Rot${counter}` },
    });
    await documents(shop.strapi, UIDS.product).update({
      documentId,
      locale: 'de',
      data: { title: 'Ding' },
    });
    const here = (await choices(`?product=${documentId}`)).body.data;
    const there = (await choices(`?product=${documentId}&locale=de`)).body.data;
    expect([here.ticked, here.countingLocale]).toEqual([[red], 'en']);
    expect([there.ticked, there.countingLocale]).toEqual([[red], 'en']);
    const colours = there.types[1].options as { documentId: string; name: string }[];
    const named = (id?: string) => colours.find(({ documentId: one }) => one === id)?.name;
    expect([named(red), named(blue)]).toEqual([`Rot${counter}`, `Blue${counter}`]);
  });

  it('of a product that has the default language not yet, that one will count', async () => {
    const { documentId } = await documents(shop.strapi, UIDS.product).create({
      locale: 'de',
      data: { title: 'Nur deutsch' },
    });
    const counting = async (locale: string) =>
      (await choices(`?product=${documentId}&locale=${locale}`)).body.data.countingLocale;
    expect([await counting('de'), await counting('en')]).toEqual(['de', 'en']);
  });

  it('takes as many statements for many options as for few', async () => {
    const count = async () =>
      (await countStatements(shop.strapi, () => choices(), { only: 'cartwright' })).statements
        .length;
    const few = await count();
    await makeOptions('Colour', ...Array.from({ length: 40 }, (_, index) => `c${index}-`));
    expect(await count()).toBe(few);
  });
});

describe('what saving would do', () => {
  it('is what saving does', async () => {
    const [s, m, l] = await makeOptions('Size', 'S', 'M', 'L');
    const [red] = await makeOptions('Colour', 'Red');
    const { documentId } = await makeProduct(shop.strapi, { title: 'Planned' });
    await tick(documentId, [s!, m!, red!]);
    for (const { sku } of await variationsOf(shop.strapi, documentId)) {
      await changeVariation(shop.strapi, sku, { unitPrice: 12.5 });
    }
    await tick(documentId, [s!, red!]);

    const wish = { product: documentId, options: [m!, l!, red!], title: 'Planned' };
    const said = await planned(wish);
    expect(names(said.create).map((name) => name.replace(/\d+/g, ''))).toEqual(['L / Red']);
    expect(names(said.revive).map((name) => name.replace(/\d+/g, ''))).toEqual(['M / Red']);
    expect(names(said.retire).map((name) => name.replace(/\d+/g, ''))).toEqual(['S / Red']);
    expect(said).toMatchObject({
      count: 2,
      most: 6,
      unitPrice: '12.50',
      currency: 'EUR',
      keep: [],
    });

    const before = await shop.strapi.db.query(UIDS.productVariation).count();
    await planned(wish);
    expect(await shop.strapi.db.query(UIDS.productVariation).count()).toBe(before);

    await tick(documentId, wish.options);
    const after = (await variationsOf(shop.strapi, documentId)).map(({ sku }) => sku);
    expect(after).toEqual([...said.revive, ...said.create].map(({ sku }) => sku));
    expect(await planned(wish)).toMatchObject({ create: [], revive: [], retire: [] });
  });

  it('is told for a product that is not saved', async () => {
    const [s, m] = await makeOptions('Size', 'S', 'M');
    const said = await planned({ product: null, options: [s, m], title: 'New shirt' });
    expect(said).toMatchObject({ count: 2, unitPrice: null, keep: [], retire: [] });
    expect(said.create.map(({ sku }) => sku)).toEqual([
      `new-shirt-s${counter}`,
      `new-shirt-m${counter}`,
    ]);
  });

  it('a deleted combination that is still ticked comes back as a new one', async () => {
    const [s, m] = await makeOptions('Size', 'S', 'M');
    const { documentId } = await makeProduct(shop.strapi);
    await tick(documentId, [s!, m!]);
    const [, second] = await variationsOf(shop.strapi, documentId);
    await documents(shop.strapi, UIDS.productVariation).delete({ documentId: second!.documentId });
    const said = await planned({ product: documentId, options: [s, m] });
    expect([said.keep.length, said.create.length]).toEqual([1, 1]);
  });

  it('with too many is told by their number, where saving is refused', async () => {
    const sizes = await makeOptions('Size', 'a', 'b', 'c', 'd');
    const colours = await makeOptions('Colour', 'x', 'y');
    const { documentId } = await makeProduct(shop.strapi);
    const said = await planned({ product: documentId, options: [...sizes, ...colours] });
    expect(said).toMatchObject({ count: 8, most: 6, create: [], retire: [] });
    await expect(tick(documentId, [...sizes, ...colours])).rejects.toThrow('8 variations');
    expect(await planned({ product: documentId, options: sizes })).toMatchObject({ count: 4 });
  });

  it.each([
    ['an option that is gone', { product: null, options: ['gone'] }, 'options'],
    ['no list', { product: null, options: 'red' }, 'options'],
    ['a wrong id', { product: '../x', options: [] }, 'product'],
    ['an unknown field', { product: null, options: [], more: 1 }, 'more'],
  ])('%s is refused', async (_what, body, path) => {
    expect(refusal(await plan(body))).toEqual([400, 'invalid_input', path]);
  });

  it('of a product that is gone cannot be told', async () => {
    const gone = { product: 'missing', options: [] };
    expect(refusal(await plan(gone)).slice(0, 2)).toEqual([404, 'product_not_found']);
    expect((await choices('?product=missing')).status).toBe(404);
  });
});

describe('what is for sale', () => {
  it('is summed up', async () => {
    const [s, m, l] = await makeOptions('Size', 'S', 'M', 'L');
    const { documentId } = await makeProduct(shop.strapi);
    await tick(documentId, [s!, m!, l!]);
    const [first, second] = await variationsOf(shop.strapi, documentId);
    await changeVariation(shop.strapi, first!.sku, { unitPrice: 30, salePrice: 8, stock: 4 });
    await changeVariation(shop.strapi, second!.sku, { unitPrice: 20, stock: 0 });
    await tick(documentId, [s!, m!]);
    expect(await summary(documentId)).toEqual({
      live: 2,
      // The bare one of the beginning, and L.
      retired: 2,
      priceMin: '8.00',
      priceMax: '20.00',
      withoutPrice: 0,
      stock: 4,
      soldOut: 1,
      uncounted: 0,
      standard: { options: [{ type: 'Size', value: `S${counter}` }], sku: first!.sku },
      currency: 'EUR',
    });
  });
});

describe('whoever', () => {
  it('may not read products sees no options, and plans nothing', async () => {
    const nobody = await adminOf(shop, []);
    expect((await nobody.get('/product-options')).status).toBe(403);
    expect((await nobody.post('/products/plan', { product: null, options: [] })).status).toBe(403);
  });

  it('may read them and not change them sees options, and plans nothing', async () => {
    const { documentId } = await makeProduct(shop.strapi);
    const reader = await adminOf(shop, [{ action: READ, subject: UIDS.product }]);
    expect((await reader.get(`/product-options?product=${documentId}`)).status).toBe(200);
    expect((await reader.post('/products/plan', { product: null, options: [] })).status).toBe(403);
    expect((await reader.get(`/products/${documentId}/summary`)).status).toBe(403);
  });

  it('may change them plans', async () => {
    const editor = await adminOf(shop, [{ action: UPDATE, subject: UIDS.product }]);
    expect((await editor.post('/products/plan', { product: null, options: [] })).status).toBe(200);
  });
});
