import type { Response } from 'supertest';

import type { ShippingRequest } from '../../server/providers/shipping';
import type { TaxRequest } from '../../server/providers/tax';
import { UIDS } from '../../content-types/uids';
import { countRows, documents, makeProduct, rowsOf } from '../support/shop';
import { DETAILS, shopperOf } from '../support/shopper';
import { type RunningShop, startStrapi } from '../support/strapi';

/** A provider that can be told to fail, and remembers what it was asked and when. */
function scripted<Request>(well: (request: Request) => unknown) {
  const provider = {
    asked: [] as Request[],
    insideTransactions: 0,
    answer: well,
    respond(request: Request) {
      provider.asked.push(request);
      if (shop.strapi.db.inTransaction()) provider.insideTransactions += 1;
      return provider.answer(request);
    },
    recover() {
      provider.asked.length = 0;
      provider.answer = well;
    },
  };
  return provider;
}

const TAX = { rate: '10', label: 'Tax', amount: '1.00' };
const QUOTE = { code: 'post', label: 'Post', amount: '4.95' };

const carrier = scripted<ShippingRequest>(() => [QUOTE]);
const office = scripted<TaxRequest>(({ items }) => ({
  items: items.map(() => TAX),
  shipping: null,
}));

let shop: RunningShop;
beforeAll(async () => {
  shop = await startStrapi({
    cartwright: {
      tax: { included: true },
      providers: {
        shipping: {
          name: 'carrier',
          quote: (request: ShippingRequest) => carrier.respond(request),
        },
        tax: () => ({ name: 'office', tax: (request: TaxRequest) => office.respond(request) }),
      },
    },
  });
});
afterAll(() => shop.stop());
beforeEach(() => {
  carrier.recover();
  office.recover();
});

const trouble = ({ status, body }: Response) => {
  const { error } = body as { error?: { details: { code: string; provider: string } } };
  return [status, error?.details.code, error?.details.provider];
};

async function withCart() {
  const { sku } = await makeProduct(shop.strapi, { unitPrice: '12.50', stock: 5 });
  const ada = shopperOf(shop);
  const { body } = await ada.add(sku, 2);
  expect(body.data.totals).toMatchObject({ shipping: '4.95', tax: '1.00', total: '29.95' });
  carrier.recover();
  office.recover();
  return { ada, sku };
}

const fail = (message: string) => () => {
  throw new Error(message);
};

type Nonsense = [what: string, answer: () => unknown];
const nonsense = (...answers: [string, unknown][]): Nonsense[] =>
  answers.map(([what, answer]) => [what, () => answer]);

const CARRIER: Nonsense[] = [
  ['throws', fail('ECONNREFUSED')],
  ['rejects', () => Promise.reject(new Error('ECONNREFUSED'))],
  // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- a site's code may do so
  ['rejects with nothing', () => Promise.reject(undefined)],
  ...nonsense(
    ['nothing', undefined],
    ['no list', { ...QUOTE }],
    ['a list of nothing', [null]],
    ['no code', [{ label: 'Post', amount: '1' }]],
    ['an empty code', [{ ...QUOTE, code: '' }]],
    ['no label', [{ code: 'post', amount: '1' }]],
    ['no amount', [{ code: 'post', label: 'Post' }]],
    ['too many decimals', [{ ...QUOTE, amount: '4.955' }]],
    ['less than nothing', [{ ...QUOTE, amount: '-4.95' }]],
    ['not a number', [{ ...QUOTE, amount: NaN }]],
    ['infinity', [{ ...QUOTE, amount: Infinity }]],
    ['words', [{ ...QUOTE, amount: 'free' }]],
    ['twice the same code', [QUOTE, QUOTE]]
  ),
];

const taxed = (tax: unknown, ...more: unknown[]) => ({ items: [tax, ...more], shipping: null });
const OFFICE: Nonsense[] = [
  ['throws', fail('ECONNREFUSED')],
  ['rejects', () => Promise.reject(new Error('ECONNREFUSED'))],
  ...nonsense(
    ['nothing', undefined],
    ['a list', [TAX]],
    ['no items', { shipping: null }],
    ['too few items', { items: [], shipping: null }],
    ['too many items', taxed(TAX, TAX)],
    ['no label', taxed({ rate: '10', amount: '1.00' })],
    ['no rate', taxed({ label: 'Tax', amount: '1.00' })],
    ['a rate in words', taxed({ ...TAX, rate: 'ten' })],
    ['no amount', taxed({ rate: '10', label: 'Tax' })],
    ['too many decimals', taxed({ ...TAX, amount: '1.005' })],
    ['less than nothing', taxed({ ...TAX, amount: '-1.00' })],
    ['not a number', taxed({ ...TAX, amount: NaN })],
    ['more than the price that contains it', taxed({ ...TAX, amount: '25.01' })]
  ),
];

const everyAnswer = [
  ...CARRIER.map(([what, answer]) => ['carrier', what, answer] as const),
  ...OFFICE.map(([what, answer]) => ['office', what, answer] as const),
];

