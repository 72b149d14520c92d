import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';

import { shopOf } from '../../server/compose';
import { TABLES } from '../../server/storage/tables';
import { makeProduct } from '../support/shop';
import { API, freshKey, shopperOf } from '../support/shopper';
import { startStrapi, type RunningShop, type StartOptions } from '../support/strapi';
import { createTestDatabase, type TestDatabase } from '../support/test-database';

/** The plugin as a guest in somebody's Strapi: what it changes there, and what it leaves alone. */

const PERMISSION = 'plugin::users-permissions.permission';

/** One database that several starts follow each other on. */
async function onOneDatabase(
  work: (start: (options?: StartOptions) => Promise<RunningShop>) => Promise<void>
): Promise<void> {
  const database: TestDatabase = await createTestDatabase();
  const running: RunningShop[] = [];
  try {
    await work(async (options = {}) => {
      await running.pop()?.stop();
      const shop = await startStrapi({ ...options, database });
      running.push(shop);
      return shop;
    });
  } finally {
    await running.pop()?.stop();
    await database.drop();
  }
}

async function ourTables(db: Knex): Promise<string[]> {
  const client = String(db.client.config.client);
  if (client.includes('sqlite')) {
    const rows = await db('sqlite_master').where({ type: 'table' }).select('name');
    return ours(rows.map(({ name }: { name: string }) => name));
  }
  const schema = client.includes('mysql') ? 'DATABASE()' : 'current_schema()';
  const rows = await db
    .from('information_schema.tables')
    .whereRaw(`table_schema = ${schema}`)
    .select(db.raw('table_name as name'));
  return ours(rows.map(({ name }: { name: string }) => name));
}
const ours = (names: string[]) => names.filter((name) => name.startsWith('cartwright_')).sort();

/** Every row of every table of the plugin, as text. */
async function everything(db: Knex): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const table of await ourTables(db)) {
    found[table] = JSON.stringify(await db(table).orderBy('id'));
  }
  return found;
}

/** A product in a category, a cart, an order: something in most tables. */
async function fill({ strapi }: RunningShop, shop: RunningShop) {
  const made = await makeProduct(strapi, {
    title: 'Vase',
    options: { Size: ['S', 'L'], Colour: ['Blue'] },
    stock: 10,
  });
  const ada = shopperOf(shop);
  await ada.add(made.sku, 2, { data: { wrap: true } }, { 'Idempotency-Key': freshKey() });
  const bob = shopperOf(shop);
  await bob.add(made.sku);
  const { order } = (await bob.checkout({}, { 'Idempotency-Key': freshKey() })).body.data;
  return { made, token: ada.token!, order };
}

describe('a browser on another origin', () => {
  let shop: RunningShop;
  beforeAll(async () => {
    shop = await startStrapi();
  });
  afterAll(() => shop.stop());

  const words = (text: string | undefined) =>
    (text ?? '').split(',').map((word) => word.trim().toLowerCase());

  it.each([
    ['POST', '/cart/items'],
    ['PATCH', '/checkout'],
    ['DELETE', '/cart/items/x'],
    ['GET', '/catalog/products'],
  ])('may send %s %s with our headers, with the host’s own CORS settings', async (method, path) => {
    const { status, headers } = await shop
      .http()
      .options(`${API}${path}`)
      .set('Origin', 'https://shop.example')
      .set('Access-Control-Request-Method', method)
      .set('Access-Control-Request-Headers', 'content-type,x-cart-token,idempotency-key,if-match');
    expect(status).toBe(204);
    expect(['*', 'https://shop.example']).toContain(headers['access-control-allow-origin']);
    expect(words(headers['access-control-allow-methods'])).toContain(method.toLowerCase());
    expect(words(headers['access-control-allow-headers'])).toEqual(
      expect.arrayContaining([
        'content-type',
        'authorization',
        'x-cart-token',
        'idempotency-key',
        'if-match',
      ])
    );
  });

  it('may read the token of its cart from the answer, also from a refusal', async () => {
    const { sku } = await makeProduct(shop.strapi);
    const origin = { Origin: 'https://shop.example' };
    const answer = await shopperOf(shop).add(sku, 1, {}, origin);
    expect(answer.headers['x-cart-token']).toBeTruthy();
    for (const { headers } of [answer, await shopperOf(shop).add('nothing', 1, {}, origin)]) {
      const exposed = words(headers['access-control-expose-headers']);
      expect(exposed).toEqual(expect.arrayContaining(['x-cart-token', 'retry-after']));
    }
  });

  it('finds the rest of the host as it was', async () => {
    const { headers } = await shop
      .http()
      .options('/api/courses')
      .set('Origin', 'https://shop.example')
      .set('Access-Control-Request-Method', 'GET');
    expect(words(headers['access-control-allow-headers'])).not.toContain('x-cart-token');
  });
});

