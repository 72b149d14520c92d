import type { OrderPaymentStatus } from './payment-status';

/** Which orders wait for somebody to pack them, in words that a database can be asked in. */
export interface ToShip {
  /** The money is there or reserved. */
  secured: readonly OrderPaymentStatus[];
  /** Ways to pay outside the shop, which may be shipped before: on invoice, cash on delivery. */
  outside: readonly string[];
  /** What the money of those may still be. */
  waiting: readonly OrderPaymentStatus[];
}

/**
 * Open orders of which something is left, that are paid, authorized, or paid outside the shop. The same that a parcel
 * asks for (`planFulfilment`), but for orders whose money went back whole: nobody waits for those.
 */
export function toShip(outside: readonly string[]): ToShip {
  return {
    secured: ['authorized', 'paid', 'partially_refunded'],
    outside,
    waiting: ['pending', 'failed'],
  };
}
