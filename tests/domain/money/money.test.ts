import { Decimal } from 'decimal.js';

import { money, ZERO } from '../../../server/domain/money/money';
import { refusalOf } from '../support/texts';

describe('money', () => {
  it('is exact where floats are not: 0.1 + 0.2 is 0.3', () => {
    expect(money('0.1').plus('0.2').toFixed()).toBe('0.3');
  });

  it.each([
    ['a column of the database', '19.9000', '19.9'],
    ['a whole number', 1990, '1990'],
    [
      'a big number, without exponent',
      '123456789012345678901234567890.1234',
      '123456789012345678901234567890.1234',
    ],
    ['a tiny number, without exponent', '0.0000000001', '0.0000000001'],
  ])('takes %s', (_what, value, text) => {
    expect(money(value).toFixed()).toBe(text);
    expect(money(value).toString()).toBe(text);
  });

  it('keeps 40 digits of a product, whatever the host made of the shared Decimal', () => {
    const before = Decimal.precision;
    Decimal.set({ precision: 2 });
    try {
      expect(money('999999999999.999').times('999999.99').toFixed()).toBe(
        '999999989999999000.00001'
      );
      expect(money(money('1.23456')).toFixed()).toBe('1.23456');
      expect(ZERO.plus('1.23456').toFixed()).toBe('1.23456');
    } finally {
      Decimal.set({ precision: before });
    }
  });

  it.each([NaN, Infinity, -Infinity, 'NaN', 'Infinity', '', ' ', 'abc', '1,5', '1.2.3'])(
    'refuses %p as invalid_amount',
    (value) => {
      expect(refusalOf(() => money(value)).code).toBe('invalid_amount');
    }
  );

  it('refuses what is no number at all, should the types be lied to', () => {
    for (const value of [null, undefined, {}, [], true]) {
      expect(refusalOf(() => money(value as string)).code).toBe('invalid_amount');
    }
  });

  it('knows one zero only', () => {
    expect(money('-0')).toBe(ZERO);
    expect(money(-0).isNegative()).toBe(false);
  });
});
