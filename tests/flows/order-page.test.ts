import type { Response } from 'supertest';

import type {
  AddressFormDto,
  FoundCustomerDto,
  OtherOrdersDto,
} from '../../server/contracts/customers';
import type { AdminOrderDto } from '../../server/contracts/orders';
import type { OrderEditDto, ThingToSellDto } from '../../server/contracts/staff';
import { adminOf } from '../support/admin';
import { countStatements } from '../support/count-statements';
import { fakeBank } from '../support/fake-bank';
import { documents, listen, makeProduct, type ProductWish } from '../support/shop';
import { ADDRESS, DETAILS, freshKey, makeAccount, shopperOf } from '../support/shopper';
import { makeStaff, type Staff } from '../support/staff';
import { startStrapi, type RunningShop } from '../support/strapi';

/** What the pages for making and editing orders ask. Runs on SQLite, PostgreSQL and MariaDB/MySQL. */

const COURSE = 'api::course.course';
const bank = fakeBank();
let shop: RunningShop;
let grace: Staff;
let paid: { name: string }[];

beforeAll(async () => {
  shop = await startStrapi({
    cartwright: {
      currency: 'EUR',
      mails: {
        receipt: false,
        paymentReceived: false,
        shipped: false,
        refunded: false,
        cancelled: false,
      },
      providers: { payments: [() => bank.provider] },
      shipping: { options: [{ code: 'flat', label: 'Flat', amount: '5' }] },
      sellables: { [COURSE]: { title: 'title', price: 'price', stock: 'seats' } },
    },
  });
  grace = await makeStaff(shop);
  paid = listen(shop.strapi, 'cartwright.order.paid');
});
afterAll(() => shop.stop());
beforeEach(() => bank.reset());

const refusal = ({ status, body }: Response) => [status, body.error?.details.code];
const product = (wish?: ProductWish) =>
  makeProduct(shop.strapi, { unitPrice: 10, stock: 20, ...wish });
const withSku = (title: string, sku: string, wish?: ProductWish) =>
  product({ title, variation: { sku }, ...wish });
const keyed = (key: string) => ({ 'Idempotency-Key': key });

async function place(more: object = {}): Promise<AdminOrderDto> {
  const { sku } = await product();
  const body = {
    ...DETAILS,
    shippingOption: 'flat',
    paymentMethod: 'manual',
    items: [{ sku, quantity: 2 }],
    ...more,
  };
  const answer = await grace.send('post', '/orders', body);
  expect(answer.status).toBe(201);
  return answer.body.data;
}

describe('looking for something to sell', () => {
  const search = async (q: string): Promise<ThingToSellDto[]> => {
    const answer = await grace.send('get', `/sellables?q=${encodeURIComponent(q)}`);
    expect(answer.status).toBe(200);
    return answer.body.data;
  };

  it('finds variations by title and by SKU, with price, stock and what is in the way', async () => {
    const { sku } = await withSku('Zeppelin kite', 'ZEP-KITE', { stock: 3 });
    const bySku = await search('zep-k');
    expect(bySku).toMatchObject([
      { sku, unitPrice: '10.00', onSale: false, available: 3, obstacle: null },
    ]);
    expect(await search('kite zeppelin')).toEqual(bySku);
    expect(await search('zeppelin boat')).toEqual([]);
    expect(await search('zep_k')).toEqual([]);
    const soldOut = await product({ title: 'Zeppelin lamp', stock: 0 });
    expect((await search(soldOut.sku))[0]).toMatchObject({ obstacle: 'insufficient_stock' });
  });

  it('shows the exact SKU first', async () => {
    await withSku('A quill', 'QUILL-10');
    await withSku('B quill', 'QUILL-1');
    expect((await search('quill-1')).map(({ sku }) => sku)).toEqual(['QUILL-1', 'QUILL-10']);
  });

  it('finds mapped types, what is published of them only', async () => {
    const entry = { title: 'Falconry', price: 80, seats: 4 };
    await documents(shop.strapi, COURSE).create({ data: entry, status: 'published' });
    await documents(shop.strapi, COURSE).create({ data: { ...entry, title: 'Falconry draft' } });
    expect(await search('falconry')).toMatchObject([
      { type: COURSE, description: 'Falconry', unitPrice: '80.00', available: 4 },
    ]);
  });

  it('costs as many statements for one thing as for twenty', async () => {
    for (let count = 0; count < 5; count += 1) await product({ title: `Abacus ${count}` });
    const asked = (q: string) =>
      countStatements(shop.strapi, () => search(q), { only: 'cartwright' });
    const one = await asked('abacus 1');
    const many = await asked('abacus');
    expect([one.result.length, many.result.length]).toEqual([1, 5]);
    expect(many.statements.length).toBe(one.statements.length);
  });
});

