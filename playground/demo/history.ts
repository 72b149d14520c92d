/**
 * A shop that has been open for six weeks: customers, orders in all their states, carts that were left, a sale and a
 * discount code. All of it comes in through the doors that shoppers and staff use; afterwards its dates are moved back.
 */
import type { AddressInfo } from 'node:net';

import type { Core } from '@strapi/strapi';

import { ADA, type Buyer, buyers, notes } from './customers';

const DAYS = 42;
const ORDERS = 48;
const LEFT_CARTS = 6;
const DAY = 24 * 60 * 60 * 1000;

const CARDS = {
  paid: '4242424242424242',
  reserved: '4000000000000010',
  declined: '4000000000000002',
};

type Json = Record<string, unknown>;
type Call = (
  method: string,
  path: string,
  body?: Json,
  headers?: Record<string, string>
) => Promise<Answer>;

interface Answer {
  status: number;
  data: Json;
}

interface Placed {
  number: string;
  documentId: string;
  /** Days before today. */
  age: number;
}

/** Does nothing when the shop has orders already. */
export async function addHistory(
  strapi: Core.Strapi,
  login: { email: string; password: string }
): Promise<void> {
  if ((await strapi.db.query('plugin::cartwright.order').count()) > 0) return;
  keepMailsHere(strapi);
  const { url, close } = await listen(strapi);
  try {
    const staff = await enter(url, login);
    await addOffers(staff);
    const chance = dice(20261120);
    const skus = await findGoods(url);
    const placed: Placed[] = [];
    for (let index = 0; index < ORDERS; index += 1) {
      const age = Math.floor(((ORDERS - 1 - index) / ORDERS) ** 1.4 * DAYS);
      const order = await buy(strapi, url, { chance, skus, index, age });
      if (order) placed.push(order);
    }
    for (const order of placed) await handle(staff, order, chance);
    for (const order of placed) await moveBack(strapi, order, chance);
    for (let index = 0; index < LEFT_CARTS; index += 1) {
      await leaveCart(strapi, url, { chance, skus, index });
    }
    console.log(`  Orders: ${placed.length}`);
  } finally {
    await close();
  }
}

/** Nobody of these exists: their mails go nowhere. */
function keepMailsHere(strapi: Core.Strapi): void {
  const email = strapi.plugin('email') as unknown as { provider: { send: () => Promise<void> } };
  email.provider = { send: () => Promise.resolve() };
}

async function listen(strapi: Core.Strapi) {
  strapi.server.mount();
  const { httpServer } = strapi.server;
  await new Promise<void>((ready) => httpServer.listen(0, '127.0.0.1', ready));
  const { port } = httpServer.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => new Promise<void>((done) => httpServer.close(() => done())),
  };
}

