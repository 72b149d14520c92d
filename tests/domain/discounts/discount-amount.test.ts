import { discountAmount } from '../../../server/domain/discounts/discount-amount';
import type { Discount } from '../../../server/domain/discounts/discount';
import { money } from '../../../server/domain/money/money';

type Line = [unitPrice: string, quantity: number, eligible?: boolean];
type Case = [name: string, lines: Line[], kind: Discount['kind'], value: string, expected: string];

function amountOf(
  appliesTo: 'cart' | 'selection',
  lines: Line[],
  kind: Discount['kind'],
  value: string,
  currency = 'EUR'
) {
  return discountAmount({
    discount: { kind, value: money(value) },
    appliesTo,
    lines: lines.map(([unitPrice, quantity, eligible = true]) => ({
      unitPrice: money(unitPrice),
      quantity,
      eligible,
    })),
    currency,
  }).toFixed(2);
}

describe('discountAmount of a code on the cart', () => {
  it.each<Case>([
    [
      'C-17 two products at 20.00, 10 %',
      [
        ['20', 1],
        ['20', 1],
      ],
      'percent',
      '10',
      '4.00',
    ],
    [
      'C-18 10.00 deducted from 40.00',
      [
        ['20', 1],
        ['20', 1],
      ],
      'deduct',
      '10',
      '10.00',
    ],
    [
      'DI12 10 % on A and B',
      [
        ['20', 1],
        ['20', 1],
      ],
      'percent',
      '10',
      '4.00',
    ],
    [
      'DI12 10.00 deducted from A and B',
      [
        ['20', 1],
        ['20', 1],
      ],
      'deduct',
      '10',
      '10.00',
    ],
    ['D-25 10 % of 200.00', [['100', 2]], 'percent', '10', '20.00'],
    ['D-26 20 % of 200.00', [['100', 2]], 'percent', '20', '40.00'],
    ['D-26 fixed 25.00', [['100', 2]], 'deduct', '25', '25.00'],
    ['D-26 fixed 500.00 is capped', [['100', 2]], 'deduct', '500', '200.00'],
    ['D-26 percent 150 of a legacy row is capped', [['100', 2]], 'percent', '150', '200.00'],
    [
      'DI2 106.00 off 106.00',
      [
        ['100', 1],
        ['6', 1],
      ],
      'deduct',
      '106',
      '106.00',
    ],
    [
      'DI6 20 % of 1,100.00',
      [
        ['100', 1],
        ['1000', 1],
      ],
      'percent',
      '20',
      '220.00',
    ],
    ['DI8 100 %', [['100', 1]], 'percent', '100', '100.00'],
    ['DI10 10 % of 2 × 100.00', [['100', 2]], 'percent', '10', '20.00'],
    ['DI16 10.00 over 10×2', [['10', 2]], 'deduct', '10', '10.00'],
    [
      'DI38 50 % of 33.09 is rounded once: 16.55 off (the source: 16.55 left, we leave 16.54)',
      [
        ['5.17', 1],
        ['3.32', 1],
        ['1.25', 1],
        ['3.50', 1],
        ['5.01', 1],
        ['3.34', 1],
        ['5.99', 1],
        ['5.51', 1],
      ],
      'percent',
      '50',
      '16.55',
    ],
    ['DI40 15 % of 9.99×10 is 14.985, half-up', [['9.99', 10]], 'percent', '15', '14.99'],
    [
      'DI42 (rounded down there: 0.52) 3 % of 17.50 is 0.53 here',
      [
        ['2.37', 6],
        ['3.28', 1],
      ],
      'percent',
      '3',
      '0.53',
    ],
    [
      'DI42 (rounded down there: 0.87) 5 % of 17.50 is 0.88 here',
      [
        ['2.37', 6],
        ['3.28', 1],
      ],
      'percent',
      '5',
      '0.88',
    ],
    [
      'DI46 3.00 off 2.50 is capped',
      [
        ['1.00', 1],
        ['1.50', 1],
      ],
      'deduct',
      '3',
      '2.50',
    ],
    ['DI48 3.00 off one line of 12.00×2', [['12', 2]], 'deduct', '3', '3.00'],
    ['DI52 10 % of 1.04', [['1.04', 1]], 'percent', '10', '0.10'],
    ['DI52 10 % of 2.04', [['2.04', 1]], 'percent', '10', '0.20'],
    ['DI52 10 % of 3.04', [['3.04', 1]], 'percent', '10', '0.30'],
    ['DI52 10 % of 4.04', [['4.04', 1]], 'percent', '10', '0.40'],
    [
      'DI58 (products that take no promotion there) 110.00 off 200.00, ours takes every line',
      [
        ['100', 1],
        ['100', 1],
      ],
      'deduct',
      '110',
      '110.00',
    ],
    ['DT12 10.5 % of 60.00', [['60', 1]], 'percent', '10.5', '6.30'],
    ['BG4 10 % of 5 × 14.49', [['14.49', 5]], 'percent', '10', '7.25'],
    ['BG12 10 % comes off the sale price 15.00', [['15', 1]], 'percent', '10', '1.50'],
    ['exact: down to 15.00 from 20.00', [['10', 2]], 'exact', '15', '5.00'],
    ['exact: 20.00 stays 20.00', [['10', 2]], 'exact', '20', '0.00'],
    ['exact: never up', [['10', 2]], 'exact', '25', '0.00'],
    ['exact 0: a gift', [['10', 2]], 'exact', '0', '20.00'],
    ['percent 0', [['10', 2]], 'percent', '0', '0.00'],
    ['an empty cart', [], 'deduct', '5', '0.00'],
    [
      'lines outside a selection count too',
      [
        ['10', 1, false],
        ['10', 1, true],
      ],
      'percent',
      '10',
      '2.00',
    ],
  ])('%s', (_name, lines, kind, value, expected) => {
    expect(amountOf('cart', lines, kind, value)).toBe(expected);
  });
});

