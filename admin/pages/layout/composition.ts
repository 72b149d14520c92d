import type {
  BlockElsewhereDto,
  BlockWishDto,
  ComposedBlockDto,
  CompositionDto,
} from '../../../server/contracts/layout';

/** A block on the editor's table: with a name of its own until it is saved. */
export interface DraftBlock extends Omit<ComposedBlockDto, 'documentId' | 'stage'> {
  key: string;
  documentId: string | null;
  /** null: it was never saved in this language. */
  stage: ComposedBlockDto['stage'] | null;
}

export type Position = DraftBlock['position'];

let made = 0;
const newKey = () => `new-${(made += 1)}`;

export function draftsOf({ blocks }: CompositionDto): DraftBlock[] {
  return blocks.map((block) => ({ ...block, key: block.documentId }));
}

export function newBlock(position: Position): DraftBlock {
  return {
    key: newKey(),
    documentId: null,
    stage: null,
    position,
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
  };
}

/** Another one like it, right behind it. */
export function withCopy(blocks: DraftBlock[], key: string): DraftBlock[] {
  return blocks.flatMap((block) =>
    block.key === key
      ? [block, { ...block, key: newKey(), documentId: null, stage: null, removed: false }]
      : [block]
  );
}

/** A block of another language, to be translated: products and categories that are unknown here stay behind. */
export function takenOver({ locale: _, ...block }: BlockElsewhereDto): DraftBlock {
  return { ...block, key: block.documentId, stage: null };
}

export function withChange(blocks: DraftBlock[], changed: DraftBlock): DraftBlock[] {
  return blocks.map((block) => (block.key === changed.key ? changed : block));
}

/** What was never saved is gone at once; everything else is marked, so that it can be put back. */
export function withoutBlock(blocks: DraftBlock[], key: string): DraftBlock[] {
  return blocks.flatMap((block) => {
    if (block.key !== key) return [block];
    return block.stage === null ? [] : [{ ...block, removed: true }];
  });
}

/** To the place of another one, which makes room. */
export function withMove(blocks: DraftBlock[], key: string, overKey: string): DraftBlock[] {
  const from = blocks.findIndex((block) => block.key === key);
  const to = blocks.findIndex((block) => block.key === overKey);
  const block = blocks[from];
  if (!block || to < 0) return blocks;
  const others = blocks.filter((one) => one !== block);
  return [...others.slice(0, to), block, ...others.slice(to)];
}

export function wishesOf(blocks: readonly DraftBlock[]): BlockWishDto[] {
  return blocks.map(({ key: _key, stage: _stage, image, products, categories, ...block }) => ({
    ...block,
    image: image?.id ?? null,
    products: products.map(({ documentId }) => documentId),
    categories: categories.map(({ documentId }) => documentId),
  }));
}

/** Whether there is something to save. */
export function differs(blocks: readonly DraftBlock[], saved: CompositionDto): boolean {
  return JSON.stringify(wishesOf(blocks)) !== JSON.stringify(wishesOf(draftsOf(saved)));
}

/** Whether shoppers see something else than what is saved. */
export const isPublished = ({ blocks }: CompositionDto) =>
  blocks.every(({ stage, removed }) => stage === 'published' && !removed);
