import type { Response } from 'supertest';

import { shopOf } from '../../server/compose';
import type { CartItemDto } from '../../server/contracts/cart';
import type { TaxRequest } from '../../server/providers/tax';
import { forgetHolds } from '../../server/schedule';
import { countStatements } from '../support/count-statements';
import { changeVariation, documents, makeProduct, rowsOf, stockOf } from '../support/shop';
import {
  DETAILS,
  makeAccount,
  shopperOf,
  type ShopperOptions,
  type TestShopper,
} from '../support/shopper';
import { makeStaff, type Staff } from '../support/staff';
import { startStrapi, type RunningShop } from '../support/strapi';

/**
 * `stock.hold: 'cart'`: what is in a cart is kept from others for a while, as classic shops do (rules 7.1, 7.3). Runs on
 * SQLite, PostgreSQL and MariaDB/MySQL.
 */

const COURSE = 'api::course.course';
const MINUTE = 60 * 1000;

let shop: RunningShop;
let grace: Staff;
/** What happens once between the moment an order is priced and the transaction that writes it. */
let meanwhile: (() => Promise<unknown>) | null = null;

beforeAll(async () => {
  shop = await startStrapi({
    cartwright: {
      stock: { hold: 'cart', holdMinutes: 20 },
      sellables: { [COURSE]: { title: 'title', price: 'price', stock: 'seats' } },
      providers: {
        tax: {
          name: 'slow',
          tax: async ({ items }: TaxRequest) => {
            const happening = meanwhile;
            meanwhile = null;
            await happening?.();
            return { items: items.map(() => null), shipping: null };
          },
        },
      },
    },
  });
  grace = await makeStaff(shop);
});
afterAll(() => shop.stop());

const product = (stock: number | null) => makeProduct(shop.strapi, { stock });
const visitor = (options?: ShopperOptions) => shopperOf(shop, options);
const refusal = ({ body }: Response) => body.error?.details;
const times = <Result>(count: number, run: (index: number) => Promise<Result>) =>
  Promise.all(Array.from({ length: count }, (_, index) => run(index)));
const outOf = (sku: string, requested: number, available: number) => ({
  code: 'insufficient_stock',
  sku,
  requested,
  available,
});

/** A cart with this in it. */
async function cartWith(items: { sku: string; quantity?: number }[], options?: ShopperOptions) {
  const ada = visitor(options);
  for (const { sku, quantity } of items) {
    expect(refusal(await ada.add(sku, quantity))).toBeUndefined();
  }
  return ada;
}
const itemOf = async (ada: TestShopper, sku: string): Promise<CartItemDto> =>
  (await ada.cart()).body.data.items.find((item: CartItemDto) => item.sku === sku);

/** What is kept of a thing, by cart. */
const heldOf = async (documentId: string) =>
  (await rowsOf(shop.strapi, 'cartwright_stock_holds', { variation_document_id: documentId })).map(
    ({ quantity }) => Number(quantity)
  );
const variationOf = ({ variations }: Awaited<ReturnType<typeof product>>) =>
  variations[0]!.documentId;

/** As if so many minutes had gone by since anybody touched a cart. */
async function idle(minutes: number): Promise<void> {
  const holds = shop.strapi.db.connection('cartwright_stock_holds');
  for (const { id, expires_at: until } of await rowsOf(shop.strapi, 'cartwright_stock_holds')) {
    const earlier = new Date(new Date(until as string | number).getTime() - minutes * MINUTE);
    await holds.clone().where({ id }).update({ expires_at: earlier });
  }
}

