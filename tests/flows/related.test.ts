// cspell:ignore Bocal Couvercle

import { UIDS } from '../../content-types/uids';
import type { ProductDto } from '../../server/contracts/catalogue';
import { countStatements } from '../support/count-statements';
import { documents, type MadeProduct, makeProduct, type ProductWish } from '../support/shop';
import { API, shopperOf } from '../support/shopper';
import { startStrapi, type RunningShop } from '../support/strapi';
import { idle, stopWhenIdle } from './products/kit';

/** What goes with a product: related ones, which is mutual, and upsells, which point one way. */

let shop: RunningShop;

beforeAll(async () => {
  shop = await startStrapi();
});
afterAll(() => stopWhenIdle(shop));

const hour = 3_600_000;
const at = (offset: number) => new Date(Date.now() + offset);
const products = () => documents(shop.strapi, UIDS.product);
const product = (title: string, wish: ProductWish = {}) =>
  makeProduct(shop.strapi, { title, ...wish });
const page = async ({ slug }: Pick<MadeProduct, 'slug'>, query = ''): Promise<ProductDto> =>
  (await shop.http().get(`${API}/catalog/products/${slug}${query}`)).body.data;
const relatedTo = async (made: Pick<MadeProduct, 'slug'>, query = '') =>
  (await page(made, query)).related.map(({ title }) => title);
const upsellsOf = async (made: Pick<MadeProduct, 'slug'>) =>
  (await page(made)).upsells.map(({ title }) => title);
/** Saves and publishes, as an editor does. */
async function save({ documentId }: MadeProduct, data: Record<string, unknown>) {
  await products().update({ documentId, data });
  await products().publish({ documentId });
}

describe('the related products of a page', () => {
  it('stand in the editor’s order', async () => {
    const [a, b, c] = [await product('A1'), await product('B1'), await product('C1')];
    const pan = await product('Pan', {
      fields: { related: [c.documentId, a.documentId, b.documentId] },
    });
    expect(await relatedTo(pan)).toEqual(['C1', 'A1', 'B1']);
    await save(pan, { related: [b.documentId, c.documentId] });
    expect(await relatedTo(pan)).toEqual(['B1', 'C1']);
  });

  it('name it on their own pages, after those that the editor has chosen there, by title', async () => {
    const cup = await product('Cup 2');
    const own = await product('Own 2');
    await save(cup, { related: [own.documentId] });
    const pointing = { fields: { related: [cup.documentId] } };
    await product('saucer 2', pointing);
    await product('Pot 2', pointing);
    expect(await relatedTo(cup)).toEqual(['Own 2', 'Pot 2', 'saucer 2']);
    expect(await relatedTo(own)).toEqual(['Cup 2']);
  });

  it('are named once when both name each other, and never is a product related to itself', async () => {
    const lid = await product('Lid 3');
    const pot = await product('Pot 3', { fields: { related: [lid.documentId] } });
    await save(lid, { related: [lid.documentId, pot.documentId] });
    expect(await relatedTo(lid)).toEqual(['Pot 3']);
    expect(await relatedTo(pot)).toEqual(['Lid 3']);
  });

  it('are those on the shelf only, in both directions', async () => {
    const shown = await product('Shown 4');
    const [draft, later, over] = [
      await product('Draft 4', { published: false, fields: { related: [shown.documentId] } }),
      await product('Later 4', {
        fields: { publishFrom: at(hour), related: [shown.documentId] },
      }),
      await product('Over 4', { fields: { publishUntil: at(-hour), related: [shown.documentId] } }),
    ];
    expect(await relatedTo(shown)).toEqual([]);
    const all = [draft, later, over, shown].map(({ documentId }) => documentId);
    const other = await product('Other 4', { fields: { related: all, upsells: all } });
    expect(await relatedTo(other)).toEqual(['Shown 4']);
    expect(await upsellsOf(other)).toEqual(['Shown 4']);
  });

  it('change when the page is published, not when its draft is saved', async () => {
    const [one, two] = [await product('One 5'), await product('Two 5')];
    await products().update({ documentId: one.documentId, data: { related: [two.documentId] } });
    expect([await relatedTo(one), await relatedTo(two)]).toEqual([[], []]);
    await products().publish({ documentId: one.documentId });
    expect([await relatedTo(one), await relatedTo(two)]).toEqual([['Two 5'], ['One 5']]);
  });

  it('stay when either side is published again', async () => {
    const two = await product('Two 6');
    const one = await product('One 6', { fields: { related: [two.documentId] } });
    for (const { documentId } of [two, one, two]) {
      await products().publish({ documentId });
      expect([await relatedTo(one), await relatedTo(two)]).toEqual([['Two 6'], ['One 6']]);
    }
  });

  it('appear once they are published themselves', async () => {
    const two = await product('Two 7', { published: false });
    const one = await product('One 7', { fields: { related: [two.documentId] } });
    expect(await relatedTo(one)).toEqual([]);
    await products().publish({ documentId: two.documentId });
    expect(await relatedTo(one)).toEqual(['Two 7']);
  });

  it('come back when they were off the shelf for a while', async () => {
    const two = await product('Two 8');
    const one = await product('One 8', { fields: { related: [two.documentId] } });
    await products().unpublish({ documentId: two.documentId });
    expect(await relatedTo(one)).toEqual([]);
    await products().publish({ documentId: two.documentId });
    expect(await relatedTo(one)).toEqual(['Two 8']);
  });
});

