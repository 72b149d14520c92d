import { startStrapi, type RunningShop } from '../../support/strapi';
import { type Kit, kitOf, refusal, stopWhenIdle } from './kit';

let app: RunningShop;
let kit: Kit;
let s: string, m: string, l: string, red: string;

beforeAll(async () => {
  app = await startStrapi({ cartwright: { currency: 'EUR', optionTypes: ['Size', 'Colour'] } });
  kit = kitOf(app.strapi);
  s = await kit.option('Size', 'S', 1);
  m = await kit.option('Size', 'M', 2);
  l = await kit.option('Size', 'L', 3);
  red = await kit.option('Colour', 'Red', 1);
});
afterAll(() => stopWhenIdle(app));

const make = async (data: object) => (await kit.products.create({ data })).documentId;
const update = async (sku: string, data: object) =>
  kit.variations.update({ documentId: (await kit.bySku(sku)).documentId, data });

describe('prices are exact, in the currency of the shop (1.1)', () => {
  beforeAll(() => make({ title: 'Priced' }));

  it.each([
    [{ unitPrice: 10.005 }, 'unitPrice', 'too_many_decimals'],
    [{ unitPrice: '19.999' }, 'unitPrice', 'too_many_decimals'],
    [{ unitPrice: -1 }, 'unitPrice', 'negative'],
    [{ salePrice: '-0.01' }, 'salePrice', 'negative'],
    [{ unitPrice: '1234567890123456' }, 'unitPrice', 'too_many_digits'],
    [{ unitPrice: '1,5' }, 'unitPrice', 'not_a_number'],
    [{ unitPrice: 'NaN' }, 'unitPrice', 'not_a_number'],
    [{ unitPrice: true }, 'unitPrice', 'not_a_number'],
  ])('%j is refused', async (data, field, reason) => {
    expect(await refusal(update('priced', data))).toMatchObject({
      status: 'ValidationError',
      code: 'invalid_amount',
      reason,
      errors: [{ path: [field] }],
    });
    expect(await kit.bySku('priced')).toMatchObject({ unitPrice: null, salePrice: null });
  });

  it('takes text and numbers, 0, and the largest', async () => {
    for (const [sent, stored] of [
      ['19.90', 19.9],
      [0, 0],
      ['9999999999999.99', 9999999999999.99],
      [null, null],
    ]) {
      await update('priced', { unitPrice: sent });
      expect((await kit.bySku('priced')).unitPrice).toBe(stored);
    }
  });

  it('a sale price set by hand is never above the unit price, whichever of the two is sent', async () => {
    await update('priced', { unitPrice: 20, salePrice: 20 });
    const above = await refusal(update('priced', { salePrice: 20.01 }));
    expect(above).toMatchObject({
      code: 'invalid_amount',
      salePrice: '20.01',
      unitPrice: '20',
      errors: [{ path: ['salePrice'] }],
    });
    expect(above.message).toMatch(/20\.01.*20/);
    expect(await refusal(update('priced', { unitPrice: 19.99 }))).toMatchObject({
      code: 'invalid_amount',
    });
    await update('priced', { unitPrice: null, salePrice: 20 });
    await update('priced', { salePrice: null });
  });

  it('a sale ends after it begins', async () => {
    const from = '2030-01-01T00:00:00.000Z';
    expect(await refusal(update('priced', { saleFrom: from, saleTo: from }))).toMatchObject({
      errors: [{ path: ['saleTo'] }],
    });
    await update('priced', { saleFrom: from });
    expect(await refusal(update('priced', { saleTo: '2029-12-31' }))).toMatchObject({
      errors: [{ path: ['saleTo'] }],
    });
    await update('priced', { saleTo: '2030-01-02' });
  });

  it.each([-1, 1.5, 'many', 3e9])('a stock of %j is refused', async (stock) => {
    expect(await refusal(update('priced', { stock }))).toMatchObject({
      code: 'invalid_input',
      errors: [{ path: ['stock'] }],
    });
  });

  it('a stock of 0 and none are both fine', async () => {
    await update('priced', { stock: 0 });
    expect((await kit.bySku('priced')).stock).toBe(0);
    await update('priced', { stock: null });
    expect((await kit.bySku('priced')).stock).toBeNull();
  });
});