/** A request that is refused is part of life here: who asks looks at the status. */
const caller =
  (base: string, always: Record<string, string> = {}): Call =>
  async (method, path, body, headers = {}) => {
    const response = await fetch(`${base}${path}`, {
      method,
      headers: { 'Content-Type': 'application/json', ...always, ...headers },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const answer = (await response.json()) as { data?: Json };
    return { status: response.status, data: answer.data ?? (answer as Json) };
  };

async function enter(url: string, login: { email: string; password: string }): Promise<Call> {
  const { data } = await caller(url)('POST', '/admin/login', login);
  return caller(url, { Authorization: `Bearer ${String(data.token)}` });
}

async function addOffers(staff: Call): Promise<void> {
  const contentManager = '/content-manager/collection-types/plugin::cartwright';
  await staff('POST', `${contentManager}.discount-code`, {
    title: 'Welcome',
    code: 'WELCOME10',
    active: true,
    discountPercent: 10,
    appliesTo: 'cart',
    maxUsesPerCustomer: 1,
  });
  const from = new Date(Date.now() + 8 * DAY);
  await staff('POST', `${contentManager}.sale`, {
    title: 'Winter sale',
    active: true,
    discountPercent: 20,
    allProducts: true,
    validFrom: from.toISOString(),
    validTo: new Date(from.getTime() + 10 * DAY).toISOString(),
  });
}

/** SKUs that a shopper could buy now, dear and cheap ones. */
async function findGoods(url: string): Promise<string[]> {
  const call = caller(`${url}/api/cartwright`);
  const { data } = await call('GET', '/catalog/products?pageSize=100&inStock=true');
  const cards = data as unknown as { sku: string | null; hasPrice: boolean }[];
  return cards.flatMap(({ sku, hasPrice }) => (sku && hasPrice ? [sku] : []));
}

interface Visit {
  chance: () => number;
  skus: string[];
  index: number;
}

/** A cart with one to three things in it. */
async function fill(url: string, { chance, skus }: Visit): Promise<Call> {
  const shopper = caller(`${url}/api/cartwright`);
  let token = '';
  const count = 1 + Math.floor(chance() * 3);
  for (let item = 0; item < count; item += 1) {
    const sku = skus[Math.floor(chance() * skus.length)];
    const quantity = chance() < 0.8 ? 1 : 2;
    const { data } = await shopper('POST', '/cart/items', { sku, quantity }, carrying(token));
    token = String(data.token ?? token);
  }
  return caller(`${url}/api/cartwright`, carrying(token));
}

const carrying = (token: string): Record<string, string> =>
  token ? { 'X-Cart-Token': token } : {};

async function buy(
  strapi: Core.Strapi,
  url: string,
  visit: Visit & { age: number }
): Promise<Placed | null> {
  const { chance, index, age } = visit;
  const shopper = await fill(url, visit);
  const buyer = buyers[Math.floor(chance() ** 1.5 * buyers.length)] ?? ADA;
  const luck = chance();
  const byTransfer = luck > 0.85;
  const card = luck < 0.62 ? CARDS.paid : luck < 0.8 ? CARDS.reserved : CARDS.declined;
  const { status, data } = await shopper('POST', '/checkout', {
    ...addressed(buyer),
    ...(index % 7 === 0 ? { discountCode: 'WELCOME10' } : {}),
    ...(index % 9 === 4 ? { instructions: notes[index % notes.length] } : {}),
    shippingOption: 'standard',
    ...(byTransfer ? { paymentMethod: 'manual' } : { paymentMethod: 'fake', payment: { card } }),
  });
  const { order } = (status < 300 ? data : ((data.error as Json).details as Json)) as {
    order?: { number: string };
  };
  if (!order) return null;
  const found = await strapi.db
    .query('plugin::cartwright.order')
    .findOne({ where: { number: order.number } });
  return { number: order.number, documentId: String(found.documentId), age };
}

function addressed({ email, country, ...name }: Buyer): Json {
  const billing = { ...name, country };
  return { email, billing, sameAsBilling: true };
}

/** What is older has been shipped, mostly; some of it came back. */
async function handle(
  staff: Call,
  { documentId, age }: Placed,
  chance: () => number
): Promise<void> {
  const order = `/cartwright/orders/${documentId}`;
  const { data } = await staff('GET', order);
  const { paymentStatus, items, payments } = data as unknown as HandledOrder;
  if (paymentStatus === 'pending' && age > 10 && chance() < 0.7) {
    await staff('POST', `${order}/mark-as-paid`, {});
  }
  if (paymentStatus === 'failed' || paymentStatus === 'pending' || age < 2) return;
  if (chance() < 0.9) {
    if (paymentStatus === 'authorized') {
      await staff('POST', `${order}/payments/${payments[0]?.id}/capture`, {});
    }
    const trackingNumber = `1Z${Math.floor(chance() * 1e9)}`;
    await staff('POST', `${order}/fulfilments`, { carrier: 'UPS', trackingNumber });
  }
  if (chance() < 0.15) {
    const lines = items.slice(0, 1).map(({ id }) => ({ id, quantity: 1 }));
    await staff('POST', `${order}/refunds`, {
      lines,
      reason: 'Did not fit',
      restock: true,
    });
  }
}

interface HandledOrder {
  paymentStatus: string;
  items: { id: string }[];
  payments: { id: string }[];
}

/** Everything that the order says about when something happened, so many days earlier. */
async function moveBack(
  strapi: Core.Strapi,
  { documentId, age }: Placed,
  chance: () => number
): Promise<void> {
  const back = age * DAY + Math.floor(chance() * 10 * 60 * 60 * 1000);
  const db = strapi.db.connection;
  const earlier = (value: unknown) => new Date(new Date(value as string).getTime() - back);
  const row = (await db('cartwright_orders').where({ document_id: documentId }).first()) as Json;
  const history = String(row.history).replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, (time) =>
    earlier(time).toISOString()
  );
  await db('cartwright_orders')
    .where({ document_id: documentId })
    .update({
      placed_at: earlier(row.placed_at).getTime(),
      created_at: earlier(row.created_at).getTime(),
      history,
    });
}

async function leaveCart(strapi: Core.Strapi, url: string, visit: Visit): Promise<void> {
  const shopper = await fill(url, visit);
  const buyer = buyers[visit.index % buyers.length] ?? ADA;
  await shopper('PATCH', '/checkout', { email: buyer.email });
  const hours = 3 + visit.index * 9;
  await strapi.db
    .connection('cartwright_carts')
    .where({ email: buyer.email, status: 'open' })
    .update({ last_activity_at: Date.now() - hours * 60 * 60 * 1000 });
}

/** The same shop on every machine. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
}
