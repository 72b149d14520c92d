import { countStatements } from '../support/count-statements';
import { makeProduct } from '../support/shop';
import { shopperOf } from '../support/shopper';
import { makeStaff, type Staff } from '../support/staff';
import { fakeOf, withCard } from '../support/paid-shop';
import { type RunningShop, startStrapi } from '../support/strapi';

let shop: RunningShop;
let staff: Staff;
const bank = fakeOf(() => shop);

beforeAll(async () => {
  shop = await startStrapi({
    cartwright: {
      currency: 'EUR',
      providers: { payments: [bank] },
      mails: {
        receipt: false,
        paymentReceived: false,
        shipped: false,
        refunded: false,
        cancelled: false,
      },
    },
  });
  staff = await makeStaff(shop);
});
afterAll(() => shop.stop());

const DAY = 86_400_000;
const midnight = (daysAgo: number) => new Date((Math.floor(Date.now() / DAY) - daysAgo) * DAY);

/** An order that is paid by card, placed at that time. */
async function order(
  price: number,
  placedAt: Date,
  { quantity = 1, sku = '', manual = false } = {}
) {
  const thing = sku || (await makeProduct(shop.strapi, { unitPrice: price })).sku;
  const shopper = shopperOf(shop);
  await shopper.add(thing, quantity);
  const placed = await shopper.checkout(manual ? { paymentMethod: 'manual' } : withCard('approve'));
  if (placed.status !== 201) throw new Error(JSON.stringify(placed.body));
  const { number } = placed.body.data.order as { number: string };
  await shop.strapi.db
    .connection('cartwright_orders')
    .where({ number })
    .update({ placed_at: placedAt });
  const found = await staff.find({ number });
  return { documentId: found.documentId, number, sku: thing };
}

const revenue = async () => {
  const answer = await staff.send('get', '/figures/revenue');
  expect([answer.status, answer.body.error?.message]).toEqual([200, undefined]);
  return answer.body.data as {
    periods: { days: number; now: Figure; before: Figure }[];
    days: (Figure & { day: string })[];
  };
};
interface Figure {
  amount: string;
  orders: number;
}

it('a shop that has sold nothing has earned nothing, for thirty days', async () => {
  const { periods, days } = await revenue();
  expect(days).toHaveLength(30);
  expect(days.at(-1)!.day).toBe(new Date().toISOString().slice(0, 10));
  expect(periods.map(({ days: length, now }) => [length, now])).toEqual([
    [1, { amount: '0.00', orders: 0 }],
    [7, { amount: '0.00', orders: 0 }],
    [30, { amount: '0.00', orders: 0 }],
  ]);
});

it('adds up orders by their days, to the cent, and takes off what went back', async () => {
  await order(0.1, midnight(0));
  await order(0.2, midnight(0));
  await order(100.07, new Date(midnight(0).getTime() - 1));
  const back = await order(50, midnight(6));
  await order(7, midnight(7));
  await order(1000, midnight(29));
  await order(3, midnight(30));
  const gone = await order(400, midnight(1));
  await staff.step(gone, 'cancel');
  // Not paid yet, but outside the shop: it counts.
  await order(11, midnight(2), { manual: true });
  const refund = await staff.step(back, 'refunds', { amount: '20.00' });
  if (refund.status !== 200) throw new Error(JSON.stringify(refund.body));

  const { periods, days } = await revenue();
  const amounts = periods.map(({ now }) => now);
  expect(amounts).toEqual([
    { amount: '0.30', orders: 2 },
    { amount: '141.37', orders: 5 },
    { amount: '1148.37', orders: 7 },
  ]);
  const of = (daysAgo: number) => days.at(-1 - daysAgo)!;
  expect([of(0).amount, of(1).amount, of(6).amount, of(7).amount, of(29).amount]).toEqual([
    '0.30',
    '100.07',
    '30.00',
    '7.00',
    '1000.00',
  ]);
  // Yesterday's order came in its last second: today has not come as far yet.
  expect(periods[0]!.before.amount).toBe('0.00');
  expect(periods[1]!.before.amount).toBe('7.00');
  expect(periods[2]!.before.amount).toBe('3.00');
});

