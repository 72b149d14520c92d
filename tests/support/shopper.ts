import { createHmac } from 'node:crypto';

import type { Core } from '@strapi/strapi';
import type { Response, Test } from 'supertest';

import type { RunningShop } from './strapi';

export const API = '/api/cartwright';

/** Enough to order anywhere that has postcodes. */
export const ADDRESS = {
  firstName: 'Ada',
  lastName: 'Lovelace',
  street: '12 Analytical Row',
  city: 'London',
  postcode: 'SW1A 1AA',
  country: 'GB',
};

export const DETAILS = { email: 'ada@example.com', billing: ADDRESS };

type Headers = Record<string, string>;
type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

export interface ShopperOptions {
  /** The host's JWT, of a shopper with an account. */
  jwt?: string;
  token?: string;
  locale?: string;
}

/**
 * A shopper with a browser: sends the cart's token once there is one, the way that the shop's carrier wants it. Every
 * call answers with the whole response.
 */
export function shopperOf(shop: RunningShop, options: ShopperOptions = {}) {
  const agent = shop.http();
  const inCookie = sessionOf(shop) === 'cookie';
  if (inCookie && options.token) {
    agent.jar.setCookies(signedCookie(options.token), '127.0.0.1', '/');
  }
  const query = options.locale ? `?locale=${options.locale}` : '';

  const shopper = {
    token: options.token ?? null,

    /** Sends one request; the token of the answer is kept for the next. */
    async send(method: Method, path: string, body?: unknown, headers: Headers = {}) {
      let request: Test = agent[method](`${API}${path}${query}`);
      if (shopper.token && !inCookie) request = request.set('X-Cart-Token', shopper.token);
      if (options.jwt) request = request.set('Authorization', `Bearer ${options.jwt}`);
      const answer: Response = await request
        .set(headers)
        .send(body as object | undefined)
        .then((response) => response);
      const token = inCookie ? tokenInCookie(answer) : answer.headers['x-cart-token'];
      if (token !== undefined) shopper.token = token || null;
      return answer;
    },

    cart: (headers?: Headers) => shopper.send('get', '/cart', undefined, headers),
    add: (sku: string, quantity?: number, more: { data?: unknown } = {}, headers?: Headers) =>
      shopper.send('post', '/cart/items', { sku, quantity, ...more }, headers),
    bulk: (
      mode: 'add' | 'set' | undefined,
      items: { sku: string; quantity?: number }[],
      headers?: Headers
    ) => shopper.send('post', '/cart/items/bulk', { mode, items }, headers),
    setQuantity: (id: string, quantity: unknown, headers?: Headers) =>
      shopper.send('patch', `/cart/items/${id}`, { quantity }, headers),
    remove: (id: string, headers?: Headers) =>
      shopper.send('delete', `/cart/items/${id}`, undefined, headers),
    clear: (headers?: Headers) => shopper.send('delete', '/cart/items', undefined, headers),
    say: (details: object, headers?: Headers) =>
      shopper.send('patch', '/checkout', details, headers),
    /** Orders, with e-mail and address unless `body` says otherwise. */
    checkout: (body: object = {}, headers?: Headers) =>
      shopper.send('post', '/checkout', { ...DETAILS, ...body }, headers),
  };
  return shopper;
}

const sessionOf = ({ strapi }: RunningShop) =>
  strapi.config.get<string>('plugin::cartwright.cart.session');

/** The pair that the test app gives out for a token: the cookie, and its signature by the app's first key. */
export function signedCookie(token: string): string[] {
  const signature = createHmac('sha1', 'test-key-a')
    .update(`cartwright_cart=${token}`)
    .digest('base64url');
  return [`cartwright_cart=${token}; path=/`, `cartwright_cart.sig=${signature}; path=/`];
}

/** The token that an answer sets as a cookie: an empty one takes it away, undefined leaves it. */
export function tokenInCookie({ headers }: Response): string | undefined {
  const cookies = headers['set-cookie'] as unknown as string[] | undefined;
  const set = cookies?.find((cookie) => cookie.startsWith('cartwright_cart='));
  return set && /=([^;]*)/.exec(set)![1];
}

export type TestShopper = ReturnType<typeof shopperOf>;

let accounts = 0;

export interface TestAccount {
  id: number;
  documentId: string;
  email: string;
  jwt: string;
}

/** A customer that has registered with the host, and its JWT. */
export async function makeAccount(
  strapi: Core.Strapi,
  { confirmed = true, email }: { confirmed?: boolean; email?: string } = {}
): Promise<TestAccount> {
  const address = email ?? `customer-${(accounts += 1)}@example.com`;
  const role = await strapi.db
    .query('plugin::users-permissions.role')
    .findOne({ where: { type: 'authenticated' } });
  const user = await strapi.plugin('users-permissions').service('user').add({
    username: address,
    email: address,
    password: 'Secret-password-1',
    provider: 'local',
    confirmed,
    role: role.id,
  });
  const jwt = await strapi.plugin('users-permissions').service('jwt').issue({ id: user.id });
  return { id: user.id, documentId: user.documentId, email: address, jwt };
}

/** A key that no other request uses. */
export function freshKey(): string {
  return `key-${Math.random().toString(36).slice(2)}-${Date.now().toString(36)}`;
}
