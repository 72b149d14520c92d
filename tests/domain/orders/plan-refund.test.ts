import fc from 'fast-check';

import { fromMinorUnits, toMinorUnits } from '../../../server/domain/money/minor-units';
import { money } from '../../../server/domain/money/money';
import { sumAmounts } from '../../../server/domain/money/sum-amounts';
import { balanceOf } from '../../../server/domain/orders/balance';
import { deriveOrder } from '../../../server/domain/orders/derive-order';
import type { Order } from '../../../server/domain/orders/order';
import {
  planRefund,
  refundable,
  type RefundTerms,
  type RefundWish,
} from '../../../server/domain/orders/plan-refund';
import { finishOperation, refuseOperation } from '../../../server/domain/payments/operations';
import { LATER, NOW, orderOf, type OrderWish } from '../support/orders';
import { refusalOf } from '../support/texts';

let ids = 0;
const terms = (wish: Partial<RefundTerms> = {}): RefundTerms => ({
  id: `refund-${(ids += 1)}`,
  by: 'Grace',
  reason: null,
  restock: false,
  at: NOW,
  retryAt: LATER,
  can: () => true,
  partly: () => true,
  ...wish,
});
const plan = (order: Order, wish: RefundWish, how?: Partial<RefundTerms>) =>
  planRefund(order, wish, terms(how));
const lines = (...units: [id: string, quantity: number][]): RefundWish => ({
  kind: 'parts',
  lines: units.map(([lineId, quantity]) => ({ lineId, quantity })),
  shipping: null,
});
const free = (amount: string): RefundWish => ({ kind: 'amount', amount: money(amount) });
const last = ({ refunds }: Order) => refunds.at(-1)!;
const figures = (order: Order) => {
  const { amount, tax, shipping, overpaid } = last(order);
  return [amount, tax, shipping, overpaid].map((figure) => figure.toFixed(2));
};

/** What the provider answers to everything that was asked. */
function answer(order: Order, how: 'done' | 'refused' = 'done'): Order {
  const payments = order.payments.map((payment) =>
    payment.operations
      .filter(({ status }) => status === 'asked')
      .reduce(
        (soFar, { id }) =>
          how === 'done' ? finishOperation(soFar, id) : refuseOperation(soFar, id, 'No'),
        payment
      )
  );
  return deriveOrder(order, { ...order, payments }, 'Grace', NOW);
}
const give = (order: Order, wish: RefundWish) => answer(plan(order, wish));

