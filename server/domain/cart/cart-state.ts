import type { Cart } from './cart';

/** How staff tell carts apart: in use, left by their shopper, or ordered. */
export type CartState = 'open' | 'abandoned' | 'checked_out';

const HOUR = 60 * 60 * 1000;

/** Where the shop reminds nobody of a cart, an hour is what counts as having gone. */
const HOURS_WITHOUT_REMINDERS = 1;

/** Open carts that nobody has touched since then were left; the same hours as with the reminder. */
export function idleSince(reminder: { afterHours: number } | false, now: Date): Date {
  const hours = reminder ? reminder.afterHours : HOURS_WITHOUT_REMINDERS;
  return new Date(now.getTime() - hours * HOUR);
}

export function cartState(
  { status, lastActivityAt }: Pick<Cart, 'status'> & { lastActivityAt: Date },
  idle: Date
): CartState {
  if (status === 'checked_out') return 'checked_out';
  return lastActivityAt > idle ? 'open' : 'abandoned';
}
