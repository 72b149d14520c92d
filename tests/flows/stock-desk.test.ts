import type { Response } from 'supertest';

import { UIDS } from '../../content-types/uids';
import type { StockMovementDto, StockRowDto } from '../../server/contracts/stock';
import { PERMISSIONS } from '../../server/permissions';
import { adminOf } from '../support/admin';
import { countStatements } from '../support/count-statements';
import { documents, listen, makeProduct, rowsOf, stockOf } from '../support/shop';
import { DETAILS, freshKey, shopperOf } from '../support/shopper';
import { makeStaff, type Staff } from '../support/staff';
import { startStrapi, type RunningShop } from '../support/strapi';

/** Staff see what is left, and count, receive and lose units. */

let shop: RunningShop;
let grace: Staff;
let low: { payload: unknown }[];

beforeAll(async () => {
  shop = await startStrapi({ cartwright: { currency: 'EUR', stock: { lowStockThreshold: 3 } } });
  grace = await makeStaff(shop);
  low = listen(shop.strapi, 'cartwright.stock.low');
});
afterAll(() => shop.stop());

const list = (query = '') => grace.send('get', `/stock${query}`);
const rows = async (query = ''): Promise<StockRowDto[]> => (await list(query)).body.data;
const skus = async (query = '') => (await rows(query)).map(({ sku }) => sku);
const adjust = (adjustments: object[], more: object = {}, headers?: Record<string, string>) =>
  grace.send('post', '/stock/adjust', { adjustments, reason: 'received', ...more }, headers);
const refusal = ({ status, body }: Response) => [status, body.error?.details.code];
const movementsOf = async (documentId: string): Promise<StockMovementDto[]> =>
  (await grace.send('get', `/stock/movements?variation=${documentId}`)).body.data;
const thing = async (stock: number | null, title?: string) => {
  const product = await makeProduct(shop.strapi, { stock, ...(title ? { title } : {}) });
  return { ...product, id: product.variations[0]!.documentId };
};
const copies = async (documentId: string) =>
  (await shop.strapi.db.query(UIDS.product).findMany({ where: { documentId } })).map(
    ({ stock }) => stock
  );

