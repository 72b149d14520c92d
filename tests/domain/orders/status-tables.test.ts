import { money, ZERO } from '../../../server/domain/money/money';
import { cancelOrder } from '../../../server/domain/orders/cancel-order';
import { confirmPayment } from '../../../server/domain/orders/confirm-payment';
import { deriveOrder } from '../../../server/domain/orders/derive-order';
import { checkEditable } from '../../../server/domain/orders/edit-order';
import type { Order } from '../../../server/domain/orders/order';
import { checkOrderStep, type OrderStatus } from '../../../server/domain/orders/order-status';
import { planFulfilment } from '../../../server/domain/orders/plan-fulfilment';
import { planRefund } from '../../../server/domain/orders/plan-refund';
import { standingOf } from '../../../server/domain/orders/possible-steps';
import { beginAttempt } from '../../../server/domain/payments/begin-attempt';
import { requestOperation } from '../../../server/domain/payments/request-operation';
import { LATER, NOW, orderOf, type OrderWish } from '../support/orders';
import { refusalOf } from '../support/texts';

/** Every status that an order can be in, and every step that somebody can take: what is legal, and what is refused. */

const abilities = { can: () => true, partly: () => true };
const times = { by: 'Grace', at: NOW, retryAt: LATER };

const operate = (kind: 'capture' | 'void') => (order: Order) =>
  requestOperation(order, {
    kind,
    paymentId: order.payments[0]?.documentId ?? '',
    amount: null,
    ...times,
    ...abilities,
  });

const STEPS: Record<string, (order: Order) => unknown> = {
  pay: (order) =>
    beginAttempt(order, {
      method: 'card',
      newPaymentId: 'new',
      at: NOW,
      retryAt: LATER,
      holdUntil: () => LATER,
      can: () => true,
    }),
  confirm: (order) => confirmPayment(order, 'new'),
  capture: operate('capture'),
  void: operate('void'),
  refund: (order) =>
    planRefund(
      order,
      { kind: 'all' },
      { id: 'refund', reason: null, restock: false, ...times, ...abilities }
    ),
  fulfil: (order) => planFulfilment(order, PARCEL, { id: 'parcel', paidOutside: false }),
  edit: checkEditable,
  cancel: (order) => cancelOrder(order, { reason: null, ...times, can: () => true }),
};
const PARCEL = {
  items: null,
  carrier: null,
  trackingNumber: null,
  trackingUrl: null,
  shippedAt: NOW.toISOString(),
};

const sent = (quantity: number) => ({
  fulfilments: [{ id: 'f', ...PARCEL, items: [{ lineId: 'line-0', sku: null, quantity }] }],
});
const TWO = { lines: [{ quantity: 2 }] };
const paidPart = { status: 'authorized' as const, captured: money('10') };

/** [what it is, the order, its three statuses, what is legal] */
const ROWS: [string, OrderWish, [string, string, string], string[]][] = [
  [
    'placed',
    { payments: [{ status: 'pending' }] },
    ['open', 'pending', 'unfulfilled'],
    ['pay', 'confirm', 'edit', 'cancel'],
  ],
  [
    'at its 3-D step',
    { payments: [{ status: 'requires_action' }] },
    ['open', 'pending', 'unfulfilled'],
    ['pay', 'edit', 'cancel'],
  ],
  [
    'declined',
    { payments: [{ status: 'declined' }] },
    ['open', 'failed', 'unfulfilled'],
    ['pay', 'edit', 'cancel'],
  ],
  [
    'authorized',
    { payments: [{ status: 'authorized' }] },
    ['open', 'authorized', 'unfulfilled'],
    ['capture', 'void', 'fulfil', 'edit', 'cancel'],
  ],
  [
    'captured in part',
    { payments: [paidPart] },
    ['open', 'authorized', 'unfulfilled'],
    ['capture', 'void', 'refund', 'fulfil', 'edit', 'cancel'],
  ],
  [
    'voided',
    { payments: [{ status: 'cancelled' }] },
    ['open', 'cancelled', 'unfulfilled'],
    ['pay', 'edit', 'cancel'],
  ],
  ['paid', {}, ['open', 'paid', 'unfulfilled'], ['refund', 'fulfil', 'edit', 'cancel']],
  [
    'free',
    { lines: [{ unitPrice: '0' }], payments: [] },
    ['open', 'paid', 'unfulfilled'],
    ['refund', 'fulfil', 'edit', 'cancel'],
  ],
  [
    'paid, one of two shipped',
    { ...TWO, ...sent(1) },
    ['open', 'paid', 'partial'],
    ['refund', 'fulfil', 'edit'],
  ],
  [
    'shipped on invoice',
    { ...sent(1), payments: [{ status: 'pending' }] },
    ['open', 'pending', 'fulfilled'],
    ['pay', 'confirm', 'edit'],
  ],
  ['shipped and paid', sent(1), ['completed', 'paid', 'fulfilled'], ['refund']],
  [
    'shipped, paid, some back',
    { ...sent(1), payments: [{ refunded: money('5') }] },
    ['completed', 'partially_refunded', 'fulfilled'],
    ['refund'],
  ],
  [
    'shipped, all back',
    { ...sent(1), payments: [{ status: 'refunded' }] },
    ['completed', 'refunded', 'fulfilled'],
    [],
  ],
  [
    'some back before it was shipped',
    { ...TWO, payments: [{ refunded: money('5') }] },
    ['open', 'partially_refunded', 'unfulfilled'],
    ['refund', 'fulfil', 'edit', 'cancel'],
  ],
  [
    'cancelled unpaid',
    { status: 'cancelled', payments: [{ status: 'cancelled' }] },
    ['cancelled', 'cancelled', 'unfulfilled'],
    [],
  ],
  [
    'cancelled, and its provider cannot give the money back',
    { status: 'cancelled' },
    ['cancelled', 'paid', 'unfulfilled'],
    ['refund'],
  ],
  [
    'cancelled, its money back',
    { status: 'cancelled', payments: [{ status: 'refunded' }] },
    ['cancelled', 'refunded', 'unfulfilled'],
    [],
  ],
];

