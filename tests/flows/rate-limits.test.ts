import Redis from 'ioredis';
import type { Response } from 'supertest';

import { UIDS } from '../../content-types/uids';
import { documents, makeProduct } from '../support/shop';
import { makeAccount, shopperOf } from '../support/shopper';
import { type RunningShop, startStrapi } from '../support/strapi';

let shop: RunningShop;
afterEach(() => shop.stop());

const start = async (rateLimits: object = {}) => {
  shop = await startStrapi({ cartwright: { rateLimits } });
};
const refusal = ({ status, body }: Response) => [status, body.error?.details.code];
const LIMITED = [429, 'rate_limited'];
const UNKNOWN = [422, 'discount_code_unknown'];
const NOWHERE = [404, 'not_found'];

async function cart() {
  const { sku } = await makeProduct(shop.strapi);
  const ada = shopperOf(shop);
  await ada.add(sku);
  return ada;
}
const makeCode = (code: string) =>
  documents(shop.strapi, UIDS.discountCode).create({
    data: { title: code, code, active: true, discountPercent: 10 },
  });
type Guest = Awaited<ReturnType<typeof cart>>;
const enter = (ada: Guest, code: string, headers?: Record<string, string>) =>
  ada.send('put', '/cart/discount-code', { code }, headers);
const times = async <Result>(count: number, run: (index: number) => Promise<Result>) => {
  const results: Result[] = [];
  for (let index = 0; index < count; index += 1) results.push(await run(index));
  return results;
};

describe('guessing discount codes', () => {
  it('ends after so many refusals on one cart, with the seconds to wait', async () => {
    await start({ discountCodes: { max: 100, maxPerCart: 3, seconds: 60 } });
    await makeCode('RIGHT');
    const [ada, bob] = [await cart(), await cart()];
    expect((await times(3, (index) => enter(ada, `NO-${index}`))).map(refusal)).toEqual([
      UNKNOWN,
      UNKNOWN,
      UNKNOWN,
    ]);
    const answer = await enter(ada, 'RIGHT');
    expect(refusal(answer)).toEqual(LIMITED);
    expect(answer.headers['retry-after']).toMatch(/^[1-9]\d*$/);
    expect(Number(answer.headers['retry-after'])).toBeLessThanOrEqual(60);
    expect((await ada.cart()).body.data.discountCode).toBeNull();
    expect((await enter(bob, 'RIGHT')).status).toBe(200);
    expect(refusal(await ada.say({ discountCode: 'RIGHT' }))).toEqual(LIMITED);
    expect(refusal(await ada.checkout({ discountCode: 'RIGHT' }))).toEqual(LIMITED);
    const origin = { Origin: 'https://shop.example.com' };
    const { headers } = await enter(ada, 'RIGHT', origin);
    expect(headers['access-control-expose-headers']).toContain('Retry-After');
    expect((await ada.checkout()).status).toBe(201);
  });

  it('ends after so many refusals from one address, through whichever door', async () => {
    await start({ discountCodes: { max: 4, maxPerCart: 100, seconds: 60 } });
    const [ada, bob] = [await cart(), await cart()];
    const payload = (await bob.send('get', '/cart/export')).body.data;
    expect(refusal(await enter(ada, 'NO-1'))).toEqual(UNKNOWN);
    expect(refusal(await bob.say({ discountCode: 'NO-2' }))).toEqual(UNKNOWN);
    expect(refusal(await bob.checkout({ discountCode: 'NO-3' }))).toEqual(UNKNOWN);
    const restore = (code: string) =>
      shopperOf(shop).send('post', '/cart/restore', { ...payload, discountCode: code });
    expect((await restore('NO-4')).status).toBe(201);
    expect(refusal(await restore('NO-5'))).toEqual(LIMITED);
    expect(refusal(await enter(await cart(), 'NO-6'))).toEqual(LIMITED);
    expect((await shopperOf(shop).send('post', '/cart/restore', payload)).status).toBe(201);
  });

  it('counts no right code, no malformed request and no empty cart', async () => {
    await start({ discountCodes: { max: 2, maxPerCart: 2, seconds: 60 } });
    await makeCode('RIGHT');
    const ada = await cart();
    expect((await times(5, () => enter(ada, 'right'))).map(({ status }) => status)).toEqual(
      Array.from({ length: 5 }, () => 200)
    );
    for (const { status } of await times(3, () => enter(ada, ''))) expect(status).toBe(400);
    for (const answer of await times(3, () => enter(shopperOf(shop), 'NO'))) {
      expect(refusal(answer)).toEqual([422, 'cart_empty']);
    }
    expect(refusal(await enter(ada, 'NO-1'))).toEqual(UNKNOWN);
  });

  it('lets no more than that through when they come at once', async () => {
    await start({ discountCodes: { max: 5, maxPerCart: 5, seconds: 60 } });
    const ada = await cart();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => enter(ada, `NO-${index}`))
    );
    const unknown = answers.filter(({ status }) => status === 422);
    expect(unknown).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(15);
  });

  it('may go on when the window is over', async () => {
    await start({ discountCodes: { max: 1, seconds: 1 } });
    const ada = await cart();
    await enter(ada, 'NO-1');
    expect(refusal(await enter(ada, 'NO-2'))).toEqual(LIMITED);
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect(refusal(await enter(ada, 'NO-3'))).toEqual(UNKNOWN);
  });
});

