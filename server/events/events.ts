import { formatAmount } from '../domain/money/format';
import type { Order } from '../domain/orders/order';

/** Every event of the shop: a fact in the past tense, told after its transaction was committed. */
export interface EventPayloads {
  /** An order exists, with its stock taken. It may still wait for its payment. */
  'cartwright.order.placed': OrderFact;
  /** The whole amount of an order has arrived. */
  'cartwright.order.paid': OrderFact;
}

export interface OrderFact extends Record<string, unknown> {
  orderDocumentId: string;
  number: string;
  /** With exactly the currency's decimals. */
  total: string;
  currency: string;
}

export type EventName = keyof EventPayloads;

/** An event on its way into the outbox. */
export interface Fact<Name extends EventName = EventName> {
  name: Name;
  payload: EventPayloads[Name];
}

export function orderFact(order: Order): OrderFact {
  return {
    orderDocumentId: order.documentId,
    number: order.number,
    total: formatAmount(order.totals.total, order.currency),
    currency: order.currency,
  };
}
