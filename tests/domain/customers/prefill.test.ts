import { NO_DETAILS } from '../../../server/domain/cart/cart';
import { isSamePerson, prefill, saidIn } from '../../../server/domain/customers/prefill';

const LONDON = { city: 'London' };
const LEEDS = { city: 'Leeds' };
const of = (
  email: string | null,
  billing: object | null = null,
  shipping: object | null = null
) => ({
  email,
  billing,
  shipping,
});

describe('what a form is filled in with', () => {
  it.each([
    ['nothing', [of(null), null], null],
    ['nothing where an address says nothing', [of(null, {}), null], null],
    [
      'the first e-mail, the first address',
      [of('a@x'), of('b@x', LONDON), of('c@x', LEEDS)],
      of('a@x', LONDON),
    ],
    [
      'the cart alone where it says it all',
      [of('a@x', LONDON), of('b@x', LEEDS)],
      of('a@x', LONDON),
    ],
    [
      'addresses that belong together',
      [of(null, null, LEEDS), of('b@x', LONDON, LONDON)],
      of('b@x', null, LEEDS),
    ],
    [
      'a later source where the earlier is silent',
      [of(null), null, of('c@x', LEEDS, LONDON)],
      of('c@x', LEEDS, LONDON),
    ],
    ['an address of somebody without an e-mail', [of(null, {}), of(null, LEEDS)], of(null, LEEDS)],
  ])('%s', (_, sources, filled) => {
    expect(prefill(sources)).toEqual(filled);
  });

  it('leaves out a delivery address that counts for nothing', () => {
    const details = { ...NO_DETAILS, billing: LONDON, shipping: LEEDS };
    expect(saidIn(details).shipping).toBeNull();
    expect(saidIn({ ...details, sameAsBilling: false }).shipping).toBe(LEEDS);
  });
});

describe('what a browser remembers', () => {
  it.each([
    ['a guest whose cart says nothing', 'ada@x', null, null, true],
    ['a guest whose cart says the same', 'ada@x', null, 'ada@x', true],
    ['a guest whose cart says somebody else', 'ada@x', null, 'eve@x', false],
    ['a guest, when no e-mail was said', null, null, 'eve@x', true],
    ['the account of the same e-mail', 'ada@x', 'Ada@X', null, true],
    ['the account, whatever its cart says', 'ada@x', 'ada@x', 'office@x', true],
    ['another account', 'ada@x', 'eve@x', null, false],
    ['another account with her e-mail in its cart', 'ada@x', 'eve@x', 'ada@x', false],
    ['an account, when no e-mail was said', null, 'eve@x', null, false],
  ])('is shown to %s', (_, email, account, cart, shown) => {
    expect(isSamePerson(of(email), { account, cart })).toBe(shown);
  });
});