describe('permissions', () => {
  const actionsOf = async (strapi: Core.Strapi, role: string): Promise<string[]> => {
    const permissions: { action: string }[] = await strapi.db
      .query(PERMISSION)
      .findMany({ where: { role: { type: role } } });
    return permissions.map(({ action }) => action);
  };

  it('are granted to guests and accounts once, and what an editor takes away stays away', async () => {
    await onOneDatabase(async (start) => {
      const first = await start();
      const granted = (await actionsOf(first.strapi, 'public')).filter((action) =>
        action.startsWith('plugin::cartwright.')
      );
      expect(granted).toHaveLength(new Set(granted).size);
      expect(granted).toEqual(
        expect.arrayContaining([
          'plugin::cartwright.cart.show',
          'plugin::cartwright.checkout.place',
        ])
      );
      expect(await actionsOf(first.strapi, 'authenticated')).toEqual(
        expect.arrayContaining(granted)
      );
      expect(granted.filter((action) => action.includes('admin'))).toEqual([]);

      await first.strapi.db.query(PERMISSION).delete({
        where: { action: 'plugin::cartwright.cart.show', role: { type: 'public' } },
      });
      const second = await start();
      expect((await shopperOf(second).cart()).status).toBe(403);
      expect((await second.http().get(`${API}/catalog/products`)).status).toBe(200);
      expect((await actionsOf(second.strapi, 'public')).sort()).toEqual(
        (await actionsOf(second.strapi, 'public'))
          .filter((one, at, all) => all.indexOf(one) === at)
          .sort()
      );
    });
  });

  it('of what a later version brings are granted to a shop that is older, and nothing else', async () => {
    await onOneDatabase(async (start) => {
      const first = await start();
      // As the version before it left the shop: with no content routes, and one permission taken away.
      const content = /\.(?:find|findOne)$/;
      const store = first.strapi.store({ type: 'plugin', name: 'cartwright' });
      const granted = (await store.get({ key: 'granted-actions' })) as string[];
      const older = granted.filter((action) => !content.test(action));
      expect(older.length).toBeLessThan(granted.length);
      await store.set({ key: 'granted-actions', value: older });
      for (const action of granted.filter((one) => content.test(one))) {
        await first.strapi.db.query(PERMISSION).deleteMany({ where: { action } });
      }
      await first.strapi.db.query(PERMISSION).delete({
        where: { action: 'plugin::cartwright.cart.show', role: { type: 'public' } },
      });

      const second = await start();
      expect((await second.http().get(`${API}/products`)).status).toBe(200);
      expect((await second.http().get(`${API}/layout-blocks`)).status).toBe(200);
      expect((await shopperOf(second).cart()).status).toBe(403);
    });
  });

  it('are there again for guests after a start without the plugin', async () => {
    await onOneDatabase(async (start) => {
      const first = await start();
      await first.strapi.db.query(PERMISSION).delete({
        where: { action: 'plugin::cartwright.orders.list', role: { type: 'public' } },
      });
      await start({ enabled: false });
      const third = await start();
      expect((await shopperOf(third).cart()).status).toBe(200);
      expect((await third.http().get(`${API}/catalog/products`)).status).toBe(200);
      // What the editor had taken away before stays away.
      expect((await shopperOf(third).send('get', '/orders')).status).toBe(403);
    });
  });

  it('leave registration and login of the host working, on the first start too', async () => {
    const shop = await startStrapi();
    try {
      const password = 'Secret-password-1';
      const registered = await shop
        .http()
        .post('/api/auth/local/register')
        .send({ username: 'ada', email: 'ada@example.com', password });
      expect(registered.status).toBe(200);
      const { status, body } = await shop
        .http()
        .post('/api/auth/local')
        .send({ identifier: 'ada@example.com', password });
      expect(status).toBe(200);
      expect((await shopperOf(shop, { jwt: body.jwt }).cart()).status).toBe(200);
      expect(await actionsOf(shop.strapi, 'public')).toEqual(
        expect.arrayContaining(['plugin::users-permissions.auth.callback'])
      );
    } finally {
      await shop.stop();
    }
  });

  it('of staff are asked for on the admin’s routes', async () => {
    const shop = await startStrapi();
    try {
      for (const [method, path] of [
        ['get', '/cartwright/orders'],
        ['get', '/cartwright/orders/x'],
        ['post', '/cartwright/orders/x/mark-as-paid'],
      ] as const) {
        expect((await shop.http()[method](path)).status).toBe(401);
      }
    } finally {
      await shop.stop();
    }
  });
});

