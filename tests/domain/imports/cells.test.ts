import fc from 'fast-check';

import {
  joinKeywords,
  readAmount,
  readBoolean,
  readCount,
  readDate,
  readWeight,
} from '../../../server/domain/imports/cells';
import {
  escapeText,
  guardFormula,
  splitEscaped,
  unescapeText,
  withoutGuard,
} from '../../../server/domain/imports/escaping';
import type { ImportRow } from '../../../server/domain/imports/row';

const row = (cell: string | undefined): ImportRow => ({
  line: 7,
  cell: () => cell,
  heading: (column) => column,
});
const plain = (value: { toFixed: () => string } | null | undefined) => value?.toFixed();

describe('cells', () => {
  it('say nothing without a column, and none when they are empty', () => {
    for (const read of [readCount, readBoolean, readDate]) {
      expect(read(row(undefined), 'x')).toBeUndefined();
      expect(read(row('  '), 'x')).toBeNull();
    }
    expect(readAmount(row(undefined), 'x', 'EUR')).toBeUndefined();
    expect(readAmount(row(''), 'x', 'EUR')).toBeNull();
  });

  it.each([
    ['19.9', 'EUR', '19.9'],
    ['1990', 'JPY', '1990'],
  ])('an amount %s %s', (text, currency, expected) => {
    expect(plain(readAmount(row(text), 'price', currency))).toBe(expected);
  });

  it.each(['19,90', '1,299.00', '$5', '10.005', '-1', 'ten'])('no amount: %s', (text) => {
    expect(() => readAmount(row(text), 'price', 'EUR')).toThrow(
      expect.objectContaining({ line: 7, message: expect.stringContaining('price') })
    );
  });

  it('whole numbers, and below zero only where it means that too much was sold', () => {
    expect(readCount(row('12.0'), 'x')).toBe(12);
    expect(readCount(row('-3'), 'x', { clamped: true })).toBe(0);
    for (const text of ['-3', '1.5', '1e3', '99999999999', 'x']) {
      expect(() => readCount(row(text), 'x')).toThrow('whole number');
    }
  });

  it.each([
    ['1.5', '1000', '1500'],
    ['0.0985', '1000', '98.5'],
    ['1', '453.59237', '453.592'],
    ['1', '28.349523125', '28.35'],
  ])('%s in a unit of %s grams is %s', (text, unit, grams) => {
    expect(plain(readWeight(row(text), 'x', unit))).toBe(grams);
  });

  it('dates, in UTC unless they name a zone', () => {
    const read = (text: string) => readDate(row(text), 'x')?.toISOString();
    expect(read('2026-03-01')).toBe('2026-03-01T00:00:00.000Z');
    expect(read('2026-03-01 14:30')).toBe('2026-03-01T14:30:00.000Z');
    expect(read('2026-03-01T14:30:05.123+02:00')).toBe('2026-03-01T12:30:05.123Z');
    expect(() => read('2026-02-31')).toThrow('not a date');
    expect(() => read('01/03/2026')).toThrow('not a date');
  });

  it('keywords end with a whole word where the column ends', () => {
    const joined = joinKeywords(Array.from({ length: 100 }, (_, n) => `keyword-${n}`));
    expect(joined!.length).toBeLessThanOrEqual(255);
    expect(joined).toMatch(/, keyword-\d+$/);
  });
});

describe('escaping', () => {
  it('gives back what it was given, and is one line', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', ' ', '\\', '\n', '\r', ':', '>', 'n') }),
        (text) => {
          const escaped = escapeText(text, ':>');
          expect(escaped).not.toMatch(/[\r\n]/);
          expect(unescapeText(escaped)).toBe(text);
          expect(splitEscaped(escaped, ':')).toHaveLength(1);
        }
      )
    );
  });

  it('keeps formulas from spreadsheets, and takes exactly its own apostrophe back', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("'", '=', '+', 'a', '-', '@') }), (text) => {
        expect(withoutGuard(guardFormula(text))).toBe(text);
        expect(guardFormula(text)).not.toMatch(/^[=+\-@]/);
      })
    );
  });
});
