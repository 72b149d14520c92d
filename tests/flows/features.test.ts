import { UIDS } from '../../content-types/uids';
import type { CardDto, ProductDto } from '../../server/contracts/catalogue';
import { TABLES } from '../../server/storage/tables';
import { countStatements } from '../support/count-statements';
import { documents, makeProduct, rowsOf } from '../support/shop';
import { API } from '../support/shopper';
import { startStrapi, type RunningShop } from '../support/strapi';
import { createTestDatabase } from '../support/test-database';
import { idle, stopWhenIdle } from './products/kit';

/** A feature that is switched off: its route is gone, its answers are empty, its fields leave the admin's forms. */

type Features = { ratings?: boolean; related?: boolean; upsells?: boolean };

async function inShop(features: Features, story: (shop: RunningShop) => Promise<void>) {
  const shop = await startStrapi({ cartwright: { features } });
  try {
    await story(shop);
  } finally {
    await stopWhenIdle(shop);
  }
}

const rate = (shop: RunningShop, slug: string, value: unknown) =>
  shop
    .http()
    .post(`${API}/catalog/products/${slug}/ratings`)
    .send({ value })
    .then((answer) => answer);
const page = async (shop: RunningShop, slug: string): Promise<ProductDto> =>
  (await shop.http().get(`${API}/catalog/products/${slug}`)).body.data;
const list = async (shop: RunningShop, query = ''): Promise<CardDto[]> =>
  (await shop.http().get(`${API}/catalog/products${query}`)).body.data;

/** The fields that the Content Manager puts on a product's form. */
async function formOf({ strapi }: RunningShop): Promise<string[]> {
  const { edit } = (
    await strapi
      .plugin('content-manager')
      .service('content-types')
      .findConfiguration(strapi.contentType(UIDS.product))
  ).layouts as { edit: { name: string }[][] };
  return edit.flat().map(({ name }) => name);
}

/** Two products that name each other in every way; the first one is rated 5, the second 1. */
async function fill({ strapi }: RunningShop) {
  const second = await makeProduct(strapi, { title: 'Second' });
  const both = { related: [second.documentId], upsells: [second.documentId] };
  const first = await makeProduct(strapi, { title: 'First', fields: both });
  const newest = await makeProduct(strapi, { title: 'Newest' });
  for (const [made, value] of [
    [first, 5],
    [second, 1],
  ] as const) {
    await strapi.db.connection(TABLES.ratings).insert({
      product_document_id: made.documentId,
      rater: 'visitor:x',
      value,
      rated_at: new Date(),
    });
    await documents(strapi, UIDS.product).publish({ documentId: made.documentId });
  }
  return { first, second, newest };
}

const RATING_FIELDS = ['ratingCount', 'ratingSum', 'ratingAverage'];

it('everything is on without a word in the config', async () => {
  await inShop({}, async (shop) => {
    const { first } = await fill(shop);
    expect(await page(shop, first.slug)).toMatchObject({
      rating: { average: 5, count: 1 },
      related: [{ title: 'Second' }],
      upsells: [{ title: 'Second' }],
    });
    expect((await rate(shop, first.slug, 4)).status).toBe(200);
    expect(await formOf(shop)).toEqual(
      expect.arrayContaining([...RATING_FIELDS, 'related', 'upsells'])
    );
  });
});

it('without ratings the route is gone, nothing shows one, and nothing is sorted by them', async () => {
  await inShop({ ratings: false }, async (shop) => {
    const { first, newest } = await fill(shop);
    for (const [slug, value] of [
      [first.slug, 4],
      [first.slug, 'nonsense'],
      ['unknown', 4],
    ] as const) {
      const { status, body, headers } = await rate(shop, slug, value);
      expect([status, body.error.details.code]).toEqual([404, 'not_found']);
      expect(headers['set-cookie']).toBeUndefined();
    }
    const stored = await rowsOf(shop.strapi, TABLES.ratings, {
      product_document_id: first.documentId,
    });
    expect(stored).toMatchObject([{ value: 5 }]);

    const shown = await page(shop, first.slug);
    for (const card of [shown, ...shown.related, ...shown.upsells, ...(await list(shop))]) {
      expect(card.rating).toEqual({ average: null, count: 0 });
    }
    expect(await list(shop, '?sort=rating')).toEqual(await list(shop));
    expect((await list(shop, '?sort=rating'))[0]!.documentId).toBe(newest.documentId);
    expect(shown.related).toHaveLength(1);

    const form = await formOf(shop);
    for (const field of RATING_FIELDS) expect(form).not.toContain(field);
    expect(form).toEqual(expect.arrayContaining(['related', 'upsells']));
  });
});

it.each([
  ['related', 'upsells'],
  ['upsells', 'related'],
] as const)('without %s its list stays empty, and %s stays', async (off, on) => {
  await inShop({ [off]: false }, async (shop) => {
    const { first, second } = await fill(shop);
    expect(await page(shop, first.slug)).toMatchObject({ [off]: [], [on]: [{ title: 'Second' }] });
    expect((await page(shop, second.slug))[off]).toEqual([]);
    const form = await formOf(shop);
    expect(form).not.toContain(off);
    expect(form).toEqual(expect.arrayContaining([on, ...RATING_FIELDS]));
  });
});

it('without both a page asks for neither', async () => {
  await inShop({ related: false, upsells: false }, async (shop) => {
    const { first } = await fill(shop);
    // The host tells its webhooks what was published, and reads it for them.
    await idle(shop);
    const { statements, result } = await countStatements(
      shop.strapi,
      () => page(shop, first.slug),
      { only: 'cartwright' }
    );
    expect(statements).toHaveLength(3);
    expect([result.related, result.upsells]).toEqual([[], []]);
    const { status, body } = await shop.http().get(`${API}/cart/upsells`);
    expect([status, body.error.details.code]).toEqual([404, 'not_found']);
  });
});

it('what was stored is back when a feature is switched on again', async () => {
  const database = await createTestDatabase();
  try {
    const off = await startStrapi({
      database,
      cartwright: { features: { ratings: false, related: false, upsells: false } },
    });
    const { first } = await fill(off);
    // An editor saves the form, on which the fields are missing.
    const products = documents(off.strapi, UIDS.product);
    await products.update({ documentId: first.documentId, data: { description: 'Seen' } });
    await products.publish({ documentId: first.documentId });
    await stopWhenIdle(off);

    const on = await startStrapi({ database });
    expect(await page(on, first.slug)).toMatchObject({
      description: 'Seen',
      rating: { average: 5, count: 1 },
      related: [{ title: 'Second', rating: { average: 1, count: 1 } }],
      upsells: [{ title: 'Second' }],
    });
    expect(await formOf(on)).toEqual(
      expect.arrayContaining([...RATING_FIELDS, 'related', 'upsells'])
    );
    await stopWhenIdle(on);
  } finally {
    await database.drop();
  }
});
