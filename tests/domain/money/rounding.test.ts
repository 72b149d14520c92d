import fc from 'fast-check';

import { money } from '../../../server/domain/money/money';
import { roundAmount } from '../../../server/domain/money/rounding';
import { anyCurrency, anyMode } from '../support/arbitraries';
import { currencyDecimals } from '../../../server/domain/money/currency';

describe('roundAmount', () => {
  it.each([
    ['0.885', 'EUR', '0.89', '0.88'],
    ['0.895', 'EUR', '0.9', '0.9'],
    ['0.8849999999999999999999', 'EUR', '0.88', '0.88'],
    ['0.8850000000000000000001', 'EUR', '0.89', '0.89'],
    ['-0.885', 'EUR', '-0.89', '-0.88'],
    ['1.005', 'EUR', '1.01', '1'],
    ['2.5', 'JPY', '3', '2'],
    ['3.5', 'JPY', '4', '4'],
    ['1.2345', 'KWD', '1.235', '1.234'],
    ['213.3375', 'EUR', '213.34', '213.34'],
  ])('%s %s is %s half-up and %s half-even', (exact, currency, halfUp, halfEven) => {
    expect(roundAmount(money(exact), currency).toFixed()).toBe(halfUp);
    expect(roundAmount(money(exact), currency, 'half-up').toFixed()).toBe(halfUp);
    expect(roundAmount(money(exact), currency, 'half-even').toFixed()).toBe(halfEven);
  });

  it('D-34 a custom tax of 13.3375 on 200.00 makes 213.34', () => {
    expect(
      money('200.00')
        .plus(roundAmount(money('13.3375'), 'EUR'))
        .toFixed(2)
    ).toBe('213.34');
  });

  it('rounds what is nearly nothing to 0, not to -0', () => {
    expect(roundAmount(money('-0.001'), 'EUR').isNegative()).toBe(false);
  });

  const anyExact = fc.tuple(
    fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }),
    fc.integer({ min: 0, max: 9 })
  );

  it('is off by half a minor unit at most, idempotent, and mirrors at zero', () => {
    fc.assert(
      fc.property(anyExact, anyCurrency, anyMode, ([units, places], currency, mode) => {
        const exact = money(units.toString()).dividedBy(money(10).pow(places));
        const rounded = roundAmount(exact, currency, mode);
        const twiceOff = rounded.minus(exact).abs().times(2);
        expect(rounded.decimalPlaces()).toBeLessThanOrEqual(currencyDecimals(currency));
        expect(twiceOff.lte(money(10).pow(-currencyDecimals(currency)))).toBe(true);
        expect(roundAmount(rounded, currency, mode).equals(rounded)).toBe(true);
        expect(roundAmount(exact.negated(), currency, mode).equals(rounded.negated())).toBe(true);
      })
    );
  });

  it('sends an exact half up, or to the even neighbour', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), (cents) => {
        const half = money(cents.toString()).plus('0.5').dividedBy(100);
        const even = cents % 2n === 0n ? cents : cents + 1n;
        expect(roundAmount(half, 'EUR').times(100).toFixed()).toBe((cents + 1n).toString());
        expect(roundAmount(half, 'EUR', 'half-even').times(100).toFixed()).toBe(even.toString());
      })
    );
  });
});
