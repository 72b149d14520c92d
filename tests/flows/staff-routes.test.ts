import request from 'supertest';

import { PERMISSIONS } from '../../server/permissions';
import { adminRoutes } from '../../server/routes/admin';
import { adminOf } from '../support/admin';
import { type RunningShop, startStrapi } from '../support/strapi';

/** Each route of the staff, whatever it does: who may, who may not, and what nonsense comes to. */
let shop: RunningShop;
let tokens: Record<'nobody' | 'strangersToTheShop' | 'keeper', string>;

beforeAll(async () => {
  shop = await startStrapi();
  const nobody = await adminOf(shop, []);
  const others = await adminOf(shop, ['admin::users.read', 'plugin::upload.read']);
  const keeper = await adminOf(shop, [
    ...Object.values(PERMISSIONS),
    ...['create', 'read', 'update', 'delete', 'publish'].flatMap((act) =>
      [
        'product',
        'product-option',
        'product-image',
        'product-variation',
        'sale',
        'discount-code',
        'layout-block',
      ].map((type) => ({
        action: `plugin::content-manager.explorer.${act}`,
        subject: `plugin::cartwright.${type}`,
        properties: {},
      }))
    ),
  ]);
  tokens = { nobody: nobody.token, strangersToTheShop: others.token, keeper: keeper.token };
});
afterAll(() => shop.stop());

/** What a role without any permission may know: the currency, the option types, and how far a new shop is. */
const FOR_ALL_STAFF = ['GET /shop', 'GET /first-steps'];

const routes = adminRoutes.map(({ method, path }) => ({ method, path, name: `${method} ${path}` }));
const guarded = routes.filter(({ name }) => !FOR_ALL_STAFF.includes(name));

function ask(
  { method, path }: { method: string; path: string },
  token: string | null,
  body?: unknown
) {
  const filled = path.replace(/:\w+/g, 'nothing-of-that-name');
  const asked = request(shop.url)[method.toLowerCase() as 'get'](`/cartwright${filled}`);
  if (token) asked.set('Authorization', `Bearer ${token}`);
  return body === undefined ? asked : asked.send(body as object);
}

it('there are routes, each of them once', () => {
  expect(guarded.length).toBeGreaterThan(50);
  expect(routes.length).toBe(new Set(routes.map(({ name }) => name)).size);
});

it.each(routes)('$name is not for visitors', async (route) => {
  expect((await ask(route, null)).status).toBe(401);
});

it.each(guarded)('$name is not for a role without its permission', async (route) => {
  expect((await ask(route, tokens.nobody)).status).toBe(403);
  expect((await ask(route, tokens.strangersToTheShop)).status).toBe(403);
});

describe('nonsense is answered with what is wrong with it', () => {
  const BODIES: [string, unknown][] = [
    ['nothing', {}],
    ['a list', [1, 2, 3]],
    ['what no route knows', { 'no such field': { deep: [null, -1, 'x'.repeat(300)] } }],
  ];
  const writing = routes.filter(({ method }) => method !== 'GET' && method !== 'DELETE');

  it.each(writing.flatMap((route) => BODIES.map(([what, body]) => ({ ...route, what, body }))))(
    '$name takes $what without falling over',
    async ({ body, ...route }) => {
      const { status } = await ask(route, tokens.keeper, body);
      expect(status).not.toBe(403);
      expect(status).toBeLessThan(500);
    }
  );

  const QUERIES = [
    '?page=-1&pageSize=x',
    '?page=1e9&pageSize=100000&sort=;drop&q=%00%27%22&status[]=a&status[]=b&from=yesterday',
    `?q=${'y'.repeat(4000)}&at=nonsense&locale=../..&filters[x][$y]=1`,
  ];
  const reading = routes.filter(({ method }) => method === 'GET');

  it.each(reading.flatMap((route) => QUERIES.map((query) => ({ ...route, query }))))(
    '$name takes $query without falling over',
    async ({ query, ...route }) => {
      const answer = await ask({ ...route, path: `${route.path}${query}` }, tokens.keeper);
      expect(answer.status).not.toBe(403);
      expect(answer.status).toBeLessThan(500);
    }
  );
});
