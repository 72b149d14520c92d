import http from 'node:http';

import fc from 'fast-check';
import type { Response } from 'supertest';

import { ERROR_CODES } from '../../server/domain/errors';
import { countRows, makeProduct } from '../support/shop';
import { ADDRESS, API, DETAILS, shopperOf, type TestShopper } from '../support/shopper';
import { startStrapi, type RunningShop } from '../support/strapi';

/** Whatever comes in: a clear answer with a code from the closed list, nothing written, never a 5xx. */

let shop: RunningShop;
let sku: string;
/** A shopper with one line in the cart, which no refused request changes. */
let ada: TestShopper;
let itemId: string;

beforeAll(async () => {
  shop = await startStrapi({ cartwright: { currency: 'EUR' } });
  ({ sku } = await makeProduct(shop.strapi, { title: 'Plate', stock: 1000 }));
  ada = shopperOf(shop);
  itemId = (await ada.add(sku, 2)).body.data.items[0].id;
});
afterAll(() => shop.stop());

const issuesOf = ({ body }: Response): string[] => [
  ...new Set<string>((body.error.details.issues ?? []).map(({ path }: { path: string }) => path)),
];

/** In the host's envelope, with a code that clients know. */
function expectRefusal(answer: Response, status: number, code: string): void {
  expect(answer.body).toMatchObject({
    data: null,
    error: { status, name: expect.any(String), message: expect.any(String), details: { code } },
  });
  expect(answer.status).toBe(status);
  expect(ERROR_CODES).toContain(code);
}

let before: Record<string, number>;
let cartBefore: unknown;
const nothingWritten = async () => {
  expect(await countRows(shop.strapi)).toEqual(before);
  const { updatedAt: _, ...cart } = (await ada.cart()).body.data;
  expect(cart).toEqual(cartBefore);
};
beforeEach(async () => {
  before = await countRows(shop.strapi);
  const { updatedAt: _, ...cart } = (await ada.cart()).body.data;
  cartBefore = cart;
});

