import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { canBuy } from '../../../server/domain/catalogue/can-buy';
import { UIDS } from '../../../content-types/uids';
import { type Kit, kitOf, type Row, stopWhenIdle } from '../products/kit';
import { type RunningShop, startStrapi } from '../../support/strapi';
import { counts, csv, filesOf, fixture, importsWith } from './kit';

let app: RunningShop;
let kit: Kit;
const files = filesOf();

beforeAll(async () => {
  app = await startStrapi();
  kit = kitOf(app.strapi);
});
afterAll(async () => {
  files.remove();
  await stopWhenIdle(app);
});

const product = async (slug: string): Promise<Row> => {
  const [found] = await kit.products.findMany({
    filters: { slug },
    populate: ['categories', 'images'],
  });
  if (!found) throw new Error(`There is no product ${slug}.`);
  return found;
};
const variations = async (slug: string) => kit.liveOf((await product(slug)).documentId);
const named = (rows: Row[], ...names: string[]) =>
  rows.find(({ options }) =>
    names.every((name) => options.some((option) => option.name === name))
  )!;

/** Everything in the catalogue's tables, to see that nothing was touched. */
async function everything() {
  const tables = ['products', 'product_variations', 'product_options', 'categories'];
  const rows = [];
  for (const table of tables) {
    rows.push(await app.strapi.db.connection(`cartwright_${table}`).orderBy('id'));
  }
  return JSON.stringify(rows);
}

