// cspell:ignore ABCDEFGHJKLMNPQRSTUVWXYZ
import {
  drawCode,
  drawCodes,
  possibleCodes,
  readPattern,
  roomFor,
} from '../../../server/domain/discounts/code-pattern';

const patternOf = (text: string) => {
  const { pattern, fault } = readPattern(text);
  if (!pattern) throw new Error(fault);
  return pattern;
};

/** Counts up: every choice comes in its turn. */
const counting = () => {
  let next = 0;
  return (limit: number) => (next += 1) % limit;
};

describe('a pattern of codes', () => {
  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['SUMMER', 'no_placeholder'],
    ['A B##', 'characters'],
    ['=CMD|#', 'characters'],
    ['#'.repeat(65), 'too_long'],
  ])('"%s" is none: %s', (text, fault) => {
    expect(readPattern(text)).toEqual({ pattern: null, fault });
  });

  it.each([
    ['##', '64'],
    ['??', '576'],
    ['**', '1024'],
    ['X#', '8'],
    ['sale-????-####', '1358954496'],
    ['*'.repeat(64), String(32n ** 64n)],
  ])('%s makes %s codes', (text, possible) => {
    expect(String(possibleCodes(patternOf(text)))).toBe(possible);
  });

  it('is stored as codes are: in capitals', () => {
    expect(drawCode(patternOf(' summer-# '), () => 0)).toBe('SUMMER-2');
  });

  it('makes nothing that is taken for something else when it is read out', () => {
    const seen = new Set<string>();
    for (let index = 0; index < 32; index += 1) seen.add(drawCode(patternOf('*'), () => index));
    expect([...seen].sort().join('')).toBe('23456789ABCDEFGHJKLMNPQRSTUVWXYZ');
    const letters = Array.from({ length: 24 }, (_, index) => drawCode(patternOf('?'), () => index));
    expect(letters.join('')).toBe('ABCDEFGHJKLMNPQRSTUVWXYZ');
  });

  it('uses each random number for one character, below the number of choices', () => {
    const asked: number[] = [];
    drawCode(patternOf('A#?*'), (limit) => asked.push(limit) * 0);
    expect(asked).toEqual([8, 24, 32]);
  });

  it.each([
    ['#', 9, 'none'],
    ['#', 8, 'guessable'],
    ['###', 1, 'guessable'],
    ['****', 1048, 'enough'],
    ['****', 1049, 'guessable'],
  ] as const)('%s for %d codes: %s', (text, count, room) => {
    expect(roomFor(patternOf(text), count)).toBe(room);
  });

  it('draws different codes that are not taken, to the last one', () => {
    const taken = new Set(['A2', 'A3']);
    const drawn = drawCodes(patternOf('A#'), 6, taken, counting());
    expect([...drawn].sort()).toEqual(['A4', 'A5', 'A6', 'A7', 'A8', 'A9']);
    expect(drawCodes(patternOf('A#'), 7, taken, counting())).toHaveLength(6);
  });
});