describe('a cart', () => {
  it('ST4: keeps what is in it: others find the rest, and all of it once the cart is empty', async () => {
    const mug = await product(10);
    const ada = await cartWith([{ sku: mug.sku, quantity: 10 }]);
    const bob = visitor();
    expect(refusal(await bob.add(mug.sku))).toEqual(outOf(mug.sku, 1, 0));
    // Its own units stand in nobody's way but the others'.
    expect(await itemOf(ada, mug.sku)).toMatchObject({ available: 10, purchasable: true });
    expect(await stockOf(shop.strapi, mug.sku)).toBe(10);

    await ada.clear();
    expect(await heldOf(variationOf(mug))).toEqual([]);
    const answer = await bob.add(mug.sku, 10);
    expect(answer.body.data.items).toMatchObject([{ quantity: 10, available: 10 }]);
  });

  it('keeps as many as it wants: more, fewer, none', async () => {
    const mug = await product(5);
    const ada = await cartWith([{ sku: mug.sku, quantity: 2 }]);
    const bob = await cartWith([{ sku: mug.sku, quantity: 2 }]);
    const [mine] = (await ada.cart()).body.data.items;
    expect(refusal(await ada.setQuantity(mine.id, 4))).toEqual(outOf(mug.sku, 4, 3));
    expect(await heldOf(variationOf(mug))).toEqual([2, 2]);
    await ada.setQuantity(mine.id, 3);
    expect(await heldOf(variationOf(mug))).toEqual([3, 2]);
    const [his] = (await bob.cart()).body.data.items;
    await bob.setQuantity(his.id, 1);
    await ada.setQuantity(mine.id, 4);
    expect(await heldOf(variationOf(mug))).toEqual([4, 1]);
    await ada.remove(mine.id);
    expect(await heldOf(variationOf(mug))).toEqual([1]);
    expect((await itemOf(bob, mug.sku)).available).toBe(5);
  });

  it('keeps the units of all its lines of one thing together', async () => {
    const mug = await product(5);
    const ada = await cartWith([{ sku: mug.sku, quantity: 2 }]);
    await ada.add(mug.sku, 2, { data: { engraving: 'Ada' } });
    expect(await heldOf(variationOf(mug))).toEqual([4]);
    expect(refusal(await visitor().add(mug.sku, 2))).toEqual(outOf(mug.sku, 2, 1));
  });

  it('keeps nothing of what is not counted', async () => {
    const mug = await product(null);
    await cartWith([{ sku: mug.sku, quantity: 9 }]);
    expect(await heldOf(variationOf(mug))).toEqual([]);
    await cartWith([{ sku: mug.sku, quantity: 900 }]);
  });

  it('that is refused keeps nothing, and what it kept before', async () => {
    const [mug, pen] = [await product(3), await product(1)];
    const ada = await cartWith([{ sku: mug.sku }]);
    const bulk = await ada.bulk('add', [
      { sku: mug.sku, quantity: 1 },
      { sku: pen.sku, quantity: 2 },
    ]);
    expect(refusal(bulk)).toMatchObject({ code: 'insufficient_stock', available: 1 });
    expect(await heldOf(variationOf(mug))).toEqual([1]);
    expect(await heldOf(variationOf(pen))).toEqual([]);
  });

  it('keeps places of other types, too, apart from variations', async () => {
    const courses = documents(shop.strapi, COURSE);
    const { documentId } = await courses.create({
      data: { title: 'Sewing', price: 12, seats: 2 },
      status: 'published',
    });
    const put = (ada: TestShopper, quantity: number) =>
      ada.send('post', '/cart/items', { type: COURSE, documentId, quantity });
    const ada = visitor();
    expect((await put(ada, 2)).status).toBe(201);
    expect(refusal(await put(visitor(), 1))).toMatchObject({ available: 0 });
    const [row] = await rowsOf(shop.strapi, 'cartwright_stock_holds', {
      variation_document_id: documentId,
    });
    expect(row).toMatchObject({ type: COURSE, quantity: 2 });
    expect((await ada.checkout()).status).toBe(201);
    expect(await heldOf(documentId)).toEqual([]);
    expect(refusal(await put(visitor(), 1))).toMatchObject({ available: 0 });
  });

  it('restored from elsewhere is clamped to what others have left, and keeps that', async () => {
    const mug = await product(5);
    const ada = await cartWith([{ sku: mug.sku, quantity: 4 }]);
    const payload = (await ada.send('get', '/cart/export')).body.data;
    const bob = visitor();
    const { items, notices } = (await bob.send('post', '/cart/restore', payload)).body.data;
    expect(items).toMatchObject([{ quantity: 1, available: 1 }]);
    expect(notices).toMatchObject([{ code: 'quantity_clamped', requested: 4, quantity: 1 }]);
    expect(await heldOf(variationOf(mug))).toEqual([4, 1]);
  });
});

