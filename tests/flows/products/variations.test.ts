import { startStrapi, type RunningShop } from '../../support/strapi';
import { type Kit, kitOf, refusal, stopWhenIdle } from './kit';

let app: RunningShop;
let kit: Kit;
let s: string, m: string, l: string, red: string, blue: string;

beforeAll(async () => {
  app = await startStrapi({ cartwright: { maxVariations: 12 } });
  kit = kitOf(app.strapi);
  s = await kit.option('Size', 'S', 1);
  m = await kit.option('Size', 'M', 2);
  l = await kit.option('Size', 'L', 3);
  red = await kit.option('Colour', 'Red', 1);
  blue = await kit.option('Colour', 'Blue', 2);
});
afterAll(() => stopWhenIdle(app));

const make = async (data: object) => (await kit.products.create({ data })).documentId;
const save = (documentId: string, data: object) => kit.products.update({ documentId, data });
const price = async (sku: string, data: object) =>
  kit.variations.update({ documentId: (await kit.bySku(sku)).documentId, data });

describe('a product always has a variation and a slug (2.1)', () => {
  it('C-02 VG4: without an option it has exactly one, bare and the default', async () => {
    const id = await make({ title: 'Mug' });
    expect(await kit.liveOf(id)).toMatchObject([
      { sku: 'mug', optionKey: '', isDefault: true, retired: false, unitPrice: null, stock: null },
    ]);
    await kit.expectWhole(id);
  });

  it('answers a script with the slug and the copies that the shop made', async () => {
    const created = await kit.products.create({ data: { title: 'Tall Mug' } });
    expect(created).toMatchObject({ slug: 'tall-mug', sku: 'tall-mug' });
    await price('tall-mug', { unitPrice: 12.5 });
    const saved = await save(created.documentId, { description: 'tall' });
    expect(saved).toMatchObject({ unitPrice: 12.5, sku: 'tall-mug' });
    const { entries } = await kit.products.publish({ documentId: created.documentId });
    expect(entries).toMatchObject([{ unitPrice: 12.5, slug: 'tall-mug', sku: 'tall-mug' }]);
  });

  it('leaves out of the answer what was not asked for', async () => {
    const created = await kit.products.create({ data: { title: 'Fields' }, fields: ['title'] });
    expect(created).not.toHaveProperty('unitPrice');
    expect(created).not.toHaveProperty('slug');
  });

  it('gives the slug a number when the title is taken, and never changes a given one', async () => {
    const titles = ['Bowl', 'Bowl', ' bowl '];
    const slugs: unknown[] = [];
    for (const title of titles) slugs.push((await kit.products.create({ data: { title } })).slug);
    expect(slugs).toEqual(['bowl', 'bowl-2', 'bowl-3']);
    const given = await kit.products.create({ data: { title: 'Bowl', slug: 'my-bowl' } });
    expect(given.slug).toBe('my-bowl');
    const emptied = await save(given.documentId, { slug: '' });
    expect(emptied.slug).toBe('bowl-4');
  });

  it('falls back to "product" for a title without a letter that a URL can hold', async () => {
    const created = await kit.products.create({ data: { title: '★★★' } });
    expect(created.slug).toMatch(/^product(-\d+)?$/);
  });

  it('waits with the slug of a draft that has no title yet', async () => {
    const created = await kit.products.create({ data: { description: 'later' } });
    expect(created.slug).toBeNull();
    expect(await kit.skusOf(created.documentId)).toHaveLength(1);
    expect((await save(created.documentId, { title: 'Named At Last' })).slug).toBe('named-at-last');
  });
});

describe('the cartesian product of what is ticked (2.2)', () => {
  it('VG2: 3 × 2, the first type slowest, named and placed in that order', async () => {
    const id = await make({ title: 'Shirt', options: [red, l, s, blue, m] });
    expect(await kit.skusOf(id)).toEqual([
      'shirt-s-red',
      'shirt-s-blue',
      'shirt-m-red',
      'shirt-m-blue',
      'shirt-l-red',
      'shirt-l-blue',
    ]);
    expect((await kit.defaultOf(id)).sku).toBe('shirt-s-red');
    await kit.expectWhole(id);
  });

  it('a type with nothing ticked takes no part', async () => {
    const id = await make({ title: 'Scarf', options: [red, blue] });
    expect(await kit.skusOf(id)).toEqual(['scarf-red', 'scarf-blue']);
  });

  it('VG6 C-03: saving again changes nothing at all', async () => {
    const id = await make({ title: 'Cap', options: [s, m, red] });
    const before = await kit.variationsOf(id);
    await save(id, { description: 'again' });
    await save(id, { options: [red, m, s] });
    await kit.products.publish({ documentId: id });
    expect((await kit.variationsOf(id)).map(({ product: _, ...rest }) => rest)).toEqual(
      before.map(({ product: _, ...rest }) => rest)
    );
    await kit.expectWhole(id);
  });
});

