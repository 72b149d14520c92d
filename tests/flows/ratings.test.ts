// cspell:ignore Tasse

import { UIDS } from '../../content-types/uids';
import { shopOf } from '../../server/compose';
import type { CardDto } from '../../server/contracts/catalogue';
import { TABLES } from '../../server/storage/tables';
import { documents, makeProduct, type ProductWish, rowsOf } from '../support/shop';
import { API, makeAccount } from '../support/shopper';
import { startStrapi, type RunningShop } from '../support/strapi';
import { stopWhenIdle } from './products/kit';

/** Visitors and accounts rate products; what editors do meanwhile loses none of it. */

let shop: RunningShop;

const COOKIE = 'cartwright_visitor';
const hour = 3_600_000;
const product = (wish?: ProductWish) => makeProduct(shop.strapi, wish);
const products = () => documents(shop.strapi, UIDS.product);

/** A browser: it keeps its cookies. */
function browser({ jwt }: { jwt?: string } = {}) {
  const agent = shop.http();
  return {
    async rate(slug: string, body: unknown, { as = jwt, query = '' } = {}) {
      const request = agent.post(`${API}/catalog/products/${slug}/ratings${query}`);
      if (as) void request.set('Authorization', `Bearer ${as}`);
      return request.send(body as object).then((answer) => answer);
    },
  };
}

const rate = (slug: string, value: number) => browser().rate(slug, { value });
const cookiesOf = ({ headers }: { headers: Record<string, unknown> }) =>
  (headers['set-cookie'] as string[] | undefined) ?? [];
const ratingsOf = (documentId: string) =>
  rowsOf(shop.strapi, TABLES.ratings, { product_document_id: documentId });
/** What each row of the product carries: the same on all, or the test shows which differs. */
async function copiesOf(documentId: string) {
  const rows = await rowsOf(shop.strapi, TABLES.products, { document_id: documentId });
  return rows.map(({ rating_count, rating_sum, rating_average }) => [
    Number(rating_count),
    Number(rating_sum),
    rating_average === null ? null : Number(rating_average),
  ]);
}
const cards = async (query = ''): Promise<CardDto[]> =>
  (await shop.http().get(`${API}/catalog/products?pageSize=100${query}`)).body.data;
const times = <Result>(count: number, run: (index: number) => Promise<Result>) =>
  Promise.all(Array.from({ length: count }, (_, index) => run(index)));

