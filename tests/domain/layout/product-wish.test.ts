import { POSITIONS } from '../../../server/domain/layout/block';
import { productWishOf } from '../../../server/domain/layout/product-wish';
import { makeBlock } from './make-block';

const chosen = { products: ['b', 'a'] };
const categories = ['c'];

describe('the products that a block wants', () => {
  it.each(POSITIONS)('are the chosen ones in their order, whatever its kind: %s', (position) => {
    const wish = productWishOf(makeBlock({ position, ...chosen, categories }));
    expect(wish).toEqual({ kind: 'chosen', products: ['b', 'a'], limit: 100 });
  });

  it.each([
    ['products', 'listed'],
    ['featured', 'listed'],
    ['hero', 'none'],
    ['banner', 'none'],
    ['html', 'none'],
    ['categories', 'none'],
  ] as const)('of kind %s with categories alone: %s', (position, kind) => {
    expect(productWishOf(makeBlock({ position, categories })).kind).toBe(kind);
    expect(productWishOf(makeBlock({ position }))).toEqual({ kind: 'none' });
  });

  it.each([
    ['newest', 'newest', false],
    ['popular', 'popularity', false],
    ['sale', 'newest', true],
  ] as const)('of the source %s are listed by %s', (source, order, onSale) => {
    const block = makeBlock({ position: 'products', source, ...chosen });
    const listed = { kind: 'listed', order, onSale, categories: null, limit: 12 };
    expect(productWishOf(block)).toEqual(listed);
    expect(productWishOf({ ...block, categories, limit: 3 })).toEqual({
      ...listed,
      categories,
      limit: 3,
    });
    expect(productWishOf({ ...block, position: 'hero' }).kind).toBe('chosen');
  });

  it('are as many as the block says', () => {
    const block = makeBlock({ position: 'products', limit: 1 });
    expect(productWishOf({ ...block, ...chosen })).toMatchObject({ limit: 1 });
    expect(productWishOf({ ...block, categories })).toMatchObject({ limit: 1 });
    expect(productWishOf({ ...block, categories, limit: null })).toMatchObject({ limit: 12 });
  });
});
