import { useCallback, useEffect, useRef, useState } from 'react';

import { useRebuildStepMutation } from '../../api/rebuild';
import { addStep, beginRun, breakOff, type RebuildRun } from './rebuild-run';

/**
 * Asks for one step after the other until all products are through. Leaving the page ends it after the step that is
 * under way: each product is checked or mended by itself, so nothing is left half-done.
 */
export function useRebuild() {
  const [askForStep] = useRebuildStepMutation();
  const [run, setRun] = useState<RebuildRun | null>(null);
  const latest = useRef(0);

  useEffect(
    () => () => {
      latest.current += 1;
    },
    []
  );

  const start = useCallback(
    async (dryRun: boolean) => {
      const mine = (latest.current += 1);
      let state = beginRun(dryRun);
      setRun(state);
      while (state.state === 'running') {
        const answer = await askForStep({ dryRun, after: state.next });
        if (latest.current !== mine) return;
        state = 'data' in answer ? addStep(state, answer.data) : breakOff(state, answer.error);
        setRun(state);
      }
    },
    [askForStep]
  );

  return { run, start };
}
