import fc from 'fast-check';

import type { Figures } from '../../../server/domain/invoices/figures';
import { buildInvoice } from '../../../server/domain/invoices/build-invoice';
import {
  canInvoice,
  checkInvoice,
  isInvoiceDue,
} from '../../../server/domain/invoices/can-invoice';
import { seriesOf } from '../../../server/domain/invoices/series';
import { formatAmount } from '../../../server/domain/money/format';
import { money } from '../../../server/domain/money/money';
import type { Order } from '../../../server/domain/orders/order';
import { refusalOf } from '../support/texts';
import { orderOf, paidWith } from './orders';

const DECIMALS = { JPY: 0, EUR: 2, KWD: 3 } as const;
type Currency = keyof typeof DECIMALS;

const units = (text: string) => BigInt(text.replace('.', ''));
const sum = (texts: string[]) => texts.reduce((total, text) => total + units(text), 0n);

function amountIn(currency: Currency) {
  return fc.nat(200_000).map((minor) => {
    const digits = String(minor).padStart(DECIMALS[currency] + 1, '0');
    const point = digits.length - DECIMALS[currency];
    return DECIMALS[currency] === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`;
  });
}

const anyOrder = fc.constantFrom<Currency>('JPY', 'EUR', 'KWD').chain((currency) =>
  fc.record({
    lines: fc.array(
      fc.record({
        price: amountIn(currency),
        quantity: fc.integer({ min: 1, max: 9 }),
        taxClass: fc.constantFrom('books', 'food', undefined),
      }),
      { minLength: 1, maxLength: 6 }
    ),
    code: fc.option(
      fc.oneof(
        fc.integer({ min: 1, max: 100 }).map((percent) => ({ percent: String(percent) })),
        amountIn(currency).map((deduct) => ({ deduct }))
      ),
      { nil: undefined }
    ),
    shipping: amountIn(currency),
    included: fc.boolean(),
    taxShipping: fc.boolean(),
    captured: amountIn(currency),
    currency: fc.constant(currency),
  })
);

type Given = typeof anyOrder extends fc.Arbitrary<infer Value> ? Value : never;

async function orderFrom({ currency, shipping, included, taxShipping, ...given }: Given) {
  const order = await orderOf({
    lines: given.lines.map((line) => ({ ...line, taxClass: line.taxClass })),
    code: given.code,
    country: 'DE',
    config: {
      currency,
      shipping: { options: [{ code: 'post', label: 'Post', amount: shipping }] },
      tax: {
        included,
        taxShipping,
        rates: [
          { country: 'DE', rate: '19', label: 'VAT' },
          { country: 'DE', class: 'books', rate: '7', label: 'VAT' },
          { country: 'DE', class: 'food', rate: '0', label: 'VAT' },
        ],
      },
    },
  });
  return paidWith(order, given.captured);
}

async function holds(law: (figures: Figures, order: Order) => void): Promise<void> {
  await fc.assert(
    fc.asyncProperty(anyOrder, async (given) => {
      const order = await orderFrom(given);
      law(buildInvoice(order), order);
    }),
    { numRuns: 400, seed: 20_260_601 }
  );
}

describe('the figures of an invoice, of any order', () => {
  it('add up to the last minor unit (1.5)', async () => {
    await holds((figures) => {
      const onTop = figures.taxIncluded ? 0n : units(figures.tax);
      const shipping = figures.shipping ? units(figures.shipping.amount) : 0n;
      expect(sum(figures.lines.map(({ amount }) => amount))).toBe(units(figures.subtotal));
      expect(units(figures.subtotal) - units(figures.discount) + shipping + onTop).toBe(
        units(figures.total)
      );
      expect(sum(figures.taxes.map(({ amount }) => amount))).toBe(units(figures.tax));
      expect(units(figures.paid) + units(figures.due)).toBe(units(figures.total));
    });
  });

  it('are those of the order', async () => {
    await holds((figures, order) => {
      const text = (amount: Order['totals']['total']) => formatAmount(amount, order.currency);
      const { total, tax, discount, subtotal } = order.totals;
      expect([figures.total, figures.tax, figures.discount, figures.subtotal]).toEqual(
        [total, tax, discount, subtotal].map(text)
      );
      expect(figures.lines.map(({ amount }) => amount)).toEqual(
        order.lines.map((line) => text(line.lineTotal))
      );
    });
  });
});

const shirt = { price: '119.00', quantity: 1 };
const german = { tax: { included: true, rates: [{ country: 'DE', rate: '19', label: 'VAT' }] } };

describe('an invoice', () => {
  it('says by which rate each line was taxed', async () => {
    const order = await orderOf({ lines: [shirt], country: 'DE', config: german });
    expect(buildInvoice(order)).toMatchObject({
      lines: [{ unitPrice: '119.00', amount: '119.00', tax: { label: 'VAT', rate: '19' } }],
      taxes: [{ label: 'VAT', rate: '19', base: '119.00', amount: '19.00' }],
      total: '119.00',
      due: '119.00',
    });
  });

  it('never says that more was paid than it invoices', async () => {
    const order = paidWith(await orderOf({ lines: [shirt] }), '130.00');
    expect(buildInvoice(order)).toMatchObject({ paid: '119.00', due: '0.00' });
  });

  it('counts what was paid as paid, also when it went back since', async () => {
    const order = paidWith(await orderOf({ lines: [shirt] }), '119.00');
    const [payment] = order.payments;
    const refunded = { ...order, payments: [{ ...payment!, refunded: money('119.00') }] };
    expect(buildInvoice(refunded)).toMatchObject({ paid: '119.00', due: '0.00' });
  });

  it('shows no shipping where nothing is shipped', async () => {
    expect(buildInvoice(await orderOf({ lines: [shirt] })).shipping).toBeNull();
  });
});

describe('whether there is an invoice', () => {
  const order = (wish: Partial<Order>) => orderOf({ lines: [shirt] }, wish);

  it.each([
    ['pending', false, false],
    ['pending', true, true],
    ['authorized', false, false],
    ['paid', false, true],
    ['partially_refunded', false, true],
    ['refunded', false, false],
    ['failed', false, false],
  ] as const)('for a shopper, %s, offline %p: %p', async (paymentStatus, offline, due) => {
    expect(isInvoiceDue(await order({ paymentStatus }), offline)).toBe(due);
  });

  it('not for a cancelled order, nor for one of nothing', async () => {
    const cancelled = await order({ status: 'cancelled', paymentStatus: 'paid' });
    const free = await orderOf({ lines: [{ price: '0.00' }] });
    for (const one of [cancelled, free]) {
      expect([canInvoice(one), isInvoiceDue(one, true)]).toEqual([false, false]);
      expect(refusalOf(() => checkInvoice(one))).toMatchObject({ code: 'status_not_allowed' });
    }
    expect(canInvoice(await order({ status: 'completed' }))).toBe(true);
  });
});

describe('a series', () => {
  const before = new Date('2026-12-31T23:59:59.999Z');
  const after = new Date('2027-01-01T00:00:00.000Z');

  it('starts over with the year of UTC when the number says the year', () => {
    const of = (at: Date) => seriesOf('invoice', 'R{year}-{number:4}', at);
    expect([of(before), of(after)]).toEqual([
      { series: 'invoice:2026', year: 2026 },
      { series: 'invoice:2027', year: 2027 },
    ]);
  });

  it('goes on for ever without the year, or a number would come twice', () => {
    const of = (at: Date) => seriesOf('credit_note', 'C{number}', at);
    expect(of(before)).toEqual({ series: 'credit_note', year: 0 });
    expect(of(after)).toEqual(of(before));
  });
});
