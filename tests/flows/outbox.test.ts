import { shopOf } from '../../server/compose';
import { purgeOldEvents, sweepOutbox } from '../../server/schedule';
import { createOutbox } from '../../server/services/outbox';
import { recordEvents } from '../../server/storage/outbox';
import { fakeInventory } from '../support/fake-inventory';
import { mailbox, settle } from '../support/mailbox';
import { listen, makeProduct, rowsOf } from '../support/shop';
import { shopperOf } from '../support/shopper';
import { startServerProcess } from '../support/server-process';
import { type RunningShop, startStrapi } from '../support/strapi';
import { createTestDatabase, type TestDatabase } from '../support/test-database';

/** What was committed is told, whoever is away or dies meanwhile. Runs on SQLite, PostgreSQL and MariaDB/MySQL. */

const EVENTS = 'cartwright_events';
const PLACED = 'cartwright.order.placed';

let shop: RunningShop;
let database: TestDatabase;
let log: jest.SpyInstance;
const warehouse = fakeInventory();

beforeAll(async () => {
  database = await createTestDatabase();
  shop = await startStrapi({
    database,
    cartwright: { mails: {}, providers: { inventory: () => warehouse.provider } },
  });
  log = jest.spyOn(shop.strapi.log, 'error').mockReturnValue(shop.strapi.log);
});
afterAll(async () => {
  await shop.stop();
  await database.drop();
});
beforeEach(async () => {
  await settle(shop.strapi);
  await shop.strapi.db.connection(EVENTS).delete();
  warehouse.forget();
  log.mockClear();
});

async function order() {
  const { sku } = await makeProduct(shop.strapi);
  const ada = shopperOf(shop);
  await ada.add(sku);
  const { body } = await ada.checkout();
  return body.data.order as { number: string; token: string };
}

/** Time passes for everything that waits. */
const makeDue = () =>
  shop.strapi.db
    .connection(EVENTS)
    .whereNull('delivered_at')
    .whereNotNull('next_attempt_at')
    .update({ next_attempt_at: new Date(Date.now() - 1000) });

const stored = (where: object = { name: PLACED }) => rowsOf(shop.strapi, EVENTS, { ...where });

/** As a process leaves it that dies right after its commit. */
const recordWithoutTelling = (name: string, payload: Record<string, unknown>) =>
  recordEvents(shop.strapi.db.connection, [{ name, payload }], new Date());

function failing(name: string, times: number) {
  let calls = 0;
  const listener = () => {
    calls += 1;
    return calls <= times ? Promise.reject(new Error('on purpose')) : Promise.resolve();
  };
  shop.strapi.eventHub.on(name, listener);
  return { calls: () => calls, off: () => shop.strapi.eventHub.off(name, listener) };
}

