import {
  CURRENCY_CODES,
  currencyDecimals,
  isCurrency,
} from '../../../server/domain/money/currency';

describe('currency', () => {
  it.each([
    ['JPY', 0],
    ['KRW', 0],
    ['XOF', 0],
    ['EUR', 2],
    ['USD', 2],
    ['HUF', 2],
    ['MRU', 2],
    ['BHD', 3],
    ['KWD', 3],
    ['TND', 3],
    ['CLF', 4],
    ['UYW', 4],
  ])('%s has %i decimals', (code, decimals) => {
    expect(currencyDecimals(code)).toBe(decimals);
  });

  it('lists the 165 active codes that have decimals, once each, in order', () => {
    expect(CURRENCY_CODES).toHaveLength(165);
    expect(new Set(CURRENCY_CODES).size).toBe(165);
    expect([...CURRENCY_CODES].sort()).toEqual(CURRENCY_CODES);
    expect(CURRENCY_CODES.every((code) => /^[A-Z]{3}$/.test(code))).toBe(true);
  });

  it.each([
    'eur',
    'EURO',
    'XXX',
    'XAU',
    'DEM',
    'HRK',
    'ANG',
    '',
    'constructor',
    '__proto__',
    null,
    undefined,
    978,
  ])('%p is no currency of a shop', (code) => {
    expect(isCurrency(code)).toBe(false);
    expect(() => currencyDecimals(code as string)).toThrow(RangeError);
  });

  it('knows every code that it lists', () => {
    expect(CURRENCY_CODES.every(isCurrency)).toBe(true);
  });
});