describe('a file of Shopify', () => {
  it('becomes products with texts, prices, stock and categories', async () => {
    const imports = importsWith(app.strapi);
    const path = fixture('shopify-whole.csv');
    const seen: unknown[] = [];
    const report = await imports.importProducts({
      path,
      dialect: 'shopify',
      onProgress: (progress) => seen.push(progress),
    });

    expect(report).toMatchObject({ created: 3, updated: 0, unchanged: 0, failed: [] });
    expect(seen).toEqual([1, 2, 3].map((done) => ({ done, total: 3 })));
    expect(await product('enamel-mug')).toMatchObject({
      title: 'Enamel mug, 12" tall "Big One"',
      description: 'For the camp fire.',
      keywords: 'camping, mug',
      metaTitle: 'Mug',
      metaDescription: 'The mug',
      categories: [{ title: 'Kitchen' }],
      content: [
        {
          type: 'paragraph',
          children: [
            { type: 'text', text: 'For the ' },
            { type: 'text', text: 'camp fire', bold: true },
            { type: 'text', text: '.' },
          ],
        },
        {
          type: 'list',
          format: 'unordered',
          children: [
            { type: 'list-item', children: [{ type: 'text', text: 'Dishwasher safe' }] },
            {
              type: 'list-item',
              children: [
                { type: 'text', text: 'Holds ' },
                { type: 'text', text: 'half a litre', italic: true },
              ],
            },
          ],
        },
      ],
    });
    expect(await variations('enamel-mug')).toMatchObject([
      { sku: 'MUG-1', unitPrice: 18, salePrice: 14.5, saleFrom: null, stock: 12, weight: 250 },
    ]);
    await kit.expectWhole((await product('enamel-mug')).documentId);
  });

  it('publishes what the file calls published and nothing else', async () => {
    const shown = (await kit.products.findMany({ status: 'published' })).map(({ slug }) => slug);
    expect(shown.sort()).toEqual(['enamel-mug', 'wool-scarf']);
    expect(await variations('hidden-thing')).toMatchObject([{ stock: 0 }]);
  });

  it('an empty inventory tracker means uncounted; a price before that is not higher is none', async () => {
    const scarves = await variations('wool-scarf');
    expect(named(scarves, 'Long', 'Plain')).toMatchObject({
      sku: 'SCARF-LP',
      unitPrice: 40,
      salePrice: null,
      stock: null,
      isDefault: true,
    });
  });

  it('does not sell a combination that the file does not list', async () => {
    const scarves = await variations('wool-scarf');
    expect(scarves).toHaveLength(4);
    const extra = named(scarves, 'Short', 'Striped');
    expect(extra).toMatchObject({ unitPrice: null, salePrice: null, stock: 0, isDefault: false });
    const sellable = {
      forSale: true,
      prices: { unitPrice: null, salePrice: null, saleFrom: null, saleTo: null },
      stock: extra.stock,
    };
    expect(canBuy(sellable as never, 1, new Date())).toEqual({ code: 'no_price' });
    const { body } = await app.http().get('/api/cartwright/catalog/products/wool-scarf');
    expect(body.data.inStock).toBe(true);
    expect([body.data.priceMin, body.data.priceMax]).toEqual(['30.00', '42.00']);
  });

  it('adds option types and options that the shop lacks, and says so', async () => {
    const report = await importsWith(app.strapi).importProducts({
      path: files.write(
        csv(
          ['Handle', 'Title', 'Option1 Name', 'Option1 Value', 'Variant Price', 'Published'],
          ['flag', 'Flag', 'Sort of cloth', 'Silk', '5', 'true'],
          ['flag', '', '', 'Cotton', '4', '']
        )
      ),
      dialect: 'shopify',
    });
    expect(report.created).toBe(1);
    expect(report.notes).toEqual(
      expect.arrayContaining([
        'Added the option types: Sort of cloth.',
        'Added the options: Sort of cloth Silk, Sort of cloth Cotton.',
      ])
    );
    // In the order of the file, not of the alphabet.
    expect((await variations('flag')).map(({ sku }) => sku)).toEqual(['flag-silk', 'flag-cotton']);
    // An editor may use the type from now on.
    await expect(kit.option('Sort of cloth', 'Hemp')).resolves.toBeTruthy();
    await expect(kit.option('Sort of wood', 'Oak')).rejects.toThrow('type must be one of');
  });

  it('changes nothing at a second time, not even a date', async () => {
    const before = await everything();
    expect(await counts(app.strapi, fixture('shopify-whole.csv'), 'shopify')).toEqual({
      created: 0,
      updated: 0,
      unchanged: 3,
      failed: [],
    });
    expect(await everything()).toBe(before);
  });

  it('updates what is there, and keeps what an editor has added', async () => {
    const mug = await product('enamel-mug');
    const shelf = await app.strapi.documents(UIDS.category).create({ data: { title: 'Gifts' } });
    const [kitchen] = mug['categories'] as Row[];
    await kit.products.update({
      documentId: mug.documentId,
      data: { title: 'Another title', categories: [kitchen!.documentId, shelf.documentId] },
    });
    const [only] = await variations('enamel-mug');
    await kit.variations.update({ documentId: only!.documentId, data: { stock: 3 } });

    const report = await counts(app.strapi, fixture('shopify-whole.csv'), 'shopify');

    expect(report).toMatchObject({ updated: 1, unchanged: 2 });
    const after = await product('enamel-mug');
    expect(after).toMatchObject({ documentId: mug.documentId, title: mug.title });
    expect((after['categories'] as Row[]).map(({ title }) => title)).toEqual(['Kitchen', 'Gifts']);
    expect(await variations('enamel-mug')).toMatchObject([
      { documentId: only!.documentId, stock: 12 },
    ]);
    const live = await kit.products.findOne({
      documentId: mug.documentId,
      status: 'published',
    });
    expect(live).toMatchObject({ title: mug.title });
  });

  it('closes a combination that a later file has lost, and opens it again', async () => {
    const header = ['Handle', 'Title', 'Option1 Name', 'Option1 Value', 'Variant Price'];
    const rows = [
      ['sock', 'Sock', 'Size', 'S', '5'],
      ['sock', '', '', 'M', '5'],
      ['sock', '', '', 'L', '5'],
    ];
    const all = files.write(csv(header, ...rows));
    const extra = files.write(
      csv(
        [...header, 'Option2 Name', 'Option2 Value'],
        [...rows[0]!, 'Colour', 'Red'],
        [...rows[1]!, '', 'Blue']
      )
    );
    expect(await counts(app.strapi, all, 'shopify')).toMatchObject({ created: 1 });
    expect(await counts(app.strapi, extra, 'shopify')).toMatchObject({ updated: 1 });
    const socks = await variations('sock');
    expect(socks).toHaveLength(4);
    expect(named(socks, 'S', 'Blue')).toMatchObject({ unitPrice: null, stock: 0 });
    expect(named(socks, 'S', 'Red')).toMatchObject({ unitPrice: 5, stock: null, isDefault: true });
    expect(await counts(app.strapi, all, 'shopify')).toMatchObject({ updated: 1 });
    expect((await variations('sock')).map(({ unitPrice }) => unitPrice)).toEqual([5, 5, 5]);
    await kit.expectWhole((await product('sock')).documentId);
  });

  it('exchanges the SKUs of two variations', async () => {
    const header = [
      'Handle',
      'Title',
      'Option1 Name',
      'Option1 Value',
      'Variant Price',
      'Variant SKU',
    ];
    const swapped = (a: string, b: string) =>
      files.write(csv(header, ['peg', 'Peg', 'Size', 'S', '1', a], ['peg', '', '', 'M', '1', b]));
    await counts(app.strapi, swapped('PEG-1', 'PEG-2'), 'shopify');
    expect(await counts(app.strapi, swapped('PEG-2', 'PEG-1'), 'shopify')).toMatchObject({
      updated: 1,
    });
    expect((await variations('peg')).map(({ sku }) => sku)).toEqual(['PEG-2', 'PEG-1']);
  });
});