describe('the SKU (2.5)', () => {
  it('is trimmed, may be anything, and is made anew when emptied', async () => {
    const id = await make({ title: 'Cup', options: [s, red] });
    expect((await update('cup-s-red', { sku: '  4006381333931 ' })).sku).toBe('4006381333931');
    expect((await kit.rowsOf(id))[0]!.sku).toBe('4006381333931');
    expect((await update('4006381333931', { sku: '   ' })).sku).toBe('cup-s-red');
    await kit.expectWhole(id);
  });

  it('is unique in the shop: a second one is refused, not an error of the server', async () => {
    await make({ title: 'Pot' });
    await make({ title: 'Pan' });
    expect(await refusal(update('pan', { sku: 'pot' }))).toMatchObject({
      status: 'ValidationError',
      code: 'invalid_input',
      errors: [{ path: ['sku'] }],
    });
    expect(await kit.bySku('pan')).toBeTruthy();
  });

  it('a made one steps aside for those that exist, also by hand', async () => {
    await make({ title: 'Jar' });
    await update('jar', { sku: 'lid-s' });
    const id = await make({ title: 'Lid', options: [s, m] });
    expect(await kit.skusOf(id)).toEqual(['lid-s-2', 'lid-m']);
  });

  it('options whose names leave nothing are passed over, and still each is unique', async () => {
    const half = await kit.option('Size', '♠', 7);
    const quarter = await kit.option('Size', '♣', 8);
    const id = await make({ title: 'Card', options: [half, quarter] });
    expect(await kit.skusOf(id)).toEqual(['card', 'card-2']);
  });

  it('fits its column however long title and options are', async () => {
    const long = await kit.option('Size', 'x'.repeat(200), 9);
    const id = await make({ title: 'y'.repeat(250), options: [long, s] });
    const skus = await kit.skusOf(id);
    expect(new Set(skus).size).toBe(2);
    expect(Math.max(...skus.map((sku) => sku.length))).toBeLessThanOrEqual(255);
  });
});

describe('what the plugin writes is not taken from anybody else', () => {
  it('on products and on variations', async () => {
    const id = await make({ title: 'Forged', unitPrice: 1, sku: 'x', stock: 99, ratingCount: 7 });
    expect((await kit.rowsOf(id))[0]).toMatchObject({
      unitPrice: null,
      sku: 'forged',
      stock: null,
      ratingCount: 0,
    });
    await update('forged', { retired: true, optionKey: 'x', productDocumentId: 'y', saleId: 'z' });
    expect(await kit.bySku('forged')).toMatchObject({
      retired: false,
      optionKey: '',
      productDocumentId: id,
      saleId: null,
    });
    await kit.expectWhole(id);
  });
});

describe('product and options of a variation (2.5)', () => {
  it('needs a product, and stays with it', async () => {
    const id = await make({ title: 'Desk' });
    const other = await make({ title: 'Chair' });
    expect(await refusal(kit.variations.create({ data: { sku: 'alone' } }))).toMatchObject({
      code: 'invalid_input',
      errors: [{ path: ['product'] }],
    });
    for (const product of [other, null, { set: [] }, [id, other]]) {
      const move = update('desk', { product });
      if (Array.isArray(product)) await move.catch(() => undefined);
      else expect(await refusal(move)).toMatchObject({ errors: [{ path: ['product'] }] });
    }
    await update('desk', { product: id, unitPrice: 3 });
    await kit.expectWhole(id);
    await kit.expectWhole(other);
  });

  it('takes options that are ticked, one of a type, and no combination twice', async () => {
    const id = await make({ title: 'Table', options: [s, m] });
    const reasons: [object, RegExp][] = [
      [{ options: [l] }, /Tick the option on the product first/],
      [{ options: [s, m] }, /one option of a type/],
      [{ options: [m] }, /there already: table-m/],
    ];
    for (const [data, message] of reasons) {
      expect(await refusal(update('table-s', data))).toMatchObject({
        code: 'invalid_input',
        message: expect.stringMatching(message),
        errors: [{ path: ['options'] }],
      });
      expect(
        await refusal(kit.variations.create({ data: { product: id, ...data } }))
      ).toMatchObject({
        code: 'invalid_input',
      });
    }
    await kit.expectWhole(id);
  });

  it('a deleted combination can be made by hand, with its price, in its place', async () => {
    const id = await make({ title: 'Stool', options: [s, m, l] });
    await kit.variations.delete({ documentId: (await kit.bySku('stool-m')).documentId });
    const made = await kit.variations.create({
      data: { product: id, options: [m], unitPrice: '12.00', isDefault: true },
    });
    expect(made).toMatchObject({
      sku: 'stool-m',
      productDocumentId: id,
      isDefault: true,
      position: 1,
    });
    expect(await kit.skusOf(id)).toEqual(['stool-s', 'stool-m', 'stool-l']);
    await kit.expectWhole(id);
  });

  it('cannot be cloned: its combination would not be unique', async () => {
    await make({ title: 'Bench' });
    const { documentId } = await kit.bySku('bench');
    expect(await refusal(kit.variations.clone({ documentId }))).toMatchObject({
      code: 'invalid_input',
      message: expect.stringContaining('cannot be cloned'),
    });
  });

  it('says nothing about a variation that does not exist', async () => {
    expect(
      await kit.variations.update({ documentId: 'nobody', data: { unitPrice: 1 } })
    ).toBeNull();
  });
});