describe('units of a line', () => {
  it('BG10: reclaim their share of the discount and the tax; the other lines stay', () => {
    // 10.00 off 60.00, of which 3.33 and 6.67; 20 % on top.
    const order = orderOf({
      taxIncluded: false,
      lines: [
        { unitPrice: '20', discount: '3.33', tax: '3.33' },
        { unitPrice: '20', quantity: 2, discount: '6.67', tax: '6.67' },
      ],
    });
    const after = plan(order, lines(['line-1', 1]));
    expect(last(after).lines).toMatchObject([
      {
        lineId: 'line-1',
        quantity: 1,
        discount: money('3.34'),
        tax: money('3.34'),
        amount: money('20.00'),
        unshipped: 1,
      },
    ]);
    expect(figures(after)).toEqual(['20.00', '3.34', '0.00', '0.00']);
    expect(after.lines).toBe(order.lines);
  });

  it('three units for 10.00 go back as 3.33, 3.34 and 3.33', () => {
    let order = orderOf({ lines: [{ unitPrice: '5', quantity: 3, discount: '5' }] });
    const amounts = [1, 2, 3].map(() => {
      order = give(order, lines(['line-0', 1]));
      return last(order).amount.toFixed(2);
    });
    expect(amounts).toEqual(['3.33', '3.34', '3.33']);
    expect(order.paymentStatus).toBe('refunded');
  });

  const anyOrder = fc
    .record({
      currency: fc.constantFrom('JPY', 'EUR', 'KWD'),
      taxIncluded: fc.boolean(),
      lines: fc.array(
        fc.record({
          unitPrice: fc.bigInt({ min: 0n, max: 10_000n }),
          quantity: fc.integer({ min: 1, max: 7 }),
          discount: fc.double({ min: 0, max: 1, noNaN: true }),
          tax: fc.double({ min: 0, max: 0.25, noNaN: true }),
        }),
        { minLength: 1, maxLength: 4 }
      ),
      shipping: fc.bigInt({ min: 0n, max: 999n }),
      shippingTax: fc.double({ min: 0, max: 0.25, noNaN: true }),
    })
    .map(({ currency, taxIncluded, lines: wishes, shipping, shippingTax }) => {
      const part = (whole: bigint, share: number) => BigInt(Math.floor(Number(whole) * share));
      const amount = (units: bigint) => fromMinorUnits(units, currency);
      const wish: OrderWish = {
        currency,
        taxIncluded,
        shippingCosts: amount(shipping),
        shippingTax: amount(part(shipping, shippingTax)),
        lines: wishes.map(({ unitPrice, quantity, discount, tax }) => {
          const whole = unitPrice * BigInt(quantity);
          const off = part(whole, discount);
          return {
            quantity,
            unitPrice: amount(unitPrice),
            discount: amount(off),
            tax: amount(part(whole - off, tax)),
          };
        }),
      };
      return orderOf(wish);
    });

  it('add up to exactly the order, in any order and any portions, also when some were refused in between', () => {
    const steps = fc.array(
      fc.record({
        line: fc.nat(),
        quantity: fc.integer({ min: 1, max: 3 }),
        refused: fc.boolean(),
      }),
      { maxLength: 12 }
    );
    fc.assert(
      fc.property(anyOrder, steps, (start, portions) => {
        let order = start;
        for (const { line, quantity, refused } of portions) {
          const { id } = order.lines[line % order.lines.length]!;
          try {
            order = answer(plan(order, lines([id, quantity])), refused ? 'refused' : 'done');
          } catch {
            // More than is left of this line.
          }
        }
        const given = order.refunds.filter(({ status }) => status === 'done');
        for (const { amount, tax, lines: parts } of given) {
          expect(sumAmounts(parts.map((part) => part.amount))).toEqual(amount);
          expect(sumAmounts(parts.map((part) => part.tax))).toEqual(tax);
          for (const part of parts) expect(part.amount.gte(0) && part.tax.gte(0)).toBe(true);
        }
        if (!refundable(order).isZero()) order = give(order, { kind: 'all' });
        const done = order.refunds.filter(({ status }) => status === 'done');
        const back = (figure: 'amount' | 'tax' | 'shipping' | 'overpaid') =>
          toMinorUnits(sumAmounts(done.map((refund) => refund[figure])), order.currency);
        const wanted = (amount: Order['totals']['total']) => toMinorUnits(amount, order.currency);
        expect(back('amount')).toBe(wanted(order.totals.total));
        if (wanted(order.totals.total) > 0n) {
          expect(back('tax')).toBe(wanted(order.totals.tax));
          expect(back('shipping')).toBe(wanted(order.totals.shipping));
        }
        expect(back('overpaid')).toBe(0n);
        for (const line of order.lines) {
          const parts = done
            .flatMap((refund) => refund.lines)
            .filter((one) => one.lineId === line.id);
          const units = parts.reduce((sum, part) => sum + part.quantity, 0);
          if (units === line.quantity) {
            expect(sumAmounts(parts.map((part) => part.amount))).toEqual(line.total);
            expect(sumAmounts(parts.map((part) => part.discount))).toEqual(line.discount);
          }
        }
        expect(balanceOf(order)).toMatchObject({ due: money(0), overpaid: money(0) });
      }),
      { numRuns: 80 }
    );
  });

  it('are refused when there are no more, or when the order never had them', () => {
    const order = give(orderOf({ lines: [{ quantity: 3 }] }), lines(['line-0', 2]));
    expect(refusalOf(() => plan(order, lines(['line-0', 2])))).toMatchObject({
      code: 'invalid_quantity',
      details: { issues: [{ path: 'lines.0.quantity' }] },
    });
    expect(refusalOf(() => plan(order, lines(['other', 1])))).toMatchObject({
      code: 'item_not_found',
    });
  });

  it('that are free can come back for nothing', () => {
    const order = orderOf({ lines: [{ unitPrice: '10', discount: '10' }, {}] });
    const after = answer(plan(order, lines(['line-0', 1])));
    expect([last(after).status, last(after).amount.toFixed()]).toEqual(['done', '0']);
    expect(after.payments).toEqual(order.payments);
  });
});

describe('shipping', () => {
  const order = orderOf({
    taxIncluded: false,
    lines: [{ tax: '3.80' }],
    shippingCosts: '4.95',
    shippingTax: '0.94',
  });
  const shipping = (amount: string): RefundWish => ({
    kind: 'parts',
    lines: [],
    shipping: amount === 'all' ? 'all' : money(amount),
  });

  it('goes back with its tax, in parts that add up', () => {
    expect(figures(plan(order, shipping('all')))).toEqual(['5.89', '0.94', '4.95', '0.00']);
    const half = give(order, shipping('2.00'));
    expect(figures(half)).toEqual(['2.38', '0.38', '2.00', '0.00']);
    expect(figures(plan(half, shipping('all')))).toEqual(['3.51', '0.56', '2.95', '0.00']);
  });

  it('never more than it was', () => {
    const half = give(order, shipping('2.00'));
    expect(refusalOf(() => plan(half, shipping('2.96')))).toMatchObject({
      code: 'invalid_amount',
      details: { path: 'shipping', max: '2.95' },
    });
  });
});

