import { PERMISSIONS } from '../../../server/permissions';
import { UIDS } from '../../../content-types/uids';
import type { CompositionDto } from '../../../server/contracts/layout';
import { adminOf, type Granted } from '../../support/admin';
import { countStatements } from '../../support/count-statements';
import { documents, makeProduct } from '../../support/shop';
import { makeStaff, type Staff } from '../../support/staff';
import { startStrapi, type RunningShop } from '../../support/strapi';
import { stopWhenIdle } from '../products/kit';
import { EMPTY_BLOCK, pagesOf, wishOf } from './kit';

/** Editors compose pages: drafts, all of them or none, and nobody overwrites anybody. */

let shop: RunningShop;
let pages: ReturnType<typeof pagesOf>;
let staff: Staff;

beforeAll(async () => {
  shop = await startStrapi({ cartwright: { currency: 'EUR' } });
  pages = pagesOf(shop);
  staff = await makeStaff(shop);
});
afterAll(() => stopWhenIdle(shop));

type Wish = ReturnType<typeof wishOf>;

async function open(page: string, locale = 'en'): Promise<CompositionDto> {
  const { status, body } = await staff.send('get', `/layout/pages/${page}?locale=${locale}`);
  expect([status, body.error]).toEqual([200, undefined]);
  return body.data;
}
const save = (page: string, wish: object) => staff.send('put', `/layout/pages/${page}`, wish);
const step = (page: string, name: 'publish' | 'discard', { version, locale }: CompositionDto) =>
  staff.send('post', `/layout/pages/${page}/${name}`, { version, locale });
async function done(answer: ReturnType<typeof save>): Promise<CompositionDto> {
  const { status, body } = await answer;
  expect([status, body.error]).toEqual([200, undefined]);
  return body.data;
}
async function refusal(answer: ReturnType<typeof save>) {
  const { status, body } = await answer;
  return [status, body.error?.details.code, body.error?.details.issues?.[0]?.path];
}
const block = (heading: string, more: object = {}) => ({ ...EMPTY_BLOCK, heading, ...more });
const headings = ({ blocks }: CompositionDto) => blocks.map(({ heading }) => heading);
const stages = ({ blocks }: CompositionDto) => blocks.map(({ stage }) => stage);

/** A page with these blocks, drafted. */
async function compose(page: string, ...blocks: object[]): Promise<CompositionDto> {
  const { locale, version } = await open(page);
  return done(save(page, { locale, version, blocks }));
}

