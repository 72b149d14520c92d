import type { Order } from '../domain/orders/order';
import { changeTracking, planFulfilment, type Tracking } from '../domain/orders/plan-fulfilment';
import type { DecideStep, OrderSteps } from './order-steps';
import type { Payments } from './payments';
import { idOf, keyedBy, type StaffTerms } from './shopper';

/** A parcel as staff pack it. */
export interface ParcelRequest extends Omit<Tracking, 'shippedAt'> {
  /** null: everything that is left. */
  items: { lineId: string; quantity: number }[] | null;
  /** null: now. */
  shippedAt: Date | null;
}

export type TrackingRequest = Partial<Omit<Tracking, 'shippedAt'>> & { shippedAt?: Date };

export type Fulfilments = ReturnType<typeof createFulfilments>;

/** The parcels of orders. Two who pack at once never ship more than there is: each parcel is a step of the order. */
export function createFulfilments(shop: { steps: OrderSteps; payments: Payments }) {
  const { steps, payments } = shop;

  /** @throws CommerceError not_found, item_not_found, invalid_quantity, status_not_allowed, idempotency_conflict */
  async function ship(
    documentId: string,
    { shippedAt, ...parcel }: ParcelRequest,
    terms: StaffTerms
  ): Promise<Order> {
    const id = idOf(terms);
    const pack: DecideStep = (order, now) => {
      if (order.fulfilments.some((fulfilment) => fulfilment.id === id)) return null;
      const paidOutside = payments.isOffline(order.paymentMethod ?? '');
      const wish = { ...parcel, shippedAt: (shippedAt ?? now).toISOString() };
      return { order: planFulfilment(order, wish, { id, paidOutside }) };
    };
    return steps.take(documentId, terms.by, pack, keyedBy(terms));
  }

  /** Corrects how a parcel can be followed. @throws CommerceError not_found */
  async function correct(
    documentId: string,
    id: string,
    { shippedAt, ...tracking }: TrackingRequest,
    by: string
  ): Promise<Order> {
    const change = {
      ...tracking,
      ...(shippedAt ? { shippedAt: shippedAt.toISOString() } : {}),
    };
    return steps.take(documentId, by, (order, now) => ({
      order: changeTracking(order, id, change, { by, at: now }),
    }));
  }

  return { ship, correct };
}