describe('looking for a customer', () => {
  const search = async (q: string): Promise<FoundCustomerDto[]> =>
    (await grace.send('post', '/customers/search', { q })).body.data;

  it('finds accounts and former guests, with what they said last', async () => {
    const account = await makeAccount(shop.strapi);
    await place({ email: 'guest-one@former.example', billing: { ...ADDRESS, city: 'Leeds' } });
    await place({ email: 'guest-one@former.example', billing: { ...ADDRESS, city: 'York' } });
    expect(await search('ONE@former')).toMatchObject([
      {
        account: null,
        email: 'guest-one@former.example',
        orders: 2,
        billing: { city: 'York' },
        shipping: null,
      },
    ]);
    const [found] = await search(account.email.slice(0, 12));
    expect(found).toMatchObject({ account: account.documentId, email: account.email, orders: 0 });
  });

  it('an account has what it ordered as a guest under its confirmed e-mail', async () => {
    const account = await makeAccount(shop.strapi);
    await place({ email: account.email });
    await place({ email: account.email, account: account.documentId });
    expect(await search(account.email)).toMatchObject([
      { account: account.documentId, orders: 2, billing: ADDRESS },
    ]);
  });

  it('fills in what an account has saved when it has never ordered', async () => {
    const account = await makeAccount(shop.strapi);
    const saved = { ...ADDRESS, city: 'Whitby' };
    await shopperOf(shop, { jwt: account.jwt }).send('post', '/account/addresses', {
      address: saved,
    });
    expect(await search(account.email)).toMatchObject([{ billing: saved, lastOrderAt: null }]);
  });

  it('asks for two letters', async () => {
    const answer = await grace.send('post', '/customers/search', { q: 'a' });
    expect([...refusal(answer), answer.body.error.details.issues[0].path]).toEqual([
      400,
      'invalid_input',
      'q',
    ]);
  });
});

it('says what else a customer ordered, and what all of it cost', async () => {
  const email = 'regular@former.example';
  const [first, second, third] = [
    await place({ email }),
    await place({ email }),
    await place({ email }),
  ];
  await place({ email: 'somebody-else@former.example' });
  await grace.step(third, 'cancel', {});
  const others = async (order: AdminOrderDto): Promise<OtherOrdersDto> =>
    (await grace.send('get', `/orders/${order.documentId}/other-orders`)).body.data;
  expect(await others(second)).toMatchObject({
    count: 2,
    isFirst: false,
    latest: [{ number: third.number, status: 'cancelled' }, { number: first.number }],
    spent: [{ currency: 'EUR', amount: '50.00' }],
  });
  expect((await others(first)).isFirst).toBe(true);
  expect(refusal(await grace.send('get', '/orders/nothing/other-orders'))).toEqual([
    404,
    'not_found',
  ]);
});

it('says what an address needs in each country', async () => {
  const form: AddressFormDto = (await grace.send('get', '/address-form')).body.data;
  const of = (wanted: string) => form.countries.find(({ code }) => code === wanted);
  expect(form.required).toContain('postcode');
  expect([of('GB'), of('US'), of('HK')]).toEqual([
    { code: 'GB', postcode: true, state: false },
    { code: 'US', postcode: true, state: true },
    { code: 'HK', postcode: false, state: true },
  ]);
});

it('an order explains its figures, and names what it was made of', async () => {
  const order = await grace.see(await place());
  expect(order.items[0]).toMatchObject({
    type: 'plugin::cartwright.product-variation',
    documentId: expect.any(String),
    data: null,
    explanation: [
      { step: 'list_price', quantity: 2 },
      { step: 'total', amount: '20.00' },
    ],
  });
  expect(order.explanation?.map(({ step }) => step)).toEqual(['subtotal', 'shipping', 'total']);
});