describe('a composition', () => {
  it('is saved as drafts, which shoppers do not see, and published as a whole', async () => {
    const saved = await compose('drafts', block('A'), block('B'));
    expect([headings(saved), stages(saved)]).toEqual([
      ['A', 'B'],
      ['draft', 'draft'],
    ]);
    expect(await pages.headings('drafts')).toEqual([]);

    const published = await done(step('drafts', 'publish', saved));
    expect(stages(published)).toEqual(['published', 'published']);
    expect(await pages.headings('drafts')).toEqual(['A', 'B']);

    const wish = wishOf(published);
    wish.blocks.reverse();
    wish.blocks[0]!.heading = 'B!';
    const changed = await done(save('drafts', wish));
    expect([headings(changed), stages(changed)]).toEqual([
      ['B!', 'A'],
      ['modified', 'modified'],
    ]);
    expect(await pages.headings('drafts')).toEqual(['A', 'B']);
    await done(step('drafts', 'publish', changed));
    expect(await pages.headings('drafts')).toEqual(['B!', 'A']);
  });

  it('comes back with everything that was set', async () => {
    const mug = await makeProduct(shop.strapi, { title: 'Mug' });
    const draft = await makeProduct(shop.strapi, { title: 'Plan', published: false });
    const tea = await documents(shop.strapi, UIDS.category).create({ data: { title: 'Tea' } });
    const whole = {
      ...EMPTY_BLOCK,
      position: 'featured',
      visible: false,
      visibleFrom: '2026-01-01T00:00:00.000Z',
      visibleUntil: '2026-02-01T00:00:00.000Z',
      heading: 'Heading',
      text: 'Text\nof two lines',
      html: '<p>HTML</p>',
      linkLabel: 'Label',
      linkUrl: '/mug',
      products: [draft.documentId, mug.documentId],
      categories: [tea.documentId],
      source: 'popular',
      limit: 7,
    };
    const saved = await compose('whole', whole);
    expect(wishOf(saved).blocks).toEqual([{ ...whole, documentId: expect.any(String) }]);
    expect(saved.blocks[0]?.products.map(({ title, published }) => [title, published])).toEqual([
      ['Plan', false],
      ['Mug', true],
    ]);
    // What is not published cannot be shown; it is no difference to what is published.
    expect(stages(await done(step('whole', 'publish', saved)))).toEqual(['published']);
    expect(await done(save('whole', wishOf(await open('whole'))))).toEqual(await open('whole'));
  });

  it('takes a published block off when it is published, and puts it back until then', async () => {
    let page = await compose('off', block('A'), block('B'));
    page = await done(step('off', 'publish', page));
    const off = (removed: boolean): Wish => {
      const wish = wishOf(page);
      wish.blocks[0]!.removed = removed;
      return wish;
    };
    page = await done(save('off', off(true)));
    expect(page.blocks.map(({ removed }) => removed)).toEqual([true, false]);
    expect(await pages.headings('off')).toEqual(['A', 'B']);
    page = await done(save('off', off(false)));
    page = await done(save('off', off(true)));
    page = await done(step('off', 'publish', page));
    expect(headings(page)).toEqual(['B']);
    expect(await pages.headings('off')).toEqual(['B']);
  });

  it('deletes at once what shoppers never saw', async () => {
    const page = await compose('never', block('A'), block('B'));
    const wish = wishOf(page);
    wish.blocks[0]!.removed = true;
    expect(headings(await done(save('never', wish)))).toEqual(['B']);
  });

  it('goes back to what is published', async () => {
    let page = await compose('back', block('A'), block('B'), block('C'));
    page = await done(step('back', 'publish', page));
    const wish = wishOf(page);
    wish.blocks[0]!.heading = 'A!';
    wish.blocks[1]!.removed = true;
    wish.blocks.unshift({ ...block('New') } as unknown as Wish['blocks'][number]);
    page = await done(save('back', wish));
    expect(stages(page)).toEqual(['draft', 'modified', 'modified', 'modified']);
    page = await done(step('back', 'discard', page));
    expect([headings(page), stages(page)]).toEqual([
      ['A', 'B', 'C'],
      ['published', 'published', 'published'],
    ]);
    expect(page.blocks.some(({ removed }) => removed)).toBe(false);
  });
});

describe('in another language', () => {
  it('blocks are offered to be taken over, and share place and window', async () => {
    const page = await compose('both', block('Hello'), block('World', { limit: 3 }));
    await done(step('both', 'publish', page));
    const german = await open('both', 'de');
    expect([headings(german), german.elsewhere.map(({ heading }) => heading)]).toEqual([
      [],
      ['Hello', 'World'],
    ]);
    const { documentId } = german.elsewhere[1]!;
    const translated = await done(
      save('both', {
        locale: 'de',
        version: german.version,
        blocks: [block('Welt', { documentId, visible: false })],
      })
    );
    expect([headings(translated), stages(translated)]).toEqual([['Welt'], ['draft']]);
    expect(translated.elsewhere.map(({ heading }) => heading)).toEqual(['Hello']);
    const english = await open('both');
    expect(english.blocks.map(({ heading, visible }) => [heading, visible])).toEqual([
      ['Hello', true],
      ['World', false],
    ]);
  });

  it('a block is taken off in all of them', async () => {
    let page = await compose('gone', block('Hello'));
    const { documentId } = page.blocks[0]!;
    const german = await open('gone', 'de');
    await done(
      save('gone', { ...german, blocks: [block('Hallo', { documentId })], ...only(german) })
    );
    page = await done(step('gone', 'publish', await open('gone')));
    await done(step('gone', 'publish', await open('gone', 'de')));
    const wish = wishOf(page);
    wish.blocks[0]!.removed = true;
    page = await done(save('gone', wish));
    expect((await open('gone', 'de')).blocks[0]?.removed).toBe(true);
    expect(await pages.headings('gone?locale=de')).toEqual(['Hallo']);
    await done(step('gone', 'publish', page));
    expect(await pages.headings('gone?locale=de')).toEqual([]);
    expect((await open('gone', 'de')).blocks).toEqual([]);
  });
});

const only = ({ locale, version }: CompositionDto) => ({
  locale,
  version,
  page: undefined,
  elsewhere: undefined,
});

