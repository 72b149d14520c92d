import { useEffect, useRef } from 'react';

import type { ImportRunDto } from '../../../server/contracts/imports';
import { useForgetDocumentsMutation } from '../../api/imports';

/** What was imported is shown in the Content Manager and on our pages, which have read it before. */
export function useAfterImport(runs: readonly ImportRunDto[]): void {
  const [forget] = useForgetDocumentsMutation();
  const importing = runs.some(({ state, phase }) => state === 'running' && phase === 'import');
  const was = useRef(importing);
  useEffect(() => {
    if (was.current && !importing) void forget(undefined);
    was.current = importing;
  }, [importing, forget]);
}
