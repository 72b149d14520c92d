import type { Response } from 'supertest';

import { UIDS } from '../../content-types/uids';
import { shopOf } from '../../server/compose';
import type { CustomerDataDto, ErasedDto } from '../../server/contracts/customers';
import { fakePayment } from '../support/fake-payment';
import { settle } from '../support/mailbox';
import { documents, makeProduct, rowsOf } from '../support/shop';
import { ADDRESS, makeAccount, shopperOf, type TestAccount } from '../support/shopper';
import { type RunningShop, startStrapi } from '../support/strapi';

/**
 * What a shop knows of a person: told to them, and erased when they ask for it. Runs on SQLite, PostgreSQL and
 * MariaDB/MySQL.
 */

const card = fakePayment();
const NAME = 'Wilhelmina';
const BILLING = { ...ADDRESS, firstName: NAME, street: '7 Secret Lane', phone: '0123456789' };

let shop: RunningShop;
let sku: string;
let slug: string;
let keeper: string;

beforeAll(async () => {
  shop = await startStrapi({
    cartwright: { currency: 'EUR', providers: { payments: [card.provider] } },
  });
  ({ sku, slug } = await makeProduct(shop.strapi, { unitPrice: '10.00', stock: 1000 }));
  const admin = await shop
    .http()
    .post('/admin/register-admin')
    .send({
      email: 'keeper@shop.example',
      password: 'Keeper-Password-1',
      firstname: 'Ida',
      lastname: 'Keeper',
    })
    .expect(200);
  keeper = admin.body.data.token;
});
afterAll(() => shop.stop());
beforeEach(() => {
  card.forget();
});

const db = () => shop.strapi.db.connection;
const refusal = ({ status, body }: Response) => [status, body.error?.details.code];
const staff = (path: string, body: object, token: string | null = keeper) => {
  const request = shop.http().post(`/cartwright/customers/${path}`);
  return (token === null ? request : request.set('Authorization', `Bearer ${token}`)).send(body);
};
const account = ({ jwt }: TestAccount) => shopperOf(shop, { jwt });
const dataOf = async (who: TestAccount): Promise<CustomerDataDto> =>
  (await account(who).send('get', '/account/data')).body.data;
const erase = (who: TestAccount) => account(who).send('delete', '/account/data');
const erased = ({ body }: Response): ErasedDto => body.data;
const times = <Result>(count: number, work: () => Promise<Result>) =>
  Promise.all(Array.from({ length: count }, work));

async function order(email: string, jwt?: string, more: object = {}, name = NAME): Promise<string> {
  const ada = shopperOf(shop, jwt ? { jwt } : {});
  await ada.add(sku, 2, { data: { engraving: `For ${name}` } });
  const answer = await ada.checkout({
    email,
    billing: { ...BILLING, firstName: name },
    instructions: `Ring at ${name}’s`,
    paymentMethod: 'card',
    payment: {},
    ...more,
  });
  expect(answer.status).toBe(201);
  return answer.body.data.order.number;
}

/** As it is after everything has been delivered and a part of it was given back, with words in it. */
async function finish(number: string, name = NAME): Promise<void> {
  const [row] = await rowsOf(shop.strapi, 'cartwright_orders', { number });
  const json = (value: unknown) => (typeof value === 'string' ? JSON.parse(value) : value);
  await db()('cartwright_orders')
    .where({ number })
    .update({
      status: 'completed',
      notes: `${name} called`,
      history: JSON.stringify([
        ...json(row!['history']),
        {
          at: '2026-01-01T00:00:00.000Z',
          by: 'Ida',
          step: 'note',
          from: null,
          to: 'x',
          note: name,
        },
      ]),
      fulfilments: JSON.stringify([
        {
          id: 'f1',
          carrier: 'Post',
          trackingNumber: `TRACK-${name}`,
          trackingUrl: `https://post.example/${name}`,
          items: [],
          shippedAt: '2026-01-01T00:00:00.000Z',
        },
      ]),
    });
  await db()('cartwright_payments')
    .where({ order_document_id: row!['document_id'] })
    .update({ reason: `${name} paid` });
  await settle(shop.strapi);
  await db()('cartwright_mails').insert({
    kind: 'shipped',
    reference: `f1 of ${number}`,
    order_document_id: row!['document_id'],
    to: row!['email'],
    status: 'sent',
    attempts: 1,
  });
}

