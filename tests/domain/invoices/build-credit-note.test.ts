import fc from 'fast-check';

import { creditRefund, creditRest } from '../../../server/domain/invoices/build-credit-note';
import { buildInvoice } from '../../../server/domain/invoices/build-invoice';
import { type Figures, negatedFigures } from '../../../server/domain/invoices/figures';
import { money } from '../../../server/domain/money/money';
import type { Order } from '../../../server/domain/orders/order';
import { planRefund } from '../../../server/domain/orders/plan-refund';
import type { Refund } from '../../../server/domain/orders/refund';
import { NOON, orderOf, paidWith, refundOf } from './orders';

const units = (text: string) => BigInt(text.replace('.', ''));
const sum = (texts: string[]) => texts.reduce((total, text) => total + units(text), 0n);

/** The lines add up to the total, and the rates to its tax. */
function expectSums(figures: Figures): void {
  expect(sum(figures.lines.map(({ amount }) => amount))).toBe(units(figures.total));
  expect(figures.subtotal).toBe(figures.total);
  expect(sum(figures.taxes.map(({ amount }) => amount))).toBe(units(figures.tax));
}

const rates = [
  { country: 'DE', rate: '19', label: 'VAT' },
  { country: 'DE', class: 'books', rate: '7', label: 'VAT' },
];
const shop = (included: boolean) => ({
  tax: { included, taxShipping: true, rates },
  shipping: { options: [{ code: 'post', label: 'Post', amount: '11.90' }] },
});

/** A shirt twice and a book, with shipping; paid. */
async function paidOrder(included: boolean): Promise<Order> {
  const order = await orderOf({
    lines: [
      { price: '119.00', quantity: 2 },
      { price: '10.70', taxClass: 'books' },
    ],
    country: 'DE',
    config: shop(included),
  });
  return paidWith(order, order.totals.total.toFixed());
}

function refunded(order: Order, wish: Parameters<typeof planRefund>[1]): Refund {
  const { refunds } = planRefund(order, wish, {
    id: 'refund',
    by: 'Ada',
    reason: null,
    restock: false,
    at: NOON,
    retryAt: NOON,
    can: () => true,
    partly: () => true,
  });
  return { ...refunds.at(-1)!, status: 'done' };
}

const terms = { most: money('1000000'), refundWord: 'Refund' };
const credit = (order: Order, refund: Refund, more = {}) =>
  creditRefund(order, refund, buildInvoice(order), { ...terms, ...more });

