import type { Order } from './order';
import { isSecured } from './secured';

/** When an order is cancelled unless it is paid before; null for one that is not on loan, or has left in part. */
export function expiryOf(order: Order): Date | null {
  const { status, fulfilmentStatus, holdExpiresAt } = order;
  const waits = status === 'open' && fulfilmentStatus === 'unfulfilled' && !isSecured(order);
  return waits ? holdExpiresAt : null;
}

/** `[from, to)`: at the very instant the hold is over. */
export function isExpired(order: Order, now: Date): boolean {
  const expiry = expiryOf(order);
  return expiry !== null && expiry <= now;
}
