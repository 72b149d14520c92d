import fc from 'fast-check';

import {
  buildTree,
  descendantsOf,
  menuOf,
  pathTo,
} from '../../../server/domain/catalogue/category-tree';
import { checkParent } from '../../../server/domain/catalogue/check-parent';
import type { CategoryNode } from '../../../server/domain/catalogue/category';

const of = (documentId: string, parent: string | null = null, inMenu = true) => ({
  documentId,
  parent,
  inMenu,
});
type Item = ReturnType<typeof of>;
const shown = (nodes: CategoryNode<Item>[]): unknown[] =>
  nodes.map(({ category: { documentId }, children }) =>
    children.length > 0 ? [documentId, shown(children)] : documentId
  );

const shop = [of('a'), of('b', 'a'), of('c', 'b'), of('d', 'a'), of('e')];
const circle = [of('x', 'z'), of('y', 'x'), of('z', 'y'), of('w', 'x')];

describe('a tree of categories', () => {
  it('keeps the given order on each level', () => {
    expect(shown(buildTree(shop))).toEqual([['a', [['b', ['c']], 'd']], 'e']);
    expect(shown(buildTree([...shop].reverse()))).toEqual(['e', ['a', ['d', ['b', ['c']]]]]);
  });

  it('makes a root of what hangs below something that is not there', () => {
    expect(shown(buildTree([of('c', 'gone'), of('d', 'c')]))).toEqual([['c', ['d']]]);
  });

  it('leaves out of menus what is not meant for them, with all below it', () => {
    const items = [of('a'), of('b', 'a', false), of('c', 'b'), of('d', 'a')];
    expect(shown(menuOf(buildTree(items)))).toEqual([['a', ['d']]]);
  });

  it('knows the way to each category, and all below it', () => {
    const path = (id: string) => pathTo(shop, id).map(({ documentId }) => documentId);
    expect([path('c'), path('a'), path('gone')]).toEqual([['a', 'b', 'c'], ['a'], []]);
    const below = (id: string) => descendantsOf(shop, id).map(({ documentId }) => documentId);
    expect(below('a').sort()).toEqual(['b', 'c', 'd']);
    expect(below('c')).toEqual([]);
  });

  it('ends, though the categories go in a circle', () => {
    expect(buildTree(circle)).toEqual([]);
    expect(pathTo(circle, 'y').map(({ documentId }) => documentId)).toEqual(['z', 'x', 'y']);
    expect(
      descendantsOf(circle, 'x')
        .map(({ documentId }) => documentId)
        .sort()
    ).toEqual(['w', 'y', 'z']);
  });

  it('shows every category once, whatever the order, as long as there is no circle', () => {
    const forest = fc
      .array(fc.nat(), { maxLength: 30 })
      .map((picks) =>
        picks.map((pick, index) =>
          of(`n${index}`, pick % (index + 1) === index ? null : `n${pick % (index + 1)}`)
        )
      );
    fc.assert(
      fc.property(forest, (items) => {
        const flat = (nodes: CategoryNode<Item>[]): string[] =>
          nodes.flatMap(({ category, children }) => [category.documentId, ...flat(children)]);
        expect(flat(buildTree(items)).sort()).toEqual(
          items.map(({ documentId }) => documentId).sort()
        );
        for (const item of items) {
          expect(() => checkParent(items, item.documentId)).not.toThrow();
          for (const below of descendantsOf(items, item.documentId)) {
            expect(pathTo(items, below.documentId)).toContain(item);
          }
        }
      })
    );
  });
});

describe('a parent', () => {
  it('is neither the category itself nor one below it', () => {
    expect(() => checkParent([of('a', 'a')], 'a')).toThrow('circle');
    for (const id of ['x', 'y', 'z']) expect(() => checkParent(circle, id)).toThrow('circle');
    // It only hangs below a circle that others made.
    expect(() => checkParent(circle, 'w')).not.toThrow();
    expect(() => checkParent(shop, 'c')).not.toThrow();
    expect(() => checkParent(shop, 'gone')).not.toThrow();
  });
});
