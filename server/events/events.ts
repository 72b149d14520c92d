import type { LineFact } from '../domain/cart/line-facts';
import { formatAmount } from '../domain/money/format';
import type { Order } from '../domain/orders/order';

/** Every event of the shop: a fact in the past tense, told after its transaction was committed. */
export interface EventPayloads {
  /** An order exists, with its stock taken. It may still wait for its payment. */
  'cartwright.order.placed': OrderFact;
  /** The whole amount of an order has arrived. */
  'cartwright.order.paid': OrderFact;
  /** A parcel left. */
  'cartwright.order.fulfilled': OrderFact & { fulfilmentId: string };
  /** Money went back to the shopper. */
  'cartwright.order.refunded': OrderFact & { refundId: string; amount: string };
  /** It will not be delivered: its units and its use of a code are free again. */
  'cartwright.order.cancelled': OrderFact;
  /** Staff ask the shopper to pay, by a link. */
  'cartwright.order.payment_requested': OrderFact;
  /** Units of an order came back. */
  'cartwright.stock.returned': OrderFact & { units: UnitsFact[] };
  /** An order or staff took so many units of a thing that few are left: `stock.lowStockThreshold` or fewer. */
  'cartwright.stock.low': LowStockFact;
  /** A thing was put in a cart, or more of it. */
  'cartwright.cart.item_added': CartItemFact;
  /** The quantity of a line was set. */
  'cartwright.cart.item_updated': CartItemFact;
  'cartwright.cart.item_removed': CartItemFact;
  /** All lines were removed at once. */
  'cartwright.cart.cleared': CartFact;
  /** Another cart was taken in: at login, or because the shopper asked. */
  'cartwright.cart.merged': CartFact;
  /** The cart became an order. */
  'cartwright.cart.checked_out': CartFact & { orderDocumentId: string };
}

export interface CartFact extends Record<string, unknown> {
  cartDocumentId: string;
}

export interface CartItemFact extends CartFact {
  itemId: string;
  type: string;
  documentId: string;
  sku: string | null;
  quantity: number;
  quantityBefore: number;
}

export interface OrderFact extends Record<string, unknown> {
  orderDocumentId: string;
  number: string;
  /** With exactly the currency's decimals. */
  total: string;
  currency: string;
}

export interface UnitsFact {
  type: string;
  documentId: string;
  units: number;
}

export interface LowStockFact extends Record<string, unknown> {
  type: string;
  documentId: string;
  sku: string | null;
  /** What is left. */
  stock: number;
  threshold: number;
  /** null when staff took them. */
  orderDocumentId: string | null;
}

export type EventName = keyof EventPayloads;

/** Which events are written down and told at least once; the others are told once, or lost with the server. */
const IS_KEPT: Record<EventName, boolean> = {
  'cartwright.order.placed': true,
  'cartwright.order.paid': true,
  'cartwright.order.fulfilled': true,
  'cartwright.order.refunded': true,
  'cartwright.order.cancelled': true,
  'cartwright.order.payment_requested': true,
  'cartwright.stock.returned': true,
  'cartwright.stock.low': true,
  'cartwright.cart.item_added': false,
  'cartwright.cart.item_updated': false,
  'cartwright.cart.item_removed': false,
  'cartwright.cart.cleared': false,
  'cartwright.cart.merged': false,
  'cartwright.cart.checked_out': true,
};

export const EVENT_NAMES = Object.keys(IS_KEPT) as EventName[];

export function isKept(name: string): boolean {
  return (IS_KEPT as Partial<Record<string, boolean>>)[name] ?? false;
}

/** An event on its way into the outbox. */
export interface Fact<Name extends EventName = EventName> {
  name: Name;
  payload: EventPayloads[Name];
}

/** What a write did to a cart. */
export type CartStep = 'adding' | 'setting' | 'cleared' | 'merged';

/** The facts of one write of a cart, each told once. */
export function cartFacts(
  step: CartStep | null,
  cartDocumentId: string,
  changes: readonly LineFact[]
): Fact[] {
  if (step === null) return [];
  if (step === 'cleared' || step === 'merged') {
    return [{ name: `cartwright.cart.${step}`, payload: { cartDocumentId } }];
  }
  return changes.map(({ what, line, quantity, quantityBefore }) => ({
    name: `cartwright.cart.${what}` as const,
    payload: {
      cartDocumentId,
      itemId: line.id,
      type: line.type,
      documentId: line.documentId,
      sku: line.sku,
      quantity,
      quantityBefore,
    },
  }));
}

/** What a step of an order made true. */
export function orderFacts(before: Order, after: Order, returned: UnitsFact[]): Fact[] {
  const payload = orderFact(after);
  const facts: Fact[] = [];
  // Money that comes for a cancelled order goes back: nobody is to pack for it.
  const pays = before.paymentStatus !== 'paid' && after.paymentStatus === 'paid';
  if (pays && after.status !== 'cancelled') {
    facts.push({ name: 'cartwright.order.paid', payload });
  }
  for (const { id } of after.fulfilments.slice(before.fulfilments.length)) {
    facts.push({ name: 'cartwright.order.fulfilled', payload: { ...payload, fulfilmentId: id } });
  }
  for (const { id, status, amount } of after.refunds) {
    const earlier = before.refunds.find((refund) => refund.id === id);
    if (status !== 'done' || earlier?.status === 'done') continue;
    const refunded = { refundId: id, amount: formatAmount(amount, after.currency) };
    facts.push({ name: 'cartwright.order.refunded', payload: { ...payload, ...refunded } });
  }
  if (before.status !== 'cancelled' && after.status === 'cancelled') {
    facts.push({ name: 'cartwright.order.cancelled', payload });
  }
  if (returned.length > 0) {
    facts.push({ name: 'cartwright.stock.returned', payload: { ...payload, units: returned } });
  }
  return facts;
}

export function orderFact(order: Order): OrderFact {
  return {
    orderDocumentId: order.documentId,
    number: order.number,
    total: formatAmount(order.totals.total, order.currency),
    currency: order.currency,
  };
}
