import {
  RateLimiterMemory,
  RateLimiterRedis,
  RateLimiterRes,
  type RateLimiterAbstract,
} from 'rate-limiter-flexible';

import type { Settings } from '../config';
import { CommerceError } from '../domain/errors';

export type LimitName = 'discountCodes' | 'orderLinks' | 'checkout' | 'receipts';

/** Who is counted: an address, and the cart that it speaks of, if any. */
export interface Asker {
  address: string;
  /** What the cart is known by, as a hash: counters may be kept outside the shop. */
  cart: string | null;
  /** The order that it asks something for, if any. */
  order?: string;
}

export type RateLimits = ReturnType<typeof createRateLimits>;

/** Nobody waits longer for the counters than this; without them the shop stays open. */
const PATIENCE_MS = 1_000;

/**
 * Slows down who guesses or floods: so many per address, and so many per cart or order, in a window of time. Counted in the
 * memory of this server, or in the site's Redis for all servers together. It guards no invariant: when Redis is away,
 * everybody is let through, and the log says so.
 */
export function createRateLimits(shop: {
  rateLimits: Settings['rateLimits'];
  /** The site's client; null counts in memory. */
  redis: object | null;
  warn: (message: string) => void;
}) {
  const limits = {
    discountCodes: bucketsOf('discountCodes'),
    orderLinks: bucketsOf('orderLinks'),
    checkout: bucketsOf('checkout'),
    receipts: bucketsOf('receipts'),
  };

  function bucketsOf(name: LimitName): Bucket[] {
    const limit = shop.rateLimits[name];
    if (limit === false) return [];
    const bucket = (what: keyof Asker, points: number): Bucket => {
      const options = { keyPrefix: `cartwright:${name}:${what}`, points, duration: limit.seconds };
      return { what, limiter: shop.redis ? inRedis(shop.redis, options) : inMemory(options) };
    };
    return [
      bucket('address', limit.max),
      ...('maxPerCart' in limit ? [bucket('cart', limit.maxPerCart)] : []),
      ...('maxPerOrder' in limit ? [bucket('order', limit.maxPerOrder)] : []),
    ];
  }

  /** Counts one more. @throws CommerceError rate_limited `{retryAfter}`, in whole seconds */
  async function count(name: LimitName, asker: Asker): Promise<void> {
    await each(name, asker, async ({ limiter }, key) => {
      const state = await limiter.consume(key);
      return { state, over: false };
    });
  }

  /** Counts nothing. @throws CommerceError rate_limited when the next one would be too many */
  async function check(name: LimitName, asker: Asker): Promise<void> {
    await each(name, asker, async ({ limiter }, key) => {
      const state = await limiter.get(key);
      return { state, over: state !== null && state.consumedPoints >= limiter.points };
    });
  }

  /** Takes one back that `count` has counted. */
  async function forgive(name: LimitName, asker: Asker): Promise<void> {
    await each(name, asker, async ({ limiter }, key) => {
      await limiter.reward(key);
      return { state: null, over: false };
    });
  }

  async function each(name: LimitName, asker: Asker, ask: Ask): Promise<void> {
    for (const bucket of limits[name]) {
      const key = asker[bucket.what];
      if (key === null || key === undefined) continue;
      const answer = await patiently(() => ask(bucket, key));
      if (answer?.over) throw rateLimited(answer.state);
    }
  }

  /** What the counter says; null when it cannot be asked. */
  async function patiently(ask: () => Promise<Answer>): Promise<Answer | null> {
    let timer: NodeJS.Timeout | undefined;
    const silence = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(new Error(`no answer within ${PATIENCE_MS} ms`));
      }, PATIENCE_MS);
    });
    try {
      return await Promise.race([ask(), silence]);
    } catch (refusal) {
      // The library throws its counter when there are no points left, and an error when it could not count.
      if (refusal instanceof RateLimiterRes) return { state: refusal, over: true };
      shop.warn(`the rate limits cannot count, and let everybody through: ${String(refusal)}`);
      return null;
    } finally {
      clearTimeout(timer);
    }
  }

  return { count, check, forgive };
}

interface Bucket {
  what: keyof Asker;
  limiter: RateLimiterAbstract;
}

interface Answer {
  state: RateLimiterRes | null;
  over: boolean;
}

type Ask = (bucket: Bucket, key: string) => Promise<Answer>;

interface Options {
  keyPrefix: string;
  points: number;
  duration: number;
}

const inMemory = (options: Options) => new RateLimiterMemory(options);

/** At once, not when the connection is back: a shopper waits for the answer. */
const inRedis = (storeClient: object, options: Options) =>
  new RateLimiterRedis({
    ...options,
    storeClient,
    rejectIfRedisNotReady: true,
    useRedisPackage: !('defineCommand' in storeClient) && 'sendCommand' in storeClient,
  });

function rateLimited(state: RateLimiterRes | null): CommerceError {
  const retryAfter = Math.max(1, Math.ceil((state?.msBeforeNext ?? 0) / 1000));
  return new CommerceError('rate_limited', 'Too many attempts; please wait a little', {
    retryAfter,
  });
}