describe('discountAmount of a code on a selection', () => {
  it.each<Case>([
    [
      '9 off on 1 × 19.99 and 4 × 5.00',
      [
        ['19.99', 1],
        ['5', 4],
      ],
      'deduct',
      '9',
      '29.00',
    ],
    [
      'C-19 10 % on product A only',
      [
        ['20', 1],
        ['20', 1, false],
      ],
      'percent',
      '10',
      '2.00',
    ],
    [
      'C-19 10.00 deducted on product A only',
      [
        ['20', 1],
        ['20', 1, false],
      ],
      'deduct',
      '10',
      '10.00',
    ],
    ['C-20 DI14 nothing of the selection in the cart', [['20', 1, false]], 'percent', '10', '0.00'],
    ['DI28 20.00 per unit off 13.95×3 is capped per unit', [['13.95', 3]], 'deduct', '20', '41.85'],
    ['DI54 20.00 off a product of 10.00', [['10', 1]], 'deduct', '20', '10.00'],
    [
      'DI58 110.00 off the promotable 100.00',
      [
        ['100', 1],
        ['100', 1, false],
      ],
      'deduct',
      '110',
      '100.00',
    ],
    [
      'SA10 10 % with the sale item',
      [
        ['20', 1],
        ['10', 1],
      ],
      'percent',
      '10',
      '3.00',
    ],
    [
      'SA10 10 % on a selection without the sale item',
      [
        ['20', 1],
        ['10', 1, false],
      ],
      'percent',
      '10',
      '2.00',
    ],
    [
      'SA12 5.00 per unit with the sale item',
      [
        ['20', 1],
        ['10', 1],
      ],
      'deduct',
      '5',
      '10.00',
    ],
    [
      'SA12 5.00 per unit on a selection without the sale item',
      [
        ['20', 1],
        ['10', 1, false],
      ],
      'deduct',
      '5',
      '5.00',
    ],
    [
      'BG4 50 % on the first, 13.49',
      [
        ['13.49', 1],
        ['14.49', 1, false],
      ],
      'percent',
      '50',
      '6.75',
    ],
    [
      'percent is rounded once over the selection: 10 % of 0.05 and 0.05',
      [
        ['0.05', 1],
        ['0.05', 1],
      ],
      'percent',
      '10',
      '0.01',
    ],
    ['exact per unit: 3 × 9.99 down to 5.00', [['9.99', 3]], 'exact', '5', '14.97'],
    [
      'exact per unit: never up',
      [
        ['4.99', 3],
        ['6', 1],
      ],
      'exact',
      '5',
      '1.00',
    ],
  ])('%s', (_name, lines, kind, value, expected) => {
    expect(amountOf('selection', lines, kind, value)).toBe(expected);
  });
});

describe('discountAmount', () => {
  it('is 0 for a code that only ships for free', () => {
    const lines = [{ unitPrice: money(10), quantity: 1, eligible: true }];
    expect(
      discountAmount({ discount: null, appliesTo: 'cart', lines, currency: 'EUR' }).isZero()
    ).toBe(true);
  });

  it('rounds to whole yen, and half to even when the shop says so', () => {
    const basis = {
      discount: { kind: 'percent' as const, value: money(50) },
      appliesTo: 'cart' as const,
      lines: [{ unitPrice: money(5), quantity: 1, eligible: true }],
      currency: 'JPY',
    };
    expect(discountAmount(basis).toFixed()).toBe('3');
    expect(discountAmount({ ...basis, roundingMode: 'half-even' }).toFixed()).toBe('2');
  });

  it('loses no digit of the biggest amounts', () => {
    expect(
      amountOf('selection', [['9999999999999.99', 999_999]], 'deduct', '9999999999999.98')
    ).toBe('9999989999999980000.02');
  });
});