describe('what exists is kept, what is new inherits, what no longer fits retires (2.3)', () => {
  it('keeps SKU, price, stock and image of what exists; the new one takes over the default price', async () => {
    const id = await make({ title: 'Coat', options: [s, m] });
    const picture = await kit.image(await kit.file());
    await price('coat-s', {
      unitPrice: 80,
      salePrice: 60,
      saleFrom: '2030-01-01',
      stock: 5,
      weight: 900,
    });
    await price('coat-m', { sku: 'COAT-M', unitPrice: 85, stock: 7, image: picture });
    await save(id, { options: [s, m, l] });

    expect(await kit.liveOf(id)).toMatchObject([
      { sku: 'coat-s', unitPrice: 80, salePrice: 60, stock: 5, weight: 900 },
      { sku: 'COAT-M', unitPrice: 85, salePrice: null, stock: 7, image: { documentId: picture } },
      {
        sku: 'coat-l',
        unitPrice: 80,
        salePrice: 60,
        saleFrom: '2030-01-01T00:00:00.000Z',
        stock: 0,
        weight: 900,
        image: null,
      },
    ]);
    await kit.expectWhole(id);
  });

  it("leaves a sale's price behind, and does not count what the default does not count", async () => {
    const id = await make({ title: 'Jacket', options: [s] });
    await price('jacket-s', { unitPrice: 50 });
    await app.strapi.db
      .connection('cartwright_product_variations')
      .where({ sku: 'jacket-s' })
      .update({ sale_price: 40, sale_id: 'summer' });
    await save(id, { options: [s, m] });
    expect((await kit.liveOf(id))[1]).toMatchObject({
      sku: 'jacket-m',
      unitPrice: 50,
      salePrice: null,
      saleId: null,
      stock: null,
    });
    await kit.expectWhole(id);
  });

  it('un-ticking retires and deletes nothing; ticking again brings back what was', async () => {
    const id = await make({ title: 'Boot', options: [s, m] });
    await price('boot-m', { unitPrice: 33.33, stock: 4, sku: 'BM' });
    await save(id, { options: [s] });
    expect(await kit.variationsOf(id)).toMatchObject([
      { sku: 'boot-s', retired: false },
      { sku: 'BM', retired: true, unitPrice: 33.33, stock: 4 },
    ]);
    await kit.expectWhole(id);
    await save(id, { options: [s, m] });
    expect(await kit.liveOf(id)).toMatchObject([
      { sku: 'boot-s' },
      { sku: 'BM', unitPrice: 33.33, stock: 4 },
    ]);
    await kit.expectWhole(id);
  });

  it('a bare variation that becomes superfluous passes its price on and comes back as it was', async () => {
    const id = await make({ title: 'Vase' });
    await price('vase', { unitPrice: 19.9, stock: 3 });
    await save(id, { options: [s, m] });
    expect(await kit.variationsOf(id)).toMatchObject([
      { sku: 'vase-s', unitPrice: 19.9, stock: 0, isDefault: true },
      { sku: 'vase-m', unitPrice: 19.9, stock: 0 },
      { sku: 'vase', unitPrice: 19.9, stock: 3, retired: true, isDefault: false },
    ]);
    await price('vase-s', { unitPrice: 25 });
    await save(id, { options: [] });
    expect(await kit.liveOf(id)).toMatchObject([{ sku: 'vase', unitPrice: 19.9, stock: 3 }]);
    await kit.expectWhole(id);
  });

  it('discarding the draft counts as ticking again', async () => {
    const id = await make({ title: 'Glove', options: [s, m] });
    await kit.products.publish({ documentId: id });
    await save(id, { options: [m] });
    expect(await kit.skusOf(id)).toEqual(['glove-m']);
    await kit.products.discardDraft({ documentId: id });
    expect(await kit.skusOf(id)).toEqual(['glove-s', 'glove-m']);
    await kit.expectWhole(id);
  });

  it('takes effect when saved: the published row shows the new price at once', async () => {
    const id = await make({ title: 'Lamp' });
    await kit.products.publish({ documentId: id });
    await price('lamp', { unitPrice: 40, stock: 2 });
    expect(await kit.rowsOf(id)).toMatchObject([
      { unitPrice: 40, stock: 2 },
      { unitPrice: 40, stock: 2 },
    ]);
    await kit.expectWhole(id);
  });
});