describe('time', () => {
  it('ST20: a hold that ran out is anybody’s: who took the unit keeps it, and the other one is told', async () => {
    const mug = await product(1);
    const ada = await cartWith([{ sku: mug.sku }]);
    await idle(20);
    const bob = await cartWith([{ sku: mug.sku }]);

    // Looking changes nothing, and tells the same.
    for (const answer of [await ada.cart(), await ada.say({ instructions: 'Ring twice' })]) {
      const data = answer.body.data.cart ?? answer.body.data;
      expect(data.items).toMatchObject([{ quantity: 1, available: 0, purchasable: false }]);
      expect(data.notices).toMatchObject([{ code: 'insufficient_stock', available: 0 }]);
    }
    expect(await heldOf(variationOf(mug))).toEqual([1]);
    expect((await bob.cart()).body.data).toMatchObject({
      items: [{ available: 1, purchasable: true }],
      notices: [],
    });
    expect(refusal(await ada.checkout())).toMatchObject({ code: 'insufficient_stock' });
    expect((await bob.checkout()).status).toBe(201);
    expect(await stockOf(shop.strapi, mug.sku)).toBe(0);
  });

  it('goes by from the last write on; a look keeps nothing longer', async () => {
    const mug = await product(1);
    const ada = await cartWith([{ sku: mug.sku }]);
    await idle(19);
    await ada.say({ instructions: 'Ring twice' });
    await idle(19);
    expect(refusal(await visitor().add(mug.sku))).toMatchObject({ available: 0 });
    await ada.cart();
    await idle(1);
    expect((await visitor().add(mug.sku)).status).toBe(201);
  });

  it('gives a unit back to the cart that comes first after it ran out, with nobody told', async () => {
    const mug = await product(1);
    const ada = await cartWith([{ sku: mug.sku }]);
    await idle(25);
    const [item] = (await ada.cart()).body.data.items;
    expect(item).toMatchObject({ available: 1, purchasable: true });
    expect((await ada.setQuantity(item.id, 1)).status).toBe(200);
    expect(refusal(await visitor().add(mug.sku))).toMatchObject({ available: 0 });
  });

  it('a cart that lost a part of its units keeps the rest', async () => {
    const mug = await product(3);
    const ada = await cartWith([{ sku: mug.sku, quantity: 3 }]);
    await idle(20);
    await cartWith([{ sku: mug.sku, quantity: 1 }]);
    const { notices } = (await ada.say({ instructions: 'Ring' })).body.data.cart;
    expect(notices).toMatchObject([{ code: 'insufficient_stock', available: 2 }]);
    expect(await heldOf(variationOf(mug))).toEqual([1, 2]);
    expect(refusal(await visitor().add(mug.sku))).toMatchObject({ available: 0 });
  });

  it('an order needs no hold of its own, only that nobody else has one', async () => {
    const mug = await product(1);
    const ada = await cartWith([{ sku: mug.sku }]);
    await idle(60);
    expect((await ada.checkout()).status).toBe(201);
    expect(await heldOf(variationOf(mug))).toEqual([]);
    expect(await stockOf(shop.strapi, mug.sku)).toBe(0);
  });

  it('what ran out is forgotten after a while, and nothing else', async () => {
    const mug = await product(9);
    await cartWith([{ sku: mug.sku, quantity: 2 }]);
    await idle(31);
    await cartWith([{ sku: mug.sku, quantity: 3 }]);
    await idle(1);
    await Promise.all([forgetHolds(shop.strapi), forgetHolds(shop.strapi)]);
    expect(await heldOf(variationOf(mug))).toEqual([3]);
  });
});

