import { netRevenue } from '../../../server/domain/figures/revenue';
import { money } from '../../../server/domain/money/money';
import type { Refund } from '../../../server/domain/orders/refund';

const MARCH = { from: new Date('2026-03-01'), until: new Date('2026-04-01') };
const gross = { amount: money('100.10'), orders: 3 };

const refund = (amount: string, wish: Partial<Refund> = {}): Refund => ({
  id: 'r',
  at: '2026-03-02T00:00:00.000Z',
  by: 'staff',
  reason: null,
  status: 'done',
  amount: money(amount),
  tax: money(0),
  lines: [],
  shipping: money(0),
  overpaid: money(0),
  restock: false,
  operations: [],
  creditNote: null,
  ...wish,
});

const of = (day: string, ...refunds: Refund[]) => ({ placedAt: new Date(day), refunds });

it.each([
  ['nothing', [], '100.1'],
  ['what went back', [of('2026-03-05', refund('20.05'), refund('0.05'))], '80'],
  [
    'only of orders of the time',
    [of('2026-02-28', refund('20')), of('2026-04-01', refund('7'))],
    '100.1',
  ],
  ['an order of the very first moment', [of('2026-03-01', refund('0.1'))], '100'],
  [
    'neither what was refused nor what is on its way',
    [of('2026-03-05', refund('5', { status: 'refused' }), refund('6', { status: 'pending' }))],
    '100.1',
  ],
  [
    'not what was paid too much',
    [of('2026-03-05', refund('20', { overpaid: money('15') }))],
    '95.1',
  ],
])('takes off %s', (_, refunded, amount) => {
  const net = netRevenue(gross, MARCH, refunded);
  expect([net.amount.toFixed(), net.orders]).toEqual([amount, 3]);
});
