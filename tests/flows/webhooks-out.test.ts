import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { sweepOutbox } from '../../server/schedule';
import { settle } from '../support/mailbox';
import { changeVariation, listen, makeProduct, rowsOf, stockOf } from '../support/shop';
import { shopperOf } from '../support/shopper';
import { type RunningShop, startStrapi } from '../support/strapi';
import { createTestDatabase, type TestDatabase } from '../support/test-database';

/** The host's webhooks with the shop's events, set as staff set them. Runs on all databases. */

const PLACED = 'cartwright.order.placed';
const CANCELLED = 'cartwright.order.cancelled';
const LOW = 'cartwright.stock.low';

interface Request {
  headers: IncomingHttpHeaders;
  body: Record<string, unknown>;
}

/** Another company's server: remembers what it is sent, and answers what it is told. */
async function receiver() {
  const heard: Request[] = [];
  /** The next answers; 200 when there are none. */
  const answers: number[] = [];
  const server: Server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString()));
    request.on('end', () => {
      heard.push({ headers: request.headers, body: JSON.parse(text) });
      response.statusCode = answers.shift() ?? 200;
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/hook`, heard, answers, server };
}

let database: TestDatabase;
let shop: RunningShop;
let admin: string;
let partner: Awaited<ReturnType<typeof receiver>>;
let other: Awaited<ReturnType<typeof receiver>>;

const start = async () => {
  shop = await startStrapi({ database, cartwright: { stock: { lowStockThreshold: 3 } } });
  jest.spyOn(shop.strapi.log, 'error').mockReturnValue(shop.strapi.log);
};

beforeAll(async () => {
  database = await createTestDatabase();
  [partner, other] = [await receiver(), await receiver()];
  await start();
  await shop
    .http()
    .post('/admin/register-admin')
    .send({ email: 'a@example.com', firstname: 'A', lastname: 'A', password: 'Password1' });
  const login = { email: 'a@example.com', password: 'Password1' };
  admin = (await shop.http().post('/admin/login').send(login)).body.data.token as string;
});
afterAll(async () => {
  await shop.stop();
  await database.drop();
  for (const { server } of [partner, other]) server.close();
});
beforeEach(async () => {
  await settle(shop.strapi);
  for (const one of [partner, other]) {
    one.heard.length = 0;
    one.answers.length = 0;
  }
});

const setWebhook = (url: string, events: string[], headers: object = {}) =>
  shop
    .http()
    .post('/admin/webhooks')
    .set('Authorization', `Bearer ${admin}`)
    .send({ name: 'Partner', url, events, headers });

const removeWebhooks = async () => {
  const all = await shop.http().get('/admin/webhooks').set('Authorization', `Bearer ${admin}`);
  const ids = (all.body.data as { id: string }[]).map(({ id }) => id);
  await shop
    .http()
    .post('/admin/webhooks/batch-delete')
    .set('Authorization', `Bearer ${admin}`)
    .send({ ids });
};
afterEach(removeWebhooks);

async function order(sku?: string, quantity = 1) {
  const ada = shopperOf(shop);
  await ada.add(sku ?? (await makeProduct(shop.strapi)).sku, quantity);
  const { body } = await ada.checkout();
  return { ada, ...(body.data.order as { number: string; token: string }) };
}

const makeDue = () =>
  shop.strapi.db
    .connection('cartwright_events')
    .whereNull('delivered_at')
    .update({ next_attempt_at: new Date(Date.now() - 1000) });

const told = (from = partner) => from.heard.map(({ body }) => body['event']);

it('staff can choose the shop’s events, and no others', async () => {
  const known = [PLACED, CANCELLED, LOW, 'cartwright.order.paid', 'cartwright.order.fulfilled'];
  expect((await setWebhook(partner.url, [...known, 'cartwright.order.refunded'])).status).toBe(201);
  expect((await setWebhook(partner.url, ['cartwright.order.eaten'])).status).toBe(400);
});

it('sends an event once, after the answer, with its id and the webhook’s own headers', async () => {
  await setWebhook(partner.url, [PLACED], { 'X-Secret': 'sesame' });
  const heard = listen(shop.strapi, PLACED);
  const { number } = await order();
  expect(partner.heard).toEqual([]);
  await settle(shop.strapi);
  // The host's own runner, which would send it a second time, has its chance, too.
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(partner.heard).toHaveLength(1);
  const { eventId } = heard[0]!.payload as { eventId: string };
  expect(partner.heard[0]!.body).toMatchObject({
    event: PLACED,
    eventId,
    number,
    total: '10.00',
    currency: 'USD',
    createdAt: expect.stringMatching(/^\d{4}-.*Z$/),
  });
  expect(partner.heard[0]!.headers).toMatchObject({
    'x-cartwright-event-id': eventId,
    'x-strapi-event': PLACED,
    'x-secret': 'sesame',
  });
});

it('sends again what the receiver did not take, under the same id, and to nobody else', async () => {
  await setWebhook(partner.url, [PLACED]);
  await setWebhook(other.url, [PLACED, CANCELLED]);
  partner.answers.push(500, 503);
  const heard = listen(shop.strapi, PLACED);
  await order();
  await settle(shop.strapi);
  for (let minute = 0; minute < 3; minute += 1) {
    await makeDue();
    await sweepOutbox(shop.strapi);
  }
  expect(partner.heard).toHaveLength(3);
  expect(new Set(partner.heard.map(({ body }) => body['eventId'])).size).toBe(1);
  expect(new Set(partner.heard.map(({ body }) => body['createdAt'])).size).toBe(1);
  expect(other.heard).toHaveLength(1);
  expect(heard).toHaveLength(1);
});

it('does not wait for a receiver that is away, and orders go on', async () => {
  expect((await setWebhook('http://127.0.0.1:65500/nobody', [PLACED])).status).toBe(201);
  const { number } = await order();
  expect(number).toBeTruthy();
  await settle(shop.strapi);
  const rows = await rowsOf(shop.strapi, 'cartwright_events', { name: PLACED });
  expect(rows.at(-1)).toMatchObject({ attempts: 1, delivered_at: null });
  await removeWebhooks();
  await makeDue();
  await sweepOutbox(shop.strapi);
});

it('asks neither a webhook that is switched off nor one for other events', async () => {
  const { body } = await setWebhook(partner.url, [PLACED]);
  await shop
    .http()
    .put(`/admin/webhooks/${String(body.data.id)}`)
    .set('Authorization', `Bearer ${admin}`)
    .send({ ...body.data, id: undefined, isEnabled: false });
  await setWebhook(other.url, [CANCELLED]);
  const { ada, token } = await order();
  await settle(shop.strapi);
  expect([...partner.heard, ...other.heard]).toEqual([]);
  await ada.send('post', `/orders/${token}/cancel`);
  await settle(shop.strapi);
  expect(told(other)).toEqual([CANCELLED]);
});

it('sends once after a restart, too, when the host has read its webhooks by itself', async () => {
  await setWebhook(partner.url, [PLACED]);
  await shop.stop();
  await start();
  await order();
  await settle(shop.strapi);
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(told()).toEqual([PLACED]);
});

describe('cartwright.stock.low', () => {
  it('is told when an order takes the stock to the threshold or below, once', async () => {
    await setWebhook(partner.url, [LOW]);
    const { sku, variations } = await makeProduct(shop.strapi, { stock: 7 });
    const heard = listen(shop.strapi, LOW);
    await order(sku, 3);
    expect(heard).toEqual([]);
    await order(sku, 1);
    await order(sku, 2);
    await order(sku, 1);
    expect(await stockOf(shop.strapi, sku)).toBe(0);
    expect(heard.map(({ payload }) => payload)).toMatchObject([
      {
        type: 'plugin::cartwright.product-variation',
        documentId: variations[0]!.documentId,
        sku,
        stock: 3,
        threshold: 3,
      },
    ]);
    await settle(shop.strapi);
    expect(told()).toEqual([LOW]);
    await changeVariation(shop.strapi, sku, { stock: 10 });
    await order(sku, 8);
    expect(heard).toHaveLength(2);
  });

  it('is not told of what is not counted', async () => {
    const heard = listen(shop.strapi, LOW);
    const { sku } = await makeProduct(shop.strapi, { stock: null });
    await order(sku, 50);
    expect(heard).toEqual([]);
  });
});
