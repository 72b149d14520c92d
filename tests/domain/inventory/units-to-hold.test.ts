import { refKey, type Sellable } from '../../../server/domain/catalogue/sellable';
import { unitsToHold } from '../../../server/domain/inventory/units-to-hold';
import { line, sellable } from '../support/sellables';

const things = (...all: Sellable[]) => new Map(all.map((thing) => [refKey(thing), thing]));
const mug = (stock: number | null) => sellable({ stock });

describe('rule 7.3: a cart keeps', () => {
  it('what it wants', () => {
    expect(unitsToHold([line({ quantity: 3 })], things(mug(5)))).toEqual([
      { type: 'variation', documentId: 'mug', quantity: 3 },
    ]);
  });

  it('all lines of one thing together', () => {
    const lines = [
      line({ quantity: 2 }),
      line({ id: 'b', lineKey: 'key-b', data: { engraving: 'Ada' }, quantity: 1 }),
    ];
    expect(unitsToHold(lines, things(mug(5)))).toMatchObject([{ quantity: 3 }]);
  });

  it('at most what is there for it', () => {
    expect(unitsToHold([line({ quantity: 3 })], things(mug(2)))).toMatchObject([{ quantity: 2 }]);
  });

  it.each([
    ['is sold out', mug(0)],
    ['is not counted', mug(null)],
    ['is not for sale', sellable({ stock: 5, forSale: false })],
    ['exists no more', sellable({ documentId: 'another', stock: 5 })],
  ])('nothing of what %s', (_, thing) => {
    expect(unitsToHold([line()], things(thing))).toEqual([]);
  });

  it('things in one order, whatever that of the lines: two carts meet on the same row first', () => {
    const [a, b] = [
      sellable({ type: 'course', documentId: 'z', stock: 5 }),
      sellable({ documentId: 'a', stock: 5 }),
    ];
    const lines = [line({ documentId: 'a' }), line({ id: 'b', type: 'course', documentId: 'z' })];
    const keys = (some: typeof lines) => unitsToHold(some, things(a, b)).map(refKey);
    expect(keys(lines)).toEqual(['course/z', 'variation/a']);
    expect(keys([...lines].reverse())).toEqual(['course/z', 'variation/a']);
  });
});
