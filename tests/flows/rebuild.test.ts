import { UIDS } from '../../content-types/uids';
import { shopOf } from '../../server/compose';
import { createRebuild } from '../../server/services/rebuild';
import { makeProduct, type MadeProduct } from '../support/shop';
import { startStrapi, type RunningShop } from '../support/strapi';

/** Staff let the shop check itself, and mend what was changed past it. */

let shop: RunningShop;
let keeper: string;
let mug: MadeProduct;

beforeAll(async () => {
  shop = await startStrapi({ cartwright: { currency: 'EUR' } });
  const admin = await shop
    .http()
    .post('/admin/register-admin')
    .send({
      email: 'keeper@example.com',
      password: 'Keeper-Password-1',
      firstname: 'Ida',
      lastname: 'Keeper',
    })
    .expect(200);
  keeper = admin.body.data.token;
  mug = await makeProduct(shop.strapi, { title: 'Mug', unitPrice: 20, stock: 5 });
  await makeProduct(shop.strapi, { title: 'Bowl' });
  await makeProduct(shop.strapi, { title: 'Jug', options: { Size: ['S', 'L'] } });
});
afterAll(() => shop.stop());

const send = (
  method: 'get' | 'post' | 'put',
  path: string,
  token: string | null,
  body?: object
) => {
  const request = shop.http()[method](path);
  return (token === null ? request : request.set('Authorization', `Bearer ${token}`)).send(body);
};
const rebuild = (body?: object, token: string | null = keeper) =>
  send('post', '/cartwright/rebuild', token, body);

/** Two copies of the mug's stock that no hook has seen. */
const spoil = () =>
  shop.strapi.db
    .connection('cartwright_products')
    .where({ document_id: mug.documentId })
    .update({ stock: 99 });
const stocks = async () =>
  (await shop.strapi.db.query(UIDS.product).findMany({ where: { title: 'Mug' } })).map(
    ({ stock }) => stock
  );

describe('who may', () => {
  const permissions = [
    {
      action: 'plugin::cartwright.catalogue.rebuild',
      subject: null,
      properties: {},
      conditions: [],
    },
  ];
  let helper: string;
  let roleId: number;

  beforeAll(async () => {
    const role = await send('post', '/admin/roles', keeper, { name: 'Helper', description: '' });
    roleId = role.body.data.id;
    const user = { firstname: 'Hal', email: 'hal@example.com', roles: [roleId] };
    const invited = await send('post', '/admin/users', keeper, user).expect(201);
    const registered = await send('post', '/admin/register', null, {
      registrationToken: invited.body.data.registrationToken,
      userInfo: { firstname: 'Hal', password: 'Helper-Password-1' },
    }).expect(200);
    helper = registered.body.data.token;
  });

  it('nobody without logging in, and no staff without the permission', async () => {
    await spoil();
    for (const dryRun of [true, false]) {
      expect((await rebuild({ dryRun }, null)).status).toBe(401);
      expect((await rebuild({ dryRun }, 'nonsense')).status).toBe(401);
      expect((await rebuild({ dryRun }, helper)).status).toBe(403);
    }
    expect(await stocks()).toEqual([99, 99]);
  });

  it('staff with the permission, and with no other one', async () => {
    await send('put', `/admin/roles/${roleId}/permissions`, keeper, { permissions }).expect(200);
    expect((await rebuild({ dryRun: false }, helper)).status).toBe(200);
    expect((await send('get', '/cartwright/orders', helper)).status).toBe(403);
  });
});

describe('a check', () => {
  it('of a shop that adds up finds nothing', async () => {
    expect((await rebuild({ dryRun: true })).body.data).toEqual({
      total: 3,
      done: 3,
      next: null,
      drifted: { count: 0, first: [] },
      failed: { count: 0, first: [] },
    });
  });

  it('says of which product what is stored and what is right, and changes nothing', async () => {
    await spoil();
    const drift = {
      productDocumentId: mug.documentId,
      title: 'Mug',
      of: 'product',
      sku: 'mug',
      field: 'stock',
      stored: '99',
      right: '5',
    };
    for (let again = 0; again < 2; again += 1) {
      const { drifted } = (await rebuild({ dryRun: true })).body.data;
      expect(drifted).toEqual({ count: 2, first: [drift, drift] });
    }
    expect(await stocks()).toEqual([99, 99]);
  });

  it('names the variation, and calls empty what is empty', async () => {
    await shop.strapi.db
      .connection('cartwright_product_variations')
      .where({ sku: 'bowl' })
      .update({ sale_price: '3.00', sale_id: 'gone', sale_to: new Date('2099-01-01') });
    const { drifted } = (await rebuild({ dryRun: true })).body.data;
    expect(drifted.first).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          title: 'Bowl',
          of: 'variation',
          sku: 'bowl',
          field: 'salePrice',
          stored: '3',
          right: null,
        }),
        expect.objectContaining({ field: 'saleTo', stored: '2099-01-01T00:00:00.000Z' }),
      ])
    );
  });
});

