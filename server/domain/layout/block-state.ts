import type { Block } from './block';

/** Whether a block stands on its page at an instant, and why not. */
export type BlockState = 'shown' | 'hidden' | 'coming' | 'over' | 'empty';

/** How much of what it wants to show can be shown. */
export interface Contents {
  products: number;
  categories: number;
}

/**
 * A block is shown when it is switched on, inside `[visibleFrom, visibleUntil)` (rules 3.1) and not empty. Of several
 * reasons the one is told that an editor has to look at first.
 */
export function blockState(block: Block, contents: Contents, at: Date): BlockState {
  const { visible, visibleFrom, visibleUntil } = block;
  if (!visible) return 'hidden';
  if (visibleUntil !== null && visibleUntil <= at) return 'over';
  if (visibleFrom !== null && at < visibleFrom) return 'coming';
  return isEmpty(block, contents) ? 'empty' : 'shown';
}

/**
 * A list without anything in it is empty, whatever its heading says; so is HTML without HTML. The other kinds are
 * carried by their words or their picture, and by products or categories just as well.
 */
export function isEmpty(block: Block, { products, categories }: Contents): boolean {
  switch (block.position) {
    case 'products':
      return products === 0;
    case 'categories':
      return categories === 0;
    case 'html':
      return isBlank(block.html);
    case 'hero':
    case 'banner':
    case 'featured':
      return (
        isBlank(block.heading) &&
        isBlank(block.text) &&
        block.image === null &&
        products + categories === 0
      );
  }
}

const isBlank = (text: string | null) => text === null || text.trim() === '';