describe('an order', () => {
  it('takes what its cart kept: the stock goes down, and the hold is gone', async () => {
    const mug = await product(5);
    const ada = await cartWith([{ sku: mug.sku, quantity: 3 }]);
    const bob = await cartWith([{ sku: mug.sku, quantity: 2 }]);
    expect((await ada.checkout()).status).toBe(201);
    expect(await stockOf(shop.strapi, mug.sku)).toBe(2);
    expect(await heldOf(variationOf(mug))).toEqual([2]);
    expect(await itemOf(bob, mug.sku)).toMatchObject({ available: 2, purchasable: true });
    expect((await bob.checkout()).status).toBe(201);
    expect(await stockOf(shop.strapi, mug.sku)).toBe(0);
  });

  it('leaves alone what others keep, also units that came into the cart before they did', async () => {
    const mug = await product(2);
    const ada = await cartWith([{ sku: mug.sku, quantity: 2 }]);
    await idle(20);
    const bob = await cartWith([{ sku: mug.sku, quantity: 1 }]);
    expect(refusal(await ada.checkout())).toEqual(outOf(mug.sku, 2, 1));
    expect((await bob.checkout()).status).toBe(201);
  });

  it('finds the last unit in another cart, where it was put while the order was being priced', async () => {
    const mug = await product(1);
    const ada = await cartWith([{ sku: mug.sku }]);
    await idle(20);
    const bob = visitor();
    meanwhile = async () => {
      expect((await bob.add(mug.sku)).status).toBe(201);
    };
    expect(refusal(await ada.checkout())).toEqual(outOf(mug.sku, 1, 0));
    expect((await bob.checkout()).status).toBe(201);
  });

  it('of the staff leaves alone what carts keep, too', async () => {
    const mug = await product(2);
    const ada = await cartWith([{ sku: mug.sku, quantity: 1 }]);
    const order = (quantity: number) =>
      grace.send('post', '/orders', { ...DETAILS, items: [{ sku: mug.sku, quantity }] });
    expect(refusal(await order(2))).toEqual(outOf(mug.sku, 2, 1));
    expect((await order(1)).status).toBe(201);
    expect((await ada.checkout()).status).toBe(201);
    expect(await stockOf(shop.strapi, mug.sku)).toBe(0);
  });

  it('that is edited grows by what no cart keeps', async () => {
    const mug = await product(3);
    const bob = await cartWith([{ sku: mug.sku }]);
    const placed = await grace.find((await bob.checkout()).body.data.order);
    const ada = await cartWith([{ sku: mug.sku, quantity: 2 }]);
    const more = { quantities: [{ id: placed.items[0]!.id, quantity: 2 }], expectedTotal: '20.00' };
    expect(refusal(await grace.step(placed, 'edit', more))).toEqual(outOf(mug.sku, 1, 0));
    await ada.clear();
    expect((await grace.step(placed, 'edit', more)).status).toBe(200);
    expect(await stockOf(shop.strapi, mug.sku)).toBe(1);
  });

  it('that is cancelled gives its units back to all, and its cart keeps them again when it is touched', async () => {
    const mug = await product(2);
    const ada = await cartWith([{ sku: mug.sku, quantity: 2 }]);
    const { token } = (await ada.checkout()).body.data.order;
    expect((await visitor().send('post', `/orders/${token}/cancel`)).status).toBe(200);
    expect(await stockOf(shop.strapi, mug.sku)).toBe(2);
    expect(await heldOf(variationOf(mug))).toEqual([]);
    const { items } = (await ada.cart()).body.data;
    expect(items).toMatchObject([{ quantity: 2, purchasable: true }]);
    await ada.setQuantity(items[0].id, 1);
    expect(await heldOf(variationOf(mug))).toEqual([1]);
  });
});

describe('the catalogue', () => {
  it('shows the stock, whatever carts keep of it', async () => {
    const mug = await product(1);
    await cartWith([{ sku: mug.sku }]);
    const { data } = (await visitor().send('get', `/catalog/products/${mug.slug}`)).body;
    expect(data).toMatchObject({ inStock: true, variations: [{ available: 1, inStock: true }] });
  });
});

