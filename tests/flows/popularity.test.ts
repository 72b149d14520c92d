import { shopOf } from '../../server/compose';
import type { CardDto } from '../../server/contracts/catalogue';
import { addCounts, dayOf } from '../../server/storage/product-counts';
import { TABLES } from '../../server/storage/tables';
import { UIDS } from '../../content-types/uids';
import { countStatements } from '../support/count-statements';
import {
  documents,
  makeProduct,
  type MadeProduct,
  rowsOf,
  type ProductWish,
} from '../support/shop';
import { API, freshKey, shopperOf } from '../support/shopper';
import { startStrapi, type RunningShop } from '../support/strapi';
import { stopWhenIdle } from './products/kit';

/** How often a product is put in carts and ordered: what a list is sorted by when it is sorted by popularity. */

let shop: RunningShop;

beforeAll(async () => {
  shop = await startStrapi();
});
afterAll(() => stopWhenIdle(shop));

const product = (wish?: ProductWish) => makeProduct(shop.strapi, wish);
const visitor = () => shopperOf(shop);
const times = <Result>(count: number, run: (index: number) => Promise<Result>) =>
  Promise.all(Array.from({ length: count }, (_, index) => run(index)));
/** `[in carts, ordered]`, on all days. */
async function countsOf({ documentId }: Pick<MadeProduct, 'documentId'>) {
  await shopOf(shop.strapi).popularity.flush();
  const rows = await rowsOf(shop.strapi, TABLES.productCounts, {
    product_document_id: documentId,
  });
  const sum = (column: string) => rows.reduce((total, row) => total + Number(row[column]), 0);
  return [sum('cart_count'), sum('order_count')];
}

describe('a cart counts a product', () => {
  it('once for each request that adds it, however many units', async () => {
    const mug = await product();
    const ada = visitor();
    await ada.add(mug.sku, 7);
    expect(await countsOf(mug)).toEqual([1, 0]);
    await ada.add(mug.sku, 3);
    await visitor().add(mug.sku);
    expect(await countsOf(mug)).toEqual([3, 0]);
    const [row, ...others] = await rowsOf(shop.strapi, TABLES.productCounts, {
      product_document_id: mug.documentId,
    });
    expect([row!['day'], others]).toEqual([new Date().toISOString().slice(0, 10), []]);
  });

  it('when its quantity grows, and not when it shrinks, stays or goes', async () => {
    const [mug, plate] = [await product(), await product()];
    const ada = visitor();
    const { items } = (
      await ada.bulk(
        'add',
        [mug, plate].map(({ sku }) => ({ sku, quantity: 2 }))
      )
    ).body.data;
    await ada.setQuantity(items[0].id, 3);
    expect(await countsOf(mug)).toEqual([2, 0]);
    await ada.setQuantity(items[0].id, 3);
    await ada.setQuantity(items[0].id, 1);
    await ada.bulk('set', [{ sku: mug.sku, quantity: 1 }]);
    await ada.remove(items[0].id);
    await ada.clear();
    await ada.cart();
    expect([await countsOf(mug), await countsOf(plate)]).toEqual([
      [2, 0],
      [1, 0],
    ]);
  });

  it('once when several of its variations are added together', async () => {
    const shirt = await product({ options: { Size: ['S', 'M', 'L'] } });
    await visitor().bulk(
      'add',
      shirt.skus.map((sku) => ({ sku }))
    );
    expect(await countsOf(shirt)).toEqual([1, 0]);
  });

  it('not when the add is refused, nor when it repeats one', async () => {
    const rare = await product({ stock: 1 });
    expect((await visitor().add(rare.sku, 2)).status).toBe(409);
    expect(await countsOf(rare)).toEqual([0, 0]);
    const headers = { 'Idempotency-Key': freshKey() };
    const ada = visitor();
    await ada.cart();
    const [first, again] = [
      await ada.add(rare.sku, 1, {}, headers),
      await shopperOf(shop).add(rare.sku, 1, {}, headers),
    ];
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body.data.token).toBe(first.body.data.token);
    expect(await countsOf(rare)).toEqual([1, 0]);
  });

  it('without a statement in any request: all that was gathered is written in one', async () => {
    const made = await times(5, () => product());
    const counted = async (run: () => Promise<unknown>) =>
      (await countStatements(shop.strapi, run)).statements.filter((sql) =>
        sql.includes(TABLES.productCounts)
      ).length;
    const ada = visitor();
    const all = made.map(({ sku }) => ({ sku }));
    const { flush } = shopOf(shop.strapi).popularity;
    await flush();
    expect(await counted(() => ada.bulk('add', all))).toBe(0);
    expect(await counted(() => ada.checkout())).toBe(0);
    const brian = visitor();
    const addAndFlush = async () => {
      await brian.bulk('add', all);
      await brian.checkout();
      await flush();
      await flush();
    };
    expect(await counted(addAndFlush)).toBe(1);
  });
});

