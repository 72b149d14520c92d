import fc from 'fast-check';

import { skuBase, slugOf } from '../../../server/domain/catalogue/sku';
import { takenNames, takeUniqueName } from '../../../server/domain/catalogue/unique-name';

const slugify = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

describe('SKUs and slugs', () => {
  it('a SKU is the slug and the options in their order', () => {
    expect(skuBase('shirt', [{ name: 'M' }, { name: 'Dark Red' }], slugify)).toBe(
      'shirt-m-dark-red'
    );
    expect(skuBase('shirt', [{ name: '★' }, { name: 'Red' }], slugify)).toBe('shirt-red');
    expect(skuBase('mug', [], slugify)).toBe('mug');
  });

  it('a title that leaves nothing becomes "product"', () => {
    expect(slugOf('Blue Mug', slugify)).toBe('blue-mug');
    expect(slugOf('★★★', slugify)).toBe('product');
  });

  it('a name that is taken gets the next free number, without regard to case', () => {
    const taken = takenNames(['Shirt', 'shirt-3']);
    expect(takeUniqueName('shirt', taken)).toBe('shirt-2');
    expect(takeUniqueName('shirt', taken)).toBe('shirt-4');
    expect(takeUniqueName('shirts', taken)).toBe('shirts');
  });

  it('any number of names are unique and fit a column of 255', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom('a', 'A', 'a-2'), fc.string({ maxLength: 400 }))),
        (wishes) => {
          const taken = takenNames(['a']);
          const names = wishes.map((wish) => takeUniqueName(wish, taken));
          expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
          for (const name of names) expect(name.length).toBeLessThanOrEqual(255);
        }
      )
    );
  });
});
