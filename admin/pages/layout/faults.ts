import type { ApiError } from '../../api/api-error';
import type { TextKey } from '../../text/get-translation';
import type { DraftBlock } from './composition';

/** What the server refused of a block. */
export interface BlockFault {
  key: string;
  field: string;
  words: TextKey;
}

const WORDS: Record<string, TextKey> = {
  linkUrl: 'layout.fault.link',
  visibleUntil: 'layout.fault.window',
  image: 'layout.fault.image',
  products: 'layout.fault.products',
  categories: 'layout.fault.categories',
};

interface Refusal {
  details?: { code?: string; issues?: { path: string }[] };
}

/** `blocks.2.linkUrl` is about the link of the third block. */
export function faultsOf(error: ApiError, blocks: readonly DraftBlock[]): BlockFault[] {
  const { details } = error as Refusal;
  return (details?.issues ?? []).flatMap(({ path }) => {
    const [, index, field = ''] = /^blocks\.(\d+)\.(\w+)/.exec(path) ?? [];
    const block = index === undefined ? undefined : blocks[Number(index)];
    return block ? [{ key: block.key, field, words: WORDS[field] ?? 'layout.fault.other' }] : [];
  });
}

/** Whether somebody else was faster. */
export const isMeanwhile = (error: ApiError) => (error as Refusal).details?.code === 'page_changed';