describe('POST /cart/items refuses, and writes nothing', () => {
  const cases: [string, () => unknown, number, string, string[]][] = [
    ['no thing at all', () => ({}), 400, 'invalid_input', ['']],
    ['two names for a thing', () => ({ sku, variation: 'x' }), 400, 'invalid_input', ['']],
    ['a type without a document', () => ({ type: 'x' }), 400, 'invalid_input', ['']],
    ['an unknown SKU', () => ({ sku: 'nothing' }), 404, 'product_not_found', []],
    ['an unknown variation', () => ({ variation: 'nothing' }), 404, 'product_not_found', []],
    [
      'a type that is not sold here',
      () => ({ type: 'api::course.course', documentId: 'x' }),
      404,
      'product_not_found',
      [],
    ],
    ['a SKU in other letters', () => ({ sku: sku.toUpperCase() }), 404, 'product_not_found', []],
    ['a number as SKU', () => ({ sku: 7 }), 400, 'invalid_input', ['sku']],
    ['an empty SKU', () => ({ sku: ' ' }), 400, 'invalid_input', ['sku', '']],
    ['a SKU with a line break', () => ({ sku: 'a\nb' }), 400, 'invalid_input', ['sku']],
    ['a SKU with a zero byte', () => ({ sku: 'a\u0000' }), 400, 'invalid_input', ['sku']],
    ['a SKU of 10 000 letters', () => ({ sku: 'x'.repeat(10_000) }), 400, 'invalid_input', ['sku']],
    ['SQL for a SKU', () => ({ sku: "' OR 1=1; --" }), 404, 'product_not_found', []],
    ['an emoji for a SKU', () => ({ sku: '🧺' }), 404, 'product_not_found', []],
    ['half an emoji for a SKU', () => ({ sku: '\ud83e' }), 400, 'invalid_input', ['sku']],
    ['an operator for a SKU', () => ({ sku: { $ne: null } }), 400, 'invalid_input', ['sku']],
    ['quantity 0', () => ({ sku, quantity: 0 }), 400, 'invalid_quantity', ['quantity']],
    ['quantity −1', () => ({ sku, quantity: -1 }), 400, 'invalid_quantity', ['quantity']],
    ['quantity 1.5', () => ({ sku, quantity: 1.5 }), 400, 'invalid_quantity', ['quantity']],
    ['quantity "2"', () => ({ sku, quantity: '2' }), 400, 'invalid_quantity', ['quantity']],
    ['quantity 1e9', () => ({ sku, quantity: 1e9 }), 400, 'invalid_quantity', ['quantity']],
    ['quantity 1e300', () => ({ sku, quantity: 1e300 }), 400, 'invalid_quantity', ['quantity']],
    ['quantity null', () => ({ sku, quantity: null }), 400, 'invalid_quantity', ['quantity']],
    ['quantity {}', () => ({ sku, quantity: {} }), 400, 'invalid_quantity', ['quantity']],
    ['a price', () => ({ sku, price: '0.01' }), 400, 'invalid_input', ['price']],
    ['a unit price', () => ({ sku, unitPrice: 0 }), 400, 'invalid_input', ['unitPrice']],
    [
      'unknown fields, each with its path',
      () => ({ sku, quantity: 1, coupon: 'X', discount: 5 }),
      400,
      'invalid_input',
      ['coupon', 'discount'],
    ],
    ['nested data', () => ({ sku, data: { a: { b: 1 } } }), 400, 'invalid_input', ['data.a']],
    ['a list in data', () => ({ sku, data: { a: [1] } }), 400, 'invalid_input', ['data.a']],
    ['data as a list', () => ({ sku, data: [1] }), 400, 'invalid_input', ['data']],
    ['data as text', () => ({ sku, data: 'x' }), 400, 'invalid_input', ['data']],
    [
      'data of 51 fields',
      () => ({ sku, data: Object.fromEntries(Array.from({ length: 51 }, (_, i) => [`f${i}`, i])) }),
      400,
      'invalid_input',
      ['data'],
    ],
    [
      'a text of 5001 letters in data',
      () => ({ sku, data: { note: 'x'.repeat(5001) } }),
      400,
      'invalid_input',
      ['data.note'],
    ],
    [
      'a zero byte in data',
      () => ({ sku, data: { note: 'a\u0000b' } }),
      400,
      'invalid_input',
      ['data.note'],
    ],
    [
      'half an emoji in data',
      () => ({ sku, data: { note: 'a\udc00b' } }),
      400,
      'invalid_input',
      ['data.note'],
    ],
    ['a list for a body', () => [{ sku }], 400, 'invalid_input', ['']],
  ];

  it.each(cases)('%s', async (_, body, status, code, paths) => {
    for (const shopper of [ada, shopperOf(shop)]) {
      const answer = await shopper.send('post', '/cart/items', body());
      expectRefusal(answer, status, code);
      expect(issuesOf(answer)).toEqual(paths);
      expect(answer.headers).not.toHaveProperty('x-cart-token');
    }
    await nothingWritten();
  });

  it.each([
    ['a draft', { published: false }, 'not_for_sale'],
    ['a product whose time has passed', { fields: { publishUntil: new Date(0) } }, 'not_for_sale'],
    [
      'a product whose time is to come',
      { fields: { publishFrom: new Date('2999-01-01') } },
      'not_for_sale',
    ],
    ['a product that is not available', { fields: { available: false } }, 'not_for_sale'],
    ['a product without a price', { unitPrice: null }, 'no_price'],
  ])('%s', async (_, wish, code) => {
    const made = await makeProduct(shop.strapi, wish);
    for (const shopper of [ada, shopperOf(shop)]) {
      expectRefusal(await shopper.add(made.sku), 422, code);
    }
    await nothingWritten();
  });
});