describe('a provider in trouble (9.3)', () => {
  let ada: Awaited<ReturnType<typeof withCart>>['ada'];
  beforeAll(async () => {
    ({ ada } = await withCart());
  });

  it.each(everyAnswer)('the %s answers with %s: 502, and no total', async (name, _, answer) => {
    const provider = name === 'carrier' ? carrier : office;
    const { body: before } = await ada.cart();
    provider.answer = answer;
    const failed = await ada.cart();
    expect(trouble(failed)).toEqual([502, 'provider_failed', name]);
    expect(failed.body.data).toBeNull();
    expect(JSON.stringify(failed.body)).not.toContain('ECONNREFUSED');
    provider.recover();
    expect((await ada.cart()).body.data).toEqual(before.data);
  });

  it('a first cart that cannot be priced is not lost: its repeat finds it', async () => {
    const { sku } = await makeProduct(shop.strapi);
    const bob = shopperOf(shop);
    const key = { 'Idempotency-Key': 'the-first-add-of-bob' };
    carrier.answer = fail('down');
    expect(trouble(await bob.add(sku, 1, {}, key))).toEqual([502, 'provider_failed', 'carrier']);
    carrier.recover();
    const again = await bob.add(sku, 1, {}, key);
    expect(again.body.data.totalQuantity).toBe(1);
    expect(again.body.data.token).toEqual(expect.any(String));
  });

  it.each(['carrier', 'office'] as const)(
    'an order that the %s cannot price writes nothing, and goes through afterwards',
    async (name) => {
      const { ada: eve } = await withCart();
      const provider = name === 'carrier' ? carrier : office;
      const before = await countRows(shop.strapi);
      provider.answer = fail('down');
      expect(trouble(await eve.checkout())).toEqual([502, 'provider_failed', name]);
      expect(await countRows(shop.strapi)).toEqual(before);
      provider.recover();
      expect((await eve.checkout()).status).toBe(201);
    }
  );

  it('does not keep a shopper from emptying the cart, nor from taking a code off', async () => {
    const { ada: eve } = await withCart();
    await documents(shop.strapi, UIDS.discountCode).create({
      data: { title: 'Off', code: 'OFF', active: true, discountPercent: 10 },
    });
    await eve.send('put', '/cart/discount-code', { code: 'OFF' });
    carrier.answer = fail('down');
    expect((await eve.send('delete', '/cart/discount-code')).status).toBe(502);
    carrier.recover();
    expect((await eve.cart()).body.data.discountCode).toBeNull();
    carrier.answer = fail('down');
    const cleared = await eve.clear();
    expect([cleared.status, cleared.body.data.items]).toEqual([200, []]);
  });

  it('counts no use of a code, and takes no units, for an order that cannot be priced', async () => {
    const { ada: eve, sku } = await withCart();
    await documents(shop.strapi, UIDS.discountCode).create({
      data: { title: 'T', code: 'TROUBLE', active: true, discountPercent: 10, maxUses: 1 },
    });
    await eve.send('put', '/cart/discount-code', { code: 'TROUBLE' });
    office.answer = fail('down');
    expect((await eve.checkout()).status).toBe(502);
    const [code] = await rowsOf(shop.strapi, 'cartwright_discount_codes', { code: 'TROUBLE' });
    expect(Number(code?.['used_count'] ?? 0)).toBe(0);
    const [variation] = await rowsOf(shop.strapi, 'cartwright_product_variations', { sku });
    expect(variation?.['stock']).toBe(5);
    office.recover();
    const { body } = await eve.checkout();
    expect(body.data.order.discountCode).toMatchObject({ code: 'TROUBLE', amount: '2.50' });
  });
});

describe('a provider in good health (9.3)', () => {
  const asked = () => [carrier.asked.length, office.asked.length];

  it('is asked once for each answer: to read, to write, to say, to order', async () => {
    const { ada, sku } = await withCart();
    const counts: Record<string, number[]> = {};
    const count = async (what: string, act: () => Promise<unknown>) => {
      carrier.recover();
      office.recover();
      await act();
      counts[what] = asked();
    };
    await count('read', () => ada.cart());
    await count('add', () => ada.add(sku));
    await count('options', () => ada.send('get', '/cart/shipping-options'));
    await count('export', () => ada.send('get', '/cart/export'));
    await count('say', () => ada.say(DETAILS));
    await count('order', () => ada.checkout());
    expect(counts).toEqual({
      read: [1, 1],
      add: [1, 1],
      options: [1, 1],
      export: [1, 1],
      say: [1, 1],
      order: [1, 1],
    });
  });

  it('is not asked about an empty cart', async () => {
    const { ada } = await withCart();
    await shopperOf(shop).cart();
    await ada.clear();
    await ada.cart();
    expect(asked()).toEqual([0, 0]);
  });

  it('is never asked inside a transaction', async () => {
    const { ada, sku } = await withCart();
    const stale = { 'If-Match': '1' };
    await ada.add(sku);
    expect((await ada.add(sku, 1, {}, stale)).status).toBe(412);
    await ada.say(DETAILS);
    expect((await ada.checkout()).status).toBe(201);
    expect(carrier.asked.length).toBeGreaterThan(3);
    expect([carrier.insideTransactions, office.insideTransactions]).toEqual([0, 0]);
  });

  it('is told the lines after their discount, and where they go', async () => {
    const { ada, sku } = await withCart();
    await documents(shop.strapi, UIDS.discountCode).create({
      data: { title: 'Tenth', code: 'TENTH', active: true, discountPercent: 10 },
    });
    await ada.say(DETAILS);
    carrier.recover();
    office.recover();
    await ada.send('put', '/cart/discount-code', { code: 'TENTH' });
    const line = { type: UIDS.productVariation, sku, quantity: 2, amount: '22.5' };
    const address = expect.objectContaining({ country: 'GB', postcode: 'SW1A 1AA' });
    expect(carrier.asked[0]).toMatchObject({
      currency: 'USD',
      items: [{ ...line, weight: '0' }],
      subtotal: '25',
      discountedSubtotal: '22.5',
      address,
    });
    expect(office.asked[0]).toMatchObject({
      included: true,
      items: [{ ...line, taxClass: null }],
      shipping: null,
      address,
    });
  });
});
