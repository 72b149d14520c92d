import { shopOf } from '../../server/compose';
import { purgeOldCarts } from '../../server/schedule';
import { createCartPurge, type PurgeRequest } from '../../server/services/cart-purge';
import { countRows, makeProduct, rowsOf } from '../support/shop';
import { freshKey, shopperOf, type TestShopper } from '../support/shopper';
import { type RunningShop, startStrapi } from '../support/strapi';

/** D-50: carts that nobody comes back to. Runs on SQLite, PostgreSQL and MariaDB/MySQL. */

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;
const NOW = new Date('2026-03-01T12:00:00.000Z');

let shop: RunningShop;
let sku: string;
beforeAll(async () => {
  shop = await startStrapi();
  ({ sku } = await makeProduct(shop.strapi));
});
afterAll(() => shop.stop());
beforeEach(async () => {
  await shop.strapi.db.connection('cartwright_cart_items').delete();
  await shop.strapi.db.connection('cartwright_carts').delete();
});

/** By a clock that stands still; carts are as old as it says. */
const purge = (request?: PurgeRequest) => {
  const { settings, database } = shopOf(shop.strapi);
  return createCartPurge({ settings, database, clock: () => NOW }).purge(request);
};
const isKept = async (age: number, request?: PurgeRequest): Promise<boolean> => {
  const guest = await cartOfAge(age);
  const { carts } = await purge(request);
  const kept = (await guest.cart()).body.data.version > 0;
  expect(carts).toBe(kept ? 0 : 1);
  return kept;
};
async function cartOfAge(age: number, { ordered = false } = {}): Promise<TestShopper> {
  const guest = shopperOf(shop);
  await guest.add(sku, 2);
  if (ordered) expect((await guest.checkout()).status).toBe(201);
  const [newest] = (await rowsOf(shop.strapi, 'cartwright_carts')).slice(-1);
  await shop.strapi.db
    .connection('cartwright_carts')
    .where({ id: newest!['id'] })
    .update({ last_activity_at: new Date(NOW.getTime() - age) });
  return guest;
}
const counts = async () => {
  const { cartwright_carts: carts, cartwright_cart_items: lines } = await countRows(shop.strapi);
  return { carts, lines };
};

describe('a cart is purged by its last activity', () => {
  it.each([
    ['100 days', 100 * DAY, { days: 90 }, false],
    ['10 days', 10 * DAY, { days: 90 }, true],
    ['91 days, by default', 91 * DAY, undefined, false],
    ['89 days, by default', 89 * DAY, undefined, true],
    ['90 days and a second', 90 * DAY + SECOND, { days: 90 }, false],
    ['90 days to the second', 90 * DAY, { days: 90 }, false],
    ['90 days less a second', 90 * DAY - SECOND, { days: 90 }, true],
    ['89 days, 23 hours and 59 minutes', 90 * DAY - MINUTE, { days: 90 }, true],
    ['a day, when one is asked for', DAY + SECOND, { days: 1 }, false],
  ])('%s old', async (_, age, request, kept) => {
    expect(await isKept(age, request)).toBe(kept);
    expect(await counts()).toEqual(kept ? { carts: 1, lines: 1 } : { carts: 0, lines: 0 });
  });

  it('takes its lines along, and nobody else’s', async () => {
    await cartOfAge(100 * DAY);
    await cartOfAge(100 * DAY);
    const young = await cartOfAge(DAY);
    expect(await counts()).toEqual({ carts: 3, lines: 3 });
    expect(await purge()).toEqual({ carts: 2 });
    expect(await counts()).toEqual({ carts: 1, lines: 1 });
    expect((await young.cart()).body.data.totalQuantity).toBe(2);
    expect(await purge()).toEqual({ carts: 0 });
  });

  it('only counts when it is a dry run', async () => {
    await cartOfAge(100 * DAY);
    await cartOfAge(100 * DAY, { ordered: true });
    expect(await purge({ dryRun: true })).toEqual({ carts: 1 });
    expect(await purge({ dryRun: true, includeCheckedOut: true })).toEqual({ carts: 2 });
    expect(await counts()).toEqual({ carts: 2, lines: 2 });
  });

  it.each([0, -5, 1.5, NaN, Infinity, 36_501, '90', null])(
    'refuses %p days and removes nothing',
    async (days) => {
      await cartOfAge(100 * DAY);
      await expect(purge({ days: days as number })).rejects.toMatchObject({
        code: 'invalid_input',
      });
      expect(await counts()).toEqual({ carts: 1, lines: 1 });
    }
  );

  it('in several portions, when there are many', async () => {
    await cartOfAge(100 * DAY);
    const [{ id: _, ...row }] = (await rowsOf(shop.strapi, 'cartwright_carts')) as [
      Record<string, unknown>,
    ];
    const copies = Array.from({ length: 450 }, (_copy, index) => ({
      ...row,
      document_id: `copy-${index}`,
      token_hash: `copy-${index}`,
      last_activity_at: new Date(NOW.getTime() - (index % 3 === 0 ? 10 : 100) * DAY),
      ...Object.fromEntries(['totals', 'shown_prices'].map((name) => [name, null])),
    }));
    await shop.strapi.db.connection.batchInsert('cartwright_carts', copies, 50);
    expect(await purge()).toEqual({ carts: 301 });
    expect(await counts()).toEqual({ carts: 150, lines: 0 });
  });
});

