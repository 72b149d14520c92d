import type { Address } from '../cart/cart';
import { CommerceError } from '../errors';
import type { Order } from '../orders/order';

/**
 * An order that is still open needs its address and its e-mail: it is to be paid, or to be shipped.
 *
 * @throws CommerceError status_not_allowed `{from, to, allowed, orders}`
 */
export function checkErasable(orders: readonly { number: string; status: string }[]): void {
  const open = orders.filter(({ status }) => status === 'open').map(({ number }) => number);
  if (open.length === 0) return;
  throw new CommerceError(
    'status_not_allowed',
    `Nothing was erased: these orders are still open, and are to be completed or cancelled first: ${open.join(', ')}`,
    { from: 'open', to: 'erased', allowed: ['completed', 'cancelled'], orders: open }
  );
}

/**
 * An order without the person: what was sold when, for how much and with which tax stays, and so does where to, as far as
 * a tax depends on it. Words that staff wrote about it go too: nobody knows whom they name.
 */
export function eraseOrder(order: Order, by: string, at: Date): Order {
  return {
    ...order,
    // An edit that was prepared before must not bring the person back.
    revision: order.revision + 1,
    email: '',
    account: null,
    billing: regionOf(order.billing),
    shipping: regionOf(order.shipping),
    instructions: null,
    lines: order.lines.map((line) => ({ ...line, data: null })),
    payments: order.payments.map((payment) => ({
      ...payment,
      action: null,
      reason: null,
      operations: payment.operations.map((operation) => ({ ...operation, reason: null })),
    })),
    fulfilments: order.fulfilments.map((fulfilment) => ({
      ...fulfilment,
      trackingNumber: null,
      trackingUrl: null,
    })),
    refunds: order.refunds.map((refund) => ({ ...refund, reason: null })),
    history: [
      ...order.history.map(({ note: _, ...entry }) => entry),
      { at: at.toISOString(), by, step: 'note', from: null, to: 'erased' },
    ],
  };
}

function regionOf({ country, state }: Address): Address {
  return { ...(country ? { country } : {}), ...(state ? { state } : {}) };
}