describe('a start without the plugin', () => {
  it('keeps every row of every table, and the next one with it goes on where it was', async () => {
    await onOneDatabase(async (start) => {
      const first = await start();
      const { made, token, order } = await fill(first, first);
      // As the end of the first shop does; what is compared must not change with it.
      await shopOf(first.strapi).popularity.flush();
      const before = await everything(first.strapi.db.connection);
      expect(Object.values(before).filter((rows) => rows !== '[]').length).toBeGreaterThan(12);

      const without = await start({ enabled: false });
      expect(without.strapi.plugins['cartwright']).toBeUndefined();
      expect((await without.http().get(`${API}/cart`)).status).toBe(404);
      expect(await everything(without.strapi.db.connection)).toEqual(before);

      const again = await start();
      expect(await everything(again.strapi.db.connection)).toEqual(before);
      const ada = shopperOf(again, { token });
      expect((await ada.cart()).body.data.items).toMatchObject([{ sku: made.sku, quantity: 2 }]);
      const shown = await shopperOf(again).send('get', `/orders/${order.token}`);
      expect(shown.body.data).toEqual(order);
      const placed = await ada.checkout();
      expect(placed.status).toBe(201);
      expect(Number(placed.body.data.order.number)).toBe(Number(order.number) + 1);
    });
  });

  it('drops the tables only after they were let go of', async () => {
    await onOneDatabase(async (start) => {
      const first = await start();
      await fill(first, first);
      await first.strapi.store.set({
        type: 'core',
        key: 'persisted_tables',
        value: [
          ...((await first.strapi.store.get({
            type: 'core',
            key: 'persisted_tables',
          })) as object[]),
          { name: 'somebody_elses' },
        ],
      });
      const { uninstall } = first.strapi.plugin('cartwright').services as {
        uninstall: { letGo(): Promise<void> };
      };
      await uninstall.letGo();
      expect((await ourTables(first.strapi.db.connection)).length).toBeGreaterThan(30);

      const without = await start({ enabled: false });
      expect(await ourTables(without.strapi.db.connection)).toEqual([]);
      expect(await without.strapi.store.get({ type: 'core', key: 'persisted_tables' })).toEqual([
        { name: 'somebody_elses' },
      ]);
      const again = await start();
      expect((await shopperOf(again).cart()).status).toBe(200);
      expect(
        await again.strapi.db.connection(TABLES.products).count('* as n').first()
      ).toMatchObject({ n: expect.anything() });
    });
  });
});

