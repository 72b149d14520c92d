import type { StoredBlock } from './block';
import { changedFields } from './same-block';

/** Whether shoppers see a block as it is drafted, as it was, or not at all. */
export type BlockStage = 'draft' | 'modified' | 'published';

export function stageOf(draft: StoredBlock, published: StoredBlock | undefined): BlockStage {
  if (!published) return 'draft';
  const differs = draft.sortOrder !== published.sortOrder;
  return differs || changedFields(published, draft).length > 0 ? 'modified' : 'published';
}
