import fc from 'fast-check';

import { allocateDiscount } from '../../../server/domain/discounts/allocate-discount';
import {
  discountAmount,
  type DiscountBasis,
} from '../../../server/domain/discounts/discount-amount';
import { toMinorUnits } from '../../../server/domain/money/minor-units';
import { money } from '../../../server/domain/money/money';
import { sumAmounts } from '../../../server/domain/money/sum-amounts';
import { lineTotal } from '../../../server/domain/totals/line-total';
import { amounts, anyCurrency, anyMode, anyPercent } from '../support/arbitraries';
import { textOf } from '../support/texts';

type Line = [unitPrice: string, quantity: number, eligible?: boolean];

function basisOf(
  appliesTo: DiscountBasis['appliesTo'],
  kind: 'deduct' | 'percent' | 'exact',
  value: string,
  lines: Line[]
): DiscountBasis {
  return {
    discount: { kind, value: money(value) },
    appliesTo,
    lines: lines.map(([unitPrice, quantity, eligible = true]) => ({
      unitPrice: money(unitPrice),
      quantity,
      eligible,
    })),
    currency: 'EUR',
  };
}

describe('allocateDiscount', () => {
  it.each<[string, DiscountBasis, string]>([
    [
      'rules 5.3: 9 off on 1 × 19.99 and 4 × 5.00 stays on the lines',
      basisOf('selection', 'deduct', '9', [
        ['19.99', 1],
        ['5', 4],
      ]),
      '9, 20',
    ],
    [
      'C-19 10.00 deducted on A only',
      basisOf('selection', 'deduct', '10', [
        ['20', 1],
        ['20', 1, false],
      ]),
      '10, 0',
    ],
    [
      'C-19 10 % on A only',
      basisOf('selection', 'percent', '10', [
        ['20', 1],
        ['20', 1, false],
      ]),
      '2, 0',
    ],
    [
      'DI2 106.00 over 100.00 and 6.00',
      basisOf('cart', 'deduct', '106', [
        ['100', 1],
        ['6', 1],
      ]),
      '100, 6',
    ],
    [
      'DI6 20 % over 100.00 and 1,000.00',
      basisOf('cart', 'percent', '20', [
        ['100', 1],
        ['1000', 1],
      ]),
      '20, 200',
    ],
    [
      'DI46 3.00 over 1.00 and 1.50 is capped',
      basisOf('cart', 'deduct', '3', [
        ['1', 1],
        ['1.5', 1],
      ]),
      '1, 1.5',
    ],
    [
      'DT36 10.00 over 29.97 and 0.03',
      basisOf('cart', 'deduct', '10', [
        ['9.99', 3],
        ['0.03', 1],
      ]),
      '9.99, 0.01',
    ],
    [
      'AL6 2.99 over three lines of 10.00',
      basisOf('cart', 'deduct', '2.99', [
        ['10', 1],
        ['10', 1],
        ['10', 1],
      ]),
      '1, 1, 0.99',
    ],
    [
      'AL20 15.00 over 3, 1 and 2 × 50.00',
      basisOf('cart', 'deduct', '15', [
        ['50', 3],
        ['50', 1],
        ['50', 2],
      ]),
      '7.5, 2.5, 5',
    ],
    [
      '1.00 over three lines of 1.00 and a free one',
      basisOf('cart', 'deduct', '1', [
        ['1', 1],
        ['1', 1],
        ['1', 1],
        ['0', 1],
      ]),
      '0.34, 0.33, 0.33, 0',
    ],
    [
      'exact of a selection stays on the lines',
      basisOf('selection', 'exact', '5', [
        ['9.99', 3],
        ['4.99', 1],
        ['20', 1, false],
      ]),
      '14.97, 0, 0',
    ],
    [
      'exact of the cart is allocated',
      basisOf('cart', 'exact', '15', [
        ['10', 1],
        ['20', 1],
      ]),
      '5, 10',
    ],
    [
      'free lines only',
      basisOf('cart', 'percent', '50', [
        ['0', 1],
        ['0', 2],
      ]),
      '0, 0',
    ],
    ['no line in the selection', basisOf('selection', 'percent', '50', [['5', 1, false]]), '0'],
    ['an empty cart', basisOf('cart', 'deduct', '5', []), ''],
  ])('%s', (_name, basis, shares) => {
    expect(textOf(allocateDiscount(basis))).toBe(shares);
  });

  it.each<[string, Line[]]>([
    ['10×2', [['10', 2]]],
    [
      '10×1+10×1',
      [
        ['10', 1],
        ['10', 1],
      ],
    ],
    [
      '10×1 three lines',
      [
        ['10', 1],
        ['10', 1],
        ['10', 1],
      ],
    ],
    [
      '10×2+10×3+10×2',
      [
        ['10', 2],
        ['10', 3],
        ['10', 2],
      ],
    ],
    ['eleven lines of 10×1', Array.from({ length: 11 }, (): Line => ['10', 1])],
  ])('DI16 10.00 over %s is 10.00, never 9.99 or 10.01', (_name, lines) => {
    expect(sumAmounts(allocateDiscount(basisOf('cart', 'deduct', '10', lines))).toFixed(2)).toBe(
      '10.00'
    );
  });

  it('has a share of 0 for every line when the code only ships for free', () => {
    expect(
      textOf(
        allocateDiscount({
          ...basisOf('cart', 'deduct', '1', [
            ['1', 1],
            ['2', 1],
          ]),
          discount: null,
        })
      )
    ).toBe('0, 0');
  });
});

describe('allocateDiscount, laws', () => {
  const anyBasis = fc
    .record({
      currency: anyCurrency,
      roundingMode: anyMode,
      appliesTo: fc.constantFrom('cart' as const, 'selection' as const),
      kind: fc.constantFrom('deduct' as const, 'percent' as const, 'exact' as const),
      value: fc.bigInt({ min: 0n, max: 20_000n }),
      percent: anyPercent,
      lines: fc.array(
        fc.record({
          units: fc.bigInt({ min: 0n, max: 9_999n }),
          quantity: fc.integer({ min: 1, max: 20 }),
          eligible: fc.boolean(),
        }),
        { maxLength: 10 }
      ),
    })
    .map(({ kind, value, percent, lines, ...rest }): DiscountBasis => ({
      ...rest,
      discount: {
        kind,
        value: kind === 'percent' ? money(percent) : amounts(rest.currency)(value),
      },
      lines: lines.map(({ units, ...line }) => ({
        ...line,
        unitPrice: amounts(rest.currency)(units),
      })),
    }));

  it('the shares add up to the discount, and to no more than the subtotal', () => {
    fc.assert(
      fc.property(anyBasis, (basis) => {
        const sum = sumAmounts(allocateDiscount(basis));
        expect(sum.equals(discountAmount(basis))).toBe(true);
        expect(sum.lte(sumAmounts(basis.lines.map(lineTotal)))).toBe(true);
      }),
      { numRuns: 500 }
    );
  });

  it('0 ≤ share ≤ line, in whole minor units, and nothing outside a selection', () => {
    fc.assert(
      fc.property(anyBasis, (basis) => {
        const shares = allocateDiscount(basis);
        expect(shares).toHaveLength(basis.lines.length);
        shares.forEach((share, index) => {
          const line = basis.lines[index]!;
          expect(share.gte(0) && share.lte(lineTotal(line))).toBe(true);
          expect(() => toMinorUnits(share, basis.currency)).not.toThrow();
          if (basis.appliesTo === 'selection' && !line.eligible) expect(share.isZero()).toBe(true);
        });
      }),
      { numRuns: 500 }
    );
  });
});