describe('mending', () => {
  it('writes what is right, once', async () => {
    const found = (await rebuild({ dryRun: true })).body.data.drifted;
    expect(found.count).toBeGreaterThan(2);
    expect((await rebuild({ dryRun: false })).body.data.drifted).toEqual(found);
    expect(await stocks()).toEqual([5, 5]);
    expect((await rebuild({ dryRun: false })).body.data.drifted.count).toBe(0);
  });

  it('in two tabs at once breaks nothing', async () => {
    await spoil();
    const answers = await Promise.all([1, 2, 3].map(() => rebuild({ dryRun: false })));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const counts = answers.map(({ body }) => Number(body.data.drifted.count));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(2);
    expect(await stocks()).toEqual([5, 5]);
  });

  it('goes on after a product that cannot be mended, and names it', async () => {
    await spoil();
    const { catalogue } = shopOf(shop.strapi);
    const { settleOrRemove } = catalogue;
    catalogue.settleOrRemove = (trx, product, images) =>
      product === mug.documentId
        ? Promise.reject(new Error('Too many combinations'))
        : settleOrRemove(trx, product, images);
    const { data } = (await rebuild({ dryRun: false })).body;
    catalogue.settleOrRemove = settleOrRemove;
    expect(data).toMatchObject({
      done: 3,
      next: null,
      failed: {
        count: 1,
        first: [
          {
            productDocumentId: mug.documentId,
            title: 'Mug',
            message: 'Too many combinations',
          },
        ],
      },
    });
    await rebuild({ dryRun: false });
  });
});

describe('in steps', () => {
  /** Whoever looks at the clock finds an hour gone: each step is over after one product. */
  const slow = () => {
    let time = 0;
    const { database, catalogue } = shopOf(shop.strapi);
    return createRebuild({
      database,
      catalogue,
      defaultLocale: () => Promise.resolve('en'),
      clock: () => new Date((time += 3_600_000)),
    });
  };

  it('comes to each product once, and to the end', async () => {
    await spoil();
    const { rebuildSome } = slow();
    const seen: [number, number][] = [];
    let after: string | null = null;
    do {
      const step = await rebuildSome(false, after);
      expect(step.products).toBe(3);
      seen.push([step.done, step.drifted.length]);
      after = step.next;
    } while (after !== null && seen.length < 10);
    expect(seen.map(([done]) => done)).toEqual([1, 2, 3]);
    expect(seen.reduce((sum, [, drifted]) => sum + drifted, 0)).toBe(2);
    expect(await stocks()).toEqual([5, 5]);
  });

  it('goes on behind the product that it is told, also when that one is gone', async () => {
    const first = (await slow().rebuildSome(true, null)).next;
    const { data } = (await rebuild({ dryRun: true, after: first })).body;
    expect(data).toMatchObject({ total: 3, done: 3, next: null });
    const beyond = (await rebuild({ dryRun: true, after: '~' })).body.data;
    expect(beyond).toMatchObject({ total: 3, done: 3, next: null, drifted: { count: 0 } });
  });
});

it.each([
  [undefined, 'dryRun'],
  [{}, 'dryRun'],
  [{ dryRun: 'yes' }, 'dryRun'],
  [{ dryRun: true, after: 7 }, 'after'],
  [{ dryRun: true, after: '' }, 'after'],
  [{ dryRun: true, after: 'x'.repeat(300) }, 'after'],
  [{ dryRun: true, all: true }, 'all'],
])('%j is refused', async (body, path) => {
  const answer = await rebuild(body);
  expect(answer.status).toBe(400);
  expect(answer.body.error.details).toMatchObject({ code: 'invalid_input', issues: [{ path }] });
});
