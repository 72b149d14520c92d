import fc from 'fast-check';

import { allocate } from '../../../server/domain/money/allocate';
import { fromMinorUnits, toMinorUnits } from '../../../server/domain/money/minor-units';
import { money } from '../../../server/domain/money/money';
import { amounts, anyCurrency, anyUnits, sumOf } from '../support/arbitraries';
import { amountsOf, textOf } from '../support/texts';

/** Allocates cents over cents; the expectation must itself add up. */
function expectSplit(amount: number, weights: number[], expected: number[]) {
  expect(expected.reduce((sum, share) => sum + share, 0)).toBe(amount);
  const cents = (units: number) => fromMinorUnits(BigInt(units), 'EUR');
  const shares = allocate(cents(amount), weights.map(cents), 'EUR');
  expect(shares.map((share) => Number(toMinorUnits(share, 'EUR')))).toEqual(expected);
}

describe('allocate, cases in cents', () => {
  it.each<[name: string, amount: number, weights: number[], expected: number[]]>([
    ['AL2 300 over 4000,2000,2000', 300, [4000, 2000, 2000], [150, 75, 75]],
    ['AL4 299 over 4300,1400,2300', 299, [4300, 1400, 2300], [161, 52, 86]],
    ['AL6 299 over three equal lines', 299, [1000, 1000, 1000], [100, 100, 99]],
    [
      'AL8 93 over eight lines',
      93,
      [10, 20, 10, 30, 50, 20, 10, 40],
      [5, 10, 5, 15, 24, 10, 5, 19],
    ],
    ['AL12 -20 over two equal lines', -20, [100, 100], [-10, -10]],
    [
      'AL16 (A2 there: -110,-218,-545,-327) the largest remainder gets the cent here',
      -1200,
      [1000, 2000, 5000, 3000],
      [-109, -218, -546, -327],
    ],
    [
      'AL18 (A3 there: 133,133,134) on a tie the earlier line gets the cent here',
      400,
      [200, 200, 200],
      [134, 133, 133],
    ],
    ['AL20 1500 over 15000,5000,10000', 1500, [15000, 5000, 10000], [750, 250, 500]],
    ['AL22 (weights of AL20 stand in) only line 1 eligible', 1500, [15000, 0, 0], [1500, 0, 0]],
    ['AL24 first promotion: 30.00 over 50 and 150', 3000, [5000, 15000], [750, 2250]],
    ['AL24 second promotion: 50.00 over 50 and 150', 5000, [5000, 15000], [1250, 3750]],
    ['one cent over two equal lines: the earlier one', 1, [500, 500], [1, 0]],
    ['one cent over a free and a paid line: never the free one', 1, [0, 500], [0, 1]],
    ['100 over 100,100,100,0: another shop takes off 99', 100, [100, 100, 100, 0], [34, 33, 33, 0]],
    [
      'a tie of remainders goes to the earlier line, not to the heavier one',
      3,
      [100, 300, 100, 100],
      [1, 2, 0, 0],
    ],
    ['all weights 0: even, earlier first', 5, [0, 0, 0], [2, 2, 1]],
    ['all weights 0, negative', -5, [0, 0, 0], [-2, -2, -1]],
    ['nothing to split', 0, [100, 200], [0, 0]],
    ['more than the weights', 700, [100, 200], [233, 467]],
  ])('%s', (_name, amount, weights, expected) => {
    expectSplit(amount, weights, expected);
  });
});

describe('allocate', () => {
  it('splits whole yen and fils of dinars', () => {
    expect(textOf(allocate(money(100), amountsOf('1, 1, 1'), 'JPY'))).toBe('34, 33, 33');
    expect(textOf(allocate(money('0.100'), amountsOf('1, 1, 1'), 'KWD'))).toBe(
      '0.034, 0.033, 0.033'
    );
  });

  it('takes weights with any number of decimals exactly', () => {
    expect(textOf(allocate(money('0.03'), amountsOf('0.0000000001, 0.0000000002'), 'EUR'))).toBe(
      '0.01, 0.02'
    );
    expect(
      textOf(
        allocate(money('0.01'), amountsOf('1, 1.00000000000000000000000000000000000000001'), 'EUR')
      )
    ).toBe('0, 0.01');
  });

  it('has nothing to give without weights', () => {
    expect(allocate(money('1.00'), [], 'EUR')).toEqual([]);
  });

  it('never answers -0', () => {
    expect(
      allocate(money('-0.01'), amountsOf('1, 1'), 'EUR').map((share) => share.isNegative())
    ).toEqual([true, false]);
  });

  it('throws on half a cent, and on a negative weight: mistakes of the program', () => {
    expect(() => allocate(money('0.005'), amountsOf('1'), 'EUR')).toThrow(RangeError);
    expect(() => allocate(money('1'), amountsOf('1, -1'), 'EUR')).toThrow(RangeError);
  });

  it('leaves its weights as they were', () => {
    const weights = Object.freeze(amountsOf('3, 1, 2'));
    allocate(money('0.05'), weights, 'EUR');
    expect(textOf(weights)).toBe('3, 1, 2');
  });
});