describe('joining', () => {
  it('at login joins what both carts keep', async () => {
    const mug = await product(5);
    const { jwt } = await makeAccount(shop.strapi);
    await cartWith([{ sku: mug.sku, quantity: 2 }], { jwt });
    const { token } = await cartWith([{ sku: mug.sku, quantity: 3 }]);
    expect(await heldOf(variationOf(mug))).toEqual([2, 3]);
    const joined = (await visitor({ jwt, token: token! }).cart()).body.data;
    expect(joined).toMatchObject({ items: [{ quantity: 5, purchasable: true }], notices: [] });
    expect(await heldOf(variationOf(mug))).toEqual([5]);
  });

  it('on request frees what the joined cart has too much of', async () => {
    const [mug, pen] = [await product(5), await product(1)];
    const ada = await cartWith([{ sku: mug.sku, quantity: 2 }]);
    const { token } = await cartWith([{ sku: mug.sku, quantity: 3 }, { sku: pen.sku }]);
    const answer = await ada.send('post', '/cart/merge', { token, strategy: 'keep_higher' });
    expect(answer.body.data.items).toMatchObject([
      { quantity: 3, purchasable: true },
      { quantity: 1, purchasable: true },
    ]);
    expect(await heldOf(variationOf(mug))).toEqual([3]);
    expect(await heldOf(variationOf(pen))).toEqual([1]);
    expect(refusal(await visitor().add(pen.sku))).toMatchObject({ available: 0 });
  });

  it('two carts that are joined into each other keep what one of them does', async () => {
    const mug = await product(9);
    const ada = await cartWith([{ sku: mug.sku, quantity: 2 }]);
    const bob = await cartWith([{ sku: mug.sku, quantity: 3 }]);
    const [mine, his] = [ada.token!, bob.token!];
    const answers = await Promise.all([
      visitor({ token: mine }).send('post', '/cart/merge', { token: his }),
      visitor({ token: his }).send('post', '/cart/merge', { token: mine }),
    ]);
    for (const { status } of answers) expect([200, 201, 404]).toContain(status);
    expect(await heldOf(variationOf(mug))).toEqual([5]);
  });
});

