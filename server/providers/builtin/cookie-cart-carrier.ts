import { defineCartCarrier } from '../cart-carrier';

const COOKIE = 'cartwright_cart';

/** As long as browsers keep a cookie at all: a cart lives on with every write, and its cookie is given out once. */
const FOUR_HUNDRED_DAYS = 400 * 24 * 60 * 60 * 1000;

/**
 * The browser keeps the token where no script can read it, and other sites cannot send it along. Signed with the
 * site's keys: a cookie that was not given out here counts as none. Koa marks it as secure when the request is.
 */
export const cookieCartCarrier = defineCartCarrier({
  name: 'cookie',
  read: (ctx) => ctx.cookies.get(COOKIE, { signed: true }) ?? null,
  write: (ctx, token) => {
    const options = { signed: true, httpOnly: true, sameSite: 'lax', path: '/' } as const;
    ctx.cookies.set(COOKIE, token, {
      ...options,
      overwrite: true,
      ...(token === null ? {} : { maxAge: FOUR_HUNDRED_DAYS }),
    });
  },
});
