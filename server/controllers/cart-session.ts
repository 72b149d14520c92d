import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

import { shopOf } from '../compose';
import { CommerceError } from '../domain/errors';
import type { Shopper } from '../services/shopper';
import { answering } from './error-response';
import { accountOf, cartLocaleOf } from './request';

type ShopperHandler = (ctx: Context, shopper: Shopper) => Promise<void>;

/**
 * An action of a shopper, who is told by the cart carrier and the account. It has to look the shopper's cart up: that
 * joins the cart of a token that came along with an account to the account's (rule 6.6), and the token is taken away
 * afterwards. A refusal takes nothing away, since the cart of the token may not have been joined.
 */
export function answeringShopper(strapi: Core.Strapi, handler: ShopperHandler) {
  return answering(strapi, async (ctx) => {
    const shopper = {
      token: readToken(strapi, ctx),
      account: accountOf(ctx)?.id ?? null,
      locale: cartLocaleOf(ctx),
    };
    await handler(ctx, shopper);
    if (shopper.account !== null && shopper.token !== null) writeToken(strapi, ctx, null);
  });
}

/**
 * Gives the token of a new cart to its shopper.
 *
 * @returns the token where the answer shows it as well; null where it is the carrier's alone
 */
export function handOver(strapi: Core.Strapi, ctx: Context, token: string | null): string | null {
  if (token === null) return null;
  writeToken(strapi, ctx, token);
  return shopOf(strapi).providers.cartCarrier.showsToken === true ? token : null;
}

/** The compiler believes the type; a site's carrier may be JavaScript. What is no text is no token. */
function readToken(strapi: Core.Strapi, ctx: Context): string | null {
  const token: unknown = carried(strapi, (carrier) => carrier.read(ctx));
  return typeof token === 'string' && token !== '' ? token : null;
}

function writeToken(strapi: Core.Strapi, ctx: Context, token: string | null): void {
  carried(strapi, (carrier) => {
    carrier.write(ctx, token);
  });
}

type Carrier = ReturnType<typeof shopOf>['providers']['cartCarrier'];

/** @throws CommerceError provider_failed `{provider}` */
function carried<Result>(strapi: Core.Strapi, ask: (carrier: Carrier) => Result): Result {
  const carrier = shopOf(strapi).providers.cartCarrier;
  try {
    return ask(carrier);
  } catch (cause) {
    throw new CommerceError(
      'provider_failed',
      `The cart carrier "${carrier.name}" failed`,
      { provider: carrier.name },
      cause
    );
  }
}
