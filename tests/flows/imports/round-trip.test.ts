import { readFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';

import { UIDS } from '../../../content-types/uids';
import { type Kit, kitOf, stopWhenIdle } from '../products/kit';
import { type RunningShop, startStrapi } from '../../support/strapi';
import { filesOf, importsWith } from './kit';

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

async function addGerman({ strapi }: RunningShop) {
  await strapi.plugin('i18n').service('locales').create({ code: 'de', name: 'German (de)' });
}

/** A catalogue with everything that a cell could get wrong. */
async function fill(app: RunningShop, kit: Kit) {
  await addGerman(app);
  const category = (data: object) =>
    app.strapi.documents(UIDS.category).create({ data: data as never });
  const clothing = await category({ title: 'Clothing', slug: 'clothing' });
  const odd = await category({ title: 'Odd > \\ things', parent: clothing.documentId });
  await app.strapi.documents(UIDS.category).publish({ documentId: clothing.documentId });

  const options = [
    await kit.option('Size', 'Very large: 4"', 2),
    await kit.option('Size', 'S', 1),
    await kit.option('Colour', 'Red, like wine', 0),
  ];
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
    data: { title: 'German title', images: [pictures[1]] },
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
  it('makes the same catalogue: its export is the same file, but for pictures that are not there', async () => {
    let app = await startStrapi();
    await fill(app, kitOf(app.strapi));
    const path = files.path('first-shop.csv');
    await importsWith(app.strapi).exportProducts({ path });
    await stopWhenIdle(app);

    app = await startStrapi();
    await addGerman(app);
    const imports = importsWith(app.strapi);
    const report = await imports.importProducts({ path, dialect: 'cartwright' });
    expect(report).toMatchObject({ created: 2, failed: [] });
    expect(
      report.notes.filter((note) => note.includes('is not in the media library'))
    ).toHaveLength(2);
    const second = files.path('second-shop.csv');
    await imports.exportProducts({ path: second });
    await stopWhenIdle(app);

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
