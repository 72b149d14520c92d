import { money, ZERO } from '../../../server/domain/money/money';
import { balanceOf } from '../../../server/domain/orders/balance';
import { cancelOrder } from '../../../server/domain/orders/cancel-order';
import { deriveOrder } from '../../../server/domain/orders/derive-order';
import type { Order } from '../../../server/domain/orders/order';
import { planRefund, type RefundWish } from '../../../server/domain/orders/plan-refund';
import type { KnownState } from '../../../server/domain/payments/apply-state';
import { withPayment } from '../../../server/domain/payments/begin-attempt';
import { hearState } from '../../../server/domain/payments/hear-state';
import { finishOperation, refuseOperation } from '../../../server/domain/payments/operations';
import type { Payment } from '../../../server/domain/payments/payment';
import { LATER, NOW, orderOf } from '../support/orders';

/** What an order makes of money that went back: by its own refunds, by cancellations, and outside the shop. */

const told = (amount: string): KnownState => ({
  status: amount === '20' ? 'refunded' : 'paid',
  captured: money('20'),
  refunded: money(amount),
  reference: null,
  action: null,
  reason: null,
});
const changed = (order: Order, change: (payment: Payment) => Payment, index = 0) =>
  deriveOrder(order, withPayment(order, change(order.payments[index]!)), 'bank', LATER);
/** What a webhook or the provider's word makes of the first payment. */
const hear = (order: Order, state: KnownState) => {
  const giving = { at: LATER, retryAt: LATER, can: () => true };
  return deriveOrder(order, hearState(order, order.payments[0]!, state, giving), 'bank', LATER);
};
const ids = ({ payments }: Order) =>
  payments.flatMap(({ operations }) => operations.map(({ id }) => id));
const finish = (order: Order, id: string, index = 0) =>
  changed(order, (payment) => finishOperation(payment, id), index);
const refuse = (order: Order, id: string, index = 0) =>
  changed(order, (payment) => refuseOperation(payment, id, 'No'), index);

const terms = {
  by: 'Grace',
  reason: 'broken',
  restock: true,
  at: NOW,
  retryAt: LATER,
  can: () => true,
  partly: () => true,
};
const asked = (order: Order, amount: string, id = 'refund') => {
  const wish: RefundWish = { kind: 'amount', amount: money(amount) };
  return deriveOrder(order, planRefund(order, wish, { ...terms, id }), 'Grace', NOW);
};
const refunds = (order: Order) =>
  order.refunds.map(({ id, status, amount, by }) => [id, status, amount.toFixed(), by]);
const MINE = ['refund', 'done', '5', 'Grace'];

describe('a refund of the shop', () => {
  it('is over when the provider has done it; the answer and the webhook count once, in either order', () => {
    const order = asked(orderOf(), '5');
    expect(refunds(order)).toEqual([['refund', 'pending', '5', 'Grace']]);
    const [id = ''] = ids(order);
    for (const after of [
      hear(finish(order, id), told('5')),
      finish(hear(order, told('5')), id),
      hear(hear(order, told('5')), told('5')),
      // A word from before comes late.
      hear(finish(order, id), told('0')),
    ]) {
      expect(refunds(after)).toEqual([MINE]);
      expect([after.paymentStatus, after.payments[0]!.refunded.toFixed()]).toEqual([
        'partially_refunded',
        '5',
      ]);
    }
  });

  it('stays one of its own when somebody refunds in the back office meanwhile', () => {
    const order = asked(orderOf(), '15');
    const [id = ''] = ids(order);
    const meanwhile = hear(order, told('3'));
    expect(refunds(meanwhile)).toEqual([
      ['refund', 'pending', '15', 'Grace'],
      ['outside:3', 'done', '3', 'payment provider'],
    ]);
    const after = finish(meanwhile, id);
    expect(refunds(after).map(([, status]) => status)).toEqual(['done', 'done']);
    expect(after.payments[0]!.refunded.toFixed()).toBe('18');
    expect(refunds(hear(after, told('18')))).toEqual(refunds(after));
  });

  it('that was refused gave nothing back', () => {
    const order = asked(orderOf(), '5');
    const after = refuse(order, ids(order)[0]!);
    expect(refunds(after)).toEqual([['refund', 'refused', '5', 'Grace']]);
    expect([after.paymentStatus, balanceOf(after).due.toFixed()]).toEqual(['paid', '0']);
  });

  it('of two payments, one of which refused: what was given back counts, for what it is', () => {
    const two = orderOf({ payments: [{ amount: money('15') }, { amount: money('5') }] });
    const order = asked(two, '7');
    const after = refuse(finish(order, 'payment-1:refund:1', 1), 'payment-0:refund:1');
    expect(refunds(after)).toEqual([
      ['refund', 'refused', '7', 'Grace'],
      ['payment-1:refund:1', 'done', '5', 'Grace'],
    ]);
    // It is not due again.
    expect(balanceOf(after)).toMatchObject({ due: ZERO, overpaid: ZERO });
  });
});

