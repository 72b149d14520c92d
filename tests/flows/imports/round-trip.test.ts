// cspell:ignore Garnitur Getränke Groß Kleidung Mały Satz Sehr Winzig

import { readFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';

import { UIDS } from '../../../content-types/uids';
import { type Kit, kitOf, stopWhenIdle } from '../products/kit';
import { type RunningShop, startStrapi } from '../../support/strapi';
import { csv, filesOf, importsWith } from './kit';

const files = filesOf();
afterAll(() => {
  files.remove();
});

const TABLES = [
  'cartwright_products',
  'cartwright_product_variations',
  'cartwright_product_options',
  'cartwright_product_images',
  'cartwright_categories',
  'cartwright_products_options_lnk',
  'cartwright_products_images_lnk',
  'cartwright_products_categories_lnk',
  'cartwright_products_related_lnk',
  'cartwright_products_upsells_lnk',
  'cartwright_product_variations_image_lnk',
];

async function everything({ strapi }: RunningShop) {
  const rows: Record<string, unknown> = {};
  for (const table of TABLES) rows[table] = await strapi.db.connection(table).orderBy('id');
  return JSON.parse(JSON.stringify(rows)) as unknown;
}

async function addLanguages({ strapi }: RunningShop) {
  const locales = strapi.plugin('i18n').service('locales');
  await locales.create({ code: 'de', name: 'German (de)' });
  await locales.create({ code: 'fr', name: 'French (fr)' });
}

/** A catalogue with everything that a cell could get wrong. */
async function fill(app: RunningShop, kit: Kit) {
  await addLanguages(app);
  const category = (data: object) =>
    app.strapi.documents(UIDS.category).create({ data: data as never });
  const clothing = await category({ title: 'Clothing', slug: 'clothing' });
  const odd = await category({ title: 'Odd > \\ things', parent: clothing.documentId });
  await app.strapi.documents(UIDS.category).publish({ documentId: clothing.documentId });
  const inGerman = (documentId: string, data: object) =>
    app.strapi.documents(UIDS.category).update({ documentId, locale: 'de', data: data as never });
  await inGerman(clothing.documentId, { title: '=Kleidung' });
  await inGerman(odd.documentId, {
    title: 'Dies: > und \\ das',
    parent: clothing.documentId,
  });

  const options = [
    await kit.option('Size', 'Very large: 4"', 2),
    await kit.option('Size', 'S', 1),
    await kit.option('Colour', 'Red, like wine', 0),
  ];
  const name = (documentId: string, locale: string, translation: string) =>
    kit.options.update({ documentId, locale, data: { name: translation } });
  await name(options[0]!, 'de', 'Sehr groß: 4"\\');
  await name(options[2]!, 'de', "'-Rot, wie Wein");
  await name(options[2]!, 'fr', 'Rouge');
  const pictures = [
    await kit.image(await kit.file(), 'Line one\nline two \\ three'),
    await kit.image(await kit.file()),
  ];
  const other = await kit.products.create({ data: { title: '=HYPERLINK("x")' } });
  await kit.products.publish({ documentId: other.documentId });

  const { documentId } = await kit.products.create({
    data: {
      title: ' "Quoted", with; blanks\t',
      description: 'Windows\r\nUnix\nMac\rend',
      content: [
        { type: 'heading', level: 2, children: [{ type: 'text', text: 'Crème – 編み物' }] },
        {
          type: 'paragraph',
          children: [
            {
              type: 'link',
              url: 'https://example.com/?a=1&b=2',
              children: [{ type: 'text', text: 'x' }],
            },
          ],
        },
      ],
      metaTitle: "'=1+1",
      metaDescription: '@home',
      keywords: '-5',
      publishFrom: '2026-01-01T08:30:00.000Z',
      publishUntil: '2030-01-01T00:00:00.000Z',
      taxClass: 'reduced',
      inSitemap: false,
      options,
      images: pictures,
      categories: [odd.documentId, clothing.documentId],
      related: [other.documentId],
      upsells: [other.documentId],
    },
  });
  await kit.products.publish({ documentId });
  await kit.products.update({
    documentId,
    locale: 'de',
    data: {
      title: 'German title',
      images: [pictures[1]],
      categories: [odd.documentId, clothing.documentId],
    },
  });
  await kit.products.update({
    documentId,
    data: { keywords: 'a draft that is not published yet' },
  });
  const [first, second] = await kit.liveOf(documentId);
  await kit.variations.update({
    documentId: first!.documentId,
    data: {
      unitPrice: '19.99',
      salePrice: '0.01',
      saleTo: '2027-02-03T04:05:06.789Z',
      stock: 0,
      weight: 12.345,
      costPrice: '8.40',
    },
  });
  await kit.variations.update({
    documentId: second!.documentId,
    data: { unitPrice: '1234567.89', sku: '+49-SKU', image: pictures[1], isDefault: true },
  });
  return documentId;
}

describe('our own dialect', () => {
  let app: RunningShop;
  let exported: string;

  beforeAll(async () => {
    app = await startStrapi();
    const kit = kitOf(app.strapi);
    await fill(app, kit);
    // A sale runs: its prices are not the product's own.
    await app.strapi.documents(UIDS.sale).create({
      data: { title: 'All', active: true, discountPercent: 50, allProducts: true } as never,
    });
  });
  afterAll(() => stopWhenIdle(app));

  it('export, then import: nothing changes, not even a date', async () => {
    const path = files.path('all.csv');
    const imports = importsWith(app.strapi);
    const seen: unknown[] = [];
    const report = await imports.exportProducts({ path, onProgress: (step) => seen.push(step) });
    expect(report).toEqual({ products: 2, rows: 3, notes: [] });
    expect(seen).toEqual([{ done: 2, total: 2 }]);
    exported = readFileSync(path, 'utf8');

    const before = await everything(app);
    expect(await imports.importProducts({ path, dialect: 'cartwright' })).toEqual({
      created: 0,
      updated: 0,
      unchanged: 2,
      failed: [],
      notes: [],
    });
    expect(await everything(app)).toEqual(before);
  });

  it('a spreadsheet takes no title for a formula', () => {
    expect(exported).toContain(`"'=HYPERLINK(""x"")"`);
  });

  it('writes to a stream, too', async () => {
    const stream = new PassThrough();
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    await importsWith(app.strapi).exportProducts({ stream });
    expect(Buffer.concat(chunks).toString('utf8')).toBe(exported);
  });

  it('one cell that was changed changes that and nothing else', async () => {
    const path = files.write(exported.replace('1234567.89', '99.00'));
    const report = await importsWith(app.strapi).importProducts({ path, dialect: 'cartwright' });
    expect(report).toMatchObject({ created: 0, updated: 1, unchanged: 1, failed: [] });
    const again = files.path('again.csv');
    await importsWith(app.strapi).exportProducts({ path: again });
    expect(readFileSync(again, 'utf8')).toBe(exported.replace('1234567.89', '99.00'));
  });
});

describe('in another shop', () => {
  let running: RunningShop | undefined;
  const start = async () => (running = await startStrapi());
  const stop = async () => {
    if (running) await stopWhenIdle(running);
    running = undefined;
  };
  afterEach(stop);

  it('makes the same catalogue: its export is the same file, but for pictures that are not there', async () => {
    let app = await start();
    await fill(app, kitOf(app.strapi));
    const path = files.path('first-shop.csv');
    await importsWith(app.strapi).exportProducts({ path });
    await stop();

    app = await start();
    await addLanguages(app);
    const imports = importsWith(app.strapi);
    const report = await imports.importProducts({ path, dialect: 'cartwright' });
    expect(report).toMatchObject({ created: 2, failed: [] });
    expect(
      report.notes.filter((note) => note.includes('is not in the media library'))
    ).toHaveLength(2);
    expect(report.notes).toContainEqual(
      expect.stringMatching(/^Added the translations: .*Clothing \(de\)/)
    );
    const { body } = await app.http().get('/api/cartwright/catalog/categories?locale=de');
    expect(body.data).toMatchObject([
      { title: '=Kleidung', children: [{ title: 'Dies: > und \\ das' }] },
    ]);
    const second = files.path('second-shop.csv');
    await imports.exportProducts({ path: second });
    expect(await imports.importProducts({ path: second, dialect: 'cartwright' })).toMatchObject({
      unchanged: 2,
      failed: [],
    });
    await stop();

    const withoutPictures = (name: string) =>
      readFileSync(name, 'utf8')
        // A product that is published with other texts cannot be published from one row of texts.
        .replace(',modified,', ',draft,')
        .replace(
          /"?\/uploads\/picture-\d+\.webp[^",\n]*(?:\n\/uploads\/picture-\d+\.webp)?"?/g,
          ''
        );
    expect(withoutPictures(second)).toBe(withoutPictures(path));
  });
});

