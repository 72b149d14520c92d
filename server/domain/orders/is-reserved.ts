import type { Order } from './order';

/** Whether a provider has money reserved: what is due is captured then, and nobody is asked for it a second time. */
export function isReserved({ payments }: Pick<Order, 'payments'>): boolean {
  return payments.some(({ status }) => status === 'authorized');
}
