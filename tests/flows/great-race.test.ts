import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { UIDS } from '../../content-types/uids';
import { type LateBank, startLateBank } from '../support/late-bank';
import { type ServerProcess, startServerProcess } from '../support/server-process';
import { documents, makeProduct, rowsOf, stockOf, type MadeProduct } from '../support/shop';
import { API, DETAILS } from '../support/shopper';
import { type RunningShop, startStrapi } from '../support/strapi';
import { createTestDatabase, dialectOfTests, type TestDatabase } from '../support/test-database';

/**
 * Everybody wants the same few things at the same moment: 50 buyers of 10 units, two things in opposite order in their
 * carts, one use of a discount code left, and each presses the button three times at once. On PostgreSQL the requests
 * go to two server processes in turn; elsewhere, smaller, to one server.
 */
const onPostgres = dialectOfTests() === 'postgres';
const { buyers, units } = onPostgres ? { buyers: 50, units: 10 } : { buyers: 20, units: 4 };

/** Whoever presses a button so often is slowed down otherwise. */
const config = { rateLimits: { checkout: false, orderLinks: false } };

let database: TestDatabase;
let bank: LateBank;
let shop: RunningShop;
const servers: ServerProcess[] = [];
let urls: string[];
let publicDir: string;

beforeAll(async () => {
  database = await createTestDatabase();
  publicDir = mkdtempSync(join(tmpdir(), 'cartwright-public-'));
  mkdirSync(join(publicDir, 'uploads'));
  bank = await startLateBank();
  process.env['TEST_BANK_URL'] = bank.url;
  // The first start makes the tables; the others find them.
  shop = await startStrapi({ database, cartwright: config });
  if (onPostgres) {
    for (let index = 0; index < 2; index += 1) {
      servers.push(await startServerProcess(database, publicDir, config));
    }
  }
  urls = onPostgres ? servers.map(({ url }) => url) : [shop.url];
  // Three starts, one after the other.
}, 240_000);
afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  await shop.stop();
  await bank.stop();
  delete process.env['TEST_BANK_URL'];
  rmSync(publicDir, { recursive: true, force: true });
  await database.drop();
});
beforeEach(() => {
  bank.forget();
});

interface Answer {
  status: number;
  code: string | undefined;
  data: {
    token: string;
    discountCode: { code: string } | null;
    order: { number: string; token: string; status: string; totals: { total: string } };
  };
}

