import type { Order } from '../../../server/domain/orders/order';
import { placeOrder } from '../../../server/domain/orders/place-order';
import { money, ZERO } from '../../../server/domain/money/money';
import type { Refund } from '../../../server/domain/orders/refund';
import { type HandMadeCart, priceByHand } from '../../support/hand-made-cart';

export const NOON = new Date('2026-06-01T12:00:00.000Z');

/** An order of a hand-made cart: priced by the real pipeline, frozen by the real rule. */
export async function orderOf(cart: HandMadeCart, wish: Partial<Order> = {}): Promise<Order> {
  const priced = await priceByHand(cart);
  const order = placeOrder(priced, {
    documentId: 'order',
    number: '7',
    lineIds: priced.lines.map((_, index) => `line-${index}`),
    paymentDocumentId: 'payment',
    paymentMethod: 'manual',
    asks: false,
    account: null,
    source: 'shopper',
    by: 'shopper',
    locale: null,
    currency: cart.config?.currency ?? 'EUR',
    placedAt: NOON,
    holdExpiresAt: null,
  });
  return { ...order, ...wish };
}

export function refundOf(wish: Partial<Refund>): Refund {
  return {
    id: 'refund',
    at: NOON.toISOString(),
    by: 'Ada',
    reason: null,
    status: 'done',
    amount: ZERO,
    tax: ZERO,
    lines: [],
    shipping: ZERO,
    overpaid: ZERO,
    restock: false,
    operations: [],
    creditNote: null,
    ...wish,
  };
}

export const paidWith = (order: Order, captured: string): Order => ({
  ...order,
  payments: order.payments.map((payment) => ({ ...payment, captured: money(captured) })),
});