describe('guessing secret links', () => {
  it('ends after so many misses from one address; orders that are found never count', async () => {
    await start({ orderLinks: { max: 2, seconds: 60 } });
    const ada = await cart();
    const { order } = (await ada.checkout()).body.data;
    const link = (token: string) => shopperOf(shop).send('get', `/orders/${token}`);
    for (const { status } of await times(4, () => link(order.token))) expect(status).toBe(200);
    expect((await times(3, (index) => link(`guess-${index}`))).map(refusal)).toEqual([
      NOWHERE,
      NOWHERE,
      LIMITED,
    ]);
    expect(refusal(await link(order.token))).toEqual(LIMITED);
  });
});

describe('checkout', () => {
  it('is limited per cart and per account, also when it is refused', async () => {
    await start({ checkout: { maxPerCart: 2, seconds: 60 } });
    const ada = await cart();
    expect((await ada.send('post', '/checkout', {})).status).toBe(400);
    expect((await ada.checkout()).status).toBe(201);
    expect(refusal(await ada.checkout())).toEqual(LIMITED);
    const { sku } = await makeProduct(shop.strapi);
    const { jwt } = await makeAccount(shop.strapi);
    const statuses = await times(3, async () => {
      const member = shopperOf(shop, { jwt });
      await member.add(sku);
      return (await member.checkout()).status;
    });
    expect(statuses).toEqual([201, 201, 429]);
    expect((await (await cart()).checkout()).status).toBe(201);
  });

  it('is limited per address, which is the shopper’s behind a proxy that the host knows', async () => {
    await start({ checkout: { max: 1, seconds: 60 } });
    const from = async (address: string) =>
      (await (await cart()).checkout({}, { 'X-Forwarded-For': address })).status;
    expect([await from('203.0.113.1'), await from('203.0.113.2')]).toEqual([201, 429]);
    shop.strapi.server.app.proxy = true;
    expect([await from('203.0.113.1'), await from('203.0.113.1')]).toEqual([201, 429]);
    expect([await from('203.0.113.2'), await from('2001:db8:0:1::1')]).toEqual([201, 201]);
    expect([await from('2001:db8:0:1::2'), await from('2001:db8:0:2::1')]).toEqual([429, 201]);
  });
});

it('each limit can be switched off', async () => {
  await start({ discountCodes: false, orderLinks: false, checkout: false });
  const ada = await cart();
  for (const answer of await times(110, () => ada.send('get', '/orders/guess'))) {
    expect(refusal(answer)).toEqual(NOWHERE);
  }
  for (const answer of await times(40, (index) => enter(ada, `NO-${index}`))) {
    expect(refusal(answer)).toEqual(UNKNOWN);
  }
});

describe('counted in Redis', () => {
  const REDIS = process.env['REDIS_URL'] || 'redis://127.0.0.1:6379';
  let redis: Redis;
  let isThere: boolean;
  const forget = async () => {
    const keys = await redis.keys('cartwright:*');
    if (keys.length > 0) await redis.del(keys);
  };

  beforeAll(async () => {
    redis = new Redis(REDIS, { lazyConnect: true, retryStrategy: () => null });
    redis.on('error', () => undefined);
    isThere = await redis.connect().then(
      () => true,
      () => false
    );
    if (isThere) await forget();
    else process.stderr.write(`No Redis answers at ${REDIS}: counting there is not tested.\n`);
  });
  afterAll(async () => {
    if (isThere) await forget();
    redis.disconnect();
  });

  const limits = (client: unknown) => ({
    redis: client,
    discountCodes: { max: 2, seconds: 60 },
    orderLinks: { max: 2, seconds: 60 },
  });

  it('servers count together, and no secret is in it', async () => {
    await start(limits(() => redis));
    if (!isThere) return;
    const ada = await cart();
    await makeCode('RIGHT');
    for (const { status } of await times(4, () => enter(ada, 'RIGHT'))) expect(status).toBe(200);
    expect(refusal(await enter(ada, 'NO-1'))).toEqual(UNKNOWN);
    expect(refusal(await ada.send('get', '/orders/guess'))).toEqual(NOWHERE);
    const kept = (await redis.keys('cartwright:*')).join(' ');
    expect(kept).toContain('cartwright:discountCodes:cart:');
    expect(kept).not.toContain(ada.token!);
    await shop.stop();

    await start(limits(redis));
    const bob = await cart();
    expect(refusal(await enter(bob, 'NO-2'))).toEqual(UNKNOWN);
    const answer = await enter(bob, 'NO-3');
    expect(refusal(answer)).toEqual(LIMITED);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    expect(refusal(await bob.send('get', '/orders/guess'))).toEqual(NOWHERE);
    expect(refusal(await bob.send('get', '/orders/guess'))).toEqual(LIMITED);
  });

  it.each([
    ['is away', () => new Redis(1, { lazyConnect: true, retryStrategy: () => null })],
    ['never answers', silentRedis],
  ])('lets everybody through when Redis %s, and the log says so', async (_, client) => {
    const away = client();
    await start(limits(away));
    const warned = jest.spyOn(shop.strapi.log, 'warn').mockReturnValue(shop.strapi.log);
    const ada = await cart();
    for (const answer of await times(3, (index) => enter(ada, `NO-${index}`))) {
      expect(refusal(answer)).toEqual(UNKNOWN);
    }
    for (const answer of await times(3, () => ada.send('get', '/orders/guess'))) {
      expect(refusal(answer)).toEqual(NOWHERE);
    }
    expect(warned).toHaveBeenCalledWith(expect.stringContaining('let everybody through'));
    warned.mockRestore();
    if (away instanceof Redis) away.disconnect();
  });

  /** Connected, and hanging. */
  function silentRedis() {
    const never = () => new Promise(() => undefined);
    const multi = () => chain;
    const chain = { get: multi, pttl: multi, exec: never };
    return { status: 'ready', defineCommand: () => undefined, rlflxIncr: never, multi };
  }
});
