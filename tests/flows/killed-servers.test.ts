import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { UIDS } from '../../content-types/uids';
import { sweepOutbox } from '../../server/schedule';
import {
  fakeOf,
  ordersOf,
  placedOf,
  waitingOf,
  WEBHOOK_SECRET,
  withCard,
} from '../support/paid-shop';
import { type ServerProcess, startServerProcess } from '../support/server-process';
import { documents, makeProduct, rowsOf, stockOf } from '../support/shop';
import { API, DETAILS, shopperOf, type TestShopper } from '../support/shopper';
import { type RunningShop, startStrapi } from '../support/strapi';
import { createTestDatabase, dialectOfTests, type TestDatabase } from '../support/test-database';

/**
 * Servers that die in the middle of an order, with SIGKILL. This process is the server that lives on: the shopper comes
 * back to it, or nobody does and its sweep goes on.
 */
const onPostgres = dialectOfTests() === 'postgres';
if (!onPostgres) {
  it.skip('servers are killed on PostgreSQL only: several share one database, and each start takes its time', () =>
    undefined);
}

const STOCK = 1000;
const CODE = 'MORTAL';
/** More statements than any of these requests sends, what it does after its answer included. */
const MOST = 110;
const AT_ONCE = 6;

(onPostgres ? describe : describe.skip)('a server that is killed', () => {
  let database: TestDatabase;
  let shop: RunningShop;
  let folder: string;
  let fake: ReturnType<typeof fakeOf>;
  let sku: string;
  let codeId: string;
  const doomed: ServerProcess[] = [];
  const { show, pay, cancel, sweep, age, row } = ordersOf(() => shop);
  const config = { mails: { receipt: false, paymentReceived: true, cancelled: true } };

  beforeAll(async () => {
    database = await createTestDatabase();
    folder = mkdtempSync(join(tmpdir(), 'cartwright-killed-'));
    mkdirSync(join(folder, 'uploads'));
    fake = fakeOf(() => shop, { ledger: join(folder, 'charges') });
    shop = await startStrapi({
      database,
      cartwright: { ...config, rateLimits: { checkout: false }, providers: { payments: [fake] } },
    });
    ({ sku } = await makeProduct(shop.strapi, { stock: STOCK }));
    const data = { title: CODE, code: CODE, active: true, discountDeduct: 1, maxUses: STOCK };
    codeId = (await documents(shop.strapi, UIDS.discountCode).create({ data })).documentId;
  });
  afterAll(async () => {
    for (const server of doomed) server.kill();
    await Promise.all(doomed.map(({ ended }) => ended));
    await shop.stop();
    rmSync(folder, { recursive: true, force: true });
    await database.drop();
  });

  async function startDoomed(kills: string[] = []) {
    const mortal = {
      fake: { ledger: join(folder, 'charges'), webhookSecret: WEBHOOK_SECRET },
      kills,
    };
    // Each request that dies keeps its connection.
    const env = { ...database.env, DATABASE_POOL_MAX: '1000' };
    const server = await startServerProcess(
      { ...database, env },
      folder,
      { ...config, rateLimits: { checkout: false } },
      mortal
    );
    doomed.push(server);
    return server;
  }

  const withCart = async () => {
    const ada = shopperOf(shop);
    await ada.add(sku);
    return ada;
  };
  const card = (name: Parameters<typeof withCard>[0]) => ({
    ...DETAILS,
    ...withCard(name),
    discountCode: CODE,
  });
  /** A request to a server that may not live to answer it. */
  const post = (url: string, path: string, body: object, headers: Record<string, string> = {}) =>
    fetch(`${url}${API}${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });

  const chargesOf = (number: string) =>
    fake.charges().filter(({ orderNumber }) => orderNumber === number);

  /** What is left over is finished by whoever lives, once its time has come. */
  async function settle(orders: { number: string }[], minutes: number) {
    for (const { number } of orders) await age(number, minutes);
    for (let turn = 0; turn < 2 + orders.length / 50; turn += 1) await sweep();
  }

  const allOrders = async () =>
    (await rowsOf(shop.strapi, 'cartwright_orders')) as unknown as {
      number: string;
      status: string;
      payment_status: string;
      document_id: string;
      cart_document_id: string | null;
      total: string;
      check_at: Date | null;
    }[];

  /** Every order has its money, or has none of it and keeps nothing; units and uses are those of the orders that stand. */
  async function expectWhole() {
    const orders = await allOrders();
    const standing = orders.filter(({ status }) => status !== 'cancelled');
    for (const { number, status, payment_status, check_at, total } of orders) {
      const charges = chargesOf(number);
      const kept = charges.reduce((sum, one) => sum + +one.captured - +one.refunded, 0);
      const held = charges.filter((charge) => charge.status === 'authorized');
      expect([number, status, payment_status, kept, held.length, check_at]).toEqual(
        status === 'cancelled'
          ? [number, status, expect.stringMatching(/cancelled|refunded/), 0, 0, null]
          : [number, 'open', 'paid', +total, 0, null]
      );
      // A charge that was begun twice and paid once would show here.
      expect(charges.filter(({ captured }) => +captured > 0).length).toBeLessThanOrEqual(1);
    }
    const carts = standing.map(({ cart_document_id }) => cart_document_id);
    expect(new Set(carts).size).toBe(carts.length);
    expect(await stockOf(shop.strapi, sku)).toBe(STOCK - standing.length);
    const [code] = await rowsOf(shop.strapi, 'cartwright_discount_codes', { document_id: codeId });
    const uses = await rowsOf(shop.strapi, 'cartwright_discount_code_uses');
    expect([Number(code!['used_count']), uses.length]).toEqual([standing.length, standing.length]);
    expect(await eventsOf('cartwright.order.placed')).toEqual(ids(orders));
    expect(await eventsOf('cartwright.order.paid')).toEqual(ids(standing));
    expect(await eventsOf('cartwright.order.cancelled')).toEqual(
      ids(orders.filter(({ status }) => status === 'cancelled'))
    );
    return orders;
  }

  /** Whoever recorded an event and died has not told it: another does, and the shopper is written to once. */
  async function expectTold(cancelled: { document_id: string }[]) {
    const events = shop.strapi.db.connection('cartwright_events');
    await events.clone().update({ next_attempt_at: new Date(Date.now() - 1000) });
    await sweepOutbox(shop.strapi);
    expect(await events.clone().whereNull('delivered_at')).toEqual([]);
    const mails = await rowsOf(shop.strapi, 'cartwright_mails', { kind: 'cancelled' });
    const written = mails.map(({ order_document_id }) => ({
      document_id: String(order_document_id),
    }));
    expect(ids(written)).toEqual(ids(cancelled));
  }

  const ids = (orders: { document_id: string }[]) =>
    orders.map(({ document_id }) => document_id).sort();
  const eventsOf = async (name: string) =>
    (await rowsOf(shop.strapi, 'cartwright_events', { name }))
      .map(({ payload }) => (typeof payload === 'string' ? JSON.parse(payload) : payload))
      .map(({ orderDocumentId }: { orderDocumentId: string }) => orderDocumentId)
      .sort();

  it('at any statement of a placement, a payment or a cancellation: one order, one charge, nothing lost', async () => {
    const server = await startDoomed();
    const cuts = new Map<string, () => void>();
    server.onMessage((message) => cuts.get((message as { cut: string }).cut)?.());

    /** @returns whether it died there */
    async function cutAt(
      id: string,
      at: number,
      when: string,
      path: string,
      body: object,
      token?: string
    ) {
      const died = new Promise<boolean>((resolve) => {
        cuts.set(id, () => {
          resolve(true);
        });
      });
      const headers = {
        'X-Cut': `${id} ${at} ${when}`,
        ...(token ? { 'X-Cart-Token': token } : {}),
      };
      const answered = post(server.url, path, body, headers).then(
        async (answer) => {
          await answer.text();
          return false;
        },
        () => false
      );
      return Promise.race([died, answered]);
    }

    interface Story {
      ada: TestShopper;
      kind: 'place' | 'pay' | 'cancel';
      token?: string;
      comesBack: boolean;
    }
    const stories: Story[] = [];
    const died = { place: 0, pay: 0, cancel: 0 };

    async function tell(kind: Story['kind'], at: number, when: string): Promise<boolean> {
      const id = `${kind}-${at}-${when}`;
      const ada = await withCart();
      const story: Story = { ada, kind, comesBack: at % 2 === 0 };
      stories.push(story);
      let cut: boolean;
      if (kind === 'place') {
        cut = await cutAt(id, at, when, '/checkout', card('approve'), ada.token!);
      } else if (kind === 'pay') {
        story.token = waitingOf(await ada.checkout(card('decline'))).token;
        const { payment } = withCard('approve');
        cut = await cutAt(id, at, when, `/orders/${story.token}/payment`, { payment });
      } else {
        story.token = placedOf(await ada.checkout(card('authorize'))).order.token;
        cut = await cutAt(id, at, when, `/orders/${story.token}/cancel`, {});
      }
      if (cut) died[kind] += 1;
      return cut;
    }

    for (const [kind, when] of [
      ['place', 'before'],
      ['place', 'after'],
      ['pay', 'after'],
      ['cancel', 'after'],
    ] as const) {
      // Until a whole round has answered: there are no more statements to die at.
      for (let first = 1; first < MOST; first += AT_ONCE) {
        const round = await Promise.all(
          Array.from({ length: AT_ONCE }, (_, turn) => tell(kind, first + turn, when))
        );
        if (round.every((cut) => !cut)) break;
      }
    }
    // Otherwise nothing was tried.
    expect(died.place).toBeGreaterThan(60);
    expect(died.pay).toBeGreaterThan(15);
    expect(died.cancel).toBeGreaterThan(15);
    server.kill();
    await server.ended;

    for (const { ada, kind, token, comesBack } of stories) {
      if (!comesBack) continue;
      if (kind === 'cancel') {
        expect([200, 422]).toContain((await cancel(token!)).status);
        expect((await show(token!)).status).toBe('cancelled');
        continue;
      }
      const { payment } = withCard('approve');
      const answer =
        kind === 'place' ? await ada.checkout(card('approve')) : await pay(token!, { payment });
      expect([200, 201]).toContain(answer.status);
      expect(placedOf(answer).order.paymentStatus).toBe('paid');
    }
    // An order that was authorized, and that nobody cancelled after all, is paid for by nobody: staff let it go.
    for (const { kind, token, comesBack } of stories) {
      if (kind === 'cancel' && !comesBack && (await show(token!)).status === 'open') {
        expect((await cancel(token!)).status).toBe(200);
      }
    }
    await settle(await allOrders(), 180);
    await settle(await allOrders(), 5);
    const orders = await expectWhole();
    await expectTold(orders.filter(({ status }) => status === 'cancelled'));
    for (const { ada, kind, comesBack } of stories) {
      if (kind !== 'place' || !comesBack) continue;
      const { number } = placedOf(await ada.checkout(card('approve'))).order;
      expect(orders.filter((order) => order.number === number)).toHaveLength(1);
    }
    await expectWhole();
  });

  it.each([
    ['crash-before', 0],
    ['crash-after', 1],
  ] as const)(
    'by the provider (%s), while others order: each repeat finds or makes its one order',
    async (crash, charged) => {
      const server = await startDoomed();
      const carts = await Promise.all(Array.from({ length: 6 }, withCart));
      const before = fake.charges().length;
      const died = await Promise.allSettled(
        carts.map((ada, turn) =>
          post(server.url, '/checkout', card(turn === 5 ? crash : 'approve'), {
            'X-Cart-Token': ada.token!,
          })
        )
      );
      await server.ended;
      expect(died[5]!.status).toBe('rejected');
      expect(fake.charges().length - before).toBeGreaterThanOrEqual(charged);
      // The one that it died of, at once and twice; the card that kills is not used again.
      const last = carts[5]!;
      const answers = await Promise.all([
        last.checkout(card('approve')),
        last.checkout(card('approve')),
      ]);
      expect(new Set(answers.map((answer) => placedOf(answer).order.number)).size).toBe(1);
      for (const answer of answers) expect(placedOf(answer).order.paymentStatus).toBe('paid');
      for (const ada of carts) {
        expect(placedOf(await ada.checkout(card('approve'))).payment).toEqual({ status: 'paid' });
      }
      await expectWhole();
    }
  );

  it('when the provider has let go of the money, and before the shop hears: the sweep finishes it', async () => {
    const server = await startDoomed(['void']);
    const ada = await withCart();
    const { number, token } = placedOf(await ada.checkout(card('authorize'))).order;
    await expect(post(server.url, `/orders/${token}/cancel`, {})).rejects.toThrow();
    await server.ended;
    expect(await show(token)).toMatchObject({ status: 'cancelled' });
    expect(chargesOf(number)).toMatchObject([{ status: 'cancelled' }]);
    expect((await row(number))['check_at']).not.toBeNull();
    await settle([{ number }], 3);
    expect((await row(number))['check_at']).toBeNull();
    await expectWhole();
  });
});