describe('an edit', () => {
  const preview = (order: AdminOrderDto, body: object) => grace.step(order, 'edit/preview', body);
  const edit = (order: AdminOrderDto, body: object, key?: string) =>
    grace.step(order, 'edit', body, key ? keyed(key) : {});
  const units = (order: AdminOrderDto, quantity: number) => ({
    quantities: [{ id: order.items[0]!.id, quantity }],
  });

  it('says how the order can be shipped', async () => {
    const order = await place();
    const { body } = await preview(order, units(order, 3));
    expect((body.data as OrderEditDto).shippingOptions).toEqual([
      { code: 'flat', label: 'Flat', amount: '5.00' },
    ]);
  });

  it('of an order that somebody else edited meanwhile is refused, and changes nothing', async () => {
    const order = await place();
    const wish = { ...units(order, 3), expectedRevision: order.revision };
    expect((await edit(order, { ...wish, expectedTotal: '35.00' })).status).toBe(200);
    const stale = await edit(order, { ...wish, expectedTotal: '35.00' });
    expect([...refusal(stale), stale.body.error.details.revision]).toEqual([
      409,
      'cart_changed',
      order.revision + 1,
    ]);
    expect(refusal(await preview(order, wish))).toEqual([409, 'cart_changed']);
    const seen = await grace.see(order);
    expect([seen.revision, seen.items[0]!.quantity]).toEqual([order.revision + 1, 3]);
  });

  it('of two editors at once, one wins and the other is told', async () => {
    const order = await place();
    const answers = await Promise.all(
      [3, 4].map((quantity) =>
        edit(order, {
          ...units(order, quantity),
          expectedRevision: order.revision,
          expectedTotal: quantity === 3 ? '35.00' : '45.00',
        })
      )
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await grace.see(order)).revision).toBe(order.revision + 1);
  });

  it('that is repeated under its key happens once', async () => {
    const order = await place();
    const { sku } = await product();
    const wish = { add: [{ sku, quantity: 1 }], expectedTotal: '35.00' };
    const key = freshKey();
    const answers = [await edit(order, wish, key), await edit(order, wish, key)];
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers[1]!.body.data).toMatchObject({
      order: { revision: order.revision + 1, totals: { total: '35.00' } },
      difference: '0.00',
    });
    const other = await edit(order, { ...wish, expectedTotal: '36.00' }, key);
    expect(refusal(other)).toEqual([409, 'idempotency_conflict']);
  });

  it('that was refused leaves its key free', async () => {
    const order = await place();
    const key = freshKey();
    const wish = units(order, 3);
    expect(refusal(await edit(order, { ...wish, expectedTotal: '1.00' }, key))).toEqual([
      409,
      'cart_changed',
    ]);
    expect((await edit(order, { ...wish, expectedTotal: '35.00' }, key)).status).toBe(200);
  });
});

describe('a key that stands for another request', () => {
  it('is refused for a parcel, and the parcel stays as it was', async () => {
    const order = await place();
    const [{ id }] = order.items as [AdminOrderDto['items'][number]];
    const key = freshKey();
    const ship = (quantity: number) =>
      grace.step(order, 'fulfilments', { items: [{ id, quantity }] }, keyed(key));
    expect((await ship(1)).body.data.fulfilments).toHaveLength(1);
    expect((await ship(1)).body.data.fulfilments).toHaveLength(1);
    expect(refusal(await ship(2))).toEqual([409, 'idempotency_conflict']);
    expect((await grace.see(order)).fulfilments).toMatchObject([{ items: [{ quantity: 1 }] }]);
  });

  it('is refused for a refund, and no more money goes back', async () => {
    const order = await place();
    await grace.step(order, 'mark-as-paid');
    const key = freshKey();
    const refund = (amount: string) => grace.step(order, 'refunds', { amount }, keyed(key));
    expect((await refund('1.00')).status).toBe(200);
    expect((await refund('1.00')).body.data.refunds).toHaveLength(1);
    expect(refusal(await refund('2.00'))).toEqual([409, 'idempotency_conflict']);
    expect((await grace.see(order)).refunds).toMatchObject([{ amount: '1.00' }]);
  });

  it('is refused on another order', async () => {
    const [one, other] = [await place(), await place()];
    const key = freshKey();
    expect((await grace.step(one, 'fulfilments', {}, keyed(key))).status).toBe(200);
    expect(refusal(await grace.step(other, 'fulfilments', {}, keyed(key)))).toEqual([
      409,
      'idempotency_conflict',
    ]);
  });
});

it('a payment that is marked as paid is told once', async () => {
  const order = await place();
  paid.length = 0;
  const answers = await Promise.all([1, 2, 3].map(() => grace.step(order, 'mark-as-paid')));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 422, 422]);
  expect(paid).toHaveLength(1);
});

it('ways to pay say whether the money comes outside the shop', async () => {
  const { sku } = await product();
  const { body } = await grace.send('post', '/orders/preview', { items: [{ sku }] });
  expect(body.data.paymentMethods).toMatchObject([
    { code: 'manual', offline: true },
    { code: 'bank', offline: false },
  ]);
});

it.each([
  ['get', '/sellables?q=mug', 'orders.update', 200],
  ['post', '/customers/search', 'orders.update', 200],
  ['get', '/address-form', 'orders.update', 200],
  ['get', '/orders/any/other-orders', 'orders.read', 404],
  ['post', '/customers/export', 'customers.data', 200],
] as const)('%s %s is for a role with its permission', async (method, path, action, answer) => {
  const all = ['orders.read', 'orders.update', 'customers.data'];
  const body = path === '/customers/search' ? { q: 'ada' } : { email: 'ada@example.com' };
  const statusFor = async (actions: string[]) => {
    const somebody = await adminOf(
      shop,
      actions.map((one) => `plugin::cartwright.${one}`)
    );
    return (await (method === 'get' ? somebody.get(path) : somebody.post(path, body))).status;
  };
  expect(await statusFor(all.filter((one) => one !== action))).toBe(403);
  expect(await statusFor([action])).toBe(answer);
});
