import type { Category } from '../../../server/domain/catalogue/category';
import { membersOf, ruleOf } from '../../../server/domain/catalogue/category-members';
import { money } from '../../../server/domain/money/money';

let rows = 0;
const category = (wish: Partial<Category> = {}): Category => ({
  rowId: (rows += 1),
  documentId: `c${rows}`,
  slug: `c${rows}`,
  title: `C${rows}`,
  image: null,
  parent: null,
  inMenu: true,
  includeDescendants: true,
  hasProducts: false,
  options: new Map(),
  sale: null,
  priceMin: null,
  priceMax: null,
  combined: true,
  extra: {},
  ...wish,
});

describe('what lets a product into a category', () => {
  it.each<[string, Partial<Category>, boolean, boolean]>([
    ['nothing but being assigned', {}, false, false],
    ['assigned, whatever combined says', { combined: false, hasProducts: true }, false, false],
    ['options', { options: new Map([['Size', ['s']]]) }, true, false],
    ['a sale', { sale: 'sale' }, true, false],
    ['a least price of 0, which is a bound', { priceMin: money(0) }, true, false],
    ['a highest price of 0', { priceMax: money(0) }, true, false],
    ['both, when combined and assigned', { sale: 'sale', hasProducts: true }, true, true],
    ['either, when not', { sale: 'sale', hasProducts: true, combined: false }, true, false],
  ])('%s', (_, wish, filtered, both) => {
    const rule = ruleOf(category(wish));
    expect([rule.filter !== null, rule.both]).toEqual([filtered, both]);
  });

  it('keeps the types apart: OR within one, AND across them', () => {
    const options = new Map([
      ['Size', ['s', 'm']],
      ['Colour', ['red']],
    ]);
    expect(ruleOf(category({ options })).filter?.options).toEqual([['s', 'm'], ['red']]);
  });

  it('is a rule for itself, and one for each category below it unless that is switched off', () => {
    const top = category();
    const middle = category({ parent: top.documentId, includeDescendants: false });
    const bottom = category({ parent: middle.documentId, sale: 'sale' });
    const all = [bottom, top, middle, category()];
    const rowsOf = (one: Category) => membersOf(one, all).map(({ rowId }) => rowId);
    expect(rowsOf(top).sort()).toEqual([top.rowId, middle.rowId, bottom.rowId].sort());
    expect(rowsOf(middle)).toEqual([middle.rowId]);
    expect(rowsOf(bottom)).toEqual([bottom.rowId]);
  });
});
