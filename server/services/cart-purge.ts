import type { Settings } from '../config';
import { CommerceError } from '../domain/errors';
import type { Database } from '../storage/database';
import { forgetKeys } from '../storage/idempotency';
import {
  countStaleCarts,
  deleteStaleCarts,
  findStaleCarts,
  type Stale,
} from '../storage/stale-carts';
import { forgetHolds as forgetSomeHolds } from '../storage/stock-holds';
import { dayBefore, daysAfter, minutesAfter } from './shopper';

export interface PurgeRequest {
  /** Untouched for so many days; `cart.expiryDays` unless said otherwise. */
  days?: number;
  /** Only counts. */
  dryRun?: boolean;
  /** Carts that became orders as well; the orders stay as they are. */
  includeCheckedOut?: boolean;
}

/** Short transactions: nobody waits long for a cart that turned out to be in use. */
const CARTS_AT_ONCE = 200;

/** Longer than any database lets anybody wait for a lock. */
const MINUTES_OF_THE_LONGEST_REQUEST = 10;

/** A hundred years; beyond that a date is none. */
const MOST_DAYS = 36_500;

export type CartPurge = ReturnType<typeof createCartPurge>;

export function createCartPurge(shop: {
  settings: Settings;
  database: Database;
  clock: () => Date;
}) {
  const { settings, database, clock } = shop;

  /**
   * Lets go of carts by their last activity (rule 6.8). Several servers may do it at once, and a cart that a shopper
   * comes back to meanwhile stays.
   *
   * @returns how many carts are gone, or would be
   * @throws CommerceError invalid_input, for days that are no whole number from 1
   */
  async function purge({
    days = settings.cart.expiryDays,
    dryRun = false,
    includeCheckedOut = false,
  }: PurgeRequest = {}): Promise<{ carts: number }> {
    checkDays(days);
    const stale = { until: daysAfter(clock(), -days), orderedToo: includeCheckedOut };
    if (dryRun) return { carts: await countStaleCarts(database.read, stale) };
    return { carts: await deleteAll(stale) };
  }

  async function deleteAll(stale: Stale): Promise<number> {
    let carts = 0;
    for (let after = 0; ;) {
      const rows = await findStaleCarts(database.read, stale, { after, most: CARTS_AT_ONCE });
      const last = rows.at(-1);
      if (last === undefined) return carts;
      carts += await database.transaction((trx) => deleteStaleCarts(trx, stale, rows));
      after = last;
    }
  }

  /** Keys of requests that nobody can repeat any more. */
  async function forgetRequests(): Promise<void> {
    const before = dayBefore(clock());
    while ((await database.write((db) => forgetKeys(db, before))) > 0);
  }

  /** What carts kept, and keep no more. Whoever is in the middle of a request may still see it as their own. */
  async function forgetHolds(): Promise<void> {
    const before = minutesAfter(clock(), -MINUTES_OF_THE_LONGEST_REQUEST);
    while ((await database.write((db) => forgetSomeHolds(db, before))) > 0);
  }

  return { purge, forgetRequests, forgetHolds };
}

function checkDays(days: unknown): void {
  if (Number.isInteger(days) && Number(days) >= 1 && Number(days) <= MOST_DAYS) return;
  const message = `must be a whole number from 1 to ${MOST_DAYS}`;
  throw new CommerceError('invalid_input', `The days ${message}`, {
    issues: [{ path: 'days', message }],
  });
}
