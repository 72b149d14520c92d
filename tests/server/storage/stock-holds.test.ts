import { shopOf } from '../../../server/compose';
import type { UnitsToHold } from '../../../server/domain/inventory/units-to-hold';
import { findHeldUnits, forgetHolds, saveHolds } from '../../../server/storage/stock-holds';
import { rowsOf } from '../../support/shop';
import { type RunningShop, startStrapi } from '../../support/strapi';

/** What carts keep, row by row. Runs on SQLite, PostgreSQL and MariaDB/MySQL. */

const NOON = new Date('2026-06-01T12:00:00.000Z');
const at = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000);

let shop: RunningShop;
beforeAll(async () => {
  shop = await startStrapi();
});
afterAll(() => shop.stop());
beforeEach(() => shop.strapi.db.connection('cartwright_stock_holds').delete());

const thing = (quantity: number, type = 'mug', documentId = 'one'): UnitsToHold => ({
  type,
  documentId,
  quantity,
});
const keep = (cart: string, wanted: UnitsToHold[], now = NOON, until = at(30)) =>
  shopOf(shop.strapi).database.transaction((trx) =>
    saveHolds(trx, { cart, joined: null }, wanted, { now, until })
  );
const held = async (cart: string, now = NOON, refs = [thing(1)]) =>
  findHeldUnits(shop.strapi.db.connection, refs, { cart, joined: null }, now);
const kept = async () =>
  (await rowsOf(shop.strapi, 'cartwright_stock_holds')).map(({ holder, type, quantity }) => [
    holder,
    type,
    Number(quantity),
  ]);

it('tells what the others keep, what they kept before, and the own units', async () => {
  await keep('first', [thing(2)]);
  await keep('second', [thing(3)]);
  await keep('third', [thing(4)]);
  const units = async (cart: string) => (await held(cart))[0];
  expect(await units('first')).toMatchObject({ others: 7, earlier: 0, own: 2 });
  expect(await units('second')).toMatchObject({ others: 6, earlier: 2, own: 3 });
  expect(await units('third')).toMatchObject({ others: 5, earlier: 5, own: 4 });
  expect(await units('')).toMatchObject({ others: 9, earlier: 0, own: 0 });
});

it('takes two things of one document id for two, when their types differ', async () => {
  await keep('first', [thing(2), thing(5, 'course')]);
  await keep('first', [thing(1), thing(6, 'course')]);
  expect(await kept()).toEqual([
    ['first', 'mug', 1],
    ['first', 'course', 6],
  ]);
  const [mug, course] = [await held('second', NOON, [thing(1)]), await held('first')];
  expect(mug.find(({ type }) => type === 'mug')).toMatchObject({ others: 1 });
  expect(course).toEqual([]);
  await keep('first', [thing(6, 'course')]);
  expect(await kept()).toEqual([['first', 'course', 6]]);
});

it('is over at the very instant that it lasts until', async () => {
  await keep('first', [thing(2)]);
  const last = new Date(at(30).getTime() - 1);
  expect(await held('second', last)).toMatchObject([{ others: 2 }]);
  expect(await held('second', at(30))).toEqual([]);
});

it('counts what ran out and is kept again from now on: whoever came meanwhile was first', async () => {
  await keep('first', [thing(2)]);
  await keep('second', [thing(3)], at(30), at(60));
  await keep('first', [thing(2)], at(31), at(61));
  expect(await kept()).toEqual([
    ['second', 'mug', 3],
    ['first', 'mug', 2],
  ]);
  expect(await held('first', at(31))).toMatchObject([{ others: 3, earlier: 3, own: 2 }]);
});

it('leaves the rows of others alone, also when it keeps nothing more', async () => {
  await keep('first', [thing(2)]);
  await keep('second', [thing(3)]);
  await keep('first', []);
  expect(await kept()).toEqual([['second', 'mug', 3]]);
});

it('forgets what ran out before that instant, and nothing later', async () => {
  await keep('first', [thing(2)], NOON, at(10));
  await keep('second', [thing(3)], NOON, at(11));
  const { read } = shopOf(shop.strapi).database;
  expect(await forgetHolds(read, at(11))).toBe(1);
  expect(await forgetHolds(read, at(11))).toBe(0);
  expect(await kept()).toEqual([['second', 'mug', 3]]);
});
