import { ZERO } from '../../../server/domain/money/money';
import { expiryOf, isExpired } from '../../../server/domain/orders/expiry';
import { nextCheck, PATIENCE_MS } from '../../../server/domain/orders/next-check';
import type { Order } from '../../../server/domain/orders/order';
import { LATER, NOW, operationOf, orderOf } from '../support/orders';

const HOLD = new Date('2026-07-01T12:30:00.000Z');
const ANSWER_DUE = new Date(NOW.getTime() + PATIENCE_MS);
const shipped = [
  {
    id: 'f',
    carrier: null,
    trackingNumber: null,
    trackingUrl: null,
    items: [{ lineId: 'line-0', quantity: 1 }],
    shippedAt: NOW.toISOString(),
  },
];

/** Who waits for an order, and until when. */
it.each<[string, Parameters<typeof orderOf>[0], Date | null]>([
  ['paid: nobody', {}, null],
  ['waits for its money: until its hold is over', { payments: [{ status: 'pending' }] }, HOLD],
  ['declined: as well', { payments: [{ status: 'declined' }] }, HOLD],
  ['waits for a 3-D step: as well', { payments: [{ status: 'requires_action' }] }, HOLD],
  ['authorized: nobody', { payments: [{ status: 'authorized' }] }, null],
  [
    'waits for its money, and has left: nobody cancels it',
    { payments: [{ status: 'pending' }], fulfilments: shipped as Order['fulfilments'] },
    null,
  ],
  [
    'waits for an answer that is overdue before its hold is',
    { payments: [{ status: 'pending', askedAt: NOW }] },
    ANSWER_DUE,
  ],
  [
    'cancelled, and an answer is still to come: it may bring money',
    { status: 'cancelled', payments: [{ status: 'cancelled', askedAt: NOW }] },
    ANSWER_DUE,
  ],
  ['cancelled: nobody', { status: 'cancelled', payments: [{ status: 'cancelled' }] }, null],
  [
    'paid, and a refund is asked for: until it is asked again',
    { payments: [{ operations: [operationOf()] }] },
    LATER,
  ],
  [
    'paid, and a refund is done, or refused: nobody',
    {
      payments: [
        {
          refunded: ZERO,
          operations: [
            operationOf({ kind: 'void', status: 'done', retryAt: null }),
            operationOf({ status: 'refused', retryAt: null }),
          ],
        },
      ],
    },
    null,
  ],
])('%s', (_, wish, due) => {
  const order = { ...orderOf(wish), holdExpiresAt: HOLD };
  expect(nextCheck(order)).toEqual(due);
});

it('a hold is over at its very instant, and not before', () => {
  const order = { ...orderOf({ payments: [{ status: 'pending' }] }), holdExpiresAt: HOLD };
  expect(expiryOf(order)).toEqual(HOLD);
  expect(isExpired(order, new Date(HOLD.getTime() - 1))).toBe(false);
  expect(isExpired(order, HOLD)).toBe(true);
  expect(isExpired({ ...order, holdExpiresAt: null }, HOLD)).toBe(false);
});