describe('a cart that was ordered', () => {
  it('stays, unless it is asked for; its order is read as before, and placed once', async () => {
    const guest = await cartOfAge(100 * DAY, { ordered: true });
    expect(await purge()).toEqual({ carts: 0 });
    const { order } = (await guest.checkout()).body.data;
    expect(await purge({ includeCheckedOut: true })).toEqual({ carts: 1 });
    expect(await counts()).toEqual({ carts: 0, lines: 0 });
    const { status, body } = await guest.send('get', `/orders/${order.token}`);
    expect([status, body.data]).toEqual([200, order]);
  });
});

describe('while shoppers are about', () => {
  it('a cart that is being written to is waited for, and stays', async () => {
    const guest = await cartOfAge(100 * DAY);
    const { connection } = shop.strapi.db;
    const writer = await connection.transaction();
    await writer('cartwright_carts').where('id', '>', 0).forUpdate().select('id');
    const purging = purge();
    await new Promise((resolve) => setTimeout(resolve, 200));
    await writer('cartwright_carts').update({ last_activity_at: NOW });
    await writer.commit();
    expect(await purging).toEqual({ carts: 0 });
    expect((await guest.cart()).body.data.totalQuantity).toBe(2);
  });

  it('what a shopper was told is in the cart stays in it, whoever came first', async () => {
    const guests: TestShopper[] = [];
    for (let index = 0; index < 12; index += 1) guests.push(await cartOfAge(100 * DAY));
    const adding = guests.map((guest) => guest.add(sku));
    const purging = [purge(), purge(), purge()];
    const answers = await Promise.all(adding);
    const purged = (await Promise.all(purging)).reduce((sum, { carts }) => sum + carts, 0);
    for (const [index, { status, body }] of answers.entries()) {
      expect(body.data.totalQuantity).toBe(status === 201 ? 1 : 3);
      const { data } = (await guests[index]!.cart()).body;
      expect(data.totalQuantity).toBe(body.data.totalQuantity);
    }
    expect(purged).toBe(answers.filter(({ status }) => status === 201).length);
  });
});

describe('every night', () => {
  it('old carts go, and keys of requests from before yesterday', async () => {
    const guest = shopperOf(shop);
    const [old, fresh] = [freshKey(), freshKey()];
    await guest.add(sku, 1, {}, { 'Idempotency-Key': old });
    const keys = shop.strapi.db.connection('cartwright_idempotency_keys');
    await keys.clone().update({ created_at: new Date(Date.now() - DAY - MINUTE) });
    await shopperOf(shop).add(sku, 1, {}, { 'Idempotency-Key': fresh });
    const carts = shop.strapi.db.connection('cartwright_carts');
    await carts.clone().update({ last_activity_at: new Date(Date.now() - 89 * DAY) });
    const [first] = await rowsOf(shop.strapi, 'cartwright_carts');
    await carts
      .clone()
      .where({ id: first!['id'] })
      .update({ last_activity_at: new Date(Date.now() - 91 * DAY) });

    await Promise.all([purgeOldCarts(shop.strapi), purgeOldCarts(shop.strapi)]);
    expect(await counts()).toEqual({ carts: 1, lines: 1 });
    expect(await rowsOf(shop.strapi, 'cartwright_idempotency_keys')).toHaveLength(1);
  });

  it('trouble is logged, and does not end the process', async () => {
    const told = jest.spyOn(shop.strapi.log, 'error').mockReturnValue(shop.strapi.log);
    const broken = jest
      .spyOn(shopOf(shop.strapi).cartPurge, 'purge')
      .mockRejectedValue(new Error('no database'));
    await purgeOldCarts(shop.strapi);
    expect(told).toHaveBeenCalledWith(expect.stringContaining('no database'));
    broken.mockRestore();
    told.mockRestore();
  });

  it('a site may call it by its service', async () => {
    const carts = shop.strapi.plugin('cartwright').service('carts');
    expect(await carts.purge({ days: 30, dryRun: true })).toEqual({ carts: 0 });
    expect(await carts.purge()).toEqual({ carts: 0 });
    expect(typeof carts.addItems).toBe('function');
  });
});
