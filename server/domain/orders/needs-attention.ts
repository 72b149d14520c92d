import { type ToShip, toShip } from './to-ship';

/** Which orders somebody should look at, in words that a database can be asked in. */
export interface NeedsAttention {
  toShip: ToShip;
  /** To be shipped, and placed before this. */
  lateBefore: Date;
  /** With a refund that was refused, and placed since this. */
  refundsSince: Date;
}

const DAY = 24 * 60 * 60 * 1000;
const LATE_DAYS = 3;
const REFUND_DAYS = 180;

/**
 * A payment that failed on an order that is still open; an order to ship that is more than three days old; money that
 * should have gone back and did not, in orders of the last half year.
 */
export function needsAttention(outside: readonly string[], now: Date): NeedsAttention {
  return {
    toShip: toShip(outside),
    lateBefore: new Date(now.getTime() - LATE_DAYS * DAY),
    refundsSince: new Date(now.getTime() - REFUND_DAYS * DAY),
  };
}