describe('the other writes refuse, and write nothing', () => {
  type Case = [
    string,
    'post' | 'patch' | 'delete',
    () => string,
    () => unknown,
    number,
    string,
    string[],
  ];
  const details = (field: string, value: unknown): Case => [
    `PATCH /checkout with ${field} ${JSON.stringify(value)}`.slice(0, 60),
    'patch',
    () => '/checkout',
    () => ({ [field]: value }),
    400,
    'invalid_input',
    [field],
  ];
  const cases: Case[] = [
    [
      'a quantity as text',
      'patch',
      () => `/cart/items/${itemId}`,
      () => ({ quantity: '2' }),
      400,
      'invalid_quantity',
      ['quantity'],
    ],
    [
      'no quantity',
      'patch',
      () => `/cart/items/${itemId}`,
      () => ({}),
      400,
      'invalid_quantity',
      ['quantity'],
    ],
    [
      'a price on a line',
      'patch',
      () => `/cart/items/${itemId}`,
      () => ({ quantity: 2, unitPrice: '1.00' }),
      400,
      'invalid_input',
      ['unitPrice'],
    ],
    [
      'an unknown line',
      'patch',
      () => '/cart/items/no-such-line',
      () => ({ quantity: 2 }),
      404,
      'item_not_found',
      [],
    ],
    [
      'SQL for a line',
      'delete',
      () => `/cart/items/${encodeURIComponent("' OR '1'='1")}`,
      () => undefined,
      404,
      'item_not_found',
      [],
    ],
    [
      'an unknown mode',
      'post',
      () => '/cart/items/bulk',
      () => ({ mode: 'replace', items: [{ sku }] }),
      400,
      'invalid_input',
      ['mode'],
    ],
    [
      'a bulk without items',
      'post',
      () => '/cart/items/bulk',
      () => ({}),
      400,
      'invalid_input',
      ['items'],
    ],
    [
      'a bulk with a price',
      'post',
      () => '/cart/items/bulk',
      () => ({ items: [{ sku }, { sku, price: 1 }] }),
      400,
      'invalid_input',
      ['items.1.price'],
    ],
    [
      'a negative bulk',
      'post',
      () => '/cart/items/bulk',
      () => ({ mode: 'set', items: [{ sku, quantity: -1 }] }),
      400,
      'invalid_quantity',
      ['items.0.quantity'],
    ],
    details('email', 'nobody'),
    details('email', null),
    details('email', `${'x'.repeat(300)}@example.com`),
    details('instructions', 'x'.repeat(5001)),
    details('instructions', 'half an emoji \ud83e'),
    details('sameAsBilling', 'yes'),
    details('total', '0.00'),
    details('billing', 'London'),
    [
      'an unknown country',
      'patch',
      () => '/checkout',
      () => ({ billing: { ...ADDRESS, country: 'XX' } }),
      400,
      'invalid_input',
      ['billing.country'],
    ],
    [
      'an unknown part of an address',
      'patch',
      () => '/checkout',
      () => ({ shipping: { ...ADDRESS, planet: 'Mars' } }),
      400,
      'invalid_input',
      ['shipping.planet'],
    ],
    [
      'half an emoji in an address',
      'patch',
      () => '/checkout',
      () => ({ billing: { ...ADDRESS, city: '\ud83e' } }),
      400,
      'invalid_input',
      ['billing.city'],
    ],
    [
      'an order with an own total',
      'post',
      () => '/checkout',
      () => ({ ...DETAILS, totals: { total: '0.01' } }),
      400,
      'invalid_input',
      ['totals'],
    ],
    [
      'an order with a number as total',
      'post',
      () => '/checkout',
      () => ({ ...DETAILS, expectedTotal: 20 }),
      400,
      'invalid_input',
      ['expectedTotal'],
    ],
    [
      'an order with text for a payment',
      'post',
      () => '/checkout',
      () => ({ ...DETAILS, payment: 'cash' }),
      400,
      'invalid_input',
      ['payment'],
    ],
  ];

  it.each(cases)('%s', async (_, method, path, body, status, code, paths) => {
    const answer = await ada.send(method, path(), body());
    expectRefusal(answer, status, code);
    expect(issuesOf(answer)).toEqual(paths);
    await nothingWritten();
  });
});

describe('headers and addresses', () => {
  it.each([
    ['If-Match', 'abc'],
    ['If-Match', '-1'],
    ['If-Match', '99999999999999999999'],
    ['Idempotency-Key', 'short'],
    ['Idempotency-Key', 'x'.repeat(300)],
  ])('%s: %s is refused', async (name, value) => {
    const answer = await ada.add(sku, 1, {}, { [name]: value });
    expectRefusal(answer, 400, 'invalid_input');
    expect(issuesOf(answer)).toEqual([name]);
    await nothingWritten();
  });

  it('a locale that is none is refused with its name; an unknown field of a query, too', async () => {
    for (const query of ['?locale=../../etc', '?locale=', '?locale[a]=b', '?locale=en&locale=de']) {
      expectRefusal(await ada.send('get', `/cart${query}`), 400, 'invalid_input');
    }
    expectRefusal(await ada.send('get', '/cart?utm=1'), 400, 'invalid_input');
  });

  it('what does not exist is 404 with a code', async () => {
    for (const path of ['/nothing', '/orders/nothing', '/catalog/products/nothing', '/wishlist']) {
      expectRefusal(await ada.send('get', path), 404, 'not_found');
    }
    expectRefusal(await ada.send('get', '/orders/%00'), 404, 'not_found');
    expectRefusal(
      await ada.send('get', `/catalog/products/${encodeURIComponent("x' OR 1=1 --")}`),
      404,
      'not_found'
    );
  });

  it('D-44: a wrong method is 405, as the host says it', async () => {
    for (const [method, path] of [
      ['put', '/cart'],
      ['delete', '/checkout'],
      ['patch', '/cart/items'],
      ['post', '/catalog/products'],
    ] as const) {
      expect((await ada.send(method, path)).status).toBe(405);
    }
    await nothingWritten();
  });

  it('a JWT that is none is the host’s 401, and no guest’s cart', async () => {
    const answer = await ada.add(sku, 1, {}, { Authorization: 'Bearer nonsense' });
    expect(answer.status).toBe(401);
    expect(answer.body).toMatchObject({ data: null, error: { status: 401 } });
    await nothingWritten();
  });
});

