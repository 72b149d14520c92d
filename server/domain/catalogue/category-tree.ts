import type { CategoryNode } from './category';

/** What a tree is made of. */
export interface Placed {
  documentId: string;
  parent: string | null;
}

/**
 * Categories as a tree, in the order in which they are given. One whose parent is not among them is a root: what is
 * published never disappears because its parent is a draft, outside its window or deleted.
 */
export function buildTree<Item extends Placed>(items: readonly Item[]): CategoryNode<Item>[] {
  const known = new Set(items.map(({ documentId }) => documentId));
  const childrenOf = new Map<string | null, Item[]>();
  for (const item of items) {
    const above = item.parent !== null && known.has(item.parent) ? item.parent : null;
    childrenOf.set(above, [...(childrenOf.get(above) ?? []), item]);
  }
  const grow = (parent: string | null): CategoryNode<Item>[] =>
    (childrenOf.get(parent) ?? []).map((category) => ({
      category,
      children: grow(category.documentId),
    }));
  return grow(null);
}

/** The tree without what is not meant for menus, and without what is below that. */
export function menuOf<Item extends { inMenu: boolean }>(
  tree: readonly CategoryNode<Item>[]
): CategoryNode<Item>[] {
  return tree
    .filter(({ category }) => category.inMenu)
    .map(({ category, children }) => ({ category, children: menuOf(children) }));
}

/** The way from a root down to the category, which is the last. A circle, which nobody should have made, ends it. */
export function pathTo<Item extends Placed>(items: readonly Item[], documentId: string): Item[] {
  const byId = new Map(items.map((item) => [item.documentId, item]));
  const path = new Set<Item>();
  let next = byId.get(documentId);
  while (next && !path.has(next)) {
    path.add(next);
    next = next.parent === null ? undefined : byId.get(next.parent);
  }
  return [...path].reverse();
}

/** All categories below one, at any depth, without itself. */
export function descendantsOf<Item extends Placed>(
  items: readonly Item[],
  documentId: string
): Item[] {
  const found = new Set<Item>();
  const below = new Set([documentId]);
  for (let grown = true; grown;) {
    const size = found.size;
    for (const item of items) {
      if (item.parent === null || !below.has(item.parent) || item.documentId === documentId)
        continue;
      found.add(item);
      below.add(item.documentId);
    }
    grown = found.size > size;
  }
  return [...found];
}