describe('allocate, laws', () => {
  const anyWeights = fc.array(fc.oneof(fc.constant(0n), anyUnits), { minLength: 1, maxLength: 12 });
  const split = (currency: string, units: bigint, weights: bigint[]) =>
    allocate(amounts(currency)(units), weights.map(amounts(currency)), currency).map((share) =>
      toMinorUnits(share, currency)
    );
  const evenIfAllZero = (weights: bigint[]) =>
    weights.every((weight) => weight === 0n) ? weights.map(() => 1n) : weights;
  const abs = (value: bigint) => (value < 0n ? -value : value);

  it('shares add up to the amount', () => {
    fc.assert(
      fc.property(anyCurrency, anyUnits, anyWeights, (currency, units, weights) => {
        expect(sumOf(split(currency, units, weights))).toBe(units);
      })
    );
  });

  it('each share is less than one minor unit from its exact proportion', () => {
    fc.assert(
      fc.property(anyCurrency, anyUnits, anyWeights, (currency, units, weights) => {
        const real = evenIfAllZero(weights);
        const total = sumOf(real);
        split(currency, units, weights).forEach((share, index) => {
          expect(abs(share * total - units * real[index]!) < total).toBe(true);
        });
      })
    );
  });

  it('no share exceeds its weight when the amount does not exceed the total', () => {
    fc.assert(
      fc.property(anyCurrency, anyUnits, anyWeights, (currency, units, weights) => {
        const amount = units % (sumOf(weights) + 1n);
        split(currency, amount, weights).forEach((share, index) => {
          expect(share >= 0n && share <= weights[index]!).toBe(true);
        });
      })
    );
  });

  it('weight 0 receives 0, unless all are 0', () => {
    fc.assert(
      fc.property(anyCurrency, anyUnits, anyWeights, (currency, units, weights) => {
        fc.pre(weights.some((weight) => weight > 0n));
        const shares = split(currency, units, weights);
        expect(
          shares.filter((_share, index) => weights[index] === 0n).every((share) => share === 0n)
        ).toBe(true);
      })
    );
  });

  it('a negative amount splits as its positive, negated', () => {
    fc.assert(
      fc.property(anyCurrency, anyUnits, anyWeights, (currency, units, weights) => {
        expect(split(currency, -units, weights)).toEqual(
          split(currency, units, weights).map((share) => -share)
        );
      })
    );
  });

  it('extra units go to the largest remainders, on a tie to the earlier line', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 40 }),
        fc.array(fc.bigInt({ min: 0n, max: 4n }), { minLength: 1, maxLength: 8 }),
        (amount, weights) => {
          const units = BigInt(amount);
          const real = evenIfAllZero(weights);
          const total = sumOf(real);
          const shares = split('EUR', units, weights);
          const lines = real.map((weight, index) => ({
            remainder: (units * weight) % total,
            extra: shares[index]! - (units * weight) / total,
          }));
          lines.forEach((line, index) => {
            if (line.extra === 0n) return;
            expect(line.extra).toBe(1n);
            lines.forEach((other, otherIndex) => {
              const comesFirst =
                other.remainder > line.remainder ||
                (other.remainder === line.remainder && otherIndex < index);
              if (comesFirst) expect(other.extra).toBe(1n);
            });
          });
        }
      )
    );
  });

  it('the unit of the weights does not matter', () => {
    fc.assert(
      fc.property(
        anyUnits,
        anyWeights,
        fc.integer({ min: 0, max: 12 }),
        (units, weights, places) => {
          const scaled = weights.map((weight) =>
            money(weight.toString()).dividedBy(money(10).pow(places))
          );
          const shares = allocate(amounts('EUR')(units), scaled, 'EUR').map((share) =>
            toMinorUnits(share, 'EUR')
          );
          expect(shares).toEqual(split('EUR', units, weights));
        }
      )
    );
  });
});
