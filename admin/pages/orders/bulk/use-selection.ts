import { useState } from 'react';

import type { OrderNameDto } from '../../../../server/contracts/order-desk';

/** The chosen orders by their documents, with their numbers; those of other pages too. */
export type Chosen = ReadonlyMap<string, string>;

export interface Selection {
  chosen: Chosen;
  add: (orders: readonly OrderNameDto[]) => void;
  remove: (orders: readonly OrderNameDto[]) => void;
  clear: () => void;
}

const NONE: Chosen = new Map();

/** Begins anew when the list is about something else: `about` are its filters. */
export function useSelection(about: string): Selection {
  const [kept, setKept] = useState({ about, chosen: NONE });
  const chosen = kept.about === about ? kept.chosen : NONE;
  const keep = (changed: Chosen) => {
    setKept({ about, chosen: changed });
  };
  return {
    chosen,
    add: (orders) => {
      keep(new Map([...chosen, ...orders.map(toPair)]));
    },
    remove: (orders) => {
      const gone = new Set(orders.map(({ documentId }) => documentId));
      keep(new Map([...chosen].filter(([documentId]) => !gone.has(documentId))));
    },
    clear: () => {
      keep(NONE);
    },
  };
}

const toPair = ({ documentId, number }: OrderNameDto) => [documentId, number] as const;