describe('the database itself', () => {
  let shop: RunningShop;
  let db: Knex;
  beforeAll(async () => {
    shop = await startStrapi();
    db = shop.strapi.db.connection;
    const made = await makeProduct(shop.strapi, {
      title: 'Bell',
      options: { Size: ['S', 'M'] },
      stock: 5,
    });
    const ada = shopperOf(shop);
    await ada.bulk(
      'add',
      made.skus.map((sku) => ({ sku, quantity: 2 }))
    );
    await ada.checkout({}, { 'Idempotency-Key': freshKey() });
    await shopperOf(shop).add(made.sku);
    const code = { document_id: 'code', title: 'Code', code: 'CODE', used_count: 1, max_uses: 1 };
    await db(TABLES.discountCodes).insert(code);
    await db(TABLES.stockHolds).insert({
      type: 't',
      variation_document_id: 'v',
      holder: 'h',
      quantity: 1,
      expires_at: new Date(),
    });
  });
  afterAll(() => shop.stop());

  it('has every table that the plugin names', async () => {
    const present = await ourTables(db);
    const named = Object.values(TABLES).filter((name) => name.startsWith('cartwright_'));
    expect(present).toEqual(expect.arrayContaining(named));
  });

  it.each([
    [TABLES.variations, { stock: -1 }],
    [TABLES.variations, { unit_price: -0.01 }],
    [TABLES.variations, { sale_price: -1 }],
    [TABLES.cartItems, { quantity: 0 }],
    [TABLES.cartItems, { quantity: -3 }],
    [TABLES.orderItems, { quantity: 0 }],
    [TABLES.stockHolds, { quantity: 0 }],
    [TABLES.discountCodes, { used_count: 2 }],
    [TABLES.discountCodes, { used_count: -1 }],
    [TABLES.discountCodes, { max_uses: 0 }],
  ])('refuses to set %s %j', async (table, change) => {
    const row = await db(table).orderBy('id').first();
    expect(row).toBeDefined();
    await expect(db(table).where({ id: row.id }).update(change)).rejects.toMatchObject({
      message: expect.stringMatching(/check|constraint/i),
    });
    expect(await db(table).where({ id: row.id }).first()).toEqual(row);
  });

  it.each([
    [TABLES.variations, { stock: -1 }],
    [TABLES.cartItems, { quantity: 0 }],
    [TABLES.orderItems, { quantity: -1 }],
  ])('refuses to add to %s %j', async (table, wrong) => {
    const { id: _, ...row } = await db(table).orderBy('id').first();
    const unique = { document_id: 'other', line_key: 'other', sku: 'other', option_key: 'other' };
    const fields = Object.fromEntries(
      Object.entries({ ...row, ...wrong }).map(([name, value]) => [
        name,
        name in unique ? unique[name as keyof typeof unique] : asText(value),
      ])
    );
    await expect(db(table).insert(fields)).rejects.toMatchObject({
      message: expect.stringMatching(/check|constraint/i),
    });
  });

  it('lets through what is allowed: no stock count, no price, unlimited uses', async () => {
    const { id } = await db(TABLES.variations).orderBy('id').first();
    await db(TABLES.variations).where({ id }).update({ stock: null, unit_price: null });
    await db(TABLES.variations).where({ id }).update({ stock: 0, unit_price: 0 });
    await db(TABLES.discountCodes).update({ max_uses: null, used_count: 99 });
  });

  it.each([
    [TABLES.variations, ['sku']],
    [TABLES.variations, ['document_id']],
    [TABLES.variations, ['product_document_id', 'option_key']],
    [TABLES.cartItems, ['cart_document_id', 'line_key']],
    [TABLES.carts, ['token_hash']],
    [TABLES.carts, ['open_for']],
    [TABLES.orders, ['number']],
    [TABLES.orders, ['token_hash']],
    [TABLES.orders, ['cart_document_id']],
    [TABLES.orders, ['invoice_number']],
    [TABLES.discountCodes, ['code']],
    [TABLES.idempotencyKeys, ['scope', 'key']],
    [TABLES.stockHolds, ['variation_document_id', 'type', 'holder']],
    [TABLES.counters, ['name']],
    [TABLES.events, ['event_id']],
    [TABLES.webhookReceipts, ['provider', 'event_id']],
    [TABLES.productCounts, ['product_document_id', 'day']],
    [TABLES.ratings, ['product_document_id', 'rater']],
  ])('refuses a second row of %s with the same %j', async (table, columns) => {
    const required = {
      [TABLES.webhookReceipts]: { provider: 'p', event_id: 'e' },
      [TABLES.productCounts]: { product_document_id: 'p', day: 'd', cart_count: 0, order_count: 0 },
      [TABLES.ratings]: { product_document_id: 'p', rater: 'r', value: 3 },
      [TABLES.carts]: { document_id: 'c', token_hash: 't', open_for: 'o' },
      [TABLES.orders]: {
        document_id: 'o',
        number: 'n',
        token_hash: 't',
        cart_document_id: 'c',
        invoice_number: 'i',
      },
    }[table as string];
    const present = required ?? (await db(table).orderBy('id').first());
    const twin = Object.fromEntries(
      Object.entries(present as Record<string, unknown>)
        .filter(([name]) => name !== 'id')
        .map(([name, value]) => [
          name,
          columns.includes(name) || typeof value !== 'string'
            ? asText(value)
            : `${value}-2`.slice(-250),
        ])
    );
    // Whatever else must be unique differs, so that it can only be these columns.
    const different = jsonColumns(twin, present as Record<string, unknown>);
    if (required && !(await db(table).where(required).first())) await db(table).insert(required);
    await expect(db(table).insert(different)).rejects.toMatchObject({
      code: expect.stringMatching(/^(SQLITE_CONSTRAINT_UNIQUE|23505|ER_DUP_ENTRY)$/),
    });
  });
});

/** JSON columns come back as objects on some databases, and go in as text on all. */
function asText(value: unknown): unknown {
  return value !== null && typeof value === 'object' && !(value instanceof Date)
    ? JSON.stringify(value)
    : value;
}

/** Text in a JSON column must stay JSON, which "-2" at its end would break. */
function jsonColumns(twin: Record<string, unknown>, present: Record<string, unknown>) {
  return Object.fromEntries(
    Object.entries(twin).map(([name, value]) => {
      const before = present[name];
      const isJson = typeof before === 'string' && /^[[{]/.test(before);
      return [name, isJson ? before : value];
    })
  );
}
