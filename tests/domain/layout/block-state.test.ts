import { type Block, POSITIONS } from '../../../server/domain/layout/block';
import { blockState } from '../../../server/domain/layout/block-state';
import { makeBlock } from './make-block';

const noon = new Date('2026-11-27T12:00:00Z');
const before = new Date(noon.getTime() - 1);
const something = { products: 1, categories: 1 };
const nothing = { products: 0, categories: 0 };
const state = (block: Partial<Block>, at = noon, contents = something) =>
  blockState(makeBlock({ heading: 'Hello', html: '<p>Hi</p>', ...block }), contents, at);

describe('a block', () => {
  it('stands on the page from the instant at which its window opens until the one at which it closes', () => {
    expect(state({ visibleFrom: noon }, before)).toBe('coming');
    expect(state({ visibleFrom: noon }, noon)).toBe('shown');
    expect(state({ visibleUntil: noon }, before)).toBe('shown');
    expect(state({ visibleUntil: noon }, noon)).toBe('over');
    expect(state({ visibleFrom: before, visibleUntil: noon }, before)).toBe('shown');
  });

  it('is hidden first of all, then over or coming, and empty only when it could be seen', () => {
    const empty = { heading: null, position: 'products' as const };
    expect(state({ ...empty, visible: false, visibleUntil: before }, noon, nothing)).toBe('hidden');
    expect(state({ ...empty, visibleUntil: before }, noon, nothing)).toBe('over');
    expect(state({ ...empty, visibleFrom: noon }, before, nothing)).toBe('coming');
    expect(state(empty, noon, nothing)).toBe('empty');
  });

  it.each(POSITIONS)('of kind %s is empty with nothing in it', (position) => {
    expect(state({ position, heading: null, html: null }, noon, nothing)).toBe('empty');
    expect(state({ position, heading: '  ', html: ' \n' }, noon, nothing)).toBe('empty');
  });

  it.each([
    ['products', 'empty', 'shown', 'empty'],
    ['categories', 'empty', 'empty', 'shown'],
    ['html', 'empty', 'empty', 'empty'],
    ['hero', 'shown', 'shown', 'shown'],
    ['banner', 'shown', 'shown', 'shown'],
    ['featured', 'shown', 'shown', 'shown'],
  ] as const)(
    'of kind %s with a heading alone is %s, with products %s, with categories %s',
    (position, heading, products, categories) => {
      const of = { position, html: null };
      expect(state(of, noon, nothing)).toBe(heading);
      expect(state({ ...of, heading: null }, noon, { products: 1, categories: 0 })).toBe(products);
      expect(state({ ...of, heading: null }, noon, { products: 0, categories: 1 })).toBe(
        categories
      );
    }
  );

  it('of HTML is carried by its HTML, a banner by its picture', () => {
    expect(state({ position: 'html', heading: null }, noon, nothing)).toBe('shown');
    const image = {
      id: 1,
      url: '/a.png',
      alternativeText: null,
      width: 1,
      height: 1,
      formats: null,
    };
    expect(state({ position: 'banner', heading: null, image }, noon, nothing)).toBe('shown');
  });
});
