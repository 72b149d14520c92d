import { UIDS } from '../../../content-types/uids';
import type { LayoutBlockDto } from '../../../server/contracts/layout';
import { countStatements } from '../../support/count-statements';
import { documents, type Entry, makeProduct, type ProductWish } from '../../support/shop';
import { API } from '../../support/shopper';
import { startStrapi, type RunningShop } from '../../support/strapi';
import { stopWhenIdle } from '../products/kit';
import { pagesOf } from './kit';

/** A page as a front end draws it: blocks that are published, in their windows, and filled. */

let shop: RunningShop;
let pages: ReturnType<typeof pagesOf>;

beforeAll(async () => {
  shop = await startStrapi({ cartwright: { currency: 'EUR' } });
  pages = pagesOf(shop);
});
afterAll(() => stopWhenIdle(shop));

const hour = 3_600_000;
const at = (offset: number) => new Date(Date.now() + offset).toISOString();
const product = (title: string, wish: ProductWish = {}) =>
  makeProduct(shop.strapi, { title, ...wish });
const category = (title: string, fields: Record<string, unknown> = {}): Promise<Entry> =>
  documents(shop.strapi, UIDS.category).create({ data: { title, ...fields }, status: 'published' });
const titles = (block: LayoutBlockDto | undefined) => block?.products.map(({ title }) => title);

describe('a page', () => {
  it('is empty when nobody composed it, whatever it is called', async () => {
    for (const page of ['nobody', 'a%20b', '%F0%9F%98%80', 'x'.repeat(300)]) {
      expect(await pages.shown(page)).toEqual([]);
    }
  });

  it('has its blocks in the order of sortOrder alone, ties as they were made', async () => {
    const block = (heading: string, sortOrder: number, position = 'hero') =>
      pages.block('order', { heading, sortOrder, position });
    await block('C', 20, 'banner');
    await block('A', 5, 'featured');
    await block('D', 20);
    await block('Z', -1);
    expect(await pages.headings('order')).toEqual(['Z', 'A', 'C', 'D']);
    expect(await pages.headings('ORDER')).toEqual(['Z', 'A', 'C', 'D']);
  });

  it('has no drafts, nothing hidden, nothing outside its window and nothing empty', async () => {
    const block = (heading: string, more: object, params = {}) =>
      pages.block('windows', { heading, ...more }, params);
    await block('Draft', {}, { status: 'draft' });
    await block('Hidden', { visible: false });
    await block('Coming', { visibleFrom: at(hour) });
    await block('Over', { visibleUntil: at(-hour) });
    await block('Off the page', { removed: true });
    await block('Products of nothing', { position: 'products' });
    await block('Categories of nothing', { position: 'categories' });
    await block('No HTML', { position: 'html' });
    await pages.block('windows', { position: 'hero', linkUrl: '/sale' });
    await block('Now', { visibleFrom: at(-hour), visibleUntil: at(hour) });
    expect(await pages.headings('windows')).toEqual(['Now']);
  });

  it('shows a block exactly as documented', async () => {
    const mug = await product('Mug', { unitPrice: '19.9' });
    const tea = await category('Tea');
    await pages.block('whole', {
      position: 'featured',
      sortOrder: 3,
      heading: 'Heading',
      text: 'Text',
      html: '<p>HTML</p>',
      linkLabel: 'Label',
      linkUrl: '/mug',
      products: [mug.documentId],
      categories: [tea.documentId],
    });
    const [block] = await pages.shown('whole');
    const list = await shop.http().get(`${API}/catalog/products?q=Mug`);
    expect(block).toEqual({
      documentId: expect.any(String),
      position: 'featured',
      sortOrder: 3,
      heading: 'Heading',
      text: 'Text',
      html: '<p>HTML</p>',
      image: null,
      link: { label: 'Label', url: '/mug' },
      products: list.body.data,
      categories: [{ slug: 'tea', title: 'Tea', image: null }],
    });
    expect(block?.products[0]).toMatchObject({ price: '19.90', currency: 'EUR' });
  });

  it('has a link only with an address', async () => {
    await pages.block('links', { heading: 'A', linkLabel: 'Nowhere' });
    await pages.block('links', { heading: 'B', linkUrl: '#b' });
    expect((await pages.shown('links')).map(({ link }) => link)).toEqual([
      null,
      { label: null, url: '#b' },
    ]);
  });

  it('is in one language, the default one when none is asked for', async () => {
    const { documentId } = await pages.block('languages', { heading: 'Hello', sortOrder: 2 });
    await pages.block('languages', { heading: 'Only English', sortOrder: 1 });
    await pages.blocks().update({ documentId, locale: 'de', data: { heading: 'Hallo' } });
    expect(await pages.headings('languages?locale=de')).toEqual([]);
    await pages.blocks().publish({ documentId, locale: 'de' });
    expect(await pages.headings('languages')).toEqual(['Only English', 'Hello']);
    expect(await pages.headings('languages?locale=de')).toEqual(['Hallo']);
    expect(await pages.headings('languages?locale=fr')).toEqual([]);
  });

  it.each(['locale=!', 'preview=', 'at=tomorrow', 'page=2', `at=${new Date().toISOString()}`])(
    'refuses ?%s',
    async (query) => {
      const { status, body } = await pages.get(`home?${query}`);
      expect([status, body.error?.details.code]).toEqual([400, 'invalid_input']);
      expect(body.error.details.issues[0].path).toBe(query.split('=')[0]);
    }
  );
});

