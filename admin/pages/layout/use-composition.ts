import { useAPIErrorHandler, useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';

import type { CompositionDto } from '../../../server/contracts/layout';
import type { ApiError } from '../../api/api-error';
import {
  type PageOf,
  useFindCompositionQuery,
  useSaveCompositionMutation,
  useSettleCompositionMutation,
} from '../../api/layout';
import { useText } from '../../text/use-text';
import { differs, type DraftBlock, draftsOf, wishesOf } from './composition';
import { type BlockFault, faultsOf, isMeanwhile } from './faults';

/** A page on the editor's table: what is saved, what was changed since, and what the server said to it. */
export function useComposition(of: PageOf) {
  const text = useText();
  const { toggleNotification } = useNotification();
  const { _unstableFormatAPIError: formatApiError } = useAPIErrorHandler();
  const query = useFindCompositionQuery(of, { refetchOnMountOrArgChange: true });
  const [save] = useSaveCompositionMutation();
  const [settle] = useSettleCompositionMutation();
  // What was answered last, by whichever of them; what is asked anew does not overwrite the editor's work.
  const [answered, setAnswered] = useState<CompositionDto | null>(null);
  const [edited, setEdited] = useState<DraftBlock[] | null>(null);
  const [faults, setFaults] = useState<BlockFault[]>([]);
  const [isBehind, setIsBehind] = useState(false);
  const [busyWith, setBusyWith] = useState<'save' | 'publish' | 'discard' | null>(null);

  const saved = answered ?? query.currentData ?? null;
  const blocks = edited ?? (saved ? draftsOf(saved) : []);
  const isChanged = saved !== null && differs(blocks, saved);

  const change = (next: (blocks: DraftBlock[]) => DraftBlock[]) => {
    setEdited(next(blocks));
    setFaults([]);
  };

  const adopt = (composition: CompositionDto) => {
    setAnswered(composition);
    setEdited(null);
    setFaults([]);
    setIsBehind(false);
  };

  const refuse = (error: ApiError) => {
    const found = faultsOf(error, blocks);
    setFaults(found);
    if (isMeanwhile(error)) setIsBehind(true);
    else {
      const message = found.length > 0 ? text('layout.look-at-faults') : formatApiError(error);
      toggleNotification({ type: 'danger', message });
    }
  };

  const put = async (from: CompositionDto): Promise<CompositionDto | null> => {
    const wish = { ...of, version: from.version, blocks: wishesOf(blocks) };
    const answer = await save(wish);
    if ('error' in answer) {
      refuse(answer.error);
      return null;
    }
    return answer.data;
  };

  const doing = (what: NonNullable<typeof busyWith>, work: () => Promise<void>) => async () => {
    if (busyWith) return;
    setBusyWith(what);
    try {
      await work();
    } finally {
      setBusyWith(null);
    }
  };

  const saveDraft = doing('save', async () => {
    const composition = saved && (await put(saved));
    if (!composition) return;
    adopt(composition);
    toggleNotification({ type: 'success', message: text('layout.saved') });
  });

  /** Publishing is saving first: what is on the table is what shoppers shall see. */
  const publish = doing('publish', async () => {
    const drafted = saved && isChanged ? await put(saved) : saved;
    if (!drafted) return;
    if (isChanged) adopt(drafted);
    await finish(drafted, 'publish', text('layout.published'));
  });

  const discard = doing('discard', async () => {
    if (saved) await finish(saved, 'discard', text('layout.discarded'));
  });

  const finish = async (seen: CompositionDto, how: 'publish' | 'discard', done: string) => {
    const answer = await settle({ ...of, version: seen.version, how });
    if ('error' in answer) {
      refuse(answer.error);
      return;
    }
    adopt(answer.data);
    toggleNotification({ type: 'success', message: done });
  };

  /** Gives up what was changed here, for what somebody else has saved. */
  const reload = async () => {
    const { data } = await query.refetch();
    if (data) adopt(data);
  };

  return {
    query,
    saved,
    blocks,
    isChanged,
    isBehind,
    faults,
    busyWith,
    change,
    undo: () => {
      setEdited(null);
      setFaults([]);
    },
    saveDraft,
    publish,
    discard,
    reload,
  };
}

export type Composing = ReturnType<typeof useComposition>;
