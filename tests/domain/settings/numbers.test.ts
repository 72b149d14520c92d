import { collidingNumber } from '../../../server/domain/settings/colliding-number';
import { likeOf, readNumber } from '../../../server/domain/settings/number-pattern';

const NOW = new Date('2026-11-20T12:00:00Z');

describe('a number is read back out of its format', () => {
  it.each<[string, string, { year: number | null; number: number } | null]>([
    ['{number}', '7', { year: null, number: 7 }],
    ['{number}', 'A7', null],
    ['{number:5}', '00007', { year: null, number: 7 }],
    ['{number:5}', '7', null],
    ['{number:5}', '123456', { year: null, number: 123456 }],
    ['{year}-{number:5}', '2026-00042', { year: 2026, number: 42 }],
    ['R.{number}', 'R.7', { year: null, number: 7 }],
    ['R.{number}', 'RX7', null],
    ['{number}/{number}', '7/7', { year: null, number: 7 }],
    ['{number}/{number}', '7/8', null],
  ])('%s of %s', (format, text, expected) => {
    expect(readNumber(format, text)).toEqual(expected);
  });

  it('SQL finds at least as much', () => {
    expect(likeOf('{year}-{number:5}')).toBe('%-%');
    expect(likeOf('100%_{number}')).toBe('100__%');
  });
});

describe('a format comes to a number that is given already', () => {
  it.each<[string, number, string[], string | null]>([
    ['nothing is given', 0, [], null],
    ['numbers that were passed do not come again', 12, ['B7', 'B12'], null],
    ['the next one is given', 12, ['B13'], 'B13'],
    ['a later one is given', 12, ['B7', 'B200'], 'B200'],
    ['of another format', 12, ['C13', '13', 'B13x'], null],
    ['zeros that this format does not write', 12, ['B013'], null],
  ])('%s', (_, last, given, expected) => {
    expect(collidingNumber('B{number}', last, given, NOW)).toBe(expected);
  });

  it.each<[string, number, string[], string | null]>([
    ['a year that is over does not come again', 0, ['2025-00007'], null],
    ['of this year, passed', 7, ['2026-00007'], null],
    ['of this year, still to come', 6, ['2026-00007'], '2026-00007'],
    ['of a year to come, whatever was given this year', 99, ['2027-00001'], '2027-00001'],
  ])('with the year: %s', (_, last, given, expected) => {
    expect(collidingNumber('{year}-{number:5}', last, given, NOW)).toBe(expected);
  });
});
