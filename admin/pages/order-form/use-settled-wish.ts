import { useMemo } from 'react';

import { useSettled } from '../../components/use-settled';

/** What is asked of the server, once nobody has typed for a moment: by what it says, since every rendering makes a new one. */
export function useSettledWish<Wish>(wish: Wish | null) {
  const said = JSON.stringify(wish);
  const settledText = useSettled(said);
  const settled = useMemo(() => JSON.parse(settledText) as Wish | null, [settledText]);
  return { settled, isTyping: said !== settledText };
}
