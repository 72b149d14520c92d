import fc from 'fast-check';

import { toMinorUnits } from '../../../server/domain/money/minor-units';
import { money } from '../../../server/domain/money/money';
import { taxOf } from '../../../server/domain/taxes/line-tax';
import { amounts, anyCurrency, anyMode, anyPercent, anyUnits } from '../support/arbitraries';

const onTop = (base: string, rate: string, currency = 'EUR') =>
  taxOf(money(base), rate, { included: false, currency }).toFixed(
    currency === 'KWD' ? 3 : currency === 'JPY' ? 0 : 2
  );
const included = (base: string, rate: string, currency = 'EUR') =>
  taxOf(money(base), rate, { included: true, currency }).toFixed(
    currency === 'KWD' ? 3 : currency === 'JPY' ? 0 : 2
  );

describe('taxOf, on top of the price', () => {
  it.each([
    ['15 % of 0.10', '0.10', '15', '0.02'],
    ['TX2 23 % of 100.00', '100', '23', '23.00'],
    ['TX2 5 % of 50.00', '50', '5', '2.50'],
    ['TX4 10 % of 45.95', '45.95', '10', '4.60'],
    ['TX4 10 % of 45.94', '45.94', '10', '4.59'],
    ['TX18 0.25 % of 79.00', '79', '0.25', '0.20'],
    ['TX18 6 % of 79.00', '79', '6', '4.74'],
    ['TX18 1.5 % of 79.00', '79', '1.5', '1.19'],
    ['TX18 1 % of 79.00', '79', '1', '0.79'],
    ['TX24 10.75 % of 24.99', '24.99', '10.75', '2.69'],
    ['TX28 5 % of 10.333', '10.333', '5', '0.52'],
    ['DT26 8.25 % of 31.12', '31.12', '8.25', '2.57'],
    ['FS6 20 % of shipping 3.45', '3.45', '20', '0.69'],
    ['0 %', '100', '0', '0.00'],
    ['a refund mirrors its charge', '-0.10', '15', '-0.02'],
  ])('%s', (_name, base, rate, expected) => {
    expect(onTop(base, rate)).toBe(expected);
  });
});

describe('taxOf, included in the price', () => {
  it.each([
    ['19 % in 119.00', '119.00', '19', '19.00'],
    ['TX6 20 % in 19.70', '19.70', '20', '3.28'],
    ['TX6 20 % in 19.70 × 2 on one line', '39.40', '20', '6.57'],
    ['TX8 10 % in 100.00', '100', '10', '9.09'],
    ['TX10 10 % in 100.00, with the tax kept at 0 for a valid VAT id', '100', '0', '0.00'],
    ['TX26 10 % in 50.00×2', '100', '10', '9.09'],
    ['FS10 20 % in 1.00', '1.00', '20', '0.17'],
    ['FS10 20 % in shipping 5.00', '5.00', '20', '0.83'],
    ['BG2 20 % in 10 × 38.23: net 318.58', '382.30', '20', '63.72'],
    ['DT22 10 % in 46.95', '46.95', '10', '4.27'],
    ['DT22 10 % in 46.90', '46.90', '10', '4.26'],
    ['the net is rounded, not the tax: 100 % in 0.01', '0.01', '100', '0.00'],
    ['0 %', '100', '0', '0.00'],
  ])('%s', (_name, gross, rate, expected) => {
    expect(included(gross, rate)).toBe(expected);
  });

  it('TX10 takes the tax out of 100.00 at 10 %: 90.91 is left', () => {
    expect(money('100').minus(included('100', '10')).toFixed(2)).toBe('90.91');
  });
});

describe('taxOf', () => {
  it('has the decimals of the currency', () => {
    expect(onTop('1990', '10', 'JPY')).toBe('199');
    expect(onTop('5', '10', 'JPY')).toBe('1');
    expect(onTop('1.234', '5', 'KWD')).toBe('0.062');
    expect(included('110', '10', 'JPY')).toBe('10');
  });

  it('rounds half to even when the shop says so', () => {
    const terms = { currency: 'EUR', roundingMode: 'half-even' as const };
    expect(taxOf(money('0.50'), '5', { ...terms, included: false }).toFixed(2)).toBe('0.02');
    expect(taxOf(money('0.01'), '100', { ...terms, included: true }).toFixed(2)).toBe('0.01');
  });

  it('included: net and tax add up to the gross, and neither is negative', () => {
    fc.assert(
      fc.property(
        anyCurrency,
        anyUnits,
        anyPercent,
        anyMode,
        (currency, units, rate, roundingMode) => {
          const gross = amounts(currency)(units);
          const tax = taxOf(gross, rate, { included: true, currency, roundingMode });
          expect(tax.gte(0) && tax.lte(gross)).toBe(true);
          expect(() => toMinorUnits(tax, currency)).not.toThrow();
        }
      )
    );
  });

  it('on top and included agree: the tax on a net is in its gross', () => {
    fc.assert(
      fc.property(anyCurrency, anyUnits, anyPercent, (currency, units, rate) => {
        const net = amounts(currency)(units);
        const tax = taxOf(net, rate, { included: false, currency });
        expect(taxOf(net.plus(tax), rate, { included: true, currency }).equals(tax)).toBe(true);
      })
    );
  });
});