describe('somebody else', () => {
  it('who saved meanwhile is not overwritten, by whatever it was', async () => {
    const page = await compose('two', block('A'));
    const { documentId } = page.blocks[0]!;
    const later = wishOf(page);
    await done(
      save('two', { ...wishOf(page), blocks: [{ ...wishOf(page).blocks[0]!, text: 'x' }] })
    );
    for (const answer of [
      save('two', later),
      step('two', 'publish', page),
      step('two', 'discard', page),
    ]) {
      expect(await refusal(answer)).toEqual([409, 'page_changed', undefined]);
    }
    const fresh = await open('two');
    await pages.blocks().update({ documentId, data: { heading: 'In the Content Manager' } });
    expect(await refusal(save('two', wishOf(fresh)))).toEqual([409, 'page_changed', undefined]);
    expect(headings(await open('two'))).toEqual(['In the Content Manager']);
  });

  it('at the same instant: one is served, the others are told', async () => {
    const { version, locale } = await open('race');
    const answers = await Promise.all(
      ['A', 'B', 'C', 'D'].map((name) =>
        save('race', { locale, version, blocks: [block(name), block(`${name}2`)] })
      )
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    expect(headings(await open('race'))).toHaveLength(2);
  });
});

describe('all or nothing:', () => {
  it.each([
    ['a wrong link', { linkUrl: 'javascript:alert(1)' }, 'blocks.1.linkUrl'],
    ['a heading that is too long', { heading: 'x'.repeat(256) }, 'blocks.1.heading'],
    ['a window that is none', window('2026-02-01', '2026-01-01'), 'blocks.1.visibleUntil'],
    ['an unknown product', { products: ['nobody'] }, 'blocks.1.products.0'],
    ['an unknown category', { categories: ['nobody'] }, 'blocks.1.categories.0'],
    ['an unknown picture', { image: 12345 }, 'blocks.1.image'],
    ['an unknown block', { documentId: 'nobody' }, 'blocks.1.documentId'],
    ['an unknown kind', { position: 'carousel' }, 'blocks.1.position'],
    ['a limit of 0', { limit: 0 }, 'blocks.1.limit'],
    ['a limit of 101', { limit: 101 }, 'blocks.1.limit'],
    ['a product twice', { products: ['a', 'a'] }, 'blocks.1.products'],
    ['an unknown field', { colour: 'red' }, 'blocks.1.colour'],
  ])('%s is refused with its place', async (_, more, path) => {
    const { locale, version } = await open('nothing');
    const blocks = [block('Fine'), block('Wrong', more)];
    const answer = save('nothing', { locale, version, blocks });
    expect(await refusal(answer)).toEqual([400, 'invalid_input', path]);
    expect((await open('nothing')).blocks).toEqual([]);
  });

  it.each([
    ['a page that is no address', 'a%20b', {}, ''],
    ['an unknown language', 'nothing', { locale: 'xx' }, 'locale'],
    ['no version', 'nothing', { version: undefined }, 'version'],
    ['more than a hundred blocks', 'nothing', { blocks: many(101) }, 'blocks'],
  ])('%s is refused', async (_, page, more, path) => {
    const { locale, version } = await open('nothing');
    const answer = save(page, { locale, version, blocks: [], ...more });
    expect(await refusal(answer)).toEqual([400, 'invalid_input', path]);
  });

  it('a page may be long', async () => {
    const html = `<p>${'word '.repeat(4000)}</p>`;
    const saved = await compose('long', ...[1, 2, 3, 4, 5].map((n) => block(`${n}`, { html })));
    expect(saved.blocks).toHaveLength(5);
  });
});

function window(visibleFrom: string, visibleUntil: string) {
  return { visibleFrom: `${visibleFrom}T00:00:00Z`, visibleUntil: `${visibleUntil}T00:00:00Z` };
}
function many(count: number) {
  return Array.from({ length: count }, (_, index) => block(`${index}`));
}

describe('a role', () => {
  const may = (...actions: string[]): Granted[] =>
    actions.map((action) => ({
      action: `plugin::content-manager.explorer.${action}`,
      subject: UIDS.layoutBlock,
      properties: {
        fields: ['heading', 'position', 'visible', 'source', 'sortOrder'],
        locales: ['en'],
      },
    }));
  const compositor = (...actions: string[]) =>
    adminOf(shop, [PERMISSIONS.composeLayout, ...may(...actions)]);

  it('without the permission gets nothing at all', async () => {
    const nobody = await adminOf(shop, may('read', 'create', 'update', 'delete', 'publish'));
    expect((await nobody.get('/layout/pages')).status).toBe(403);
    expect((await nobody.get('/layout/pages/home')).status).toBe(403);
    expect((await nobody.put('/layout/pages/home', {})).status).toBe(403);
    for (const path of ['pages/home/publish', 'pages/home/discard', 'view', 'preview']) {
      expect([path, (await nobody.post(`/layout/${path}`)).status]).toEqual([path, 403]);
    }
    expect((await shop.http().get('/cartwright/layout/pages')).status).toBe(401);
  });

  it('may do to blocks what it may do in the Content Manager', async () => {
    let page = await compose('rights', block('A'));
    page = await done(step('rights', 'publish', page));
    const wish = (change: (blocks: Wish['blocks']) => void) => {
      const changed = wishOf(page);
      change(changed.blocks);
      return changed;
    };
    const rename = wish(([first]) => (first!.heading = 'B'));
    const link = wish(([first]) => (first!.linkUrl = '/b'));
    const add = wish((blocks) => blocks.push(block('New') as unknown as Wish['blocks'][number]));
    const remove = wish(([first]) => (first!.removed = true));
    const put = async (who: Awaited<ReturnType<typeof compositor>>, body: object) =>
      (await who.put('/layout/pages/rights', body)).status;

    const reader = await compositor('read');
    expect((await reader.get('/layout/pages/rights?locale=en')).status).toBe(200);
    expect((await reader.get('/layout/pages/rights?locale=de')).status).toBe(403);
    for (const body of [rename, link, add, remove]) expect(await put(reader, body)).toBe(403);

    const updater = await compositor('read', 'update');
    for (const body of [link, add, remove]) expect(await put(updater, body)).toBe(403);
    expect(await put(updater, rename)).toBe(200);
    page = await open('rights');
    const seen = { locale: 'en', version: page.version };
    expect((await updater.post('/layout/pages/rights/publish', seen)).status).toBe(403);
    const publisher = await compositor('read', 'publish');
    expect((await publisher.post('/layout/pages/rights/publish', seen)).status).toBe(200);
    expect(await pages.headings('rights')).toEqual(['B']);
    expect(
      await put(await compositor('read', 'create', 'update'), {
        ...wishOf(page),
        blocks: [...wishOf(page).blocks, block('New')],
      })
    ).toBe(200);
  });
});

it('lists the pages that there are, home first', async () => {
  const { body } = await staff.send('get', '/layout/pages');
  const names = body.data.pages.map(({ page }: { page: string }) => page);
  expect(names[0]).toBe('home');
  expect(names).toEqual(expect.arrayContaining(['drafts', 'both']));
  expect(body.data.locales).toEqual([
    { code: 'en', name: 'English (en)', isDefault: true },
    { code: 'de', name: 'German (de)', isDefault: false },
  ]);
  expect(body.data.hasSite).toBe(false);
});

it('what is composed can be looked at before it is saved', async () => {
  const mug = await makeProduct(shop.strapi, { title: 'Cup' });
  const { status, body } = await staff.send('post', '/layout/view', {
    locale: 'en',
    blocks: [
      block('Hidden', { visible: false }),
      block('Products', { position: 'products', products: [mug.documentId] }),
      block('HTML', { position: 'html', html: '<b onclick="x()">b</b>' }),
      block('Empty', { position: 'products' }),
      block('Gone', { image: 999 }),
    ],
  });
  expect(status).toBe(200);
  const views = body.data as { state: string; block: { html: string; products: object[] } }[];
  expect(views.map(({ state }) => state)).toEqual(['hidden', 'shown', 'shown', 'empty', 'shown']);
  expect(views[1]?.block.products).toMatchObject([{ title: 'Cup', price: '10.00' }]);
  expect(views[2]?.block.html).toBe('<b>b</b>');
});

it('a composition costs the same statements with one block as with twenty', async () => {
  const mug = await makeProduct(shop.strapi, { title: 'Many' });
  const product = { position: 'products', products: [mug.documentId] };
  await compose('one', block('1', product));
  await compose('twenty', ...Array.from({ length: 20 }, (_, n) => block(`${n}`, product)));
  const cost = async (page: string) =>
    (await countStatements(shop.strapi, () => open(page), { only: 'cartwright' })).statements
      .length;
  expect(await cost('twenty')).toBe(await cost('one'));
});
