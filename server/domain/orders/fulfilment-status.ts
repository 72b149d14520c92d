/** A parcel that left. */
export interface Fulfilment {
  id: string;
  carrier: string | null;
  trackingNumber: string | null;
  trackingUrl: string | null;
  items: { lineId: string; sku: string | null; quantity: number }[];
  shippedAt: string;
}

export type FulfilmentStatus = 'unfulfilled' | 'partial' | 'fulfilled';

/** Derived, never set: how much of what was ordered has left (rule 8.6). */
export function fulfilmentStatus(
  ordered: readonly { quantity: number }[],
  fulfilments: readonly Fulfilment[]
): FulfilmentStatus {
  const units = ordered.reduce((sum, { quantity }) => sum + quantity, 0);
  const left = fulfilments
    .flatMap(({ items }) => items)
    .reduce((sum, { quantity }) => sum + quantity, 0);
  if (left === 0) return 'unfulfilled';
  return left < units ? 'partial' : 'fulfilled';
}
