import { arrangeFacets } from '../../../server/domain/catalogue/facets';
import type { Category } from '../../../server/domain/catalogue/category';
import { searchWords } from '../../../server/domain/catalogue/search-words';
import { money } from '../../../server/domain/money/money';

const count = (type: string, value: string, position = 0) => ({ type, value, position, count: 1 });
const ranges = { price: { min: money(1), max: money(2) }, onSale: 3, inStock: 4 };

describe('facets', () => {
  it('come in the order of the shop: types as configured, values by position, then by name', () => {
    const options = [
      count('Zip', 'yes'),
      count('Colour', 'Red'),
      count('Colour', 'Blue'),
      count('Age', '3'),
      count('Size', 'L', 3),
      count('Size', 'S', 1),
    ];
    const facets = arrangeFacets(options, ranges, [], new Map(), ['Size', 'Colour']);
    expect(
      facets.options.map(({ type, values }) => [type, values.map(({ value }) => value)])
    ).toEqual([
      ['Size', ['S', 'L']],
      ['Colour', ['Blue', 'Red']],
      ['Age', ['3']],
      ['Zip', ['yes']],
    ]);
    expect(facets).toMatchObject(ranges);
  });

  it('name the categories in their order, without those that nothing is in', () => {
    const categories = [1, 2, 3].map(
      (rowId) => ({ rowId, slug: `s${rowId}`, title: `t${rowId}` }) as Category
    );
    const counts = new Map([
      [3, 7],
      [1, 2],
      [2, 0],
    ]);
    expect(arrangeFacets([], ranges, categories, counts, []).categories).toEqual([
      { slug: 's1', title: 't1', count: 2 },
      { slug: 's3', title: 't3', count: 7 },
    ]);
  });
});

describe('words to search for', () => {
  it.each([
    ['', []],
    ['   ', []],
    ['Red  red tea', ['red', 'tea']],
    [' 100%\u00a0wool ', ['100%', 'wool']],
    ['a b c d e f g h i j', ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']],
  ])('%j', (text, words) => {
    expect(searchWords(text)).toEqual(words);
  });
});
