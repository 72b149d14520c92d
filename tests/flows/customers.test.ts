import type { Response } from 'supertest';

import { forgetCustomers } from '../../server/schedule';
import { countStatements } from '../support/count-statements';
import { makeProduct, rowsOf } from '../support/shop';
import {
  ADDRESS,
  DETAILS,
  freshKey,
  makeAccount,
  shopperOf,
  type ShopperOptions,
  type TestAccount,
  type TestShopper,
} from '../support/shopper';
import { type RunningShop, startStrapi } from '../support/strapi';

/** What a shop knows again of its customers. Runs on SQLite, PostgreSQL and MariaDB/MySQL. */

const DAY = 24 * 60 * 60 * 1000;
const LEEDS = { ...ADDRESS, city: 'Leeds', postcode: 'LS1 1UR' };
const PARIS = { ...ADDRESS, city: 'Paris', postcode: '75001', country: 'FR' };

const REQUIRED = ['firstName', 'lastName', 'street', 'city', 'country', 'postcode'];

let shop: RunningShop;
let sku: string;
const db = () => shop.strapi.db.connection;
const remembered = () => rowsOf(shop.strapi, 'cartwright_customers_remembered');
const refusal = ({ status, body }: Response) => [status, body.error?.details.code];
const prefillOf = ({ body }: Response) => body.data.prefill;
const times = <Result>(count: number, work: (index: number) => Promise<Result>) =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)));

async function filled(options?: ShopperOptions): Promise<TestShopper> {
  const ada = shopperOf(shop, options);
  await ada.add(sku);
  return ada;
}
let emails = 0;
const freshEmail = () => `guest-${(emails += 1)}@example.com`;

