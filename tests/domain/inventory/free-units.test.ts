import fc from 'fast-check';

import { freeUnits, type HeldUnits } from '../../../server/domain/inventory/free-units';

const held = (others: number, earlier = 0, own = 0): HeldUnits => ({ others, earlier, own });

describe('rule 7.1: the units that are there for one cart', () => {
  it.each([
    ['all of them, when nobody keeps any', 5, undefined, 5],
    ['those that others do not keep', 5, held(3), 2],
    ['none, when others keep all', 3, held(3), 0],
    ['its own, too, which others do not keep', 5, held(3, 3, 2), 2],
    ['any number of what is not counted', null, held(3), null],
    ['none of what is sold out', 0, held(0), 0],
  ])('are %s', (_, stock, units, expected) => {
    expect(freeUnits(stock, units)).toBe(expected);
  });

  describe('when an editor has taken some off the shelf that carts keep', () => {
    it.each([
      ['the first of two keeps the only one', 1, held(1, 0, 1), 1],
      ['the second of two has none', 1, held(1, 1, 1), 0],
      ['the second keeps what the first leaves', 3, held(2, 2, 2), 1],
      ['a cart without a hold has none', 1, held(2), 0],
      ['nobody has any', 0, held(1, 0, 1), 0],
      ['fewer than none are none', 1, held(5, 5, 3), 0],
    ])('%s', (_, stock, units, expected) => {
      expect(freeUnits(stock, units)).toBe(expected);
    });
  });

  it('law: carts together never have more than there is, and somebody has all that is left', () => {
    const anyHolds = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(anyHolds, fc.integer({ min: 0, max: 30 }), (holds, stock) => {
        const all = holds.reduce((sum, units) => sum + units, 0);
        const theirs = holds.map((own, index) => {
          const earlier = holds.slice(0, index).reduce((sum, units) => sum + units, 0);
          return Math.min(own, freeUnits(stock, held(all - own, earlier, own)) ?? own);
        });
        expect(theirs.reduce((sum, units) => sum + units, 0)).toBe(Math.min(all, stock));
      })
    );
  });
});