describe('the list', () => {
  beforeAll(async () => {
    await makeProduct(shop.strapi, {
      title: 'Linen shirt 100%',
      options: { Size: ['S', 'M'], Colour: ['Red'] },
      stock: 2,
    });
    await thing(0, 'Linen hat');
    await thing(40, 'Linen bag');
    await thing(null, 'Linen gift card');
  });

  it('shows a thing as staff know it', async () => {
    const [shirt] = await rows('?q=linen shirt red');
    expect(shirt).toMatchObject({
      sku: 'linen-shirt-100-m-red',
      options: [
        { type: 'Size', value: 'M' },
        { type: 'Colour', value: 'Red' },
      ],
      product: { title: 'Linen shirt 100%' },
      stock: 2,
      held: 0,
      awaiting: 0,
      sold30d: 0,
    });
  });

  it('has shelves, counted within the search', async () => {
    const { meta } = (await list('?q=linen')).body;
    expect(meta).toEqual({
      pagination: { page: 1, pageSize: 20, pageCount: 1, total: 5 },
      shelves: { all: 5, low: 2, out: 1, uncounted: 1 },
      lowStockThreshold: 3,
      ownInventory: false,
    });
    expect(await skus('?q=linen&shelf=out')).toEqual(['linen-hat']);
    expect(await skus('?q=linen&shelf=uncounted')).toEqual(['linen-gift-card']);
    expect(await skus('?q=linen&shelf=low')).toEqual([
      'linen-shirt-100-m-red',
      'linen-shirt-100-s-red',
    ]);
  });

  it.each([
    ['?q=SHIRT-100-M', ['linen-shirt-100-m-red']],
    ['?q=hat', ['linen-hat']],
    ['?q=linen%20m%20red', ['linen-shirt-100-m-red']],
    // Characters of LIKE mean themselves.
    ['?q=100%25', ['linen-shirt-100-m-red', 'linen-shirt-100-s-red']],
    ['?q=linen_hat', []],
    ['?q=velvet', []],
    ['?q=linen&sort=sku:desc&pageSize=1', ['linen-shirt-100-s-red']],
    ['?q=linen&sort=stock:asc&pageSize=1', ['linen-hat']],
    ['?q=linen&sort=stock:desc&pageSize=1', ['linen-bag']],
    ['?q=linen&sort=stock:desc&pageSize=1&page=5', ['linen-gift-card']],
    ['?q=linen&sort=title:asc&pageSize=2', ['linen-bag', 'linen-gift-card']],
    ['?q=linen&sort=nonsense&pageSize=1', ['linen-bag']],
  ])('%s → %j', async (query, expected) => {
    expect(await skus(query)).toEqual(expected);
  });

  it.each(['?shelf=nonsense', '?page=0', '?page=x', '?colour=red'])('%s is 400', async (query) => {
    expect(refusal(await list(query))).toEqual([400, 'invalid_input']);
  });

  it('takes the same statements for one thing and for many', async () => {
    const count = async (query: string) =>
      (await countStatements(shop.strapi, () => list(query), { only: 'cartwright' })).statements
        .length;
    const one = await count('?q=linen&pageSize=1');
    expect(await count('?q=linen&pageSize=5')).toBe(one);
    expect(one).toBeLessThanOrEqual(6);
  });

  it('leaves retired variations out', async () => {
    const product = await makeProduct(shop.strapi, {
      title: 'Retiring',
      options: { Size: ['S', 'M'] },
      stock: 1,
    });
    const { options } = await documents(shop.strapi, UIDS.product).findOne({
      documentId: product.documentId,
      populate: ['options'],
    });
    const [first] = options as { documentId: string }[];
    await documents(shop.strapi, UIDS.product).update({
      documentId: product.documentId,
      data: { options: [first!.documentId] },
    });
    expect(await skus('?q=retiring')).toEqual(['retiring-s']);
  });

  it('knows what carts hold, what waits for its payment, and what was sold', async () => {
    const mug = await thing(10, 'Counting mug');
    const ada = shopperOf(shop);
    await ada.send('post', '/cart/items', { sku: mug.sku, quantity: 3 });
    const placed = await ada.send('post', '/checkout', { ...DETAILS, paymentMethod: 'manual' });
    expect(placed.status).toBe(201);
    const waiting = { stock: 7, awaiting: 3, sold30d: 3 };
    expect(await rows('?q=counting-mug')).toEqual([expect.objectContaining(waiting)]);

    await shop.strapi.db.connection('cartwright_stock_holds').insert([
      {
        type: UIDS.productVariation,
        variation_document_id: mug.id,
        holder: 'some-cart',
        quantity: 2,
        expires_at: new Date(Date.now() + 60_000),
      },
      {
        type: UIDS.productVariation,
        variation_document_id: mug.id,
        holder: 'an-old-cart',
        quantity: 5,
        expires_at: new Date(Date.now() - 60_000),
      },
    ]);
    expect(await rows('?q=counting-mug')).toEqual([expect.objectContaining({ held: 2 })]);

    const order = await grace.find(placed.body.data.order);
    await grace.step(order, 'cancel', { reason: null });
    const back = { stock: 10, awaiting: 0, sold30d: 0 };
    expect(await rows('?q=counting-mug')).toEqual([expect.objectContaining(back)]);
  });
});

