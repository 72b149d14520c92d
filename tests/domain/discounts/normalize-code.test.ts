import fc from 'fast-check';

import { normalizeCode } from '../../../server/domain/discounts/normalize-code';

describe('normalizeCode', () => {
  it.each(['SUMMER10', 'summer10', ' Summer10 ', '\tsUMMER10\n'])('D-30 %j is SUMMER10', (code) => {
    expect(normalizeCode(code)).toBe('SUMMER10');
  });

  it('keeps blanks inside, and takes an accent typed either way', () => {
    expect(normalizeCode('two words')).toBe('TWO WORDS');
    expect(normalizeCode('e\u0301te\u0301')).toBe(normalizeCode('\u00e9t\u00e9'));
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (code) => {
        expect(normalizeCode(normalizeCode(code))).toBe(normalizeCode(code));
      })
    );
  });
});
