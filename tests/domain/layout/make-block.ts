import type { Block, StoredBlock } from '../../../server/domain/layout/block';

/** A block with nothing in it. */
export function makeBlock(block: Partial<Block> = {}): Block {
  return {
    position: 'hero',
    visible: true,
    visibleFrom: null,
    visibleUntil: null,
    heading: null,
    text: null,
    html: null,
    linkLabel: null,
    linkUrl: null,
    image: null,
    products: [],
    categories: [],
    source: 'chosen',
    limit: null,
    removed: false,
    ...block,
  };
}

export function makeStored(
  documentId: string,
  sortOrder: number,
  block: Partial<Block> = {}
): StoredBlock {
  return { ...makeBlock(block), documentId, sortOrder };
}