describe('what was committed', () => {
  it('is told by a sweep when its server died before it told anybody', async () => {
    const heard = listen(shop.strapi, PLACED);
    const [event] = await recordWithoutTelling(PLACED, { number: 'dead' });
    await sweepOutbox(shop.strapi);
    // The server that committed has a head start.
    expect(heard).toEqual([]);
    await makeDue();
    await sweepOutbox(shop.strapi);
    expect(heard).toEqual([{ name: PLACED, payload: { eventId: event!.eventId, number: 'dead' } }]);
    await makeDue();
    await sweepOutbox(shop.strapi);
    expect(heard).toHaveLength(1);
    expect((await stored())[0]!['delivered_at']).not.toBeNull();
  });

  it('is told again to a listener that threw, under the same id, and the mail is ordered once', async () => {
    const box = mailbox(shop.strapi);
    const ids: unknown[] = [];
    shop.strapi.eventHub.on(PLACED, ({ eventId }: { eventId: string }) => {
      ids.push(eventId);
      return Promise.resolve();
    });
    const listener = failing(PLACED, 2);
    const { number } = await order();
    expect(number).toBeTruthy();
    await settle(shop.strapi);
    const [kept] = await stored();
    expect(kept).toMatchObject({ delivered_at: null, attempts: 1 });
    expect(String(kept!['error'])).toContain('on purpose');
    await makeDue();
    await sweepOutbox(shop.strapi);
    listener.off();
    expect(listener.calls()).toBe(3);
    expect(new Set(ids).size).toBe(1);
    expect(ids).toHaveLength(3);
    expect((await stored())[0]).toMatchObject({ attempts: 2, error: null });
    expect((await stored())[0]!['delivered_at']).not.toBeNull();
    await settle(shop.strapi);
    expect(box.letters).toHaveLength(1);
  });

  it('is not told again to those who heard it, because of one who did not', async () => {
    const heard = listen(shop.strapi, 'cartwright.stock.returned');
    warehouse.instead.set('restock', new Error('the warehouse is closed'));
    const payload = { orderDocumentId: 'none', number: '7', units: [unit('MUG')] };
    await recordWithoutTelling('cartwright.stock.returned', payload);
    await makeDue();
    await sweepOutbox(shop.strapi);
    await makeDue();
    await sweepOutbox(shop.strapi);
    expect(heard).toHaveLength(1);
    expect(warehouse.count('restock')).toBe(2);
    warehouse.instead.clear();
    await makeDue();
    await sweepOutbox(shop.strapi);
    expect(warehouse.count('restock')).toBe(3);
    const keys = warehouse.asked.map(
      ({ request }) => (request as { idempotencyKey: string }).idempotencyKey
    );
    expect(new Set(keys).size).toBe(1);
    expect(heard).toHaveLength(1);
  });

  it('brings the units of a cancelled order back to a warehouse of the site’s own, once', async () => {
    const { sku } = await makeProduct(shop.strapi);
    warehouse.units.set(sku, 10);
    const ada = shopperOf(shop);
    await ada.add(sku, 3);
    const { body } = await ada.checkout();
    expect(warehouse.units.get(sku)).toBe(7);
    const { number, token } = body.data.order as { number: string; token: string };
    expect((await ada.send('post', `/orders/${token}/cancel`)).status).toBe(200);
    await settle(shop.strapi);
    await makeDue();
    await sweepOutbox(shop.strapi);
    const asked = warehouse.asked.filter(({ question }) => question === 'restock');
    expect(asked.map(({ request }) => request)).toEqual([
      {
        orderNumber: number,
        items: [expect.objectContaining({ sku, quantity: 3 })],
        idempotencyKey: expect.any(String),
      },
    ]);
    expect(warehouse.units.get(sku)).toBe(10);
  });

  it('is tried less and less often, and given up visibly in the end', async () => {
    const listener = failing(PLACED, Infinity);
    await recordWithoutTelling(PLACED, { number: 'never' });
    const waits: number[] = [];
    for (let attempt = 1; attempt <= 16; attempt += 1) {
      await makeDue();
      const before = Date.now();
      await sweepOutbox(shop.strapi);
      const [row] = await stored();
      const next = row!['next_attempt_at'];
      if (next)
        waits.push(
          Math.round((new Date(next as string | number | Date).getTime() - before) / 60_000)
        );
    }
    listener.off();
    expect(listener.calls()).toBe(15);
    expect(waits.slice(0, 9)).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 240]);
    const [row] = await stored();
    expect(row).toMatchObject({ attempts: 15, delivered_at: null, next_attempt_at: null });
    expect(row!['gave_up_at']).not.toBeNull();
    expect(log.mock.calls.flat().join('\n')).toContain('was given up after 15 attempts');
  });

  it('is told once by several servers that sweep at the same time', async () => {
    const heard = listen(shop.strapi, PLACED);
    for (let index = 0; index < 12; index += 1) {
      await recordWithoutTelling(PLACED, { number: `race-${index}` });
    }
    await makeDue();
    // Of this process, one after the other; of others, at the same time: a claim each.
    const others = [1, 2, 3].map(() => sweeperOfAnotherServer());
    await Promise.all([sweepOutbox(shop.strapi), ...others.map(({ sweep }) => sweep())]);
    const byOthers = others.flatMap(({ told }) => told);
    const numbers = [
      ...heard.map(({ payload }) => (payload as { number: string }).number),
      ...byOthers,
    ];
    expect(numbers.sort()).toEqual(
      Array.from({ length: 12 }, (_, index) => `race-${index}`).sort()
    );
  });

  it('is purged a month after everybody heard it, and never before', async () => {
    await recordWithoutTelling(PLACED, { number: 'old' });
    await makeDue();
    await sweepOutbox(shop.strapi);
    await recordWithoutTelling(PLACED, { number: 'waiting' });
    const setTold = (days: number) =>
      shop.strapi.db
        .connection(EVENTS)
        .whereNotNull('delivered_at')
        .update({ delivered_at: new Date(Date.now() - days * 86_400_000) });
    await setTold(29);
    await purgeOldEvents(shop.strapi);
    expect(await stored()).toHaveLength(2);
    await setTold(31);
    await purgeOldEvents(shop.strapi);
    expect((await stored()).map(({ delivered_at: at }) => at)).toEqual([null]);
  });

  it('is there for another server when this one stops before it has told everybody', async () => {
    const { sku } = await makeProduct(shop.strapi);
    const publicDir = String(process.env['PUBLIC_DIR']);
    const doomed = await startServerProcess(database, publicDir, { mails: {} });
    const send = async (path: string, body: object, token?: string) => {
      const answer = await fetch(`${doomed.url}/api/cartwright${path}`, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          ...(token ? { 'X-Cart-Token': token } : {}),
        },
        body: JSON.stringify(body),
      });
      return (await answer.json()) as { data: { token: string; order: { number: string } } };
    };
    const { data } = await send('/cart/items', { sku });
    const address = {
      firstName: 'Ada',
      lastName: 'L',
      street: '1',
      city: 'London',
      postcode: 'SW1A 1AA',
      country: 'GB',
    };
    const placed = await send(
      '/checkout',
      { email: 'ada@example.com', billing: address },
      data.token
    );
    doomed.kill();
    const box = mailbox(shop.strapi);
    await makeDue();
    await sweepOutbox(shop.strapi);
    await settle(shop.strapi);
    const rows = await stored();
    expect(rows).toHaveLength(1);
    expect(rows[0]!['delivered_at']).not.toBeNull();
    expect(box.subjects('ada@example.com')).toEqual([`Your order ${placed.data.order.number}`]);
  });
});

const unit = (documentId: string) => ({
  type: 'plugin::cartwright.product-variation',
  documentId,
  units: 1,
});

/** The same code on the same database, as another process would run it. */
function sweeperOfAnotherServer() {
  const told: string[] = [];
  const other = createOutbox({
    database: shopOf(shop.strapi).database,
    quick: [
      {
        name: 'other',
        tell: async ({ payload }) => {
          await new Promise((resolve) => setImmediate(resolve));
          told.push(String(payload['number']));
        },
      },
    ],
    slow: [],
    clock: () => new Date(),
    warn: () => undefined,
  });
  return { told, sweep: other.sweep };
}