describe('an order counts a product', () => {
  it('once, however many units and variations', async () => {
    const shirt = await product({ options: { Size: ['S', 'M'] } });
    const mug = await product();
    const ada = visitor();
    await ada.bulk('add', [
      { sku: shirt.skus[0]!, quantity: 9 },
      { sku: shirt.skus[1]! },
      { sku: mug.sku },
    ]);
    expect((await ada.checkout()).status).toBe(201);
    expect([await countsOf(shirt), await countsOf(mug)]).toEqual([
      [1, 1],
      [1, 1],
    ]);
  });

  it('not when it repeats an order, nor when it is refused', async () => {
    const mug = await product({ stock: 5 });
    const ada = visitor();
    await ada.add(mug.sku);
    expect((await ada.checkout({ email: 'nobody' })).status).toBe(400);
    expect(await countsOf(mug)).toEqual([1, 0]);
    const headers = { 'Idempotency-Key': freshKey() };
    const answers = await times(6, () => ada.checkout({}, headers));
    expect(answers.filter(({ status }) => status === 201).length).toBeGreaterThanOrEqual(1);
    await ada.checkout();
    await ada.checkout({}, headers);
    expect(await rowsOf(shop.strapi, TABLES.orders, { email: 'ada@example.com' })).not.toEqual([]);
    expect(await countsOf(mug)).toEqual([1, 1]);
  });

  it('placed by thirty shoppers at once, with the same things in another order: none is lost', async () => {
    const made = await times(3, () => product());
    const shoppers = await times(30, async (index) => {
      const ada = visitor();
      const turned = [...made.slice(index % 3), ...made.slice(0, index % 3)];
      const added = await ada.bulk(
        'add',
        turned.map(({ sku }) => ({ sku }))
      );
      expect(added.status).toBe(201);
      return ada;
    });
    for (const one of made) expect(await countsOf(one)).toEqual([30, 0]);
    const placed = await times(30, (index) => shoppers[index]!.checkout());
    expect(new Set(placed.map(({ status }) => status))).toEqual(new Set([201]));
    for (const one of made) expect(await countsOf(one)).toEqual([30, 30]);
  });
});

it('two servers that write the same products at once lose no count', async () => {
  const made = await times(20, () => product());
  const { database } = shopOf(shop.strapi);
  const day = dayOf(new Date());
  const counts = made.map(({ documentId: productDocumentId }) => ({
    productDocumentId,
    day,
    inCarts: 1,
    ordered: 2,
  }));
  await times(10, (index) =>
    database.transaction((trx) => addCounts(trx, index % 2 ? counts : [...counts].reverse()))
  );
  for (const one of made) expect(await countsOf(one)).toEqual([10, 20]);
});

it('shoppers get their answer when the database takes no counts', async () => {
  const mug = await product();
  const rename = (from: string, to: string) =>
    shop.strapi.db.connection.schema.renameTable(from, to);
  await rename(TABLES.productCounts, 'cartwright_counts_away');
  try {
    const ada = visitor();
    expect((await ada.add(mug.sku)).status).toBe(201);
    expect((await ada.checkout()).status).toBe(201);
    await shopOf(shop.strapi).popularity.flush();
  } finally {
    await rename('cartwright_counts_away', TABLES.productCounts);
  }
  expect(await countsOf(mug)).toEqual([0, 0]);
});

it('a deleted product leaves no counts behind', async () => {
  const mug = await product();
  await visitor().add(mug.sku);
  expect(await countsOf(mug)).toEqual([1, 0]);
  await documents(shop.strapi, UIDS.product).delete({ documentId: mug.documentId });
  expect(
    await rowsOf(shop.strapi, TABLES.productCounts, {
      product_document_id: mug.documentId,
    })
  ).toEqual([]);
});

describe('a list by popularity', () => {
  const DAY = 24 * 60 * 60 * 1000;
  const daysAgo = (days: number) => dayOf(new Date(Date.now() - days * DAY));
  const sorted = async (word: string) => {
    await shopOf(shop.strapi).popularity.flush();
    const { body } = await shop.http().get(`${API}/catalog/products?sort=popularity&q=${word}`);
    return body.data.map(({ title }: CardDto) => title);
  };
  const make = (title: string, word: string) => product({ title, fields: { keywords: word } });
  const counted = ({ documentId }: MadeProduct, day: string, carts: number, orders: number) =>
    shop.strapi.db.connection(TABLES.productCounts).insert({
      product_document_id: documentId,
      day,
      cart_count: carts,
      order_count: orders,
    });

  it('puts first what shoppers want: an order weighs as much as five carts', async () => {
    const [carts, order, none] = [
      await make('carts', 'weight'),
      await make('order', 'weight'),
      await make('none', 'weight'),
    ];
    await counted(carts, daysAgo(1), 4, 0);
    await counted(order, daysAgo(2), 0, 1);
    expect(await sorted('weight')).toEqual(['order', 'carts', 'none']);
    await visitor().add(carts.sku);
    await visitor().add(carts.sku);
    expect(await sorted('weight')).toEqual(['carts', 'order', 'none']);
    const ada = visitor();
    await ada.add(none.sku);
    await ada.checkout();
    await visitor().add(none.sku);
    expect(await sorted('weight')).toEqual(['none', 'carts', 'order']);
  });

  it('looks at the last thirty days', async () => {
    const [old, recent] = [await make('old', 'window'), await make('recent', 'window')];
    await counted(old, daysAgo(30), 0, 1000);
    await counted(recent, daysAgo(29), 1, 0);
    expect(await sorted('window')).toEqual(['recent', 'old']);
    await counted(old, daysAgo(29), 2, 0);
    expect(await sorted('window')).toEqual(['old', 'recent']);
  });

  it('shows a product that nobody wanted lately, the newest first', async () => {
    for (const title of ['first', 'second', 'third']) await make(title, 'quiet');
    expect(await sorted('quiet')).toEqual(['third', 'second', 'first']);
  });
});

it('a rebuild finds nothing to mend in it', async () => {
  expect((await shopOf(shop.strapi).rebuild.rebuildAll({ dryRun: true })).drifted).toEqual([]);
});
