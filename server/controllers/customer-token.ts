import type { Context } from 'koa';

import type { Settings } from '../config';
import type { CheckoutState } from '../services/checkout';

const HEADER = 'X-Customer-Token';
const COOKIE = 'cartwright_customer';
const DAY = 24 * 60 * 60 * 1000;

/**
 * The token of a customer who asked to be remembered travels the way that the cart's does (`cart.session`): in a header,
 * or in a signed cookie that no script can read.
 */
export function customerTokenOf(ctx: Context, { cart }: Settings): string | null {
  const token =
    cart.session === 'cookie' ? ctx.cookies.get(COOKIE, { signed: true }) : ctx.get(HEADER).trim();
  return token || null;
}

/** A text is for the browser to keep, null takes it away, undefined leaves it. An empty header tells to forget. */
export function keepCustomerToken(
  ctx: Context,
  { cart, checkout }: Settings,
  token: CheckoutState['customerToken']
): void {
  if (token === undefined) return;
  if (cart.session === 'header') {
    ctx.set(HEADER, token ?? '');
    return;
  }
  ctx.cookies.set(COOKIE, token, {
    signed: true,
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    overwrite: true,
    ...(token === null ? {} : { maxAge: checkout.rememberDays * DAY }),
  });
}