/** All tables of the plugin, to see that a word is nowhere. */
async function tablesWith(word: string): Promise<string[]> {
  const tables = [...shop.strapi.db.metadata.values()]
    .filter(({ uid }) => uid.startsWith('plugin::cartwright.'))
    .map(({ tableName }) => tableName);
  const found: string[] = [];
  for (const table of tables) {
    if (JSON.stringify(await db()(table)).includes(word)) found.push(table);
  }
  return found;
}

describe('an account', () => {
  it('is told everything that the shop knows of it', async () => {
    const ada = await makeAccount(shop.strapi);
    const asGuest = await order(ada.email);
    const own = await order(ada.email, ada.jwt, { remember: true });
    const shopper = account(ada);
    await shopper.send('post', '/account/addresses', { address: BILLING });
    await shopper.send('post', `/catalog/products/${slug}/ratings`, { value: 4 });
    await shopper.add(sku, 3);
    await shopper.say({ email: ada.email });

    const data = await dataOf(ada);
    expect(data).toMatchObject({
      email: ada.email,
      addresses: [{ address: BILLING, defaultBilling: true }],
      remembered: [{ email: ada.email, billing: BILLING, shipping: null }],
      orders: [{ number: asGuest }, { number: own, email: ada.email, billing: BILLING }],
      ratings: [{ value: 4 }],
    });
    expect(data.orders[1]).toMatchObject({
      totals: { total: '20.00' },
      items: [{ sku, quantity: 2, data: { engraving: `For ${NAME}` } }],
      invoice: null,
      creditNotes: [],
    });
    expect(data.orders[1]).not.toHaveProperty('token');
    expect(data.carts.map(({ status, items }) => [status, items.length])).toEqual([
      ['checked_out', 1],
      ['checked_out', 1],
      ['open', 1],
    ]);
  });

  it('is told nothing of others, also where its e-mail is not confirmed', async () => {
    const ada = await makeAccount(shop.strapi);
    await order(ada.email, ada.jwt);
    const eve = await makeAccount(shop.strapi);
    const nothing = {
      addresses: [],
      remembered: [],
      carts: [],
      orders: [],
      ratings: [],
      mails: [],
    };
    expect(await dataOf(eve)).toEqual({ email: eve.email, ...nothing });
    const email = 'claimed@example.com';
    await order(email);
    const thief = await makeAccount(shop.strapi, { email, confirmed: false });
    expect(await dataOf(thief)).toEqual({ email: null, ...nothing });
    expect(erased(await erase(thief))).toMatchObject({ orders: 0, carts: 0 });
    expect(await tablesWith(email)).toContain('cartwright_orders');
    for (const method of ['get', 'delete'] as const) {
      const answer = await shopperOf(shop).send(method, '/account/data');
      expect(refusal(answer)).toEqual([401, 'account_required']);
    }
  });

  it('is gone from everywhere once it is erased, and its orders keep their figures', async () => {
    const ada = await makeAccount(shop.strapi, { email: 'gone@nowhere.example' });
    const billing = {
      ...BILLING,
      firstName: 'Winifred',
      street: '9 Hidden Row',
      phone: '99887766',
    };
    const more = { billing, remember: true };
    const bystander = await order('bystander@nowhere.example', undefined, { billing: ADDRESS });
    const numbers = [
      await order(ada.email, undefined, { billing }, 'Winifred'),
      await order(ada.email, ada.jwt, more, 'Winifred'),
    ];
    for (const number of numbers) await finish(number, 'Winifred');
    const shopper = account(ada);
    await shopper.send('post', '/account/addresses', { address: billing });
    await shopper.send('post', `/catalog/products/${slug}/ratings`, { value: 2 });
    await shopper.add(sku);
    await shopper.say({ billing });
    const before = (await dataOf(ada)).orders;
    const rating = (await shop.http().get(`/api/cartwright/catalog/products/${slug}`)).body.data
      .rating;

    expect(await tablesWith('Winifred')).toEqual(
      expect.arrayContaining([
        'cartwright_carts',
        'cartwright_cart_items',
        'cartwright_orders',
        'cartwright_order_items',
        'cartwright_payments',
        'cartwright_customers_remembered',
        'cartwright_customer_addresses',
      ])
    );
    expect(await tablesWith(ada.email)).toContain('cartwright_mails');
    const answer = await erase(ada);
    expect([answer.status, answer.body.data]).toEqual([
      200,
      { orders: 2, carts: 3, addresses: 1, remembered: 1, ratings: 1 },
    ]);
    for (const word of [ada.email, 'Winifred', 'Hidden Row', '99887766', ada.documentId]) {
      const left = (await tablesWith(word)).filter(
        (table) => table !== 'cartwright_idempotency_keys'
      );
      expect([word, left]).toEqual([word, []]);
    }

    for (const [index, number] of numbers.entries()) {
      const [row] = await rowsOf(shop.strapi, 'cartwright_orders', { number });
      const stored = await shopOf(shop.strapi).orders.open(String(row!['document_id']));
      expect(stored).toMatchObject({
        number,
        status: 'completed',
        paymentStatus: 'paid',
        email: '',
        account: null,
        billing: { country: 'GB' },
        shipping: { country: 'GB' },
        instructions: null,
        fulfilments: [{ carrier: 'Post', trackingNumber: null, trackingUrl: null }],
      });
      expect(stored.totals.total.toFixed(2)).toBe(before[index]!.totals.total);
      expect(stored.lines[0]).toMatchObject({ sku, quantity: 2, data: null });
      expect(stored.history.at(-1)).toMatchObject({ by: 'shopper', step: 'note', to: 'erased' });
      expect(stored.payments[0]).toMatchObject({ status: 'paid', reference: 'ref-1' });
    }
    const now = (await shop.http().get(`/api/cartwright/catalog/products/${slug}`)).body.data
      .rating;
    expect(now).toEqual(rating);
    const [other] = await rowsOf(shop.strapi, 'cartwright_orders', { number: bystander });
    expect(other!['email']).toBe('bystander@nowhere.example');

    // The account goes on, with nothing in it.
    expect((await dataOf(ada)).orders).toEqual([]);
    expect((await shopper.send('get', '/orders')).body.data).toEqual([]);
    expect(erased(await erase(ada))).toEqual({
      orders: 0,
      carts: 0,
      addresses: 0,
      remembered: 0,
      ratings: 0,
    });
    expect((await shopper.add(sku)).status).toBe(201);
  });

  it('keeps everything while an order of it is still to be paid or shipped', async () => {
    const ada = await makeAccount(shop.strapi);
    const open = await order(ada.email, ada.jwt);
    await finish(await order(ada.email, ada.jwt));
    const before = await dataOf(ada);
    const answer = await erase(ada);
    expect(refusal(answer)).toEqual([422, 'status_not_allowed']);
    expect(answer.body.error.details).toMatchObject({
      from: 'open',
      to: 'erased',
      allowed: ['completed', 'cancelled'],
      orders: [open],
    });
    expect(await dataOf(ada)).toEqual(before);
    await finish(open);
    expect(erased(await erase(ada)).orders).toBe(2);
  });

  it('that uses a code once a customer cannot use it again by being erased', async () => {
    await documents(shop.strapi, UIDS.discountCode).create({
      data: { title: 'Once', code: 'ONCE', active: true, discountDeduct: 5, maxUsesPerCustomer: 1 },
    });
    const ada = await makeAccount(shop.strapi);
    await finish(await order(ada.email, ada.jwt, { discountCode: 'once' }));
    expect((await erase(ada)).status).toBe(200);

    const enter = async (shopper: ReturnType<typeof account>, more: object) => {
      await shopper.add(sku);
      return refusal(await shopper.say({ discountCode: 'ONCE', ...more }));
    };
    expect(await enter(account(ada), {})).toEqual([422, 'discount_code_exhausted']);
    const guest = shopperOf(shop);
    expect(await enter(guest, { email: ada.email })).toEqual([422, 'discount_code_exhausted']);
    expect(await enter(shopperOf(shop), { email: 'else@example.com' })).toEqual([200, undefined]);
  });

  it('erased in several tabs at once is erased once', async () => {
    const ada = await makeAccount(shop.strapi);
    await finish(await order(ada.email, ada.jwt));
    await account(ada).send('post', '/account/addresses', { address: BILLING });
    const answers = await times(5, () => erase(ada));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    const sums = (key: keyof ErasedDto) =>
      answers.reduce((sum, answer) => sum + erased(answer)[key], 0);
    expect([sums('orders'), sums('carts'), sums('addresses')]).toEqual([1, 1, 1]);
  });

  it('that orders while it is erased either keeps the order, or has none', async () => {
    for (let round = 0; round < 6; round += 1) {
      const ada = await makeAccount(shop.strapi);
      const shopper = account(ada);
      await shopper.add(sku);
      const wish = { email: ada.email, billing: BILLING, paymentMethod: 'manual' };
      const [placed, gone] = await Promise.all([shopper.checkout(wish), erase(ada)]);
      const orders = await rowsOf(shop.strapi, 'cartwright_orders', { account: ada.documentId });
      const outcome = [placed.status, gone.status, orders.length];
      expect([
        [201, 422, 1],
        [422, 200, 0],
        [409, 200, 0],
      ]).toContainEqual(outcome);
      // Whatever is there is whole: an order with the person in it.
      if (orders.length > 0) expect(JSON.stringify(orders)).toContain(NAME);
    }
  });
});

