import { nextSteps } from '../../../../../admin/pages/order/steps/next-steps';
import type { AdminOrderDto } from '../../../../../server/contracts/orders';

const PAYMENT = { id: 'p', status: 'pending', capturable: '0.00', reason: null, operations: [] };
const DONE = {
  status: 'open',
  paymentStatus: 'paid',
  amountDue: '0.00',
  overpaid: '0.00',
  holdExpiresAt: null,
  payments: [{ ...PAYMENT, status: 'paid' }],
  refunds: [],
  items: [{ toShip: 0 }],
  can: { fulfil: false },
};
const kinds = (more: object) =>
  nextSteps({ ...DONE, ...more } as unknown as AdminOrderDto).map(({ kind }) => kind);
const refund = (status: string) => ({ status, amount: '1.00', reason: null });
const capture = (status: string) => ({ kind: 'capture', status, amount: '5.00', reason: 'No' });

it.each<[string, object, string[]]>([
  ['all is done', {}, []],
  ['money is awaited', { amountDue: '5.00', paymentStatus: 'pending' }, ['due']],
  [
    'a payment was declined',
    { amountDue: '5.00', paymentStatus: 'pending', payments: [{ ...PAYMENT, status: 'declined' }] },
    ['declined'],
  ],
  [
    'money is reserved, and what is due is that money',
    {
      amountDue: '5.00',
      paymentStatus: 'authorized',
      payments: [{ ...PAYMENT, status: 'authorized', capturable: '5.00' }],
    },
    ['capture'],
  ],
  [
    'a capture was refused, and can be tried again',
    {
      paymentStatus: 'authorized',
      payments: [{ ...PAYMENT, capturable: '5.00', operations: [capture('refused')] }],
    },
    ['capture-failed', 'capture'],
  ],
  [
    'a capture was refused once, and done since',
    { payments: [{ ...PAYMENT, operations: [capture('refused'), capture('done')] }] },
    [],
  ],
  ['too much was paid', { overpaid: '2.00' }, ['overpaid']],
  ['a refund failed', { refunds: [refund('refused')] }, ['refund-failed']],
  ['a refund failed, and was given since', { refunds: [refund('refused'), refund('done')] }, []],
  ['a refund is on its way', { refunds: [refund('pending')] }, ['refund-pending']],
  ['items can be shipped', { can: { fulfil: true }, items: [{ toShip: 2 }] }, ['ship']],
  ['items must not be shipped yet', { items: [{ toShip: 2 }] }, []],
  [
    'it was cancelled before it was paid',
    { status: 'cancelled', amountDue: '5.00', paymentStatus: 'cancelled' },
    [],
  ],
])('%s', (_, more, expected) => {
  expect(kinds(more)).toEqual(expected);
});

it('counts the units that are to be shipped', () => {
  const order = { ...DONE, can: { fulfil: true }, items: [{ toShip: 2 }, { toShip: 1 }] };
  expect(nextSteps(order as unknown as AdminOrderDto)).toEqual([{ kind: 'ship', units: 3 }]);
});