describe('the credit note over a refund', () => {
  it('names the units that came back, with their tax', async () => {
    const order = await paidOrder(true);
    const [shirt] = order.lines;
    const lines = [{ lineId: shirt!.id, quantity: 1 }];
    const figures = credit(order, refunded(order, { kind: 'parts', lines, shipping: null }))!;
    expect(figures).toMatchObject({
      lines: [{ sku: 'MUG', quantity: 1, amount: '-119.00', tax: { label: 'VAT', rate: '19' } }],
      taxes: [{ label: 'VAT', rate: '19', base: '-119.00', amount: '-19.00' }],
      total: '-119.00',
      tax: '-19.00',
      taxIncluded: true,
    });
    expectSums(figures);
  });

  it.each([
    [true, '-11.90', '-1.90'],
    [false, '-14.16', '-2.26'],
  ])('gives back shipping with its tax, prices include it %p', async (included, total, tax) => {
    const order = await paidOrder(included);
    const wish = { kind: 'parts', lines: [], shipping: 'all' } as const;
    const figures = credit(order, refunded(order, wish))!;
    expect(figures).toMatchObject({
      lines: [{ description: 'Post', amount: total }],
      taxes: [{ rate: '19', amount: tax }],
      total,
    });
    expectSums(figures);
  });

  it('of everything takes back exactly what the invoice asks for, rate by rate', async () => {
    for (const included of [true, false]) {
      const order = await paidOrder(included);
      const figures = credit(order, refunded(order, { kind: 'all' }))!;
      const invoice = buildInvoice(order);
      expect(figures.total).toBe(`-${invoice.total}`);
      expect(figures.taxes.map(({ rate, amount }) => [rate, amount])).toEqual(
        invoice.taxes.map(({ rate, amount }) => [rate, `-${amount}`])
      );
      expectSums(figures);
    }
  });

  it('of an amount for no line contains the taxes in the proportion of the invoice', async () => {
    const order = await paidOrder(true);
    const figures = credit(order, refunded(order, { kind: 'amount', amount: money('26.06') }))!;
    // A tenth of 260.60, with 38.00 + 1.90 at 19 % and 0.70 at 7 % in it.
    expect(figures).toMatchObject({
      lines: [{ description: 'Refund', amount: '-26.06', tax: null }],
      taxes: [
        { rate: '19', amount: '-3.99' },
        { rate: '7', amount: '-0.07' },
      ],
      total: '-26.06',
      tax: '-4.06',
    });
    expectSums(figures);
  });

  it('leaves out what was paid too much: nobody was asked for it', async () => {
    const order = await paidOrder(true);
    const amounts = { amount: money('30.00'), overpaid: money('20.00'), tax: money('1.56') };
    expect(credit(order, refundOf(amounts))).toMatchObject({ total: '-10.00', tax: '-1.56' });
    const all = { amount: money('20.00'), overpaid: money('20.00') };
    expect(credit(order, refundOf(all))).toBeNull();
  });

  it('never credits more than is still asked for', async () => {
    const order = await paidOrder(true);
    const refund = refunded(order, { kind: 'all' });
    const figures = credit(order, refund, { most: money('60.60') })!;
    expect(figures).toMatchObject({ lines: [{ description: 'Refund' }], total: '-60.60' });
    expectSums(figures);
    expect(credit(order, refund, { most: money('0') })).toBeNull();
  });

  it('adds up for any refund', async () => {
    const orders = [await paidOrder(true), await paidOrder(false)];
    const anyRefund = fc.record({
      order: fc.constantFrom(...orders),
      quantities: fc.tuple(fc.nat(2), fc.nat(1)),
      shipping: fc.boolean(),
      free: fc.integer({ min: 1, max: 20_000 }),
      alone: fc.boolean(),
    });
    fc.assert(
      fc.property(anyRefund, ({ order, quantities, shipping, free, alone }) => {
        const lines = order.lines.flatMap(({ id }, index) => {
          const quantity = quantities[index]!;
          return quantity > 0 ? [{ lineId: id, quantity }] : [];
        });
        const parts = !alone && (lines.length > 0 || shipping);
        const refund = parts
          ? refunded(order, { kind: 'parts', lines, shipping: shipping ? 'all' : null })
          : refunded(order, { kind: 'amount', amount: money(free).dividedBy(100) });
        const figures = credit(order, refund)!;
        expectSums(figures);
        expect(units(figures.total)).toBe(-BigInt(refund.amount.times(100).toFixed()));
        expect(units(figures.tax)).toBe(-BigInt(refund.tax.times(100).toFixed()));
      }),
      { numRuns: 500, seed: 20_260_601 }
    );
  });
});

describe('an invoice that is taken back', () => {
  it('is the invoice with every figure negated, and adds up as it does', async () => {
    const order = await paidOrder(false);
    const invoice = buildInvoice(order);
    const figures = negatedFigures(invoice, 'EUR');
    expect(units(figures.total)).toBe(-units(invoice.total));
    expect(units(figures.subtotal) + units(figures.shipping!.amount) + units(figures.tax)).toBe(
      units(figures.total)
    );
    expect([figures.paid, figures.due]).toEqual(['0.00', '0.00']);
  });

  it('in part, is one sum with its share of the taxes', async () => {
    const order = await paidOrder(true);
    const figures = creditRest(money('130.30'), order, buildInvoice(order), terms);
    expect(figures).toMatchObject({ total: '-130.30', tax: '-20.30' });
    expectSums(figures);
  });
});