it('takes two statements, however many orders there are', async () => {
  const { statements } = await countStatements(shop.strapi, revenue, { only: 'cartwright' });
  expect(statements).toHaveLength(2);
});

it('knows what sells best, by units and by what it brings', async () => {
  const cheap = await order(2, midnight(3), { quantity: 9 });
  await order(2, midnight(20), { quantity: 5, sku: cheap.sku });
  const sellers = async (query: string) => {
    const answer = await staff.send('get', `/figures/best-sellers?${query}`);
    expect(answer.status).toBe(200);
    return answer.body.data.sellers as { sku: string; units: number; amount: string }[];
  };
  expect((await sellers('days=7&by=units'))[0]).toMatchObject({
    sku: cheap.sku,
    units: 9,
    amount: '18.00',
  });
  expect((await sellers('days=30&by=units'))[0]).toMatchObject({ units: 14, amount: '28.00' });
  expect((await sellers('days=30&by=amount'))[0]).toMatchObject({ units: 1, amount: '1000.00' });
  expect((await sellers('days=30')).length).toBeLessThanOrEqual(5);
  const { statements } = await countStatements(shop.strapi, () => sellers('days=30'), {
    only: 'cartwright',
  });
  expect(statements).toHaveLength(2);
  expect((await staff.send('get', '/figures/best-sellers?days=8')).status).toBe(400);
});

describe('somebody of the staff', () => {
  const ROUTES: [permission: string, method: 'get' | 'post' | 'put' | 'delete', path: string][] = [
    ['orders.read', 'get', '/orders'],
    ['orders.read', 'get', '/orders/names'],
    ['orders.read', 'get', '/orders/choices'],
    ['orders.read', 'get', '/orders/export.csv'],
    ['orders.read', 'post', '/orders/export'],
    ['orders.read', 'post', '/orders/print'],
    ['orders.read', 'get', '/orders/print.pdf'],
    ['orders.update', 'post', '/orders/bulk/fulfil'],
    ['orders.update', 'post', '/orders/bulk/invoices'],
    ['orders.read', 'get', '/order-views'],
    ['orders.read', 'post', '/order-views'],
    ['orders.read', 'put', '/order-views/x'],
    ['orders.read', 'delete', '/order-views/x'],
    ['carts.read', 'get', '/carts'],
    ['carts.read', 'get', '/carts/x'],
    ['figures.read', 'get', '/figures/revenue'],
    ['figures.read', 'get', '/figures/best-sellers'],
  ];

  it.each(ROUTES.map(([permission]) => permission).filter((one, i, all) => all.indexOf(one) === i))(
    'who has %s alone gets no further than that',
    async (permission) => {
      const token = await tokenOf(permission);
      for (const [needed, method, path] of ROUTES) {
        const visitor = shop.http();
        const answer = await visitor[method](`/cartwright${path}`)
          .set('Authorization', `Bearer ${token}`)
          .send(method === 'get' ? undefined : {});
        expect([method, path, answer.status === 403]).toEqual([
          method,
          path,
          needed !== permission,
        ]);
      }
    }
  );

  let made = 0;
  async function tokenOf(permission: string): Promise<string> {
    made += 1;
    const visitor = shop.http();
    const as = (method: 'post' | 'put', path: string, body: object) =>
      visitor[method](`/admin${path}`)
        .set('Authorization', `Bearer ${staff.token}`)
        .send(body)
        .then(({ body: answer }) => answer.data);
    const role = await as('post', '/roles', { name: `Role ${made}`, description: '' });
    await as('put', `/roles/${role.id}/permissions`, {
      permissions: [
        {
          action: `plugin::cartwright.${permission}`,
          subject: null,
          properties: {},
          conditions: [],
        },
      ],
    });
    const email = `staff-${made}@example.com`;
    const user = await as('post', '/users', { firstname: 'S', email, roles: [role.id] });
    const registered = await shop
      .http()
      .post('/admin/register')
      .send({
        registrationToken: user.registrationToken,
        userInfo: { firstname: 'S', password: 'Keeper-Password-1' },
      });
    return registered.body.data.token;
  }
});