describe('an adjustment', () => {
  it('is live at once, on the product too, and written down with who and why', async () => {
    const { id, sku, documentId } = await thing(5);
    const answer = await adjust([{ documentId: id, change: 4 }], { note: ' Crate 7 ' });
    expect(answer.body.data).toEqual([expect.objectContaining({ documentId: id, stock: 9 })]);
    expect(await stockOf(shop.strapi, sku)).toBe(9);
    expect(await copies(documentId)).toEqual([9, 9]);
    expect((await movementsOf(id))[0]).toMatchObject({
      sku,
      product: { documentId },
      change: 4,
      stockAfter: 9,
      reason: 'received',
      by: grace.name,
      note: 'Crate 7',
      reference: null,
      orderDocumentId: null,
    });
  });

  it('never goes below zero, and then changes nothing', async () => {
    const one = await thing(5);
    const other = await thing(2);
    const before = await rowsOf(shop.strapi, 'cartwright_stock_movements');
    const answer = await adjust([
      { documentId: one.id, change: -3 },
      { documentId: other.id, change: -3 },
    ]);
    expect(refusal(answer)).toEqual([409, 'insufficient_stock']);
    expect(answer.body.error.details).toMatchObject({ sku: other.sku, available: 2 });
    expect(await stockOf(shop.strapi, one.sku)).toBe(5);
    expect(await rowsOf(shop.strapi, 'cartwright_stock_movements')).toEqual(before);
  });

  it('to a number holds only for what was seen', async () => {
    const { id, sku, documentId } = await thing(5);
    const late = await adjust([{ documentId: id, units: 8, seen: 6 }]);
    expect(refusal(late)).toEqual([409, 'stock_changed']);
    expect(late.body.error.details.variations).toEqual([{ documentId: id, sku, stock: 5 }]);
    expect(await stockOf(shop.strapi, sku)).toBe(5);

    expect((await adjust([{ documentId: id, units: 8, seen: 5 }])).status).toBe(200);
    expect(await copies(documentId)).toEqual([8, 8]);
    expect((await movementsOf(id))[0]).toMatchObject({ change: 3, stockAfter: 8 });
  });

  it('begins to count, and stops', async () => {
    const { id, sku, documentId } = await thing(null);
    expect(refusal(await adjust([{ documentId: id, change: 1 }]))).toEqual([400, 'invalid_input']);
    expect((await adjust([{ documentId: id, units: 6, seen: null }])).status).toBe(200);
    expect(await stockOf(shop.strapi, sku)).toBe(6);
    expect(await copies(documentId)).toEqual([6, 6]);
    expect((await adjust([{ documentId: id, units: null, seen: 6 }])).status).toBe(200);
    expect(await stockOf(shop.strapi, sku)).toBeNull();
    expect(await copies(documentId)).toEqual([null, null]);
    expect((await movementsOf(id)).slice(0, 2)).toEqual([
      expect.objectContaining({ change: -6, stockAfter: null }),
      expect.objectContaining({ change: 6, stockAfter: 6 }),
    ]);
  });

  it('to the same number leaves no trace', async () => {
    const { id } = await thing(5);
    const before = await movementsOf(id);
    expect((await adjust([{ documentId: id, units: 5, seen: 5 }])).status).toBe(200);
    expect(await movementsOf(id)).toEqual(before);
  });

  it('of many is all of them, in a number of statements that does not grow', async () => {
    const many = await Promise.all([thing(1), thing(2), thing(3), thing(4)]);
    const add = (some: readonly { id: string }[]) => () =>
      adjust(some.map(({ id }) => ({ documentId: id, change: 10 })));
    const one = await countStatements(shop.strapi, add(many.slice(0, 1)), { only: 'cartwright' });
    const four = await countStatements(shop.strapi, add(many), { only: 'cartwright' });
    expect(four.statements.length).toBe(one.statements.length);
    const stocks = await Promise.all(many.map(({ sku }) => stockOf(shop.strapi, sku)));
    expect(stocks).toEqual([21, 12, 13, 14]);
  });

  it('under a key happens once, however often it is asked for', async () => {
    const { id, sku } = await thing(5);
    const headers = { 'Idempotency-Key': freshKey() };
    const change = [{ documentId: id, change: 2 }];
    const answers = await Promise.all([1, 2, 3].map(() => adjust(change, {}, headers)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await stockOf(shop.strapi, sku)).toBe(7);
    const other = await adjust([{ documentId: id, change: 3 }], {}, headers);
    expect(refusal(other)).toEqual([409, 'idempotency_conflict']);
  });

  it('that was refused under a key may be asked for again', async () => {
    const { id, sku } = await thing(1);
    const headers = { 'Idempotency-Key': freshKey() };
    const take = () => adjust([{ documentId: id, change: -2 }], {}, headers);
    expect(refusal(await take())).toEqual([409, 'insufficient_stock']);
    await adjust([{ documentId: id, change: 5 }]);
    expect((await take()).status).toBe(200);
    expect(await stockOf(shop.strapi, sku)).toBe(4);
  });

  it('tells once that little is left', async () => {
    const { id, sku } = await thing(6);
    low.length = 0;
    await adjust([{ documentId: id, change: -2 }]);
    expect(low).toEqual([]);
    await adjust([{ documentId: id, units: 3, seen: 4 }]);
    await adjust([{ documentId: id, change: -1 }]);
    const fact = { documentId: id, sku, stock: 3, threshold: 3, orderDocumentId: null };
    expect(low.map(({ payload }) => payload)).toEqual([expect.objectContaining(fact)]);
  });

  it.each([
    ['no variation', { adjustments: [] }, 'adjustments'],
    ['no change', { adjustments: [{ documentId: 'a', change: 0 }] }, 'adjustments.0.change'],
    ['half a unit', { adjustments: [{ documentId: 'a', change: 0.5 }] }, 'adjustments.0'],
    [
      'less than none',
      { adjustments: [{ documentId: 'a', units: -1, seen: 1 }] },
      'adjustments.0.units',
    ],
    ['a number alone', { adjustments: [{ documentId: 'a', units: 1 }] }, 'adjustments.0'],
    ['an unknown reason', { reason: 'stolen' }, 'reason'],
    ['the reason of orders', { reason: 'order' }, 'reason'],
    ['a note of two lines', { note: 'a\nb' }, 'note'],
    [
      'a variation twice',
      {
        adjustments: [
          { documentId: 'a', change: 1 },
          { documentId: 'a', change: 2 },
        ],
      },
      'adjustments',
    ],
  ])('with %s is refused by its path', async (_what, body, path) => {
    const sound = { adjustments: [{ documentId: 'a', change: 1 }], reason: 'lost' };
    const answer = await grace.send('post', '/stock/adjust', { ...sound, ...body });
    expect(refusal(answer)).toEqual([400, 'invalid_input']);
    expect(answer.body.error.details.issues[0].path).toBe(path);
  });

  it('of what is not there is 404', async () => {
    const answer = await adjust([{ documentId: 'nothing', change: 1 }]);
    expect(refusal(answer)).toEqual([404, 'item_not_found']);
  });
});

describe('all at once', () => {
  it('two editors and a dozen orders lose no unit', async () => {
    const { id, sku, documentId } = await thing(100);
    const buy = async () => {
      const visitor = shopperOf(shop);
      await visitor.send('post', '/cart/items', { sku, quantity: 2 });
      const { status } = await visitor.send('post', '/checkout', {
        ...DETAILS,
        paymentMethod: 'manual',
      });
      return status;
    };
    const work = [
      ...Array.from({ length: 12 }, buy),
      ...Array.from({ length: 10 }, () => adjust([{ documentId: id, change: 5 }])),
      ...Array.from({ length: 10 }, () => adjust([{ documentId: id, change: -3 }])),
    ];
    const bought = (await Promise.all(work)).filter((answer) => answer === 201).length;
    expect(bought).toBeGreaterThan(0);
    const expected = 100 + 10 * 5 - 10 * 3 - bought * 2;
    expect(await stockOf(shop.strapi, sku)).toBe(expected);
    expect(await copies(documentId)).toEqual([expected, expected]);
    const moved = await rowsOf(shop.strapi, 'cartwright_stock_movements', { sku });
    expect(moved.reduce((sum, row) => sum + Number(row['change']), 0)).toBe(expected);
  });

  it('of two who have counted the same thing one is told', async () => {
    const { id, sku } = await thing(5);
    const answers = await Promise.all(
      [7, 8].map((units) => adjust([{ documentId: id, units, seen: 5 }]))
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const [row] = answers.find(({ status }) => status === 200)!.body.data;
    expect(await stockOf(shop.strapi, sku)).toBe(row.stock);
  });
});

describe('movements', () => {
  it('tell of orders, of forms and of staff, newest first', async () => {
    const { id, sku } = await thing(10);
    const ada = shopperOf(shop);
    await ada.send('post', '/cart/items', { sku, quantity: 4 });
    const placed = await ada.send('post', '/checkout', { ...DETAILS, paymentMethod: 'manual' });
    const order = await grace.find(placed.body.data.order);
    await adjust([{ documentId: id, change: -1 }], { reason: 'damaged' });
    expect(await movementsOf(id)).toEqual([
      expect.objectContaining({ change: -1, stockAfter: 5, reason: 'damaged' }),
      expect.objectContaining({
        change: -4,
        stockAfter: 6,
        reason: 'order',
        reference: order.number,
        orderDocumentId: order.documentId,
        by: null,
      }),
      expect.objectContaining({ change: 10, stockAfter: 10, reason: 'edited', by: null }),
    ]);
    const byOrder = await grace.send('get', `/stock/movements?reference=${order.number}`);
    expect(byOrder.body.data).toHaveLength(1);
  });

  it('of a form name its editor', async () => {
    const { id } = await thing(1);
    await shop
      .http()
      .put(`/content-manager/collection-types/${UIDS.productVariation}/${id}`)
      .set('Authorization', `Bearer ${grace.token}`)
      .send({ stock: 2 })
      .expect(200);
    expect((await movementsOf(id))[0]).toMatchObject({ reason: 'edited', by: grace.name });
  });

  it('are filtered and paged', async () => {
    const { id } = await thing(10);
    for (const change of [1, 2, 3]) await adjust([{ documentId: id, change }], { reason: 'lost' });
    const find = async (query: string) =>
      (await grace.send('get', `/stock/movements?variation=${id}&${query}`)).body;
    const first = await find('reason=lost&pageSize=2');
    expect(first.data.map(({ change }: StockMovementDto) => change)).toEqual([3, 2]);
    expect(first.meta.pagination).toEqual({ page: 1, pageSize: 2, pageCount: 2, total: 3 });
    expect((await find('reason=lost&pageSize=2&page=2')).data).toHaveLength(1);
    const today = new Date().toISOString().slice(0, 10);
    expect((await find(`from=${today}&to=${today}`)).data).toHaveLength(4);
    expect((await find('to=2020-01-01')).data).toHaveLength(0);
    expect((await find('from=2120-01-01')).data).toHaveLength(0);
    expect(refusal(await grace.send('get', '/stock/movements?from=yesterday'))).toEqual([
      400,
      'invalid_input',
    ]);
  });

  it('go into a file that no spreadsheet takes for formulas', async () => {
    const { id, sku } = await thing(1, '=1+1');
    await adjust([{ documentId: id, change: 2 }], { note: '@SUM(A1)' });
    const answer = await grace.send('get', `/stock/movements.csv?variation=${id}`);
    expect(answer.headers['content-type']).toContain('text/csv');
    const [header, newest] = answer.text.replace('\uFEFF', '').split('\n');
    expect(header).toBe('time,sku,product,change,stockAfter,reason,order,by,note');
    expect(newest).toContain(`,${sku},'=1+1,2,3,received,,${grace.name},'@SUM(A1)`);
    expect(answer.text.trim().split('\n')).toHaveLength(3);
  });

  it('go into the file all of them, each once', async () => {
    const { id, sku } = await thing(0);
    const line = (index: number) => ({
      type: UIDS.productVariation,
      variation_document_id: id,
      sku,
      change: index + 1,
      reason: 'counted',
      created_at: new Date(),
    });
    for (let start = 0; start < 1100; start += 100) {
      await shop.strapi.db
        .connection('cartwright_stock_movements')
        .insert(Array.from({ length: 100 }, (_, index) => line(start + index)));
    }
    const { text } = await grace.send('get', `/stock/movements.csv?variation=${id}&reason=counted`);
    const changes = text
      .trim()
      .split('\n')
      .slice(1)
      .map((one) => Number(one.split(',')[3]));
    expect(changes).toEqual(Array.from({ length: 1100 }, (_, index) => 1100 - index));
  });
});

describe('who may', () => {
  it('nobody without the permission', async () => {
    const reader = await adminOf(shop, [PERMISSIONS.readStock]);
    const packer = await adminOf(shop, [PERMISSIONS.readOrders]);
    const { id, sku } = await thing(5);
    const body = { adjustments: [{ documentId: id, change: 1 }], reason: 'lost' };
    for (const path of ['/stock', '/stock/movements', '/stock/movements.csv']) {
      expect((await shop.http().get(`/cartwright${path}`)).status).toBe(401);
      expect((await packer.get(path)).status).toBe(403);
      expect((await reader.get(path)).status).toBe(200);
    }
    expect((await packer.post('/stock/adjust', body)).status).toBe(403);
    expect((await reader.post('/stock/adjust', body)).status).toBe(403);
    expect(await stockOf(shop.strapi, sku)).toBe(5);
  });
});
