import { useMemo } from 'react';

import type { BlockViewDto } from '../../../server/contracts/layout';
import { useViewBlocksQuery } from '../../api/layout';
import { useSettled } from '../../components/use-settled';
import { type DraftBlock, wishesOf } from './composition';

export type Views = ReadonlyMap<string, BlockViewDto>;

/** What blocks show at an instant, saved or not, by their keys; the last answer stands until there is another one. */
export function useViews(
  blocks: readonly DraftBlock[],
  { locale, at }: { locale: string; at: string | null }
): Views {
  const asked = useMemo(() => JSON.stringify(blocks), [blocks]);
  // By its text: the same blocks in another list are no other question.
  const settled = useSettled(asked);
  const { keys, wishes } = useMemo(() => {
    const read = JSON.parse(settled) as DraftBlock[];
    return { keys: read.map(({ key }) => key), wishes: wishesOf(read) };
  }, [settled]);
  const { data } = useViewBlocksQuery({ locale, at, blocks: wishes }, { skip: keys.length === 0 });
  return useMemo(
    () => new Map(keys.flatMap((key, index) => viewAt(data, key, index))),
    [keys, data]
  );
}

function viewAt(
  views: BlockViewDto[] | undefined,
  key: string,
  index: number
): [string, BlockViewDto][] {
  const view = views?.[index];
  return view ? [[key, view]] : [];
}