describe('a shop that hands out tokens in headers', () => {
  beforeAll(async () => {
    shop = await startStrapi({ cartwright: { currency: 'EUR', checkout: { rememberDays: 30 } } });
    ({ sku } = await makeProduct(shop.strapi));
  });
  afterAll(() => shop.stop());
  beforeEach(() => db()('cartwright_customers_remembered').delete());

  const known = (token: string) => ({ 'X-Customer-Token': token });
  const look = async (headers: Record<string, string>, options?: ShopperOptions) =>
    prefillOf(await (await filled(options)).send('get', '/checkout', undefined, headers));
  const tokenIn = ({ headers }: Response): string | undefined => headers['x-customer-token'];
  /** Somebody who has ordered and ticked "remember me". */
  async function rememberedGuest(email = freshEmail(), billing: object = ADDRESS) {
    const answer = await (await filled()).checkout({ email, billing, remember: true });
    expect(answer.status).toBe(201);
    return { email, token: tokenIn(answer)!, order: answer.body.data.order };
  }

  describe('a form is filled in', () => {
    it('with nothing for a guest, and with what the cart says already', async () => {
      const ada = await filled();
      expect(prefillOf(await ada.send('get', '/checkout'))).toBeNull();
      const email = freshEmail();
      expect(prefillOf(await ada.say({ email }))).toEqual({ email, billing: null, shipping: null });
      const said = await ada.say({ billing: ADDRESS, sameAsBilling: false, shipping: LEEDS });
      expect(prefillOf(said)).toEqual({ email, billing: ADDRESS, shipping: LEEDS });
    });

    it('never with another’s order because somebody types their e-mail', async () => {
      const email = freshEmail();
      await (await filled()).checkout({ email, billing: LEEDS });
      const eve = await filled();
      const seen = prefillOf(await eve.say({ email }));
      expect(seen).toEqual({ email, billing: null, shipping: null });
      const unconfirmed = await makeAccount(shop.strapi, { email, confirmed: false });
      expect(await look({}, { jwt: unconfirmed.jwt })).toEqual({
        email,
        billing: null,
        shipping: null,
      });
    });

    it('for an account: its e-mail, its saved addresses, its last order, its cart', async () => {
      const { jwt, email } = await makeAccount(shop.strapi);
      const account = shopperOf(shop, { jwt });
      const seen = async () => prefillOf(await account.send('get', '/checkout'));
      expect(await seen()).toEqual({ email, billing: null, shipping: null });

      await account.send('post', '/account/addresses', { address: LEEDS });
      expect(await seen()).toEqual({ email, billing: LEEDS, shipping: null });
      await account.send('post', '/account/addresses', { address: PARIS, defaultShipping: true });
      expect(await seen()).toEqual({ email, billing: LEEDS, shipping: PARIS });

      await account.add(sku);
      await account.checkout({ email });
      expect(await seen()).toEqual({ email, billing: ADDRESS, shipping: null });
      await account.add(sku);
      const elsewhere = { email, sameAsBilling: false, shipping: PARIS };
      await account.checkout(elsewhere);
      expect(await seen()).toEqual({ email, billing: ADDRESS, shipping: PARIS });

      await account.add(sku);
      await account.say({ billing: PARIS });
      expect(await seen()).toEqual({ email, billing: PARIS, shipping: null });
    });

    it('in a fixed number of statements, however much there is', async () => {
      const few = await makeAccount(shop.strapi);
      const many = await makeAccount(shop.strapi);
      const asked = async ({ jwt, email }: TestAccount) => {
        const ada = await filled({ jwt });
        await ada.say({ email });
        const { statements } = await countStatements(
          shop.strapi,
          () => ada.send('get', '/checkout'),
          { only: 'cartwright' }
        );
        return statements.length;
      };
      const before = await asked(few);
      for (let order = 0; order < 5; order += 1) {
        const ada = await filled({ jwt: many.jwt });
        await ada.checkout({ email: many.email });
        await ada.send('post', '/account/addresses', { address: LEEDS });
      }
      expect(await asked(many)).toBe(before);
    });
  });

  describe('a guest who asks to be remembered', () => {
    it('has the form filled in at the next cart, and sees no order with it', async () => {
      const { email, token, order } = await rememberedGuest(freshEmail(), LEEDS);
      expect(await look(known(token))).toEqual({ email, billing: LEEDS, shipping: null });
      const guest = shopperOf(shop);
      const orders = await guest.send('get', '/orders', undefined, known(token));
      expect(refusal(orders)).toEqual([401, 'account_required']);
      for (const key of [token, order.number]) {
        const shown = await guest.send('get', `/orders/${key}`, undefined, known(token));
        expect(refusal(shown)).toEqual([404, 'not_found']);
      }
      expect(refusal(await guest.send('get', '/account/data', undefined, known(token)))).toEqual([
        401,
        'account_required',
      ]);
    });

    it('by a secret that is nowhere in the database', async () => {
      const { token } = await rememberedGuest();
      expect(Buffer.from(token, 'base64url').length).toBeGreaterThanOrEqual(16);
      const rows = await remembered();
      expect(rows).toHaveLength(1);
      expect(JSON.stringify(rows)).not.toContain(token);
      for (const wrong of ['', 'x', `${token}x`, token.toLowerCase(), 'ä'.repeat(5)]) {
        expect(await look(known(encodeURIComponent(wrong)))).toBeNull();
      }
    });

    it('and nobody else is', async () => {
      const answer = await (await filled()).checkout({ email: freshEmail() });
      const said = await (await filled()).say({ ...DETAILS });
      expect([tokenIn(answer), tokenIn(said)]).toEqual([undefined, undefined]);
      expect(await remembered()).toEqual([]);
    });

    it('early is remembered with all that the same cart says afterwards', async () => {
      const ada = await filled();
      const email = freshEmail();
      const token = tokenIn(await ada.say({ remember: true }))!;
      await ada.say({ email }, known(token));
      expect(await look(known(token))).toEqual({ email, billing: null, shipping: null });
      expect((await ada.checkout({ email, billing: PARIS }, known(token))).status).toBe(201);
      expect(await look(known(token))).toEqual({ email, billing: PARIS, shipping: null });
    });

    it('does not leave what the next person in this browser types behind', async () => {
      const { email, token } = await rememberedGuest();
      await (await filled()).checkout({ email: freshEmail(), billing: LEEDS }, known(token));
      expect(await look(known(token))).toEqual({ email, billing: ADDRESS, shipping: null });
    });

    it('is forgotten on demand', async () => {
      const { token } = await rememberedGuest();
      const ada = await filled();
      const answer = await ada.say({ email: freshEmail(), remember: false }, known(token));
      expect(tokenIn(answer)).toBe('');
      expect(await remembered()).toEqual([]);
      expect(await look(known(token))).toBeNull();
      const again = await ada.say({ remember: true });
      const back = await ada.checkout({ remember: false }, known(tokenIn(again)!));
      expect([back.status, tokenIn(back)]).toEqual([201, '']);
      expect(await remembered()).toEqual([]);
    });

    it('is not shown to another: neither to an account, nor to a cart with another e-mail', async () => {
      const { email, token } = await rememberedGuest();
      const other = await makeAccount(shop.strapi);
      const nothing = { email: other.email, billing: null, shipping: null };
      expect(await look(known(token), { jwt: other.jwt })).toEqual(nothing);
      const eve = await filled();
      const said = await eve.say({ email: other.email }, known(token));
      expect(prefillOf(said)).toEqual(nothing);
      const own = await makeAccount(shop.strapi, { email: email.toUpperCase(), confirmed: false });
      expect(await look(known(token), { jwt: own.jwt })).toEqual({
        email,
        billing: ADDRESS,
        shipping: null,
      });
    });

    it('has another token with each cart: an old cart leads to nothing that came later', async () => {
      const email = freshEmail();
      const first = await filled();
      const old = tokenIn(await first.checkout({ email, remember: true }))!;
      const next = await (
        await filled()
      ).checkout({ email, billing: LEEDS, remember: true }, known(old));
      const token = tokenIn(next)!;
      expect(token).not.toBe(old);
      expect(await look(known(old))).toBeNull();
      expect(await look(known(token))).toEqual({ email, billing: LEEDS, shipping: null });
      expect(await remembered()).toHaveLength(1);
      // Whoever holds the first cart asks again, and gets what was said with it.
      const thief = await first.checkout({ email, remember: true });
      expect(await look(known(tokenIn(thief)!))).toEqual({
        email,
        billing: ADDRESS,
        shipping: null,
      });
    });

    it('gets the same token when the answer was lost, and asks again', async () => {
      const ada = await filled();
      const key = { 'Idempotency-Key': freshKey() };
      const wish = { email: freshEmail(), remember: true };
      const answers = await times(3, () => ada.checkout(wish, key));
      const tokens = new Set(answers.map(tokenIn));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 201]);
      expect(tokens.size).toBe(1);
      expect(await remembered()).toHaveLength(1);
    });

    it('in several tabs at once is remembered once', async () => {
      const ada = await filled();
      const answers = await times(6, (index) =>
        ada.say({ email: `tab-${index}@example.com`, remember: true })
      );
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
      expect(new Set(answers.map(tokenIn)).size).toBe(1);
      const rows = await remembered();
      expect(rows).toHaveLength(1);
      expect(rows[0]!['email']).toMatch(/^tab-\d@example.com$/);
    });

    it('is forgotten after so many days without coming back, and every visit counts', async () => {
      const { token } = await rememberedGuest();
      const left = async () => {
        const [row] = await remembered();
        return Math.round((new Date(row!['expires_at'] as string).getTime() - Date.now()) / DAY);
      };
      const age = (days: number) =>
        db()('cartwright_customers_remembered').update({
          expires_at: new Date(Date.now() + days * DAY),
        });
      expect(await left()).toBe(30);
      await age(1);
      expect(await look(known(token))).not.toBeNull();
      expect(await left()).toBe(30);
      await forgetCustomers(shop.strapi);
      expect(await remembered()).toHaveLength(1);
      await age(-0.001);
      expect(await look(known(token))).toBeNull();
      await forgetCustomers(shop.strapi);
      expect(await remembered()).toEqual([]);
    });

    it('may come from another origin', async () => {
      const answer = await (
        await filled()
      ).say({ remember: true }, { Origin: 'https://shop.example' });
      expect(answer.headers['access-control-expose-headers']).toMatch(/x-customer-token/i);
      const preflight = await shop.http().options('/api/cartwright/checkout').set({
        'Origin': 'https://shop.example',
        'Access-Control-Request-Method': 'PATCH',
        'Access-Control-Request-Headers': 'x-customer-token',
      });
      expect(preflight.headers['access-control-allow-headers']).toMatch(/x-customer-token/i);
    });

    it.each(['yes', 1, null, {}])('says so with true or false, not with %j', async (remember) => {
      const answer = await (await filled()).say({ remember });
      expect(refusal(answer)).toEqual([400, 'invalid_input']);
      expect(answer.body.error.details.issues).toMatchObject([{ path: 'remember' }]);
    });
  });

  describe('saved addresses', () => {
    const open = async () => {
      const account = await makeAccount(shop.strapi);
      const ada = shopperOf(shop, { jwt: account.jwt });
      return {
        ...account,
        list: async () => (await ada.send('get', '/account/addresses')).body.data,
        add: (body: object) => ada.send('post', '/account/addresses', body),
        change: (id: string, body: object) => ada.send('patch', `/account/addresses/${id}`, body),
        remove: (id: string) => ada.send('delete', `/account/addresses/${id}`),
      };
    };
    const brief = ({ body }: Response) =>
      body.data.map(
        (one: { address: { city: string }; defaultBilling: boolean; defaultShipping: boolean }) =>
          `${one.address.city}${one.defaultBilling ? ' B' : ''}${one.defaultShipping ? ' S' : ''}`
      );

    it('are added, changed, made the default one, removed', async () => {
      const ada = await open();
      expect(await ada.list()).toEqual([]);
      const first = await ada.add({ address: { ...ADDRESS, company: '' } });
      expect(first.status).toBe(201);
      expect(first.body).toEqual({
        data: [
          { id: first.body.meta.id, address: ADDRESS, defaultBilling: true, defaultShipping: true },
        ],
        meta: { id: expect.any(String) },
      });
      const second = await ada.add({ address: LEEDS, defaultShipping: true });
      expect(brief(second)).toEqual(['London B', 'Leeds S']);
      const { id } = second.body.meta;
      expect(brief(await ada.change(id, { address: PARIS }))).toEqual(['London B', 'Paris S']);
      expect(brief(await ada.change(id, { defaultBilling: true }))).toEqual([
        'London',
        'Paris B S',
      ]);
      expect(brief(await ada.remove(first.body.meta.id))).toEqual(['Paris B S']);
      expect(brief(await ada.remove(id))).toEqual([]);
      expect(refusal(await ada.remove(id))).toEqual([404, 'not_found']);
    });

    it('are the account’s alone', async () => {
      const [ada, eve] = [await open(), await open()];
      const { id } = (await ada.add({ address: ADDRESS })).body.meta;
      expect(await eve.list()).toEqual([]);
      expect(refusal(await eve.change(id, { address: LEEDS }))).toEqual([404, 'not_found']);
      expect(refusal(await eve.remove(id))).toEqual([404, 'not_found']);
      expect((await ada.list())[0].address).toEqual(ADDRESS);
      for (const [method, path] of [
        ['get', ''],
        ['post', ''],
        ['patch', `/${id}`],
        ['delete', `/${id}`],
      ] as const) {
        const body = method === 'post' ? { address: ADDRESS } : {};
        const answer = await shopperOf(shop).send(method, `/account/addresses${path}`, body);
        expect(refusal(answer)).toEqual([401, 'account_required']);
      }
    });

    it.each([
      ['nothing', {}, ['address']],
      ['no address', { address: null }, ['address']],
      ['an empty one', { address: {} }, [...REQUIRED.map((name) => `address.${name}`), 'address']],
      ['no such country', { address: { ...ADDRESS, country: 'ZZ' } }, ['address.country']],
      ['a planet', { address: { ...ADDRESS, planet: 'Mars' } }, ['address.planet']],
      ['a long city', { address: { ...ADDRESS, city: 'x'.repeat(256) } }, ['address.city']],
      ['a default “yes”', { address: ADDRESS, defaultBilling: 'yes' }, ['defaultBilling']],
      ['a label', { address: ADDRESS, label: 'Home' }, ['label']],
    ])('of %s are refused with the path', async (_, body, paths) => {
      const ada = await open();
      const answer = await ada.add(body);
      expect(refusal(answer)).toEqual([400, 'invalid_input']);
      expect(answer.body.error.details.issues.map((issue: { path: string }) => issue.path)).toEqual(
        paths
      );
      expect(await ada.list()).toEqual([]);
    });

    it('saved in several tabs at once are all there, with one default of each kind', async () => {
      const ada = await open();
      const made = await times(8, (index) =>
        ada.add({
          address: { ...ADDRESS, city: `Town ${index}` },
          ...(index % 2 === 0 ? { defaultBilling: true } : { defaultShipping: true }),
        })
      );
      expect(made.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 201));
      const check = async () => {
        const all: { defaultBilling: boolean; defaultShipping: boolean }[] = await ada.list();
        expect(all).toHaveLength(8);
        expect(all.filter(({ defaultBilling }) => defaultBilling)).toHaveLength(1);
        expect(all.filter(({ defaultShipping }) => defaultShipping)).toHaveLength(1);
      };
      await check();
      const ids = made.map(({ body }) => body.meta.id as string);
      const turned = await times(8, (index) =>
        ada.change(ids[index]!, { defaultBilling: true, defaultShipping: true })
      );
      expect(turned.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200));
      await check();
    });

    it('are fifty at most, also when the last ones come at once', async () => {
      const ada = await open();
      for (let index = 0; index < 47; index += 1) await ada.add({ address: ADDRESS });
      const last = await times(6, () => ada.add({ address: ADDRESS }));
      const refused = last.filter(({ status }) => status !== 201);
      expect(refused.map(refusal)).toEqual(refused.map(() => [422, 'quantity_limit']));
      expect(refused).toHaveLength(3);
      expect(refused[0]!.body.error.details.max).toBe(50);
      expect(await ada.list()).toHaveLength(50);
    });
  });

  describe('the history of an account', () => {
    const numbers = async (jwt: string, query = '') => {
      const { body } = await shopperOf(shop, { jwt }).send('get', `/orders${query}`);
      return body.data.map(({ number }: { number: string }) => number);
    };
    const order = async (email: string, jwt?: string) =>
      (await (await filled(jwt ? { jwt } : {})).checkout({ email })).body.data.order.number;
    const change = ({ id }: TestAccount, data: object) =>
      shop.strapi.db.query('plugin::users-permissions.user').update({ where: { id }, data });

    it('has what was ordered under its e-mail, however it is written', async () => {
      const email = freshEmail();
      const guest = await order(email.toUpperCase());
      const account = await makeAccount(shop.strapi, { email: email.replace('g', 'G') });
      const own = await order(email, account.jwt);
      expect(await numbers(account.jwt)).toEqual([own, guest]);
      expect(await numbers(account.jwt, '?page=2&pageSize=1')).toEqual([guest]);
    });

    it('keeps what it ordered itself when its e-mail changes, and gains what is under the new one', async () => {
      const [old, fresh] = [freshEmail(), freshEmail()];
      const account = await makeAccount(shop.strapi, { email: old });
      const asGuest = await order(old);
      const own = await order(old, account.jwt);
      const later = await order(fresh);
      expect(await numbers(account.jwt)).toEqual([own, asGuest]);

      await change(account, { email: fresh, confirmed: false });
      expect(await numbers(account.jwt)).toEqual([own]);
      await change(account, { confirmed: true });
      expect(await numbers(account.jwt)).toEqual([later, own]);
      const { jwt } = account;
      const shown = async (number: string) =>
        (await shopperOf(shop, { jwt }).send('get', `/orders/${number}`)).status;
      expect([await shown(later), await shown(own), await shown(asGuest)]).toEqual([200, 200, 404]);
    });

    it('stays its own when somebody else confirms the e-mail that it gave up', async () => {
      const email = freshEmail();
      const first = await makeAccount(shop.strapi, { email });
      const asGuest = await order(email);
      const own = await order(email, first.jwt);
      const moved = freshEmail();
      await change(first, { email: moved, username: moved });
      const heir = await makeAccount(shop.strapi, { email });
      expect(await numbers(heir.jwt)).toEqual([asGuest]);
      expect(await numbers(first.jwt)).toEqual([own]);
      const { body } = await shopperOf(shop, { jwt: heir.jwt }).send('get', '/account/data');
      expect(JSON.stringify(body.data)).toContain(`"number":"${asGuest}"`);
      expect(JSON.stringify(body.data)).not.toContain(`"number":"${own}"`);
    });
  });
});

