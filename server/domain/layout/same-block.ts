import type { Block } from './block';

/** What an editor sets, in the order in which it is told that it changed. */
export const BLOCK_FIELDS = [
  'position',
  'visible',
  'visibleFrom',
  'visibleUntil',
  'heading',
  'text',
  'html',
  'linkLabel',
  'linkUrl',
  'image',
  'products',
  'categories',
  'source',
  'limit',
] as const satisfies (keyof Block)[];
export type BlockField = (typeof BLOCK_FIELDS)[number];

/** The fields in which two blocks differ; nothing and an empty text are the same. */
export function changedFields(before: Block, after: Block): BlockField[] {
  return BLOCK_FIELDS.filter((field) => keyOf(before, field) !== keyOf(after, field));
}

function keyOf(block: Block, field: BlockField): string {
  const value = block[field];
  if (field === 'image') return String(block.image?.id ?? '');
  return JSON.stringify(value === '' ? null : value);
}