describe('bodies that are none', () => {
  const raw = (text: string, type = 'application/json') =>
    shop
      .http()
      .post(`${API}/cart/items`)
      .set('X-Cart-Token', ada.token!)
      .set('Content-Type', type)
      .send(text);

  it.each([
    '{"sku":',
    '{sku: "x"}',
    '{"sku": NaN}',
    '{"quantity": Infinity}',
    '"a text"',
    '42',
    'true',
    'null',
    '[]',
    '',
    '{"sku":"x","sku":{}}',
    '{"__proto__":{"sku":"x"}}',
    '{"constructor":{"prototype":{"sku":"x"}}}',
  ])('%s is refused', async (text) => {
    expectRefusal(await raw(text), 400, 'invalid_input');
    await nothingWritten();
  });

  it('other kinds of content are refused, not guessed', async () => {
    for (const type of ['text/plain', 'application/xml', 'application/octet-stream']) {
      expectRefusal(await raw(JSON.stringify({ sku }), type), 400, 'invalid_input');
    }
    expectRefusal(
      await raw(`sku=${sku}&quantity=1`, 'application/x-www-form-urlencoded'),
      400,
      'invalid_quantity'
    );
    await nothingWritten();
  });

  /** Sends without supertest, to say how the length goes out. */
  function post(body: string, headers: Record<string, string | number>) {
    return new Promise<{ status: number; body: string }>((resolve, reject) => {
      const request = http.request(
        `${shop.url}${API}/cart/items`,
        { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers } },
        (response) => {
          let text = '';
          response.on('data', (part) => (text += String(part)));
          response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text }));
        }
      );
      request.on('error', reject);
      // In several parts, so that Node does not work out the length by itself.
      for (let start = 0; start < body.length; start += 8192) {
        request.write(body.slice(start, start + 8192));
      }
      request.end();
    });
  }

  const big = () => JSON.stringify({ sku, data: { note: 'x'.repeat(64 * 1024) } });

  it('more than 64 kB is 413, whether its length is told or not', async () => {
    const told = await post(big(), { 'Content-Length': Buffer.byteLength(big()) });
    const chunked = await post(big(), { 'Transfer-Encoding': 'chunked' });
    for (const answer of [told, chunked]) {
      expect(answer.status).toBe(413);
      expect(JSON.parse(answer.body)).toMatchObject({
        data: null,
        error: { status: 413, name: 'PayloadTooLargeError' },
      });
    }
    await nothingWritten();
  });

  it('64 kB exactly are read, and judged by their content', async () => {
    const empty = JSON.stringify({ sku, note: '' }).length;
    const body = JSON.stringify({ sku, note: 'x'.repeat(64 * 1024 - empty) });
    expect(body.length).toBe(64 * 1024);
    const answer = await post(body, { 'Content-Length': body.length });
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.body).error.details.issues[0].path).toBe('note');
  });
});