describe('an amount for nothing in particular', () => {
  const order = orderOf({ lines: [{ unitPrice: '119', tax: '19' }] });

  it('has its share of the tax, and leaves nothing due', () => {
    const after = give(order, free('11.90'));
    expect(figures(after)).toEqual(['11.90', '1.90', '0.00', '0.00']);
    expect(balanceOf(after)).toMatchObject({ due: money(0), overpaid: money(0) });
    expect(figures(give(after, free('107.10')))).toEqual(['107.10', '17.10', '0.00', '0.00']);
  });

  it('is at most what was captured, less what went back or was asked to', () => {
    const asked = plan(order, free('100'));
    const done = answer(asked);
    for (const state of [asked, done]) {
      expect(refusalOf(() => plan(state, free('19.01')))).toMatchObject({
        code: 'invalid_amount',
        details: { path: 'amount', max: '19.00' },
      });
      expect(() => plan(state, free('19.00'))).not.toThrow();
    }
    const refused = answer(asked, 'refused');
    expect(() => plan(refused, free('119'))).not.toThrow();
  });

  it('takes what was paid too much first, which is no tax of this order any more', () => {
    const cheaper = {
      ...order,
      totals: orderOf({ lines: [{ unitPrice: '100', tax: '15.97' }] }).totals,
    };
    expect(balanceOf(cheaper).overpaid.toFixed()).toBe('19');
    const after = give(cheaper, free('29'));
    expect(figures(after)).toEqual(['29.00', '1.60', '0.00', '19.00']);
    expect(balanceOf(after)).toMatchObject({ due: money(0), overpaid: money(0) });
  });

  it('of nothing is no refund', () => {
    expect(refusalOf(() => plan(order, free('0')))).toMatchObject({ code: 'status_not_allowed' });
  });
});

describe('everything', () => {
  it('is what is left, after a goodwill in proportion', () => {
    const order = give(
      orderOf({
        lines: [
          { unitPrice: '30', tax: '6' },
          { unitPrice: '10', tax: '2' },
        ],
      }),
      free('4')
    );
    const after = plan(order, { kind: 'all' });
    expect(figures(after).slice(0, 2)).toEqual(['36.00', '7.20']);
    expect(last(after).lines.map(({ amount }) => amount.toFixed(2))).toEqual(['27.00', '9.00']);
    expect(sumAmounts([...order.refunds, last(after)].map(({ tax }) => tax)).toFixed()).toBe('8');
  });

  it('gives back what was paid too much, too', () => {
    const paidTwice = orderOf({ payments: [{}, { amount: money('5') }] });
    expect(figures(plan(paidTwice, { kind: 'all' }))).toEqual(['25.00', '0.00', '0.00', '5.00']);
  });
});

describe('the payments that give it back', () => {
  const payments = [{ amount: money('15') }, { amount: money('5'), provider: 'gift' }];
  const order = orderOf({ payments });
  const asked = (after: Order) =>
    after.payments.map(({ operations }) => operations.map(({ amount }) => amount.toFixed()));

  it('are the latest first, each for what it has', () => {
    const after = plan(order, free('7'));
    expect(asked(after)).toEqual([['2'], ['5']]);
    expect(last(after).operations).toEqual(['payment-1:refund:1', 'payment-0:refund:1']);
  });

  it('are left alone when their provider cannot', () => {
    const can = (provider: string) => provider !== 'gift';
    expect(asked(plan(order, free('7'), { can }))).toEqual([['7'], []]);
    expect(refusalOf(() => plan(order, free('16'), { can }))).toMatchObject({
      code: 'status_not_allowed',
      details: { from: 'paid', to: 'refunded', allowed: [] },
    });
  });

  it('give all or nothing where that is all their provider can', () => {
    const partly = (provider: string) => provider !== 'gift';
    expect(asked(plan(order, free('3'), { partly }))).toEqual([['3'], []]);
    expect(asked(plan(order, free('6'), { partly }))).toEqual([['1'], ['5']]);
  });

  it('give nothing when nothing was captured', () => {
    for (const status of ['pending', 'authorized', 'declined', 'refunded'] as const) {
      const waiting = orderOf({ payments: [{ status }] });
      for (const wish of [{ kind: 'all' } as const, free('1'), lines(['line-0', 1])]) {
        expect(refusalOf(() => plan(waiting, wish))).toMatchObject({
          code: 'status_not_allowed',
          details: { from: waiting.paymentStatus, to: 'refunded', allowed: [] },
        });
      }
    }
  });
});