describe('a file with broken lines', () => {
  it('leaves out the whole product of each, and nothing else', async () => {
    const imports = importsWith(app.strapi);
    const path = fixture('shopify-broken.csv');
    const { notes, failed, ...rest } = await imports.importProducts({ path, dialect: 'shopify' });
    expect(rest).toEqual({ created: 2, updated: 0, unchanged: 0 });
    expect(failed.map(({ line }) => line)).toEqual([3, 5, 7, 8, 9, 11, 12]);
    const messages = Object.fromEntries(failed.map(({ line, message }) => [line, message]));
    expect(messages[3]).toContain('Variant Price has too many decimals');
    expect(messages[5]).toMatch(
      /Variant Price is not an amount.*line 6: Variant Price must not be negative/s
    );
    expect(messages[7]).toContain('handle is missing');
    expect(messages[8]).toContain('The SKU "good-1" stands in line 2 already');
    expect(messages[9]).toContain('has 5 cells, the header has 26');
    expect(messages[11]).toContain('stands in line 10 already');
    expect(messages[12]).toContain('title is missing');
    expect(notes.join()).toContain('Moon Phase');
    for (const slug of ['broken-price', 'half-broken', 'same-sku', 'short-line', 'twice']) {
      await expect(product(slug)).rejects.toThrow('There is no product');
    }
  });

  it('refuses more combinations than the shop allows, with their number', async () => {
    const report = await counts(app.strapi, fixture('shopify-too-many.csv'), 'shopify');
    expect(report.created).toBe(1);
    expect(report.failed).toEqual([
      { line: 2, message: 'The options make 343 variations; at most 250 are allowed.' },
    ]);
    const options = await kit.options.findMany({ filters: { name: 'M6' } });
    expect(options).toEqual([]);
  });

  it('a SKU that another product of the shop has is refused by the shop, and the transaction undone', async () => {
    const header = ['Handle', 'Title', 'Type', 'Variant Price', 'Variant SKU'];
    const report = await importsWith(app.strapi).importProducts({
      path: files.write(
        csv(header, ['thief', 'Thief', 'Den', '1', 'MUG-1'], ['honest', 'Honest', '', '1', ''])
      ),
      dialect: 'shopify',
    });
    expect(report).toMatchObject({ created: 1, failed: [{ line: 2 }], notes: [] });
    expect(report.failed[0]!.message).toContain('Another variation has this SKU already');
    await expect(product('thief')).rejects.toThrow('There is no product');
    const dens = await app.strapi.documents(UIDS.category).findMany({ filters: { title: 'Den' } });
    expect(dens).toEqual([]);
  });

  it.each([
    ['a file of another dialect', fixture('woocommerce.csv'), /"Handle".*looks like.*woocommerce/],
    ['a file that is not there', '/nowhere/at/all.csv', /cannot be read/],
    ['an empty file', () => files.write(''), /empty/],
    [
      'a quote that is never closed',
      () => files.write('Handle,Title,Variant Price\na,"b,1\n'),
      /not CSV/,
    ],
  ])('refuses %s as a whole', async (_, path, message) => {
    const file = typeof path === 'function' ? path() : path;
    await expect(counts(app.strapi, file, 'shopify')).rejects.toMatchObject({
      code: 'invalid_input',
      message: expect.stringMatching(message),
    });
  });

  it('refuses a dialect that it does not know', async () => {
    await expect(counts(app.strapi, fixture('cartwright.csv'), 'other' as never)).rejects.toThrow(
      'must be one of shopify, woocommerce, cartwright'
    );
  });

  it.each([
    ['Windows', '\r\n'],
    ['Unix', '\n'],
  ])('counts lines as an editor does, with line breaks of %s in cells', async (_, end) => {
    const text = [
      'Handle,Title,Body (HTML),Variant Price',
      `many-lines,Many lines,"one${end}two${end}${end}four",1`,
      '',
      `broken-too,Broken,"one${end}two",ten`,
      'broken-three,Broken,,-1',
    ].join(end);
    const { failed } = await counts(app.strapi, files.write(text), 'shopify', true);
    expect(failed.map(({ line }) => line)).toEqual([7, 9]);
  });

  it('says which line is not UTF-8', async () => {
    const text = Buffer.from('Handle,Title,Variant Price\ncafe,Caf\xe9,1\ntea,Tea,1\n', 'latin1');
    const report = await counts(app.strapi, files.write(text), 'shopify');
    expect(report).toMatchObject({ created: 1, failed: [{ line: 2 }] });
    expect(report.failed[0]!.message).toContain('UTF-8');
  });
});