describe('anything else', () => {
  it('what people write is kept as it is: quotes, markup, scripts of the world, emoji', async () => {
    const note = `Robert'); DROP TABLE carts;-- <b>"é"</b> \\ %s \u202e 日本 🧺 ${'ß'.repeat(100)}`;
    const bob = shopperOf(shop);
    const { items } = (
      await bob.add(sku, 1, { data: { note, "it's": 0.1, 'yes': true, 'no': null } })
    ).body.data;
    expect(items[0].data).toEqual({ note, "it's": 0.1, 'yes': true, 'no': null });
    const billing = { ...ADDRESS, firstName: "O'Brien 🧺", city: 'Ærøskøbing' };
    const { order } = (await bob.checkout({ billing, instructions: `${note}\nline 2` })).body.data;
    const shown = (await bob.send('get', `/orders/${order.token}`)).body.data;
    expect(shown).toMatchObject({ billing, instructions: `${note}\nline 2` });
  });

  it('never makes the shop fail, whatever the body', async () => {
    const scalar = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom(sku, itemId, 'add', 'set', 'manual', 'GB', 'a@b.co', '10.00', ''),
      fc.constantFrom('\ud800', '\u0000', "'", '%', '_', '\\', '$where', '__proto__'),
      fc.integer(),
      fc.double(),
      fc.constantFrom(0, 1, -1, 1e9, 1e21, 0.1, Number.MAX_SAFE_INTEGER),
      fc.boolean(),
      fc.constant(null)
    );
    const key = fc.oneof(
      fc.constantFrom(
        'sku',
        'variation',
        'type',
        'documentId',
        'quantity',
        'data',
        'mode',
        'items'
      ),
      fc.constantFrom('email', 'billing', 'shipping', 'sameAsBilling', 'instructions', 'country'),
      fc.constantFrom('payment', 'expectedTotal', 'shippingOption', 'paymentMethod', 'firstName'),
      fc.string({ unit: 'binary', maxLength: 10 })
    );
    const value = fc.letrec<{ any: unknown }>((tie) => ({
      any: fc.oneof(
        { maxDepth: 3 },
        scalar,
        fc.array(tie('any'), { maxLength: 4 }),
        fc.dictionary(key, tie('any'), { maxKeys: 6 })
      ),
    })).any;
    const line = fc.record(
      { sku: fc.oneof(fc.constant(sku), scalar), quantity: scalar, data: value },
      { requiredKeys: ['sku'] }
    );
    const body = fc.oneof(
      fc.dictionary(key, value, { maxKeys: 6 }),
      line,
      fc.record({ mode: scalar, items: fc.array(line, { maxLength: 3 }) }),
      fc.record({ email: fc.constant('a@b.co'), billing: fc.dictionary(key, value) }),
      fc.record({ email: fc.constant('a@b.co'), instructions: scalar, payment: value }),
      value
    );
    const routes = [
      ['post', '/cart/items'],
      ['post', '/cart/items/bulk'],
      ['patch', `/cart/items/${itemId}`],
      ['patch', '/checkout'],
      ['post', '/checkout'],
    ] as const;
    const carts: TestShopper[] = [shopperOf(shop)];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...routes),
        body,
        fc.boolean(),
        async ([method, path], sent, asNew) => {
          let eve = asNew ? shopperOf(shop) : carts[0]!;
          if (!asNew && (await eve.cart()).body.data.status !== 'open') {
            carts[0] = eve = shopperOf(shop);
          }
          const text = JSON.stringify(sent);
          const agent = shop.http();
          let request = agent[method](`${API}${path}`).set('Content-Type', 'application/json');
          if (eve.token) request = request.set('X-Cart-Token', eve.token);
          const answer = await request.send(text);
          if (answer.headers['x-cart-token']) eve.token = answer.headers['x-cart-token'];
          expect(answer.status).toBeLessThan(500);
          if (answer.status >= 400) expect(ERROR_CODES).toContain(answer.body.error.details.code);
        }
      ),
      { numRuns: 400, seed: 20261120 }
    );
  });

  it('never makes the shop fail, whatever the query', async () => {
    const names = [
      'locale',
      'sort',
      'page',
      'pageSize',
      'populate',
      'filters[id]',
      'x',
      '__proto__',
    ];
    const values = [
      '1',
      '0',
      '-1',
      'en',
      '999999999',
      '1e9',
      'price:asc',
      '',
      '%00',
      "'",
      '🧺',
      '[]',
    ];
    const paths = ['/cart', '/checkout', '/catalog/products', '/catalog/products/plate', '/orders'];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...paths, '/cart/shipping-options', '/orders/x'),
        fc.array(fc.tuple(fc.constantFrom(...names), fc.constantFrom(...values)), { maxLength: 4 }),
        async (path, pairs) => {
          const query = pairs
            .map(
              ([name, value]) => `${name}=${value === '%00' ? value : encodeURIComponent(value)}`
            )
            .join('&');
          const answer = await shop.http().get(`${API}${path}?${query}`);
          expect([query, answer.status >= 500]).toEqual([query, false]);
        }
      ),
      { numRuns: 200, seed: 20261120 }
    );
  });
});
