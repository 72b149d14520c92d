import { grownLines } from '../../../server/domain/cart/grown-lines';
import { line } from '../support/sellables';

describe('the lines that have grown', () => {
  it('are new ones and those with more units', () => {
    const before = [line({ id: 'a', quantity: 1 }), line({ id: 'b', quantity: 2 })];
    const after = [
      line({ id: 'a', quantity: 1 }),
      line({ id: 'b', quantity: 3 }),
      line({ id: 'c' }),
    ];
    expect(grownLines(before, after).map(({ id }) => id)).toEqual(['b', 'c']);
  });

  it('are none when a cart shrinks, or stays as it is', () => {
    const before = [line({ id: 'a', quantity: 3 }), line({ id: 'b' })];
    expect(grownLines(before, [line({ id: 'a', quantity: 2 })])).toEqual([]);
    expect(grownLines(before, before)).toEqual([]);
  });
});