describe('a dry run', () => {
  it('tells what would happen, and writes nothing', async () => {
    const path = files.write(
      csv(
        [
          'Handle',
          'Title',
          'Type',
          'Option1 Name',
          'Option1 Value',
          'Variant Price',
          'Variant SKU',
        ],
        ['dry', 'Dry', 'Dry goods', 'Dryness', 'Very', '1', ''],
        ['dry-2', 'Dry', 'Dry goods', 'Dryness', 'Very', '1', 'MUG-1'],
        ['enamel-mug', 'Enamel mug', 'Kitchen', 'Title', 'Default Title', '2', '']
      )
    );
    const before = await everything();
    const dry = await importsWith(app.strapi).importProducts({
      path,
      dialect: 'shopify',
      dryRun: true,
    });
    expect(dry).toMatchObject({ created: 1, updated: 1, unchanged: 0, failed: [{ line: 3 }] });
    expect(dry.notes).toEqual(expect.arrayContaining(['Added the option types: Dryness.']));
    expect(await everything()).toBe(before);
    await expect(kit.option('Dryness', 'Very')).rejects.toThrow('type must be one of');
  });
});

describe('a file of WooCommerce', () => {
  it('becomes products, a tree of categories, and each combination once', async () => {
    const path = fixture('woocommerce.csv');
    const report = await importsWith(app.strapi).importProducts({ path, dialect: 'woocommerce' });
    expect(report).toMatchObject({ created: 3, updated: 0, unchanged: 0 });
    expect(report.failed).toEqual([
      { line: 7, message: expect.stringContaining('type "grouped" cannot be imported') },
      { line: 8, message: 'Its parent "id:999" is not in the file.' },
    ]);

    const tee = await product('v-neck-tee');
    expect(tee).toMatchObject({ description: 'A soft tee.', keywords: 'summer, cotton, soft' });
    expect((tee['categories'] as Row[]).map(({ title }) => title)).toEqual(['Tees', 'Sale']);
    const tees = await app.strapi
      .documents(UIDS.category)
      .findFirst({ filters: { title: 'Tees' }, populate: ['parent'], status: 'published' });
    expect(tees).toMatchObject({ slug: 'tees', parent: { title: 'Clothing' } });

    const made = await variations('v-neck-tee');
    expect(made).toHaveLength(4);
    // Any size: five units for two sizes are three and two.
    expect(named(made, 'Blue', 'Large')).toMatchObject({ unitPrice: 20, stock: 3, weight: 200 });
    expect(named(made, 'Blue', 'Small')).toMatchObject({ unitPrice: 20, stock: 2 });
    expect(named(made, 'Green', 'Small')).toMatchObject({
      sku: 'tee-green-s',
      unitPrice: 22,
      stock: null,
      weight: 150,
    });
    expect(named(made, 'Green', 'Large')).toMatchObject({ unitPrice: null, stock: 0 });
  });

  it('reads sale prices with their days, drafts, and products of the same name', async () => {
    expect(await variations('cap')).toMatchObject([
      { sku: 'cap', unitPrice: 18, salePrice: 16, stock: 7, weight: 98 },
    ]);
    const [cap] = await variations('cap');
    expect(new Date(cap!.saleFrom!).toISOString()).toBe('2026-03-01T00:00:00.000Z');
    // The last day is still on sale.
    expect(new Date(cap!.saleTo!).toISOString()).toBe('2026-04-01T00:00:00.000Z');
    expect(await product('cap-2')).toMatchObject({ title: 'Cap', taxClass: 'reduced' });
    expect(await variations('cap-2')).toMatchObject([{ stock: 0 }]);
    const shown = await kit.products.findMany({ status: 'published', filters: { title: 'Cap' } });
    expect(shown.map(({ slug }) => slug)).toEqual(['cap']);
  });

  it('changes nothing at a second time', async () => {
    const before = await everything();
    const report = await counts(app.strapi, fixture('woocommerce.csv'), 'woocommerce');
    expect(report).toMatchObject({ created: 0, updated: 0, unchanged: 3 });
    expect(await everything()).toBe(before);
  });
});

