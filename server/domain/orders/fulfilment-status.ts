import type { Order } from './order';
import { unitsOf } from './units';

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

/**
 * Derived, never set: how much of what was ordered has left (rule 8.6). What was given back before it could leave need
 * not: two of three shipped and the third refunded is all of it.
 */
export function fulfilmentStatus(
  order: Pick<Order, 'lines' | 'fulfilments' | 'refunds'>
): FulfilmentStatus {
  const units = order.lines.map((line) => unitsOf(order, line));
  if (units.every(({ shipped }) => shipped === 0)) return 'unfulfilled';
  return units.every(({ toShip }) => toShip === 0) ? 'fulfilled' : 'partial';
}
