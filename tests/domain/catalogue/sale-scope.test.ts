import fc from 'fast-check';

import {
  reachOf,
  type SaleCategory,
  type SaleScope,
  type SaleTarget,
  withDescendants,
} from '../../../server/domain/catalogue/sale-scope';

const scope = (chosen: Partial<Record<'products' | 'categories', string[]>>, all = false) => ({
  allProducts: all,
  products: new Set(chosen.products),
  categories: new Set(chosen.categories),
});
/** Options by type: `{ Size: ['S'] }`. */
const category = (
  documentId: string,
  parent: string | null = null,
  options: Record<string, string[]> = {}
): SaleCategory => ({
  documentId,
  parent,
  options: new Map(Object.entries(options).map(([type, ids]) => [type, new Set(ids)])),
});
const product = (categories: string[] = [], variations: string[][] = [[]]): SaleTarget => ({
  documentId: 'mug',
  categories: new Set(categories),
  variations: variations.map((options) => new Set(options)),
});

const TREE = [
  category('home'),
  category('kitchen', 'home'),
  category('cups', 'kitchen'),
  category('red', null, { Colour: ['red', 'pink'] }),
  category('small-red', null, { Colour: ['red', 'pink'], Size: ['s'] }),
  category('reds', null),
  category('below-reds', 'reds', { Colour: ['red'] }),
];

describe('reachOf (rules 3.3)', () => {
  it.each<[string, SaleScope, SaleTarget, boolean]>([
    ['an empty scope reaches nothing', scope({}), product(['cups'], [['red']]), false],
    ['everything', scope({}, true), product(), true],
    ['a chosen product', scope({ products: ['mug'] }), product(), true],
    ['another product', scope({ products: ['jug'] }), product(), false],
    ['assigned to a chosen category', scope({ categories: ['cups'] }), product(['cups']), true],
    ['assigned two levels below', scope({ categories: ['home'] }), product(['cups']), true],
    ['assigned above', scope({ categories: ['cups'] }), product(['home']), false],
    [
      'assigned to a category that is not chosen',
      scope({ categories: ['red'] }),
      product(['cups']),
      false,
    ],
    ['matched by a filter', scope({ categories: ['red'] }), product([], [['blue'], ['red']]), true],
    ['OR within a type', scope({ categories: ['red'] }), product([], [['pink']]), true],
    ['AND across types', scope({ categories: ['small-red'] }), product([], [['red', 's']]), true],
    [
      'on one variation',
      scope({ categories: ['small-red'] }),
      product([], [['red'], ['s']]),
      false,
    ],
    ['no filter matches nothing', scope({ categories: ['home'] }), product([], [['red']]), false],
    ['no live variation matches nothing', scope({ categories: ['red'] }), product([], []), false],
    [
      'the filter of a category below is not its own',
      scope({ categories: ['reds'] }),
      product([], [['red']]),
      false,
    ],
    ['a category that is gone', scope({ categories: ['gone'] }), product(['cups']), false],
  ])('%s', (_name, chosen, target, expected) => {
    expect(reachOf(chosen, TREE)(target)).toBe(expected);
  });

  it('a wider scope reaches no less', () => {
    const ids = TREE.map(({ documentId }) => documentId);
    const anySome = fc.subarray(ids);
    const anyProduct = fc
      .tuple(anySome, fc.array(fc.subarray(['red', 'pink', 's', 'blue']), { maxLength: 3 }))
      .map(([categories, variations]) => product(categories, variations));
    fc.assert(
      fc.property(anySome, anySome, anyProduct, (some, more, target) => {
        const narrow = reachOf(scope({ categories: some }), TREE)(target);
        const wide = reachOf(scope({ categories: [...some, ...more] }), TREE)(target);
        expect(narrow && !wide).toBe(false);
      })
    );
  });
});

describe('withDescendants', () => {
  it('ends in a circle, which nobody should have made', () => {
    const circle = [category('a', 'c'), category('b', 'a'), category('c', 'b'), category('d')];
    expect([...withDescendants(new Set(['b']), circle)].sort()).toEqual(['a', 'b', 'c']);
  });

  it('finds children that are listed before their parents', () => {
    const found = withDescendants(new Set(['home']), [...TREE].reverse());
    expect([...found].sort()).toEqual(['cups', 'home', 'kitchen']);
  });
});