let turn = 0;
/** One request, to the server whose turn it is. */
async function send(method: string, path: string, token?: string, body?: object): Promise<Answer> {
  const url = urls[(turn += 1) % urls.length]!;
  const response = await fetch(`${url}${API}${path}`, {
    method,
    headers: { 'Content-Type': 'application/json', ...(token ? { 'X-Cart-Token': token } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const answer = (await response.json()) as {
    data: Answer['data'];
    error?: { details: { code?: string } };
  };
  return { status: response.status, code: answer.error?.details.code, data: answer.data };
}
const times = <Result>(count: number, run: (index: number) => Promise<Result>) =>
  Promise.all(Array.from({ length: count }, (_, index) => run(index)));
const MANUAL = { ...DETAILS, paymentMethod: 'manual' };
const isPlaced = ({ status }: Answer) => status === 200 || status === 201;
const product = (stock: number) => makeProduct(shop.strapi, { stock });
const rows = (table: string, where: object) => rowsOf(shop.strapi, table, { ...where });

async function makeCode(code: string): Promise<string> {
  const { documentId } = await documents(shop.strapi, UIDS.discountCode).create({
    data: { title: code, code, active: true, discountPercent: 10, maxUses: 1 },
  });
  return documentId;
}

/** A cart with these things, in the order of the buyer, and the code on it. */
async function fill(items: MadeProduct[], code?: string): Promise<string> {
  const body = { items: items.map(({ sku }) => ({ sku })) };
  const { data } = await send('POST', '/cart/items/bulk', undefined, body);
  if (code !== undefined) {
    const coded = await send('PUT', '/cart/discount-code', data.token, { code });
    expect(coded.data.discountCode).toMatchObject({ code });
  }
  return data.token;
}

/**
 * A buyer who presses three times at once, and again as long as there is hope: the total has changed, or the bank said
 * nothing.
 */
async function buy(token: string, paymentMethod: string): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let round = 0; round < 12; round += 1) {
    const three = await times(3, () =>
      send('POST', '/checkout', token, { ...DETAILS, paymentMethod })
    );
    answers.push(...three);
    if (three.some(isPlaced) || three.every(({ code }) => code === 'insufficient_stock')) break;
  }
  return answers;
}

/** What must be true afterwards, whoever won. */
async function checkRace(
  { things, code, codeDocumentId }: { things: MadeProduct[]; code: string; codeDocumentId: string },
  bought: Answer[][]
): Promise<void> {
  const orders = new Map(
    bought
      .flat()
      .flatMap((answer) => (isPlaced(answer) ? [answer.data.order] : []))
      .map((order) => [order.number, order])
  );
  expect(orders.size).toBe(units);
  // One cart, one order: all that its buyer was ever answered.
  const winners = bought.filter((answers) => answers.some(isPlaced));
  expect(winners).toHaveLength(units);
  for (const answers of winners) {
    const placed = answers.filter(isPlaced);
    expect(new Set(placed.map(({ data }) => data.order.number)).size).toBe(1);
    expect(placed.filter(({ status }) => status === 201).length).toBeLessThanOrEqual(1);
  }

  const stored = await rows('cartwright_orders', {});
  const ours = stored.filter(({ number }) => orders.has(String(number)));
  expect(ours).toHaveLength(units);
  for (const { sku, documentId } of things) {
    expect(await stockOf(shop.strapi, sku)).toBe(0);
    const copies = await rows('cartwright_products', { document_id: documentId });
    expect(copies.map(({ stock }) => stock)).toEqual(copies.map(() => 0));
    expect(await rows('cartwright_order_items', { sku })).toHaveLength(units);
    const moved = await rows('cartwright_stock_movements', { sku, reason: 'order' });
    expect(moved.map(({ change }) => Number(change))).toEqual(moved.map(() => -1));
    expect(new Set(moved.map(({ reference }) => reference))).toEqual(new Set(orders.keys()));
  }
  expect(new Set(stored.map(({ number }) => number)).size).toBe(stored.length);

  const [used] = await rows('cartwright_discount_codes', { code });
  expect(Number(used!['used_count'])).toBe(1);
  expect(
    await rows('cartwright_discount_code_uses', { code_document_id: codeDocumentId })
  ).toHaveLength(1);
  const totals = [...orders.values()].map(({ totals: { total } }) => total).sort();
  expect(totals).toEqual(['18.00', ...Array.from({ length: units - 1 }, () => '20.00')]);
}

const refusalsOf = (bought: Answer[][]) =>
  new Set(
    bought
      .flat()
      .filter((answer) => !isPlaced(answer))
      .map(({ status, code }) => `${status} ${code}`)
  );

/** Everything that a race is about: two things, a code with one use left, and a full cart for every buyer. */
async function prepare(code: string) {
  const things = [await product(units), await product(units)];
  const codeDocumentId = await makeCode(code);
  const carts = await times(buyers, (index) =>
    fill(index % 2 ? things : [...things].reverse(), code)
  );
  return { things, code, codeDocumentId, carts };
}

it(`7.2, 5.5, 8.3: ${buyers} buyers of ${units} units: ${units} orders, one of them discounted, nothing left and nothing lost`, async () => {
  const race = await prepare('LAST');
  const bought = await Promise.all(race.carts.map((token) => buy(token, 'manual')));

  await checkRace(race, bought);
  // Nobody was told anything else than that it is sold out, or that the code is gone and the total is another one.
  expect([...refusalsOf(bought)].sort()).toEqual(['409 cart_changed', '409 insufficient_stock']);
  const first = bought.flat().filter(({ status }) => status === 201);
  expect(first).toHaveLength(units);
}, 120_000);

it('8.7: the same with a bank that answers late, and at times never: one charge an order', async () => {
  const race = await prepare('LATE');
  bank.loseEvery = 4;
  const bought = await Promise.all(race.carts.map((token) => buy(token, 'bank')));
  bank.loseEvery = 0;

  await checkRace(race, bought);
  for (const refusal of refusalsOf(bought)) {
    expect(['409 cart_changed', '409 insufficient_stock', '502 provider_failed']).toContain(
      refusal
    );
  }
  expect(refusalsOf(bought)).toContain('502 provider_failed');
  expect(bank.requests()).toBeGreaterThan(units);
  expect(bank.charges.size).toBe(units);
  const numbers = new Set(
    bought.flat().flatMap((answer) => (isPlaced(answer) ? [answer.data.order.number] : []))
  );
  const orders = (await rows('cartwright_orders', {})).filter(({ number }) =>
    numbers.has(String(number))
  );
  expect(orders.map(({ payment_status: status }) => status)).toEqual(orders.map(() => 'paid'));
  for (const order of orders) {
    const payments = await rows('cartwright_payments', {
      order_document_id: order['document_id'],
    });
    expect(payments).toHaveLength(1);
  }
  expect([...bank.charges.values()].sort()).toEqual([
    '18.00',
    ...Array.from({ length: units - 1 }, () => '20.00'),
  ]);
}, 120_000);

it('7.4: while half of the orders are cancelled and more buyers come, what is sold and what is left are all there is', async () => {
  const thing = await product(units);
  const { sku } = thing;
  const { db } = shop.strapi;
  /** By one statement, so that it sees one moment. */
  const soldAndLeft = async () => {
    const sold = db
      .connection('cartwright_order_items as i')
      .join('cartwright_orders as o', 'o.document_id', 'i.order_document_id')
      .where('i.sku', sku)
      .where('o.status', 'open')
      .sum('i.quantity')
      .as('sold');
    const row = await db
      .connection('cartwright_product_variations as v')
      .where('v.sku', sku)
      .select('v.stock as left', sold)
      .first();
    return { left: Number(row.left), sold: Number(row.sold ?? 0) };
  };

  const carts = await times(units, () => fill([thing]));
  const latecomers = await times(20, () => fill([thing]));
  const placed = await Promise.all(
    carts.map(async (token) => (await buy(token, 'manual')).find(isPlaced)!.data.order)
  );
  expect(await soldAndLeft()).toEqual({ left: 0, sold: units });

  // Whichever half; they change their minds one after the other, each pressing twice.
  const doomed = placed.filter((_, index) => index % 2 === 0);
  let cancelling = true;
  const seen: { left: number; sold: number }[] = [];
  const watch = async () => {
    while (cancelling) seen.push(await soldAndLeft());
  };
  const cancel = async () => {
    const answers: Answer[] = [];
    for (const { token } of doomed) {
      answers.push(...(await times(2, () => send('POST', `/orders/${token}/cancel`))));
    }
    cancelling = false;
    return answers;
  };
  const hope = async (token: string) => {
    const answers: Answer[] = [];
    while (!answers.some(isPlaced)) {
      const over = !cancelling;
      answers.push(...(await times(2, () => send('POST', '/checkout', token, MANUAL))));
      if (over) break;
    }
    return answers;
  };
  const [cancelled, bought] = await Promise.all([
    cancel(),
    Promise.all(latecomers.map(hope)),
    watch(),
  ]);

  expect(cancelled.map(({ status, code }) => code ?? status).sort()).toEqual([
    ...doomed.map(() => 200),
    ...doomed.map(() => 'status_not_allowed'),
  ]);
  expect(refusalsOf(bought)).toEqual(new Set(['409 insufficient_stock']));
  expect(bought.filter((answers) => answers.some(isPlaced))).toHaveLength(doomed.length);
  expect(seen.length).toBeGreaterThan(3);
  for (const { left, sold } of [...seen, await soldAndLeft()]) expect(left + sold).toBe(units);
  expect(await soldAndLeft()).toEqual({ left: 0, sold: units });

  // The cancelled ones have their carts back, and are told like everybody else.
  const again = await Promise.all(
    carts
      .filter((_, index) => index % 2 === 0)
      .map((token) => send('POST', '/checkout', token, MANUAL))
  );
  expect(again.map(({ code }) => code)).toEqual(doomed.map(() => 'insufficient_stock'));
  const moved = await rows('cartwright_stock_movements', { sku });
  const byOrders = moved.filter(({ reason }) => reason !== 'edited');
  expect(byOrders.reduce((sum, { change }) => sum + Number(change), 0)).toBe(-units);
}, 120_000);