describe('a shop with ratings', () => {
  beforeAll(async () => {
    shop = await startStrapi({ cartwright: { currency: 'EUR' } });
  });
  afterAll(() => stopWhenIdle(shop));

  it('answers with the average and the count, and shows them on card and page', async () => {
    const { documentId, slug } = await product();
    const first = await rate(slug, 4);
    expect([first.status, first.body]).toEqual([200, { data: { average: 4, count: 1 } }]);
    await rate(slug, 5);
    const { body } = await rate(slug, 4);
    expect(body).toEqual({ data: { average: 4.33, count: 3 } });

    const page = await shop.http().get(`${API}/catalog/products/${slug}`);
    expect(page.body.data.rating).toEqual({ average: 4.33, count: 3 });
    const card = (await cards()).find((one) => one.documentId === documentId);
    expect(card?.rating).toEqual({ average: 4.33, count: 3 });
    expect(await copiesOf(documentId)).toEqual([
      [3, 13, 4.33],
      [3, 13, 4.33],
    ]);
  });

  it('leaves the editor’s dates alone', async () => {
    const { documentId, slug } = await product();
    const dates = async () =>
      (await rowsOf(shop.strapi, TABLES.products, { document_id: documentId })).map(
        ({ updated_at }) => updated_at
      );
    const before = await dates();
    await rate(slug, 4);
    expect(await dates()).toEqual(before);
  });

  describe('knows who rates', () => {
    it('replaces what the same browser said before', async () => {
      const { documentId, slug } = await product();
      const ada = browser();
      await ada.rate(slug, { value: 1 });
      expect((await ada.rate(slug, { value: 5 })).body.data).toEqual({ average: 5, count: 1 });
      expect(await ratingsOf(documentId)).toHaveLength(1);
      expect((await ada.rate((await product()).slug, { value: 2 })).body.data.count).toBe(1);
    });

    it('gives the browser a signed cookie that no script can read', async () => {
      const { slug } = await product();
      const cookies = cookiesOf(await rate(slug, 3));
      const names = cookies.map((cookie) => cookie.split('=')[0]);
      expect(names.sort()).toEqual([COOKIE, `${COOKIE}.sig`]);
      for (const cookie of cookies) {
        expect(cookie).toMatch(/; path=\//i);
        expect(cookie).toMatch(/; HttpOnly/i);
        expect(cookie).toMatch(/; SameSite=lax/i);
        expect(cookie).toMatch(/; expires=/i);
      }
      const ids = await times(3, async () => cookiesOf(await rate(slug, 3))[0]!.split(';')[0]!);
      expect(new Set(ids).size).toBe(3);
      expect(ids[0]!.length - COOKIE.length - 1).toBeGreaterThanOrEqual(22);
    });

    it('believes no cookie without the site’s signature', async () => {
      const { documentId, slug } = await product();
      const forge = (cookie: string) =>
        shop
          .http()
          .post(`${API}/catalog/products/${slug}/ratings`)
          .set('Cookie', cookie)
          .send({ value: 1 });
      const [own] = cookiesOf(await rate(slug, 5));
      const stolen = own!.split(';')[0]!;
      for (const cookie of [stolen, `${stolen}; ${COOKIE}.sig=x`, `${COOKIE}=ada`]) {
        const answer = await forge(cookie);
        expect(answer.status).toBe(200);
        expect(cookiesOf(answer).some((one) => one.startsWith(`${COOKIE}=`))).toBe(true);
      }
      const raters = (await ratingsOf(documentId)).map(({ rater }) => rater);
      expect(new Set(raters).size).toBe(4);
      expect(raters).not.toContain('visitor:ada');
    });

    it('knows an account in every browser, and gives it no cookie', async () => {
      const { documentId, slug } = await product();
      const { jwt, documentId: account } = await makeAccount(shop.strapi);
      const answer = await browser({ jwt }).rate(slug, { value: 2 });
      expect(cookiesOf(answer).filter((cookie) => cookie.startsWith(COOKIE))).toEqual([]);
      const again = await browser({ jwt }).rate(slug, { value: 4 });
      expect(again.body.data).toEqual({ average: 4, count: 1 });
      expect(await ratingsOf(documentId)).toMatchObject([
        { rater: `account:${account}`, value: 4 },
      ]);
    });

    it('counts a visitor that has logged in once', async () => {
      const { documentId, slug } = await product();
      const ada = browser();
      const { jwt } = await makeAccount(shop.strapi);
      await ada.rate(slug, { value: 1 });
      const answer = await ada.rate(slug, { value: 5 }, { as: jwt });
      expect(answer.body.data).toEqual({ average: 5, count: 1 });
      expect(await ratingsOf(documentId)).toHaveLength(1);
    });
  });

  describe('refuses, and writes nothing', () => {
    it.each([
      ['nothing', {}],
      ['0', { value: 0 }],
      ['6', { value: 6 }],
      ['a half', { value: 4.5 }],
      ['text', { value: '4' }],
      ['null', { value: null }],
      ['a list', [4]],
      ['more than a value', { value: 4, comment: 'nice' }],
    ])('%s', async (_, body) => {
      const { documentId, slug } = await product();
      const answer = await browser().rate(slug, body);
      expect([answer.status, answer.body.error.details.code]).toEqual([400, 'invalid_input']);
      expect(cookiesOf(answer)).toEqual([]);
      expect(await ratingsOf(documentId)).toEqual([]);
    });

    it('a query that it does not know, and a language that is none', async () => {
      const { slug } = await product();
      for (const query of ['?stars=1', '?locale=%00', '?locale=nonsense!']) {
        const answer = await browser().rate(slug, { value: 4 }, { query });
        expect([answer.status, answer.body.error.details.code]).toEqual([400, 'invalid_input']);
      }
    });

    it('what is not on the shelf', async () => {
      const at = (offset: number) => new Date(Date.now() + offset);
      const hidden = [
        await product({ published: false }),
        await product({ fields: { publishFrom: at(hour) } }),
        await product({ fields: { publishUntil: at(-hour) } }),
      ];
      const known = await product();
      const addresses = [...hidden.map(({ slug }) => [slug, '']), [known.slug, '?locale=de']];
      for (const [slug, query] of [...addresses, ['unknown', ''], ['%00', '']]) {
        const answer = await browser().rate(slug!, { value: 4 }, { query });
        expect([answer.status, answer.body.error.details.code]).toEqual([404, 'product_not_found']);
      }
      for (const { documentId } of [...hidden, known]) {
        expect(await ratingsOf(documentId)).toEqual([]);
      }
    });
  });

  it('rates what cannot be bought, too: it has a page', async () => {
    const { slug } = await product({ unitPrice: null, fields: { available: false } });
    expect((await rate(slug, 4)).status).toBe(200);
  });

  describe('at the same time', () => {
    it('one visitor who clicks thirty times has rated once', async () => {
      const { documentId, slug } = await product();
      const ada = browser();
      await ada.rate(slug, { value: 3 });
      const answers = await times(30, (index) => ada.rate(slug, { value: (index % 5) + 1 }));
      expect(answers.map(({ status }) => status)).toEqual(Array(30).fill(200));
      const [rating, ...others] = await ratingsOf(documentId);
      expect(others).toEqual([]);
      const copy = [1, rating!['value'], rating!['value']];
      expect(await copiesOf(documentId)).toEqual([copy, copy]);
    });

    it('an account that has never rated before clicks thirty times', async () => {
      const { documentId, slug } = await product();
      const { jwt } = await makeAccount(shop.strapi);
      const answers = await times(30, () => browser({ jwt }).rate(slug, { value: 4 }));
      expect(answers.map(({ status }) => status)).toEqual(Array(30).fill(200));
      expect(await ratingsOf(documentId)).toHaveLength(1);
      expect(await copiesOf(documentId)).toEqual([
        [1, 4, 4],
        [1, 4, 4],
      ]);
    });

    it('thirty visitors are all counted', async () => {
      const { documentId, slug } = await product();
      const answers = await times(30, (index) => rate(slug, (index % 5) + 1));
      expect(answers.map(({ status }) => status)).toEqual(Array(30).fill(200));
      // Each saw one more than the one before.
      expect(answers.map(({ body }) => body.data.count).sort((a, b) => a - b)).toEqual(
        Array.from({ length: 30 }, (_, index) => index + 1)
      );
      expect(await copiesOf(documentId)).toEqual([
        [30, 90, 3],
        [30, 90, 3],
      ]);
    });

    it('visitors rate several products, each in another order', async () => {
      const made = [await product(), await product(), await product()];
      const answers = await times(30, (index) => {
        const turned = [...made.slice(index % 3), ...made.slice(0, index % 3)];
        const ada = browser();
        return Promise.all(turned.map(({ slug }) => ada.rate(slug, { value: 5 })));
      });
      expect(new Set(answers.flat().map(({ status }) => status))).toEqual(new Set([200]));
      for (const { documentId } of made) {
        expect(await copiesOf(documentId)).toEqual([
          [30, 150, 5],
          [30, 150, 5],
        ]);
      }
    });

    it('one waits for an editor who puts new rows in the place of all of a product’s', async () => {
      const { documentId, slug } = await product();
      let halfway = (): void => undefined;
      const waiting = new Promise<void>((resolve) => {
        halfway = resolve;
      }).then(() => rate(slug, 5));
      await shop.strapi.db.transaction(async () => {
        await products().publish({ documentId });
        await products().discardDraft({ documentId });
        halfway();
        await new Promise((resolve) => setTimeout(resolve, 300));
      });
      expect((await waiting).body).toEqual({ data: { average: 5, count: 1 } });
      expect(await copiesOf(documentId)).toEqual(Array(2).fill([1, 5, 5]));
    });

    it('visitors rate while an editor publishes, discards and translates', async () => {
      const { documentId, slug } = await product();
      await shop.strapi.plugin('i18n').service('locales').create({ code: 'fr', name: 'French' });
      const editor = async () => {
        for (let round = 0; round < 4; round += 1) {
          await products().publish({ documentId });
          await products().update({ documentId, data: { title: `Round ${round}`, slug } });
          // In one transaction, as in bulk: none of the rows that a visitor waits for is left.
          await shop.strapi.db.transaction(async () => {
            await products().publish({ documentId });
            await products().discardDraft({ documentId });
          });
        }
        await products().update({ documentId, locale: 'fr', data: { title: 'Tour', slug } });
        await products().publish({ documentId, locale: 'fr' });
      };
      const [answers] = await Promise.all([times(30, () => rate(slug, 4)), editor()]);
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
      const copies = await copiesOf(documentId);
      expect(copies).toEqual(Array(4).fill([30, 120, 4]));
      expect((await shopOf(shop.strapi).rebuild.rebuildAll({ dryRun: true })).drifted).toEqual([]);
    });
  });

  describe('keeps the copy through what editors do', () => {
    const rated = async (wish?: ProductWish) => {
      const made = await product(wish);
      await rate(made.slug, 5);
      await rate(made.slug, 4);
      return made;
    };

    it('publish, discard, unpublish, another language', async () => {
      const { documentId } = await rated();
      for (const step of ['publish', 'discardDraft', 'unpublish', 'publish'] as const) {
        await products()[step]({ documentId });
        const copies = await copiesOf(documentId);
        expect([step, copies]).toEqual([step, copies.map(() => [2, 9, 4.5])]);
      }
      const locales = shop.strapi.plugin('i18n').service('locales');
      if (!(await locales.findByCode('fr'))) await locales.create({ code: 'fr', name: 'French' });
      const answer = await products().update({
        documentId,
        locale: 'fr',
        data: { title: 'Tasse' },
      });
      expect(answer).toMatchObject({ ratingCount: 2, ratingSum: 9, ratingAverage: 4.5 });
      expect(await copiesOf(documentId)).toEqual(Array(3).fill([2, 9, 4.5]));
    });

    it('takes no rating from a form', async () => {
      const { documentId } = await rated();
      const data = { ratingCount: 99, ratingSum: 1, ratingAverage: 1 };
      await products().update({ documentId, data, status: 'published' });
      expect(await copiesOf(documentId)).toEqual(Array(2).fill([2, 9, 4.5]));
    });

    it('a clone starts without', async () => {
      const { documentId } = await rated();
      const { documentId: copy } = await products().clone({ documentId });
      expect(await copiesOf(copy)).toEqual([[0, 0, null]]);
      expect(await copiesOf(documentId)).toEqual(Array(2).fill([2, 9, 4.5]));
    });

    it('a deleted product takes its ratings along', async () => {
      const [gone, stays] = [await rated(), await rated()];
      await products().delete({ documentId: gone.documentId });
      expect(await ratingsOf(gone.documentId)).toEqual([]);
      expect(await ratingsOf(stays.documentId)).toHaveLength(2);
      expect((await rate(gone.slug, 5)).status).toBe(404);
    });

    it('rows that are deleted by query take them along, too', async () => {
      const { documentId } = await rated();
      await shop.strapi.db.query(UIDS.product).deleteMany({ where: { documentId } });
      expect(await ratingsOf(documentId)).toEqual([]);
    });

    it('a rebuild mends what passed no hook, and says so', async () => {
      const { documentId } = await rated();
      const { rebuild } = shopOf(shop.strapi);
      const db = shop.strapi.db.connection;
      await db(TABLES.ratings).insert({
        product_document_id: documentId,
        rater: 'visitor:restored',
        value: 1,
        rated_at: new Date(),
      });
      const { drifted } = await rebuild.rebuildAll();
      const mine = drifted.filter(({ productDocumentId }) => productDocumentId === documentId);
      expect(new Set(mine.map(({ column }) => column))).toEqual(
        new Set(['ratingCount', 'ratingSum', 'ratingAverage'])
      );
      expect(await copiesOf(documentId)).toEqual(Array(2).fill([3, 10, 3.33]));
      expect((await rebuild.rebuildAll()).drifted).toEqual([]);
    });
  });

  it('sorts by the average, then by how many said so; who has none comes last', async () => {
    const word = 'ranking';
    const make = async (title: string, values: number[]) => {
      const { slug } = await product({ title, fields: { keywords: word } });
      for (const value of values) await rate(slug, value);
    };
    await make('none', []);
    await make('four once', [4]);
    await make('four twice', [4, 4]);
    await make('five', [5]);
    await make('one', [1]);
    const sorted = await cards(`&q=${word}&sort=rating`);
    expect(sorted.map(({ title }) => title)).toEqual([
      'five',
      'four twice',
      'four once',
      'one',
      'none',
    ]);
  });

  it('the database itself takes no second rating of the same rater, and none outside 1 to 5', async () => {
    const db = shop.strapi.db.connection;
    const row = { product_document_id: 'p', rater: 'r', value: 5, rated_at: new Date() };
    await db(TABLES.ratings).insert(row);
    const refusal = (message: RegExp) => ({ message: expect.stringMatching(message) });
    await expect(db(TABLES.ratings).insert(row)).rejects.toMatchObject(
      refusal(/unique|duplicate/i)
    );
    for (const value of [0, 6]) {
      await expect(
        db(TABLES.ratings).insert({ ...row, rater: `r${value}`, value })
      ).rejects.toMatchObject(refusal(/check|constraint/i));
    }
    await db(TABLES.ratings).where({ product_document_id: 'p' }).delete();
  });
});