describe('a shop that keeps tokens in cookies', () => {
  beforeAll(async () => {
    shop = await startStrapi({ cartwright: { cart: { session: 'cookie' } } });
    ({ sku } = await makeProduct(shop.strapi));
  });
  afterAll(() => shop.stop());

  const cookieIn = ({ headers }: Response): string | undefined =>
    (headers['set-cookie'] as unknown as string[] | undefined)?.find((cookie) =>
      cookie.startsWith('cartwright_customer=')
    );
  const drop = (ada: TestShopper) => ada.send('delete', '/cart/items');

  it('remembers in one that no script can read and nobody can forge', async () => {
    const ada = await filled();
    const email = freshEmail();
    const cookie = cookieIn(await ada.checkout({ email, billing: LEEDS, remember: true }))!;
    expect(cookie).toMatch(/; httpOnly/i);
    expect(cookie).toMatch(/; samesite=lax/i);
    expect(new Date(/expires=([^;]+)/.exec(cookie)![1]!).getTime() - Date.now()).toBeGreaterThan(
      364 * DAY
    );
    // The same browser, with another cart.
    const again = await ada.send('get', '/checkout');
    expect(again.body.data.prefill).toMatchObject({ email, billing: LEEDS });

    const [pair] = cookie.split(';');
    const forged = await shopperOf(shop).send('get', '/checkout', undefined, { Cookie: pair! });
    expect(forged.body.data.prefill).toBeNull();
  });

  it('takes it away when it is told to forget', async () => {
    const ada = await filled();
    await ada.say({ email: freshEmail(), remember: true });
    await drop(ada);
    const before = (await remembered()).length;
    await ada.add(sku);
    const answer = await ada.say({ remember: false });
    expect(cookieIn(answer)).toMatch(/^cartwright_customer=;.*expires=Thu, 01 Jan 1970/);
    expect(await remembered()).toHaveLength(before - 1);
  });
});