describe.each(ROWS)('an order that is %s', (_, wish, statuses, legal) => {
  const order = orderOf(wish);

  it(`is ${statuses.join(', ')}`, () => {
    expect([order.status, order.paymentStatus, order.fulfilmentStatus]).toEqual(statuses);
  });

  it.each(Object.keys(STEPS))(`%s`, (name) => {
    const take = () => STEPS[name]!(order);
    if (name === 'pay' && !legal.includes('pay') && order.status === 'open') {
      expect(take()).toBeNull();
      return;
    }
    if (legal.includes(name)) {
      expect(take).not.toThrow();
      return;
    }
    const { code, details } = refusalOf(take);
    if (order.payments.length === 0 && code === 'not_found') return;
    expect(code).toBe('status_not_allowed');
    expect(details).toEqual({
      from: expect.any(String),
      to: expect.any(String),
      allowed: expect.any(Array),
    });
    expect([
      order.status,
      order.paymentStatus,
      order.fulfilmentStatus,
      order.payments[0]?.status,
    ]).toContain(details.from);
  });

  it('says so beforehand', () => {
    const { can, payments } = standingOf(order, {
      ...abilities,
      captures: () => true,
      paidOutside: false,
    });
    const standing = [...payments.values()];
    // Nothing was captured of a free order: its units can come back, and no money.
    const told = {
      refund: can.refund || order.totals.total.isZero(),
      fulfil: can.fulfil,
      edit: can.edit,
      cancel: can.cancel,
      confirm: can.markAsPaid,
      capture: standing.some(({ capturable }) => capturable.gt(0)),
      void: standing.some(({ voidable }) => voidable.gt(0)),
    };
    const wanted = Object.keys(told).filter((name) => legal.includes(name));
    expect(
      Object.entries(told)
        .flatMap(([name, is]) => (is ? [name] : []))
        .sort()
    ).toEqual(wanted.sort());
  });
});

describe('the status of an order', () => {
  const all: OrderStatus[] = ['open', 'completed', 'cancelled'];
  it.each(all.flatMap((from) => all.map((to) => [from, to] as const)))('%s → %s', (from, to) => {
    const legal = from === 'open' && to !== 'open';
    if (legal) expect(() => checkOrderStep(from, to)).not.toThrow();
    else
      expect(refusalOf(() => checkOrderStep(from, to))).toMatchObject({
        code: 'status_not_allowed',
        details: { from, to, allowed: from === 'open' ? ['completed', 'cancelled'] : [] },
      });
  });
});

describe('the history of an order', () => {
  it('names who, when, from and to, once for each status that changed', () => {
    const before = orderOf();
    const parcel = planFulfilment(before, PARCEL, { id: 'parcel', paidOutside: false });
    const after = deriveOrder(before, parcel, 'Grace', LATER);
    const entry = { at: LATER.toISOString(), by: 'Grace' };
    expect(after.history).toEqual([
      { ...entry, step: 'fulfilment', from: 'unfulfilled', to: 'fulfilled' },
      { ...entry, step: 'status', from: 'open', to: 'completed' },
    ]);
    expect(deriveOrder(after, after, 'Grace', LATER).history).toEqual(after.history);
  });

  it('names every refund, when it is asked and when it is over', () => {
    const before = orderOf();
    const asked = deriveOrder(before, STEPS.refund!(before) as Order, 'Grace', NOW);
    const [payment] = asked.payments;
    const done = { ...payment!, refunded: money('20'), status: 'refunded' as const };
    const over = {
      ...done,
      operations: done.operations.map((one) => ({ ...one, status: 'done' as const })),
    };
    const after = deriveOrder(asked, { ...asked, payments: [over] }, 'Grace', LATER);
    expect(after.history.map(({ step, from, to, note }) => [step, from, to, note])).toEqual([
      ['refund', null, 'pending', '20.00 EUR'],
      ['refund', 'pending', 'done', '20.00 EUR'],
      ['payment', 'paid', 'refunded', undefined],
    ]);
    expect(after.payments[0]!.captured.minus(after.payments[0]!.refunded)).toEqual(ZERO);
  });
});