describe('too many (2.4)', () => {
  it('VG10: refuses with the count, before anything is written', async () => {
    const many = await Promise.all(
      Array.from({ length: 5 }, (_, index) => kit.option('Colour', `Tint ${index}`, index))
    );
    const id = await make({ title: 'Tile', options: [s, m, l] });
    const before = [await kit.variationsOf(id), await kit.rowsOf(id)];

    const error = await refusal(save(id, { title: 'Tiles', options: [s, m, l, ...many] }));
    expect(error).toMatchObject({
      status: 'ValidationError',
      code: 'invalid_input',
      count: 15,
      maxVariations: 12,
      errors: [{ path: ['options'] }],
    });
    expect(error.message).toContain('15');
    expect([await kit.variationsOf(id), await kit.rowsOf(id)]).toEqual(before);

    const products = await kit.products.findMany();
    await refusal(kit.products.create({ data: { title: 'Never', options: [s, m, l, ...many] } }));
    expect(await kit.products.findMany()).toHaveLength(products.length);
  });
});

describe('one default (2.6)', () => {
  it('the first is the default; setting another un-sets the old one', async () => {
    const id = await make({ title: 'Sock', options: [s, m, l] });
    expect((await kit.defaultOf(id)).sku).toBe('sock-s');
    await price('sock-m', { isDefault: true, unitPrice: 7 });
    expect((await kit.defaultOf(id)).sku).toBe('sock-m');
    expect((await kit.rowsOf(id))[0]).toMatchObject({ sku: 'sock-m', unitPrice: 7 });
    await kit.expectWhole(id);
  });

  it('un-setting the only default is ignored', async () => {
    const id = await make({ title: 'Belt', options: [s, m] });
    await price('belt-s', { isDefault: false });
    expect((await kit.defaultOf(id)).sku).toBe('belt-s');
  });

  it('retiring the default promotes the next, and coming back does not take the place back', async () => {
    const id = await make({ title: 'Hat', options: [s, m, l] });
    await price('hat-m', { isDefault: true });
    await save(id, { options: [s, l] });
    expect((await kit.defaultOf(id)).sku).toBe('hat-l');
    await save(id, { options: [s, m, l] });
    expect((await kit.defaultOf(id)).sku).toBe('hat-l');
    await kit.expectWhole(id);
  });

  it('deleting the default promotes the next; the deleted one is made anew at the next save', async () => {
    const id = await make({ title: 'Tie', options: [s, m, l] });
    await price('tie-s', { unitPrice: 9 });
    await kit.variations.delete({ documentId: (await kit.bySku('tie-s')).documentId });
    expect(await kit.skusOf(id)).toEqual(['tie-m', 'tie-l']);
    expect((await kit.defaultOf(id)).sku).toBe('tie-m');
    await kit.expectWhole(id, { combinations: 'some' });

    await save(id, {});
    expect(await kit.skusOf(id)).toEqual(['tie-s', 'tie-m', 'tie-l']);
    expect((await kit.defaultOf(id)).sku).toBe('tie-m');
    await kit.expectWhole(id);
  });

  it('the last one cannot be deleted, neither alone nor with all others at once', async () => {
    const id = await make({ title: 'Ring', options: [s, m] });
    const [first, second] = await kit.liveOf(id);
    const both = app.strapi.db.transaction(() =>
      Promise.all(
        [first, second].map((row) => kit.variations.delete({ documentId: row!.documentId }))
      )
    );
    expect(await refusal(both as Promise<unknown>)).toMatchObject({ code: 'invalid_input' });
    expect(await kit.skusOf(id)).toEqual(['ring-s', 'ring-m']);

    await kit.variations.delete({ documentId: first!.documentId });
    expect(await refusal(kit.variations.delete({ documentId: second!.documentId }))).toMatchObject({
      code: 'invalid_input',
      message: expect.stringContaining('last variation'),
    });
    await kit.expectWhole(id, { combinations: 'some' });
  });

  it('a retired one cannot become the default, but may be deleted', async () => {
    const id = await make({ title: 'Pin', options: [s, m] });
    await save(id, { options: [s] });
    expect(await refusal(price('pin-m', { isDefault: true }))).toMatchObject({
      errors: [{ path: ['isDefault'] }],
    });
    await kit.variations.delete({ documentId: (await kit.bySku('pin-m')).documentId });
    expect(await kit.variationsOf(id)).toHaveLength(1);
  });
});
