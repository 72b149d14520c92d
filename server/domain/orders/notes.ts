import type { Order } from './order';

/** What staff want to remember about an order stands in its history, where nobody takes it out again. */
export function withNote(order: Order, note: string, { by, at }: { by: string; at: Date }): Order {
  const entry = { at: at.toISOString(), by, step: 'note', from: null, to: 'note', note } as const;
  return { ...order, history: [...order.history, entry] };
}
