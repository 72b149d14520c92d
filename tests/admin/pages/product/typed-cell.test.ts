import {
  amountCell,
  lineCell,
  numberText,
  timeCell,
  timeText,
  unitsCell,
  weightCell,
} from '../../../../admin/pages/product/variations/typed-cell';

it.each([
  ['19.9', 'EUR', 'en', '19.90'],
  [' 19 ', 'EUR', 'en', '19.00'],
  ['.5', 'EUR', 'en', '0.50'],
  ['007.10', 'EUR', 'en', '7.10'],
  ['19,9', 'EUR', 'de', '19.90'],
  ['19,90 €', 'EUR', 'de', '19.90'],
  ['€19.90', 'EUR', 'en', '19.90'],
  ['EUR 5', 'EUR', 'en', '5.00'],
  ['1990', 'JPY', 'en', '1990'],
  ['1.2345', 'EUR', 'en', '1.2345'],
  ['1,5', 'EUR', 'en', '1,5'],
  ['1.299,00', 'EUR', 'de', '1.299,00'],
  ['-5', 'EUR', 'en', '-5'],
  ['abc', 'EUR', 'en', 'abc'],
  ['1e3', 'EUR', 'en', '1e3'],
  ['', 'EUR', 'en', ''],
])('the amount %p in %s, %s', (typed, currency, locale, cell) => {
  expect(amountCell(typed, currency, locale)).toBe(cell);
});

it('reads weights, units and texts', () => {
  expect(weightCell('1,50', 'de')).toBe('1.5');
  expect(weightCell('250', 'en')).toBe('250');
  expect(weightCell('heavy', 'en')).toBe('heavy');
  expect(unitsCell(' 012 ')).toBe('12');
  expect(unitsCell('1.5')).toBe('1.5');
  expect(lineCell(' a\n b ')).toBe('a b');
});

it('writes numbers so that they can be pasted back', () => {
  expect(numberText('1234.50', 'de')).toBe('1234,50');
  expect(amountCell(numberText('1234.50', 'de'), 'EUR', 'de')).toBe('1234.50');
  expect(numberText('abc', 'de')).toBe('abc');
});

describe('times', () => {
  it('are those of the editor, and come back as they were typed', () => {
    const instant = timeCell('2026-11-28 18:30');
    expect(instant).toBe(new Date(2026, 10, 28, 18, 30).toISOString());
    expect(timeText(instant)).toBe('2026-11-28 18:30');
    expect(timeCell('2026-11-28')).toBe(new Date(2026, 10, 28).toISOString());
    expect(timeCell('2026-11-28T17:30:00.000Z')).toBe('2026-11-28T17:30:00.000Z');
  });

  it.each(['2026-02-30', '2026-11-28 25:00', '28.11.2026', 'soon', '2026-13-01'])(
    'stay as they were typed when there is none: %s',
    (typed) => {
      expect(timeCell(typed)).toBe(typed);
      expect(timeText(typed)).toBe(typed);
    }
  );
});