describe('staff', () => {
  it('export and erase a guest by e-mail, however it is written', async () => {
    const email = 'guest-of-staff@example.com';
    const number = await order(email, undefined, { remember: true });
    await finish(number);
    const asked = { email: ` ${email.toUpperCase()} ` };
    const shown = await staff('export', asked);
    expect(shown.status).toBe(200);
    expect(shown.body.data).toMatchObject({ email, orders: [{ number }], remembered: [{ email }] });
    const answer = await staff('erase', asked);
    expect(erased(answer)).toMatchObject({ orders: 1, carts: 1, remembered: 1 });
    expect(await tablesWith(email)).toEqual([]);
    const [row] = await rowsOf(shop.strapi, 'cartwright_orders', { number });
    expect(JSON.stringify(row!['history'])).toContain('Ida Keeper');
    expect((await staff('export', asked)).body.data).toMatchObject({ orders: [], carts: [] });
  });

  it('reach what belongs to the account of that e-mail, and never another account’s cart', async () => {
    const ada = await makeAccount(shop.strapi);
    const eve = await makeAccount(shop.strapi);
    await account(ada).send('post', '/account/addresses', { address: BILLING });
    await account(eve).add(sku);
    await account(eve).say({ email: ada.email });
    expect((await staff('export', { email: ada.email })).body.data).toMatchObject({
      addresses: [{ address: BILLING }],
      carts: [],
    });
    expect(erased(await staff('erase', { email: ada.email }))).toMatchObject({
      addresses: 1,
      carts: 0,
    });
    expect((await account(eve).cart()).body.data.totalQuantity).toBe(1);
  });

  it('need the permission for it', async () => {
    const body = { email: 'nobody@example.com' };
    expect((await staff('export', body, null)).status).toBe(401);
    expect((await staff('erase', body, 'nonsense')).status).toBe(401);
    const send = (method: 'post' | 'put', path: string, data: object) =>
      shop.http()[method](path).set('Authorization', `Bearer ${keeper}`).send(data);
    const role = await send('post', '/admin/roles', { name: 'Helper', description: '' });
    const roleId = role.body.data.id;
    const user = { firstname: 'Hal', email: 'hal@shop.example', roles: [roleId] };
    const invited = await send('post', '/admin/users', user).expect(201);
    const registered = await shop
      .http()
      .post('/admin/register')
      .send({
        registrationToken: invited.body.data.registrationToken,
        userInfo: { firstname: 'Hal', password: 'Helper-Password-1' },
      })
      .expect(200);
    const helper = registered.body.data.token;
    const allow = (action: string) =>
      send('put', `/admin/roles/${roleId}/permissions`, {
        permissions: [{ action, subject: null, properties: {}, conditions: [] }],
      }).expect(200);
    await allow('plugin::cartwright.orders.update');
    expect((await staff('export', body, helper)).status).toBe(403);
    expect((await staff('erase', body, helper)).status).toBe(403);
    await allow('plugin::cartwright.customers.data');
    expect((await staff('export', body, helper)).status).toBe(200);
    expect((await staff('erase', body, helper)).status).toBe(200);
  });

  it.each([{}, { email: 'nobody' }, { email: 5 }, { email: 'a@b.example', all: true }])(
    'say an e-mail, not %j',
    async (body) => {
      expect(refusal(await staff('erase', body))).toEqual([400, 'invalid_input']);
      expect(refusal(await staff('export', body))).toEqual([400, 'invalid_input']);
    }
  );

  it('may do it on the command line', async () => {
    const email = 'terminal@example.com';
    const number = await order(email);
    await finish(number);
    const customers = shop.strapi.plugin('cartwright').service('customers');
    expect(await customers.export(email)).toMatchObject({
      orders: [{ number, totals: { total: '20.00' } }],
    });
    expect(await customers.erase(email, 'command line')).toMatchObject({ orders: 1 });
    expect((await customers.export(email)).orders).toEqual([]);
  });
});
