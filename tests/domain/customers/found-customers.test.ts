import {
  foundCustomers,
  type FoundAccount,
  type FoundOrders,
} from '../../../server/domain/customers/found-customers';
import type { Prefill } from '../../../server/domain/customers/prefill';

const LEEDS = { city: 'Leeds' };
const YORK = { city: 'York' };

const account = (id: string, email: string, confirmed = true): FoundAccount => ({
  id,
  email,
  confirmed,
});

/** So many orders, the last one on that day of July, shipped to the city. */
function ordered(email: string, owner: string | null, day: number, billing = LEEDS): FoundOrders {
  const lastOrderAt = new Date(Date.UTC(2026, 6, day));
  return {
    account: owner,
    email,
    orders: 2,
    lastOrderAt,
    said: { email, billing, shipping: null },
  };
}

const NONE = new Map<string, Prefill>();
const brief = (...given: Parameters<typeof foundCustomers>) =>
  foundCustomers(...given).map(({ account: id, email, orders, prefill }) => [
    id,
    email,
    orders,
    prefill.billing?.city ?? null,
  ]);

it('guests stand for themselves, whoever ordered last first', () => {
  const orders = [ordered('a@x', null, 1), ordered('b@x', null, 2, YORK)];
  expect(brief([], orders, NONE)).toEqual([
    [null, 'b@x', 2, 'York'],
    [null, 'a@x', 2, 'Leeds'],
  ]);
});

it('an account has its orders under whatever e-mail, and those of a guest under its own', () => {
  const orders = [
    ordered('old@x', 'ada', 3, YORK),
    ordered('ada@x', null, 1),
    ordered('ada@x', 'ada', 2),
  ];
  expect(brief([account('ada', 'Ada@x')], orders, NONE)).toEqual([['ada', 'ada@x', 6, 'York']]);
});

it('an e-mail that an account has not confirmed proves nothing', () => {
  const orders = [ordered('ada@x', null, 1)];
  expect(brief([account('ada', 'ada@x', false)], orders, NONE)).toEqual([
    [null, 'ada@x', 2, 'Leeds'],
    ['ada', 'ada@x', 0, null],
  ]);
});

it('what another account ordered under the e-mail stays its own', () => {
  const orders = [ordered('ada@x', 'bob', 1)];
  const accounts = [account('ada', 'ada@x'), account('bob', 'bob@x')];
  expect(brief(accounts, orders, NONE)).toEqual([
    ['bob', 'bob@x', 2, 'Leeds'],
    ['ada', 'ada@x', 0, null],
  ]);
});

it('the last order says more than what was saved, and that more than nothing', () => {
  const saved = new Map([['ada', { email: null, billing: YORK, shipping: LEEDS }]]);
  expect(brief([account('ada', 'ada@x')], [ordered('ada@x', 'ada', 1)], saved)).toEqual([
    ['ada', 'ada@x', 2, 'Leeds'],
  ]);
  const [never] = foundCustomers([account('ada', 'ada@x')], [], saved);
  expect(never).toEqual({
    account: 'ada',
    email: 'ada@x',
    orders: 0,
    lastOrderAt: null,
    prefill: { email: 'ada@x', billing: YORK, shipping: LEEDS },
  });
});
