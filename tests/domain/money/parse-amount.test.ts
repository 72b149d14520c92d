import fc from 'fast-check';

import { formatAmount } from '../../../server/domain/money/format';
import { parseAmount } from '../../../server/domain/money/parse-amount';
import { amounts, anyCurrency, anyUnits } from '../support/arbitraries';
import { refusalOf } from '../support/texts';

describe('parseAmount takes', () => {
  it.each([
    ['19.90', 'EUR', '19.9'],
    ['19.9', 'EUR', '19.9'],
    [19.9, 'EUR', '19.9'],
    ['19.900', 'EUR', '19.9'],
    ['10.0000', 'JPY', '10'],
    ['1990', 'JPY', '1990'],
    [1990, 'JPY', '1990'],
    ['1.234', 'KWD', '1.234'],
    ['1.2345', 'CLF', '1.2345'],
    ['0', 'EUR', '0'],
    [0, 'EUR', '0'],
    [-0, 'EUR', '0'],
    ['0.01', 'EUR', '0.01'],
    ['999999999999999', 'EUR', '999999999999999'],
    ['9999999999999.99', 'EUR', '9999999999999.99'],
    [9999999999999.99, 'EUR', '9999999999999.99'],
  ])('%p in %s', (value, currency, text) => {
    expect(parseAmount(value, currency).toFixed()).toBe(text);
  });
});

describe('parseAmount refuses as invalid_amount', () => {
  it.each([
    ['10.005', 'EUR', 'too_many_decimals'],
    [10.005, 'EUR', 'too_many_decimals'],
    ['0.5', 'JPY', 'too_many_decimals'],
    ['1.2345', 'KWD', 'too_many_decimals'],
    [0.1 + 0.2, 'EUR', 'too_many_decimals'],
    [1e-7, 'EUR', 'too_many_decimals'],
    ['-1', 'EUR', 'negative'],
    [-0.01, 'EUR', 'negative'],
    ['1000000000000000', 'EUR', 'too_many_digits'],
    ['10000000000000.01', 'EUR', 'too_many_digits'],
    [1e21, 'EUR', 'too_many_digits'],
    [1e300, 'EUR', 'too_many_digits'],
    ['9'.repeat(100_000), 'EUR', 'too_many_digits'],
    [NaN, 'EUR', 'not_a_number'],
    [Infinity, 'EUR', 'not_a_number'],
    ['NaN', 'EUR', 'not_a_number'],
    ['', 'EUR', 'not_a_number'],
    [' ', 'EUR', 'not_a_number'],
    [' 1', 'EUR', 'not_a_number'],
    ['1\n', 'EUR', 'not_a_number'],
    ['1,5', 'EUR', 'not_a_number'],
    ['1e3', 'EUR', 'not_a_number'],
    ['0x10', 'EUR', 'not_a_number'],
    ['1_000', 'EUR', 'not_a_number'],
    ['+5', 'EUR', 'not_a_number'],
    ['.5', 'EUR', 'not_a_number'],
    ['5.', 'EUR', 'not_a_number'],
    ['007', 'EUR', 'not_a_number'],
    ['-', 'EUR', 'not_a_number'],
    ['--1', 'EUR', 'not_a_number'],
    ['१२', 'EUR', 'not_a_number'],
    ['€5', 'EUR', 'not_a_number'],
    [null, 'EUR', 'not_a_number'],
    [undefined, 'EUR', 'not_a_number'],
    [true, 'EUR', 'not_a_number'],
    [5n, 'EUR', 'not_a_number'],
    [{ toString: () => '5' }, 'EUR', 'not_a_number'],
    [['5'], 'EUR', 'not_a_number'],
  ])('%p in %s: %s', (value, currency, reason) => {
    const { code, details } = refusalOf(() => parseAmount(value, currency));
    expect(code).toBe('invalid_amount');
    expect(details).toMatchObject({ reason, currency });
  });

  it('naming the path and the legal form', () => {
    const { message, details } = refusalOf(() => parseAmount('10.005', 'EUR', 'items[0].price'));
    expect(message).toContain('items[0].price');
    expect(message).toContain('"19.90"');
    expect(message).toContain('at most 2 decimals');
    expect(details).toEqual({
      path: 'items[0].price',
      reason: 'too_many_decimals',
      currency: 'EUR',
      decimals: 2,
    });
  });

  it.each([
    ['JPY', '"1990"'],
    ['KWD', '"19.900"'],
    ['CLF', '"19.9000"'],
  ])('with an example that %s itself takes', (currency, example) => {
    const { message } = refusalOf(() => parseAmount('x', currency));
    expect(message).toContain(example);
    expect(() => parseAmount(example.slice(1, -1), currency)).not.toThrow();
  });
});

it('parseAmount reads back what formatAmount wrote', () => {
  fc.assert(
    fc.property(anyCurrency, anyUnits, (currency, units) => {
      const amount = amounts(currency)(units);
      expect(parseAmount(formatAmount(amount, currency), currency).equals(amount)).toBe(true);
    })
  );
});

it('parseAmount never answers with more decimals than the currency has, whatever it is sent', () => {
  fc.assert(
    fc.property(
      anyCurrency,
      fc.oneof(fc.double(), fc.string(), fc.anything()),
      (currency, value) => {
        try {
          expect(() => formatAmount(parseAmount(value, currency), currency)).not.toThrow(
            RangeError
          );
        } catch (error) {
          expect(error).toMatchObject({ code: 'invalid_amount' });
        }
      }
    )
  );
});
