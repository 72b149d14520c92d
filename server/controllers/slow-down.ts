import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

import { shopOf } from '../compose';
import { isCommerceError } from '../domain/errors';
import type { Asker } from '../services/rate-limits';
import { hashOf } from '../services/secrets';
import type { Shopper } from '../services/shopper';
import { whomOf } from './address';

/** Behind a proxy the address is the shopper's only when the host is told so (`proxy` in config/server). */
export function askerOf(ctx: Context, shopper?: Shopper): Asker {
  const { account, token } = shopper ?? { account: null, token: null };
  return {
    address: whomOf(ctx.request.ip),
    cart: account ? `account:${account}` : token && hashOf(token),
  };
}

/**
 * Runs what tries a discount code. Only a code that was refused is a guess, so whoever uses right ones is never slowed
 * down. It is counted before, and taken back: a hundred guesses at the same time are a hundred guesses.
 *
 * @throws CommerceError rate_limited, and what `attempt` throws
 */
export async function guessingCode<Result>(
  strapi: Core.Strapi,
  asker: Asker,
  attempt: () => Promise<Result>,
  wasRefused: (result: Result) => boolean = () => false
): Promise<Result> {
  const { rateLimits } = shopOf(strapi);
  await rateLimits.count('discountCodes', asker);
  let refused = false;
  try {
    const result = await attempt();
    refused = wasRefused(result);
    return result;
  } catch (error) {
    refused = isCommerceError(error) && error.code.startsWith('discount_code_');
    throw error;
  } finally {
    if (!refused) await rateLimits.forgive('discountCodes', asker);
  }
}

/**
 * Runs what looks an order up by a secret. Only misses count.
 *
 * @throws CommerceError rate_limited, and what `lookUp` throws
 */
export async function guessingLink<Result>(
  strapi: Core.Strapi,
  asker: Asker,
  lookUp: () => Promise<Result>
): Promise<Result> {
  const { rateLimits } = shopOf(strapi);
  await rateLimits.check('orderLinks', asker);
  try {
    return await lookUp();
  } catch (error) {
    if (isCommerceError(error) && error.code === 'not_found') {
      await rateLimits.count('orderLinks', asker);
    }
    throw error;
  }
}
