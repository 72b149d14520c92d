import fc from 'fast-check';

import { fromMinorUnits, toMinorUnits } from '../../../server/domain/money/minor-units';
import { money } from '../../../server/domain/money/money';
import { anyCurrency } from '../support/arbitraries';

describe('minor units', () => {
  it('C-24 a total of 22.37 is 2237 for the gateway', () => {
    expect(toMinorUnits(money('22.37'), 'USD')).toBe(2237n);
  });

  it.each([
    ['1990', 'JPY', 1990n],
    ['1.234', 'KWD', 1234n],
    ['0', 'EUR', 0n],
    ['-0.05', 'EUR', -5n],
    ['19.9', 'EUR', 1990n],
  ])('%s %s is %s', (amount, currency, units) => {
    expect(toMinorUnits(money(amount), currency)).toBe(units);
    expect(fromMinorUnits(units, currency).toFixed()).toBe(amount);
  });

  it('does not round half a cent, it throws', () => {
    expect(() => toMinorUnits(money('0.005'), 'EUR')).toThrow(RangeError);
    expect(() => toMinorUnits(money('0.5'), 'JPY')).toThrow(
      '0.5 is not a whole number of minor units of JPY'
    );
  });

  it('goes there and back for any amount', () => {
    fc.assert(
      fc.property(
        anyCurrency,
        fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }),
        (currency, units) => {
          expect(toMinorUnits(fromMinorUnits(units, currency), currency)).toBe(units);
        }
      )
    );
  });
});
