import { cookieCartCarrier } from '../../../../server/providers/builtin/cookie-cart-carrier';
import { headerCartCarrier } from '../../../../server/providers/builtin/header-cart-carrier';
import type { CartCarrier } from '../../../../server/providers/cart-carrier';
import { testCartCarrier } from '../../../../server/providers/contract';

testCartCarrier(headerCartCarrier);
testCartCarrier(cookieCartCarrier);

/** The promises that a carrier breaks. */
async function broken(carrier: Partial<CartCarrier>): Promise<string[]> {
  const failed: Promise<string[]>[] = [];
  testCartCarrier(
    { ...headerCartCarrier, ...carrier },
    {
      describe: (_name, tests) => {
        tests();
      },
      it: (name, test) => {
        failed.push(
          test().then(
            () => [],
            () => [name]
          )
        );
      },
    }
  );
  return (await Promise.all(failed)).flat();
}

describe('a carrier that breaks its promise is found out', () => {
  let memory: string | null = null;

  it.each<[string, Partial<CartCarrier>, RegExp]>([
    ['without a name', { name: '' }, /has a name/],
    ['that forgets', { write: () => undefined }, /brings back the token/],
    ['that shortens', { read: (ctx) => ctx.get('X-Cart-Token').slice(0, 20) }, /brings back/],
    [
      'that keeps a spent token',
      {
        write: (ctx, token) => {
          if (token) ctx.set('X-Cart-Token', token);
        },
      },
      /takes a spent token away/,
    ],
    [
      'that throws at nonsense',
      { read: (ctx) => String(JSON.parse(`"${ctx.get('X-Cart-Token')}"`)) },
      /never throws/,
    ],
    [
      'that keeps one token for all',
      {
        read: () => memory,
        write: (_ctx, token) => {
          memory = token;
        },
      },
      /keeps two browsers apart/,
    ],
  ])('%s', async (_what, carrier, promise) => {
    expect((await broken(carrier)).join('\n')).toMatch(promise);
  });
});
