import { otherOrders, type OrderBrief } from '../../../server/domain/customers/other-orders';
import { money } from '../../../server/domain/money/money';

const brief = (day: number, total = '10.00', more: Partial<OrderBrief> = {}): OrderBrief => ({
  documentId: `order-${day}`,
  number: String(day),
  placedAt: new Date(Date.UTC(2026, 6, day)),
  currency: 'EUR',
  status: 'open',
  paymentStatus: 'pending',
  fulfilmentStatus: 'unfulfilled',
  total: money(total),
  ...more,
});
const numbers = (orders: OrderBrief[]) => orders.map(({ number }) => number);

it('names the others, the latest first, and counts all of them', () => {
  const all = [3, 1, 7, 5, 2, 4, 6].map((day) => brief(day));
  const found = otherOrders('order-4', all);
  expect([numbers(found.latest), found.count]).toEqual([['7', '6', '5', '3', '2'], 6]);
});

it.each([
  ['alone', [brief(4)], true],
  ['before others', [brief(4), brief(5)], true],
  ['behind another', [brief(3), brief(4)], false],
  ['that is not there', [], false],
])('the first one: %s', (_, all, isFirst) => {
  expect(otherOrders('order-4', all).isFirst).toBe(isFirst);
});

it('adds up exactly, this one too, without what was cancelled, and each currency for itself', () => {
  const all = [
    brief(1, '0.10'),
    brief(2, '0.20'),
    brief(3, '5.00', { status: 'cancelled' }),
    brief(4, '300', { currency: 'JPY' }),
  ];
  expect(
    otherOrders('order-1', all).spent.map(({ currency, amount }) => [currency, amount.toFixed()])
  ).toEqual([
    ['EUR', '0.3'],
    ['JPY', '300'],
  ]);
});