describe('names in other languages', () => {
  let app: RunningShop;
  let kit: Kit;

  beforeAll(async () => {
    app = await startStrapi();
    kit = kitOf(app.strapi);
    await addLanguages(app);
  });
  afterAll(() => stopWhenIdle(app));

  const header = ['slug', 'title', 'categories', 'categoryTitles:de', 'options', 'options:de'];
  const importLines = (...lines: string[][]) =>
    importsWith(app.strapi).importProducts({
      path: files.write(csv(header, ...lines)),
      dialect: 'cartwright',
    });
  const namesOf = async (locale: string) =>
    (await kit.options.findMany({ locale, sort: 'id' })).map(({ name }) => name);

  it('are added where they are missing, for a product without a page in the language, too', async () => {
    const report = await importLines(
      ['tea', 'Tea', 'Drinks > Hot', 'Drinks: Getränke', 'Size: Small', 'size: Klein'],
      ['tea', '', '', '', 'Size: Large', '']
    );
    expect(report).toMatchObject({ created: 1, failed: [] });
    expect(report.notes).toContain('Added the translations: Size Small (de), Drinks (de).');
    expect(await namesOf('de')).toEqual(['Klein']);

    const more = ['tea', 'Tea', 'Drinks > Hot', 'Drinks > Hot: Warm', 'Size: Small', 'Size: Klein'];
    const later = await importLines(more, ['tea', '', '', '', 'Size: Large', 'Size: Groß']);
    expect(later).toMatchObject({ updated: 1, failed: [] });
    expect(await namesOf('de')).toEqual(['Klein', 'Groß']);
    const hot = await app.strapi.db.query(UIDS.category).findOne({
      where: { title: 'Warm', publishedAt: { $notNull: true } },
      populate: ['parent'],
    });
    expect(hot).toMatchObject({ locale: 'de', slug: 'warm', parent: { title: 'Getränke' } });
  });

  it('stay as they are where the shop has them, and empty cells take none away', async () => {
    const report = await importLines(
      ['tea', 'Tea', 'Drinks > Hot', '', 'Size: Small', 'Size: Winzig'],
      ['tea', '', '', '', 'Size: Large', '']
    );
    expect(report).toMatchObject({ updated: 0, unchanged: 1 });
    expect(report.notes).toEqual([
      'Size Small keeps its name in de, "Klein": change it in the admin.',
    ]);
    expect(await namesOf('de')).toEqual(['Klein', 'Groß']);
  });

  it.each([
    ['of another type', 'Size: Small', 'Colour: Rot', 'is not among the options'],
    ['without a type', 'Size: Small', 'Klein', 'must be written as "Size: Grand"'],
    ['that another option has', 'Size: Tiny', 'Size: Klein', 'Size Tiny in de'],
  ])('a name %s leaves out its product', async (_, option, name, message) => {
    const report = await importLines(['cup', 'Cup', '', '', option, name]);
    expect(report).toMatchObject({ created: 0, failed: [{ line: 2 }] });
    expect(report.failed[0]!.message).toContain(message);
    expect(await kit.products.findMany({ filters: { slug: 'cup' } })).toEqual([]);
  });

  it('two names for one thing are a contradiction', async () => {
    const report = await importLines(
      ['set', 'Set', 'Sets', 'Sets: Satz\nSets: Garnitur', 'Size: Small', ''],
      ['set', '', '', '', 'Size: Large', '']
    );
    expect(report.failed).toEqual([
      { line: 2, message: '"Sets" is called "Satz" and "Garnitur" in de.' },
    ]);
  });

  it('of a language that the site does not have are left out', async () => {
    const path = files.write(
      csv(['slug', 'title', 'options', 'options:pl'], ['pot', 'Pot', 'Size: Small', 'Size: Mały'])
    );
    const report = await importsWith(app.strapi).importProducts({ path, dialect: 'cartwright' });
    expect(report).toMatchObject({ created: 1, failed: [] });
    expect(await namesOf('pl')).toEqual([]);
  });
});
