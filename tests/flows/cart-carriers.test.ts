import { defineCartCarrier } from '../../server/providers';
import { configInDocs } from '../support/doc-example';
import { countRows, makeProduct } from '../support/shop';
import { API, makeAccount, shopperOf, signedCookie, tokenInCookie } from '../support/shopper';
import { type RunningShop, startStrapi } from '../support/strapi';

/** What carriers do in HTTP. That carts behave the same with each is in cart.suite.ts and cart-merging.suite.ts. */

let shop: RunningShop;
afterEach(() => shop.stop());

const start = async (cartwright: object) => {
  shop = await startStrapi({ cartwright });
};
const setCookies = ({ headers }: { headers: Record<string, unknown> }) =>
  (headers['set-cookie'] ?? []) as string[];

describe('the cookie', () => {
  beforeEach(() => start({ cart: { session: 'cookie' } }));

  it('is signed, out of reach of scripts and of other sites, and kept for long', async () => {
    const { sku } = await makeProduct(shop.strapi);
    const answer = await shopperOf(shop).add(sku);
    const [cookie, signature] = setCookies(answer);
    expect(setCookies(answer)).toHaveLength(2);
    expect(signature).toMatch(/^cartwright_cart\.sig=/);
    for (const set of [cookie, signature]) {
      expect(set).toMatch(/; path=\/(;|$)/);
      expect(set).toMatch(/; HttpOnly/i);
      expect(set).toMatch(/; samesite=lax/i);
      expect(set).not.toMatch(/; secure/i);
      const expires = new Date(/expires=([^;]*)/i.exec(set!)![1]!);
      expect(expires.getTime()).toBeGreaterThan(Date.now() + 365 * 86_400_000);
    }
    expect(JSON.stringify(answer.body)).not.toContain(tokenInCookie(answer));
    expect(answer.headers).not.toHaveProperty('x-cart-token');
  });

  it('is for https alone when the request came that way', async () => {
    const { sku } = await makeProduct(shop.strapi);
    shop.strapi.server.app.proxy = true;
    const answer = await shopperOf(shop).add(sku, 1, {}, { 'X-Forwarded-Proto': 'https' });
    expect(setCookies(answer)).toHaveLength(2);
    for (const set of setCookies(answer)) expect(set).toMatch(/; secure/i);
  });

  it('D-45: is given out once, by the first thing in the cart, and not by looking', async () => {
    const { sku } = await makeProduct(shop.strapi);
    const ada = shopperOf(shop);
    for (let visit = 0; visit < 3; visit += 1) expect(setCookies(await ada.cart())).toEqual([]);
    expect(setCookies(await ada.add(sku))).toHaveLength(2);
    expect(setCookies(await ada.add(sku))).toEqual([]);
    expect((await ada.cart()).body.data.totalQuantity).toBe(2);
    expect(await countRows(shop.strapi)).toMatchObject({ cartwright_carts: 1 });
  });

  it('D-45: is no cart when it is malformed, not signed, or signed by somebody else', async () => {
    const { sku } = await makeProduct(shop.strapi);
    const ada = shopperOf(shop);
    await ada.add(sku);
    const before = await countRows(shop.strapi);
    const [pair, signature] = signedCookie(ada.token!).map((cookie) => cookie.split(';')[0]!);
    expect((await get(`${pair}; ${signature}`)).body.data.totalQuantity).toBe(1);
    for (const cookies of [
      pair!,
      signature!,
      `${pair}; cartwright_cart.sig=`,
      `${pair}; cartwright_cart.sig=forged`,
      `${pair}x; ${signature}`,
      `cartwright_cart=; ${signature}`,
      ...['not-a-number', '3.14', 'abc123', '-', ' ', '%', '"', '%00'].map(
        (value) => `cartwright_cart=${value}; ${signature}`
      ),
      signedCookie('not-a-token')
        .map((cookie) => cookie.split(';')[0])
        .join('; '),
    ]) {
      const { status, body } = await get(cookies);
      expect([cookies, status, body.data.items]).toEqual([cookies, 200, []]);
    }
    expect(await countRows(shop.strapi)).toEqual(before);
  });

  it('D-46: goes away when its cart has become the account’s; the header counts for nothing', async () => {
    const { sku } = await makeProduct(shop.strapi);
    const { jwt } = await makeAccount(shop.strapi);
    const guest = shopperOf(shop);
    await guest.add(sku, 2);
    const { body } = await shopperOf(shop).cart({ 'X-Cart-Token': guest.token! });
    expect(body.data.items).toEqual([]);

    const answer = await shopperOf(shop, { jwt, token: guest.token! }).cart();
    expect(answer.body.data.totalQuantity).toBe(2);
    expect(setCookies(answer)).toHaveLength(2);
    for (const set of setCookies(answer)) {
      expect(set).toMatch(/^cartwright_cart(=;|\.sig=)/);
      expect(set).toContain('expires=Thu, 01 Jan 1970');
    }
  });

  it('is let through to a storefront of another origin that asks for it', async () => {
    const origin = 'https://shop.example.com';
    const { headers } = await shop.http().get(`${API}/cart`).set('Origin', origin);
    expect(headers).toMatchObject({
      'access-control-allow-origin': origin,
      'access-control-allow-credentials': 'true',
    });
  });

  const get = (cookies: string) => shop.http().get(`${API}/cart`).set('Cookie', cookies);
});

describe('a carrier of the site', () => {
  it('carries the token: the one of the docs', async () => {
    await start(configInDocs('providers/cart-carrier.md'));
    const { sku } = await makeProduct(shop.strapi);
    const first = await shopperOf(shop).add(sku);
    const token = first.headers['x-gateway-cart']!;
    expect(token.length).toBeGreaterThan(20);
    expect(first.headers).not.toHaveProperty('x-cart-token');
    expect(first.body.data).not.toHaveProperty('token');

    const headers = { 'X-Gateway-Cart': token };
    expect((await shopperOf(shop).add(sku, 1, {}, headers)).body.data.totalQuantity).toBe(2);
    expect((await shopperOf(shop).cart({ 'X-Cart-Token': token })).body.data.items).toEqual([]);

    const { jwt } = await makeAccount(shop.strapi);
    const joined = await shopperOf(shop, { jwt }).cart(headers);
    expect(joined.body.data.totalQuantity).toBe(2);
    expect(joined.headers['x-gateway-cart']).toBe('none');
  });

  it('is no cart when it answers nonsense, and 502 when it throws; nothing is written then', async () => {
    let read: () => unknown = () => undefined;
    const broken = defineCartCarrier({
      name: 'broken',
      read: () => read() as string,
      write: () => undefined,
    });
    await start({ providers: { cartSession: () => broken } });
    const { sku } = await makeProduct(shop.strapi);
    for (const nonsense of [undefined, null, '', 42, {}, ['token'], true]) {
      read = () => nonsense;
      expect((await shopperOf(shop).cart()).body.data.items).toEqual([]);
    }
    const before = await countRows(shop.strapi);
    read = () => {
      throw new Error('The gateway is gone');
    };
    const { status, body } = await shopperOf(shop).add(sku);
    expect([status, body.error.details]).toEqual([
      502,
      { code: 'provider_failed', provider: 'broken' },
    ]);
    expect(await countRows(shop.strapi)).toEqual(before);
  });
});