describe('a file of our own', () => {
  it('is read with semicolons, HTML and products that stand further down', async () => {
    const report = await counts(app.strapi, fixture('cartwright.csv'), 'cartwright');
    expect(report).toEqual({ created: 2, updated: 0, unchanged: 0, failed: [] });
    const shirt = (
      await kit.products.findMany({
        filters: { slug: 'linen-shirt' },
        status: 'published',
        populate: ['related', 'categories'],
      })
    )[0]!;
    expect(shirt['categories'] as Row[]).toMatchObject([{ title: 'Shirts' }, { title: 'Summer' }]);
    const draft = (
      await kit.products.findMany({
        filters: { slug: 'linen-shirt' },
        populate: ['related'],
      })
    )[0]!;
    expect(draft['related']).toMatchObject([{ slug: 'straw-hat' }]);
    const made = await variations('linen-shirt');
    expect(named(made, 'M')).toMatchObject({ isDefault: true, stock: 0, weight: 230.5 });
    expect(new Date(named(made, 'S').saleTo!).toISOString()).toBe('2026-07-01T10:00:00.000Z');
    expect(await counts(app.strapi, fixture('cartwright.csv'), 'cartwright')).toMatchObject({
      unchanged: 2,
    });
  });
});

describe('the documentation', () => {
  it('has examples that run', async () => {
    const text = readFileSync(join(__dirname, '../../../docs/imports.md'), 'utf8');
    const examples = [...text.matchAll(/```csv\n(.*?)```/gs)].map(([, lines]) => lines!);
    const own = ['cartwright', 'cartwright', 'cartwright'] as const;
    const dialects = ['shopify', 'woocommerce', ...own] as const;
    expect(examples).toHaveLength(dialects.length);
    await kit.products.delete({ documentId: (await product('linen-shirt')).documentId });
    const reports = [];
    for (const [index, dialect] of dialects.entries()) {
      reports.push(await counts(app.strapi, files.write(examples[index]!), dialect));
    }
    expect(reports).toEqual([
      { created: 2, updated: 0, unchanged: 0, failed: [] },
      { created: 1, updated: 0, unchanged: 0, failed: [] },
      { created: 0, updated: 1, unchanged: 0, failed: [] },
      { created: 1, updated: 0, unchanged: 0, failed: [] },
      { created: 1, updated: 0, unchanged: 0, failed: [] },
    ]);
    expect(await variations('tote')).toMatchObject([{ sku: 'TOTE', unitPrice: 13.5 }]);
  });

  it('a list of prices does not take the options of a product away', async () => {
    const path = files.write(csv(['slug', 'unitPrice'], ['linen-shirt', '1'], ['tote', '14']));
    const report = await counts(app.strapi, path, 'cartwright');
    expect(report).toMatchObject({ updated: 1, failed: [{ line: 2 }] });
    expect(report.failed[0]!.message).toContain('no column for options');
    expect(await variations('linen-shirt')).toHaveLength(2);
  });
});

describe('the service of the plugin', () => {
  it('imports and exports for a site of its own code', async () => {
    const service: ReturnType<typeof importsWith> = app.strapi
      .plugin('cartwright')
      .service('imports');
    const path = files.path('export.csv');
    const { products } = await service.exportProducts({ path });
    const report = await service.importProducts({ path, dialect: 'cartwright' });
    expect(report).toEqual({ created: 0, updated: 0, unchanged: products, failed: [], notes: [] });
  });

  it('two imports of one file at once make each product once', async () => {
    const path = files.write(
      csv(
        ['Handle', 'Title', 'Type', 'Option1 Name', 'Option1 Value', 'Variant Price'],
        ...Array.from({ length: 6 }, (_, n) => [
          `twin-${n >> 1}`,
          n % 2 ? '' : `Twin ${n >> 1}`,
          n % 2 ? '' : 'Twins',
          n % 2 ? '' : 'Twinness',
          `Sort ${n % 2}`,
          '5',
        ])
      )
    );
    const reports = await Promise.all([
      counts(app.strapi, path, 'shopify'),
      counts(app.strapi, path, 'shopify'),
    ]);
    expect(reports.flatMap(({ failed }) => failed)).toEqual([]);
    expect(reports[0].created + reports[1].created).toBe(3);
    expect(reports[0].unchanged + reports[1].unchanged).toBe(3);
    for (const slug of ['twin-0', 'twin-1', 'twin-2']) {
      expect(await kit.products.findMany({ filters: { slug } })).toHaveLength(1);
      await kit.expectWhole((await product(slug)).documentId);
    }
    expect(await kit.options.findMany({ filters: { type: 'Twinness' } })).toHaveLength(2);
    const shelves = app.strapi.documents(UIDS.category).findMany({ filters: { title: 'Twins' } });
    expect(await shelves).toHaveLength(1);
  });
});