describe('product options', () => {
  it('are of a type that the shop knows, named, and unique in type, name and language', async () => {
    const create = (data: object) => kit.options.create({ data });
    expect(await refusal(create({ type: 'Smell', name: 'Rose' }))).toMatchObject({
      code: 'invalid_input',
      message: 'type must be one of: Size, Colour.',
      errors: [{ path: ['type'] }],
    });
    expect(await refusal(create({ type: 'Size', name: '  ' }))).toMatchObject({
      errors: [{ path: ['name'] }],
    });
    expect(await refusal(create({ type: 'Size', name: ' S ' }))).toMatchObject({
      status: 'ValidationError',
      errors: [{ path: ['name'] }],
    });
    expect((await create({ type: 'Size', name: ' XXL ' })).name).toBe('XXL');
    expect(await refusal(kit.options.clone({ documentId: s }))).toMatchObject({
      code: 'invalid_input',
    });
  });

  it('keep their type once a product uses them; renaming changes no SKU', async () => {
    const green = await kit.option('Colour', 'Green');
    await kit.options.update({ documentId: green, data: { type: 'Size' } });
    await kit.options.update({ documentId: green, data: { type: 'Colour' } });
    const id = await make({ title: 'Rug', options: [green] });
    expect(
      await refusal(kit.options.update({ documentId: green, data: { type: 'Size' } }))
    ).toMatchObject({ errors: [{ path: ['type'] }] });
    await kit.options.update({ documentId: green, data: { name: 'Lime', type: 'Colour' } });
    await kit.products.update({ documentId: id, data: {} });
    expect(await kit.skusOf(id)).toEqual(['rug-green']);
    await kit.expectWhole(id);
  });

  it('deleting one retires the combinations that had it', async () => {
    const pink = await kit.option('Colour', 'Pink');
    const id = await make({ title: 'Quilt', options: [red, pink, s] });
    const only = await make({ title: 'Cushion', options: [pink] });
    await update('quilt-s-pink', { unitPrice: 5, isDefault: true });
    await update('cushion-pink', { unitPrice: 6 });
    await kit.products.publish({ documentId: id });

    await kit.options.delete({ documentId: pink });

    expect(await kit.variationsOf(id)).toMatchObject([
      { sku: 'quilt-s-red', isDefault: true },
      { sku: 'quilt-s-pink', retired: true, unitPrice: 5 },
    ]);
    expect(await kit.liveOf(only)).toMatchObject([{ sku: 'cushion', optionKey: '', unitPrice: 6 }]);
    await kit.expectWhole(id);
    await kit.expectWhole(only);
  });
});

describe('publish windows', () => {
  it('end after they begin, whichever end is sent', async () => {
    const from = '2030-01-01T00:00:00.000Z';
    const id = await make({ title: 'Timed', publishFrom: from });
    for (const publishUntil of [from, '2029-01-01']) {
      expect(
        await refusal(kit.products.update({ documentId: id, data: { publishUntil } }))
      ).toMatchObject({ code: 'invalid_input', errors: [{ path: ['publishUntil'] }] });
    }
    await kit.products.update({ documentId: id, data: { publishUntil: '2030-01-02' } });
    expect((await kit.rowsOf(id))[0]!.publishUntil).toBe('2030-01-02T00:00:00.000Z');
  });
});
