import { CommerceError } from '../errors';
import type { Fulfilment } from './fulfilment-status';
import type { Order } from './order';
import { statusNotAllowed } from './order-status';
import { isSecured } from './secured';
import { unitsOf } from './units';

/** How a parcel can be followed. */
export type Tracking = Pick<Fulfilment, 'carrier' | 'trackingNumber' | 'trackingUrl' | 'shippedAt'>;

export interface ParcelWish extends Tracking {
  /** null: everything that is left. */
  items: readonly { lineId: string; quantity: number }[] | null;
}

/**
 * Sends a parcel (rule 8.6). Never more of a line than was ordered, less what left and what was given back before it
 * could. Where the money is to come through a provider, it must be there or reserved; an order that is paid outside the
 * shop may leave before (on invoice, cash on delivery).
 *
 * @throws CommerceError status_not_allowed, item_not_found, invalid_quantity
 */
export function planFulfilment(
  order: Order,
  { items, ...tracking }: ParcelWish,
  { id, paidOutside }: { id: string; paidOutside: boolean }
): Order {
  if (order.status === 'cancelled') throw statusNotAllowed('cancelled', 'fulfilled', []);
  if (!isSecured(order) && !paidOutside) {
    throw statusNotAllowed(order.paymentStatus, 'fulfilled', ['paid', 'authorized']);
  }
  const left = order.lines.flatMap((line) => {
    const quantity = unitsOf(order, line).toShip;
    return quantity > 0 ? [{ lineId: line.id, sku: line.sku, quantity }] : [];
  });
  if (left.length === 0) throw statusNotAllowed(order.fulfilmentStatus, 'fulfilled', []);
  const packed = items?.map(({ lineId, quantity }, index) => {
    const line = order.lines.find((one) => one.id === lineId);
    if (!line) throw new CommerceError('item_not_found', 'This order has no such item');
    const most = left.find((one) => one.lineId === lineId)?.quantity ?? 0;
    if (quantity > most) throw tooMany(`items.${index}.quantity`, most);
    return { lineId, sku: line.sku, quantity };
  });
  const fulfilment: Fulfilment = { id, ...tracking, items: packed ?? left };
  return { ...order, fulfilments: [...order.fulfilments, fulfilment] };
}

/** Corrects how a parcel can be followed; what is in it stays. @throws CommerceError not_found */
export function changeTracking(
  order: Order,
  id: string,
  change: Partial<Tracking>,
  { by, at }: { by: string; at: Date }
): Order {
  if (!order.fulfilments.some((fulfilment) => fulfilment.id === id)) {
    throw new CommerceError('not_found', 'This order has no such parcel');
  }
  const { fulfilmentStatus } = order;
  return {
    ...order,
    history: [
      ...order.history,
      {
        at: at.toISOString(),
        by,
        step: 'fulfilment',
        from: fulfilmentStatus,
        to: fulfilmentStatus,
        note: 'Tracking corrected',
      },
    ],
    fulfilments: order.fulfilments.map((fulfilment) =>
      fulfilment.id === id ? { ...fulfilment, ...change } : fulfilment
    ),
  };
}

function tooMany(path: string, left: number): CommerceError {
  const message = `must be at most ${left}: no more are left to ship`;
  return new CommerceError('invalid_quantity', message, { issues: [{ path, message }] });
}