describe('a block of products', () => {
  it('shows the chosen ones on the shelf in their order, as many as it says', async () => {
    const [a, b, c] = [await product('A1'), await product('B1'), await product('C1')];
    const gone = await product('Gone', { fields: { publishUntil: at(-hour) } });
    const soon = await product('Soon', { fields: { publishFrom: at(hour) } });
    const draft = await product('Draft', { published: false });
    const products = [soon, c, gone, a, draft, b].map(({ documentId }) => documentId);
    await pages.block('chosen', { position: 'products', products });
    await pages.block('chosen', { position: 'products', products, limit: 2 });
    await pages.block('chosen', { position: 'products', products: [gone.documentId] });
    const [all, two, none] = await pages.shown('chosen');
    expect(titles(all)).toEqual(['C1', 'A1', 'B1']);
    expect(titles(two)).toEqual(['C1', 'A1']);
    expect(none).toBeUndefined();
  });

  it('keeps a product that is published again', async () => {
    const again = await product('Again');
    await pages.block('again', { position: 'products', products: [again.documentId] });
    await documents(shop.strapi, UIDS.product).update({
      documentId: again.documentId,
      data: { title: 'Once more' },
    });
    await documents(shop.strapi, UIDS.product).publish({ documentId: again.documentId });
    expect(titles((await pages.shown('again'))[0])).toEqual(['Once more']);
  });

  it('shows those of its categories when none is chosen, and nothing when there are none', async () => {
    const [tea, cups, hidden] = [
      await category('Tea 2'),
      await category('Cups 2'),
      await category('Hidden 2', { publishUntil: at(-hour) }),
    ];
    const below = await category('Pots 2', { parent: tea.documentId });
    const inCategories = (...of: Entry[]) => ({
      fields: { categories: of.map(({ documentId }) => documentId) },
    });
    await product('In tea', inCategories(tea));
    await product('In pots', inCategories(below));
    await product('In both', inCategories(tea, cups));
    await product('In hidden', inCategories(hidden));
    const of = (...categories: Entry[]) => categories.map(({ documentId }) => documentId);
    const block = (categories: string[], more: object = {}) =>
      pages.block('categories', { position: 'products', categories, ...more });
    await block(of(tea, cups));
    await block(of(tea), { limit: 1 });
    await block(of(hidden));
    await block(of(hidden, cups));
    const [both, one, cupsOnly, none] = await pages.shown('categories');
    expect(titles(both)?.sort()).toEqual(['In both', 'In pots', 'In tea']);
    expect(one?.products).toHaveLength(1);
    expect(titles(cupsOnly)).toEqual(['In both']);
    expect(none).toBeUndefined();
  });

  it('can be filled by the shop: the newest, those on sale, the popular ones', async () => {
    const made = [];
    for (let n = 1; n <= 14; n += 1) made.push(await product(`Filled ${n}`));
    const shelf = await category('Shelf 3');
    const reduced = await product('Reduced', {
      unitPrice: 20,
      variation: { salePrice: 15 },
      fields: { categories: [shelf.documentId] },
    });
    await product('Reduced later', { variation: { salePrice: 5, saleFrom: at(hour) } });
    const block = (source: string, more: object = {}) =>
      pages.block('filled', { position: 'products', source, ...more });
    await block('newest');
    await block('newest', { limit: 3, products: [made[0]!.documentId] });
    await block('sale');
    await block('sale', { categories: [shelf.documentId] });
    await block('popular', { limit: 2 });
    const [newest, three, sale, inShelf, popular] = await pages.shown('filled');
    expect(newest?.products).toHaveLength(12);
    expect(titles(three)).toEqual(['Reduced later', 'Reduced', 'Filled 14']);
    expect(titles(sale)).toEqual(['Reduced']);
    expect(titles(inShelf)).toEqual(['Reduced']);
    expect(popular?.products).toHaveLength(2);
    expect(reduced.sku).toBe(inShelf?.products[0]?.sku);
  });
});