describe('many at once', () => {
  it('7.1: of 20 carts that want the last unit one has it', async () => {
    const mug = await product(1);
    const answers = await times(20, () => visitor().add(mug.sku));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    const refused = answers.filter(({ status }) => status !== 201);
    expect(refused.map(refusal)).toEqual(refused.map(() => outOf(mug.sku, 1, 0)));
    expect(await heldOf(variationOf(mug))).toEqual([1]);
  });

  it('of 12 carts with something in them that want the last unit one has it', async () => {
    const [pen, mug] = [await product(50), await product(1)];
    const carts = await times(12, () => cartWith([{ sku: pen.sku }]));
    const answers = await Promise.all(carts.map((ada) => ada.add(mug.sku)));
    expect(answers.map(({ status }) => status).sort()).toEqual([
      200,
      ...Array.from({ length: 11 }, () => 409),
    ]);
    expect(await heldOf(variationOf(mug))).toEqual([1]);
    expect((await heldOf(variationOf(pen))).length).toBe(12);
  });

  it('keeps exactly what there is, in carts of several sizes and things in any order', async () => {
    const [mug, pen] = [await product(10), await product(10)];
    const carts = await times(16, async (index) => {
      const ada = visitor();
      const both = [
        { sku: mug.sku, quantity: 1 + (index % 3) },
        { sku: pen.sku, quantity: 1 },
      ];
      const { status, body } = await ada.bulk('add', index % 2 ? both : both.reverse());
      if (status !== 201) expect(body.error.details.code).toBe('insufficient_stock');
      return { ada, kept: status === 201 };
    });
    for (const thing of [mug, pen]) {
      const held = await heldOf(variationOf(thing));
      expect(held.reduce((sum, units) => sum + units, 0)).toBeLessThanOrEqual(10);
    }
    // Whoever was let in can order; nobody is told at the till.
    const keepers = carts.filter(({ kept }) => kept);
    expect(keepers.length).toBeGreaterThan(2);
    const orders = await Promise.all(keepers.map(({ ada }) => ada.checkout()));
    expect(orders.map(({ status }) => status)).toEqual(orders.map(() => 201));
    expect(await heldOf(variationOf(mug))).toEqual([]);
  });

  it('different things do not stand in each other’s way', async () => {
    const things = await times(12, () => product(5));
    const answers = await times(24, (index) => visitor().add(things[index % 12]!.sku));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
    for (const thing of things) expect(await heldOf(variationOf(thing))).toEqual([1, 1]);
  });

  it('160 adds at once to one cart keep 161', async () => {
    const mug = await product(161);
    const { token } = await cartWith([{ sku: mug.sku }]);
    const answers = await times(160, () => visitor({ token: token! }).add(mug.sku));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect(await heldOf(variationOf(mug))).toEqual([161]);
    expect(refusal(await visitor().add(mug.sku))).toMatchObject({ available: 0 });
  });

  it('orders and adds of the last units at once sell none twice', async () => {
    const mug = await product(6);
    const carts = await times(3, () => cartWith([{ sku: mug.sku, quantity: 1 }]));
    const [orders, adds] = await Promise.all([
      Promise.all(carts.map((ada) => ada.checkout())),
      times(10, () => visitor().add(mug.sku)),
    ]);
    expect(orders.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(adds.filter(({ status }) => status === 201)).toHaveLength(3);
    expect(await stockOf(shop.strapi, mug.sku)).toBe(3);
    expect(await heldOf(variationOf(mug))).toEqual([1, 1, 1]);
  });
});

it('an editor who takes units off the shelf shuts out who came last, and not everybody', async () => {
  const mug = await product(2);
  const ada = await cartWith([{ sku: mug.sku }]);
  const bob = await cartWith([{ sku: mug.sku }]);
  await changeVariation(shop.strapi, mug.sku, { stock: 1 });
  expect(await itemOf(ada, mug.sku)).toMatchObject({ available: 1, purchasable: true });
  expect(await itemOf(bob, mug.sku)).toMatchObject({ available: 0, purchasable: false });
  expect(refusal(await bob.checkout())).toMatchObject({ code: 'insufficient_stock' });
  expect((await ada.checkout()).status).toBe(201);
});

it('a purged cart keeps nothing', async () => {
  const mug = await product(1);
  await cartWith([{ sku: mug.sku }]);
  const old = new Date(Date.now() - 100 * 24 * 60 * MINUTE);
  await shop.strapi.db.connection('cartwright_carts').update({ last_activity_at: old });
  await shopOf(shop.strapi).cartPurge.purge();
  expect(await heldOf(variationOf(mug))).toEqual([]);
});

describe('statements', () => {
  const mine = async (run: () => Promise<unknown>) =>
    (await countStatements(shop.strapi, run, { only: 'cartwright' })).statements.length;

  it('are as many with 40 lines as with one', async () => {
    const names = (letter: string) => Array.from({ length: 8 }, (_, index) => `${letter}${index}`);
    const { skus } = await makeProduct(shop.strapi, {
      options: { Size: names('s'), Colour: names('c').slice(0, 5) },
      stock: 50,
    });
    const extra = await product(50);
    const counted: number[][] = [];
    for (const lines of [1, 40]) {
      const ada = visitor();
      await ada.bulk(
        'add',
        skus.slice(0, lines).map((sku) => ({ sku }))
      );
      counted.push([
        await mine(() => ada.cart()),
        await mine(() => ada.add(extra.sku)),
        await mine(() => ada.add(extra.sku)),
        await mine(() => ada.checkout()),
      ]);
    }
    expect(counted[1]).toEqual(counted[0]);
    expect(counted[0]![0]).toBeLessThanOrEqual(5);
    expect(counted[0]![1]).toBeLessThanOrEqual(15);
  });
});
