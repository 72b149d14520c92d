import fc from 'fast-check';

import { CURRENCY_CODES, currencyDecimals } from '../../../server/domain/money/currency';
import { displayAmount, formatAmount } from '../../../server/domain/money/format';
import { money } from '../../../server/domain/money/money';
import { amounts, anyCurrency, anyUnits } from '../support/arbitraries';

describe('formatAmount', () => {
  it.each([
    ['19.9', 'EUR', '19.90'],
    ['19.9000', 'EUR', '19.90'],
    ['1990', 'JPY', '1990'],
    ['0', 'EUR', '0.00'],
    ['0', 'JPY', '0'],
    ['-5', 'EUR', '-5.00'],
    ['12345678901234567890.12', 'EUR', '12345678901234567890.12'],
  ])('writes %s %s as %s', (amount, currency, text) => {
    expect(formatAmount(money(amount), currency)).toBe(text);
  });

  it('BG14 keeps the third digit of 1.234 KWD', () => {
    expect(formatAmount(money('1.2340'), 'KWD')).toBe('1.234');
  });

  it('D-37 writes 2 × 15.00 as "15.00" and "30.00"', () => {
    expect(formatAmount(money('15.00'), 'USD')).toBe('15.00');
    expect(formatAmount(money('15.00').times(2), 'USD')).toBe('30.00');
  });

  it('never writes -0.00', () => {
    expect(formatAmount(money(0).negated(), 'EUR')).toBe('0.00');
    expect(formatAmount(money(0).negated(), 'JPY')).toBe('0');
  });

  it('BG8 100 % off 399.00 leaves 0.00, not -1.6e-14', () => {
    expect(formatAmount(money('399').minus(money('399').times(100).dividedBy(100)), 'EUR')).toBe(
      '0.00'
    );
  });

  it('does not round: half a cent throws', () => {
    expect(() => formatAmount(money('0.005'), 'EUR')).toThrow(RangeError);
  });

  it('has exactly the currency decimals, for any amount in any currency', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...CURRENCY_CODES),
        anyUnits,
        fc.boolean(),
        (currency, units, negative) => {
          const text = formatAmount(amounts(currency)(negative ? -units : units), currency);
          const decimals = currencyDecimals(currency);
          expect(text).toMatch(
            decimals === 0 ? /^-?\d+$/ : new RegExp(`^-?\\d+\\.\\d{${decimals}}$`)
          );
          expect(text).not.toMatch(/^-[0.]*$/);
        }
      )
    );
  });

  it('reads back as the same amount', () => {
    fc.assert(
      fc.property(anyCurrency, anyUnits, (currency, units) => {
        const amount = amounts(currency)(units);
        expect(money(formatAmount(amount, currency)).equals(amount)).toBe(true);
      })
    );
  });
});

describe('displayAmount', () => {
  it.each([
    ['19.9', 'EUR', 'en', '€19.90'],
    ['19.9', 'EUR', 'de', '19,90 €'],
    ['1990', 'JPY', 'en', '¥1,990'],
    ['1.234', 'KWD', 'en', 'KWD 1.234'],
    ['1234.5', 'HUF', 'en', 'HUF 1,234.50'],
    ['-5', 'USD', 'en', '-$5.00'],
  ])('shows %s %s in %s as %s', (amount, currency, locale, text) => {
    expect(displayAmount(money(amount), currency, locale).replace(/\s/g, ' ')).toBe(text);
  });

  it('shows every digit of an amount that no float can hold', () => {
    expect(displayAmount(money('12345678901234567.89'), 'USD', 'en')).toBe(
      '$12,345,678,901,234,567.89'
    );
  });
});