it('a product that everything names shows the first two dozen of them, and all of its own', async () => {
  const own: string[] = [];
  for (let index = 0; index < 3; index += 1) {
    own.push((await product(`Zebra ${index}`)).documentId);
  }
  const box = await product('Gift box', { fields: { related: own } });
  for (let index = 10; index < 40; index += 1) {
    await product(`Gift ${index}`, { fields: { related: [box.documentId] } });
  }
  const pointing = Array.from({ length: 24 }, (_, index) => `Gift ${index + 10}`);
  expect(await relatedTo(box)).toEqual(['Zebra 0', 'Zebra 1', 'Zebra 2', ...pointing]);
});

it('upsells point one way, in the editor’s order', async () => {
  const [mixer, bowl] = [await product('Mixer'), await product('Bowl')];
  const whisk = await product('Whisk', {
    fields: { upsells: [mixer.documentId, bowl.documentId] },
  });
  expect(await upsellsOf(whisk)).toEqual(['Mixer', 'Bowl']);
  for (const target of [mixer, bowl]) {
    expect([await upsellsOf(target), await relatedTo(target)]).toEqual([[], []]);
  }
});

it('each language has its own', async () => {
  await shop.strapi.plugin('i18n').service('locales').create({ code: 'fr', name: 'French' });
  const [jar, lid] = [await product('Jar'), await product('Cover')];
  const french = (documentId: string, data: object) =>
    products().update({ documentId, locale: 'fr', data, status: 'published' });
  await french(lid.documentId, { title: 'Couvercle', slug: 'couvercle' });
  await french(jar.documentId, { title: 'Bocal', slug: 'bocal', related: [lid.documentId] });
  expect(await relatedTo({ slug: 'bocal' }, '?locale=fr')).toEqual(['Couvercle']);
  expect(await relatedTo({ slug: 'couvercle' }, '?locale=fr')).toEqual(['Bocal']);
  expect([await relatedTo(jar), await relatedTo(lid)]).toEqual([[], []]);
});

it('a page costs four statements, whatever goes with it', async () => {
  const few = await product('Few');
  const targets: string[] = [];
  for (let index = 0; index < 5; index += 1) {
    const fields = { related: [few.documentId] };
    targets.push((await product(`Target ${index}`, { fields })).documentId);
  }
  const many = await product('Many', { fields: { related: targets, upsells: targets } });
  // The host tells its webhooks what was published, and reads it for them.
  await idle(shop);
  for (const made of [few, many]) {
    const { statements } = await countStatements(shop.strapi, () => page(made), {
      only: 'cartwright',
    });
    expect(statements).toHaveLength(4);
  }
});

describe('what goes with a cart', () => {
  const upsellsOfCart = async (skus: string[]) => {
    const who = shopperOf(shop);
    for (const sku of skus) await who.add(sku);
    const answer = await who.send('get', '/cart/upsells');
    expect(answer.status).toBe(200);
    return answer.body.data.map(({ title }: { title: string }) => title);
  };

  it('is the upsells of its products, once each, without what is in it, drafts and what is over', async () => {
    const [lid, brush] = [await product('Cart lid'), await product('Cart brush')];
    const draft = await product('Cart draft', { published: false });
    const over = await product('Cart over', { fields: { publishUntil: at(-hour) } });
    const pot = await product('Cart pot', {
      fields: {
        upsells: [brush.documentId, draft.documentId, over.documentId, lid.documentId],
      },
    });
    const pan = await product('Cart pan', {
      fields: { upsells: [lid.documentId, pot.documentId] },
    });
    expect(await upsellsOfCart([pan.sku])).toEqual(['Cart lid', 'Cart pot']);
    expect(await upsellsOfCart([pan.sku, pot.sku])).toEqual(['Cart lid', 'Cart brush']);
    expect(await upsellsOfCart([pan.sku, pot.sku, lid.sku])).toEqual(['Cart brush']);
    expect(await upsellsOfCart([lid.sku])).toEqual([]);
    expect(await upsellsOfCart([])).toEqual([]);
  });
});
