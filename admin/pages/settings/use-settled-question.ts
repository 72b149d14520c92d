import { useMemo } from 'react';

import { useSettled } from '../../components/use-settled';

/** A question to the server once nobody types any more; the same question is the same object. */
export function useSettledQuestion<Body>(body: Body): Body {
  const settled = useSettled(JSON.stringify(body));
  return useMemo(() => JSON.parse(settled) as Body, [settled]);
}