it('a block of categories shows those on the shelf in their order, as many as it says', async () => {
  const [a, b, c] = [
    await category('Z 4'),
    await category('Y 4', { publishUntil: at(-hour) }),
    await category('X 4'),
  ];
  const categories = [a, b, c].map(({ documentId }) => documentId);
  await pages.block('tiles', { position: 'categories', categories });
  await pages.block('tiles', { position: 'categories', categories, limit: 1 });
  await pages.block('tiles', { position: 'categories', categories: [b.documentId] });
  const shown = await pages.shown('tiles');
  expect(shown.map(({ categories: of }) => of.map(({ slug }) => slug))).toEqual([
    ['z-4', 'x-4'],
    ['z-4'],
  ]);
});

it('a page costs the same statements with one block of each kind as with thirty of each', async () => {
  const mug = await product('Statements');
  const shelf = await category('Statements');
  const kinds = [
    { position: 'products', products: [mug.documentId] },
    { position: 'products', categories: [shelf.documentId], heading: 'None' },
    { position: 'products', source: 'newest' },
    { position: 'products', source: 'popular' },
    { position: 'categories', categories: [shelf.documentId] },
    { position: 'hero', heading: 'Hero' },
  ];
  const cost = async (page: string) =>
    (await countStatements(shop.strapi, () => pages.shown(page), { only: 'cartwright' })).statements
      .length;
  for (const kind of kinds) await pages.block('one-of-each', kind);
  for (let n = 0; n < 30; n += 1) for (const kind of kinds) await pages.block('thirty', kind);
  await cost('one-of-each');
  const [one, thirty] = [await cost('one-of-each'), await cost('thirty')];
  expect(await pages.shown('thirty')).toHaveLength(150);
  expect(thirty).toBe(one);
  expect(one).toBeLessThanOrEqual(6);
});

describe('what is saved through any door', () => {
  it('is sanitised', async () => {
    const html =
      '<h1 onclick="x()">A</h1><script>alert(1)</script><a href="javascript:x">b</a>' +
      '<a href="https://x.example" target="_blank">c</a><form><input name="q"></form>' +
      '<iframe src="https://evil.example"></iframe><img src="x" onerror="y" alt="d">';
    const created = await pages.block('doors', { position: 'html', html });
    const { documentId } = created;
    const stored = async () => (await pages.shown('doors'))[0]?.html;
    const clean =
      '<h2>A</h2><a>b</a><a href="https://x.example" target="_blank" rel="noopener noreferrer">c</a>' +
      '<img src="x" alt="d" />';
    expect(await stored()).toBe(clean);
    await pages.blocks().update({ documentId, data: { html: `${html}!` }, status: 'published' });
    expect(await stored()).toBe(`${clean}!`);
    const copy = await pages.blocks().clone({ documentId, data: { html: `${html}?` } });
    expect((copy['entries'] as Entry[])[0]!['html']).toBe(`${clean}?`);
  });

  it.each([
    ['linkUrl', { linkUrl: 'javascript:alert(1)' }],
    ['page', { page: 'a b' }],
    ['heading', { heading: 'x'.repeat(256) }],
    ['visibleUntil', { visibleFrom: at(hour), visibleUntil: at(0) }],
  ])('is refused for a wrong %s', async (path, data) => {
    const saved = pages.blocks().create({ data: { heading: 'Wrong', ...data } });
    await expect(saved).rejects.toMatchObject({
      details: { code: 'invalid_input', errors: [expect.objectContaining({ path: [path] })] },
    });
    expect(await pages.blocks().findMany({ filters: { heading: 'Wrong' } })).toEqual([]);
  });

  it('is held against the half of a window that is there already', async () => {
    const { documentId } = await pages.block('half', { heading: 'Half', visibleFrom: at(hour) });
    const update = (data: object) => pages.blocks().update({ documentId, data });
    await expect(update({ visibleUntil: at(0) })).rejects.toMatchObject({ details: {} });
    await update({ visibleUntil: at(2 * hour) });
    await expect(update({ visibleFrom: at(3 * hour) })).rejects.toMatchObject({ details: {} });
    await update({ visibleFrom: null });
    await update({ visibleFrom: at(3 * hour), visibleUntil: null });
  });
});