describe('money that went back in the back office of the provider', () => {
  it('becomes a refund for each time, however often it is told', () => {
    const once = hear(orderOf({ lines: [{ tax: '4' }] }), told('5'));
    const twice = hear(hear(once, told('5')), told('8'));
    expect(refunds(hear(twice, told('8')))).toEqual([
      ['outside:5', 'done', '5', 'payment provider'],
      ['outside:8', 'done', '3', 'payment provider'],
    ]);
    expect(twice.refunds.map(({ tax }) => tax.toFixed())).toEqual(['1', '0.6']);
    expect(twice.refunds.every(({ restock }) => !restock)).toBe(true);
    expect(balanceOf(twice).due.toFixed()).toBe('0');
  });

  it('all of it makes a refunded order', () => {
    const after = hear(orderOf(), told('20'));
    expect([after.paymentStatus, after.status]).toEqual(['refunded', 'open']);
  });
});

describe('a cancellation', () => {
  const cancelled = (order: Order) =>
    deriveOrder(order, cancelOrder(order, { ...terms, reason: 'sold out' }), 'Grace', NOW);

  it('gives everything back by refunds of its own, one for each payment', () => {
    const two = cancelled(orderOf({ payments: [{ amount: money('15') }, { amount: money('5') }] }));
    const after = finish(finish(two, 'payment-0:refund:1'), 'payment-1:refund:1', 1);
    expect(refunds(after)).toEqual([
      ['payment-0:refund:1', 'done', '15', 'Grace'],
      ['payment-1:refund:1', 'done', '5', 'Grace'],
    ]);
    expect(after.refunds[0]!.reason).toBe('sold out');
    // Told in one word for both, or twice: the same.
    expect(refunds(deriveOrder(after, after, 'bank', LATER))).toEqual(refunds(after));
  });

  it('does not give back what a refund on its way does', () => {
    const order = asked(orderOf(), '5');
    const after = cancelled(order);
    expect(
      after.payments[0]!.operations.map(({ kind, amount }) => [kind, amount.toFixed()])
    ).toEqual([
      ['refund', '5'],
      ['refund', '15'],
    ]);
    const over = finish(finish(after, ids(after)[0]!), ids(after)[1]!);
    expect(refunds(over)).toEqual([MINE, ['payment-0:refund:2', 'done', '15', 'Grace']]);
    expect(over.payments[0]!.refunded.toFixed()).toBe('20');
  });

  it('leaves nothing due, and is not looked after any more', () => {
    const after = cancelled(orderOf({ payments: [{ status: 'pending', reference: null }] }));
    expect(balanceOf(after)).toEqual({ due: ZERO, overpaid: ZERO });
    expect([after.paymentStatus, after.checkAt]).toEqual(['cancelled', null]);
  });
});
