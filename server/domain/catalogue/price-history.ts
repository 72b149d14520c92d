import type { Amount } from '../money/money';
import { currentPrice } from './current-price';
import type { Priced } from './priced';

/** From when on something costs what; null: it has no price. The next entry ends it. */
export interface PriceEntry {
  at: Date;
  price: Amount | null;
}

const DAY = 24 * 60 * 60 * 1000;
const DAYS_TO_SHOW = 30;

/**
 * The history of a price once it is decided what a thing costs from `now` on. It runs ahead of the clock: where the
 * window of a sale price begins and ends is written down beforehand, so that both are exact although nobody writes
 * anything then; whoever changes the price meanwhile replaces what is still to come.
 *
 * 20.00, on sale for 15.00 from Monday to Friday → … 20.00, Monday 15.00, Friday 20.00.
 */
export function continueHistory(
  history: readonly PriceEntry[],
  priced: Priced,
  now: Date
): PriceEntry[] {
  const past = history.filter(({ at }) => at < now);
  return forgetOld(withoutRepeats([...past, ...timetable(priced, now)]), now);
}

/**
 * What a shop in the EU shows beside a reduced price (directive 98/6/EC, article 6a): the lowest price in force during
 * the 30 days before the present reduction began, or before the next one begins. A reduction begins whenever its price
 * does: 37.00 → 21.00 → 30.00 shows 21.00. Null when none is on or coming, and when it had no price before.
 *
 * @param history as `continueHistory` gives it
 */
export function lowestPrice30d(
  history: readonly PriceEntry[],
  priced: Priced,
  now: Date
): Amount | null {
  const at = reducedAt(priced, now);
  const start = at && history.findLast((entry) => entry.at <= at)?.at;
  if (!start) return null;
  const since = daysBefore(start);
  return history.reduce<Amount | null>((least, { at: from, price }, index) => {
    const until = history[index + 1]?.at;
    const inForce = from < start && until !== undefined && until > since;
    return !inForce || price === null || least?.lte(price) ? least : price;
  }, null);
}

/** An instant of the present reduction, else of the coming one. */
function reducedAt(priced: Priced, now: Date): Date | null {
  if (currentPrice(priced, now).onSale) return now;
  const { saleFrom } = priced;
  if (saleFrom === null || saleFrom <= now) return null;
  return currentPrice(priced, saleFrom).onSale ? saleFrom : null;
}

/** What it costs now, and from each later instant at which that changes by itself. */
function timetable(priced: Priced, now: Date): PriceEntry[] {
  const { saleFrom, saleTo } = priced;
  const later = [saleFrom, saleTo].filter((at): at is Date => at !== null && at > now);
  return [now, ...later.sort((a, b) => a.getTime() - b.getTime())].map((at) => ({
    at,
    price: currentPrice(priced, at).price,
  }));
}

function withoutRepeats(history: readonly PriceEntry[]): PriceEntry[] {
  return history.reduce<PriceEntry[]>((kept, entry) => {
    const before = kept.at(-1);
    return before && samePrice(before.price, entry.price) ? kept : [...kept, entry];
  }, []);
}

/** What no reduction can ask about any more: it ended 30 days before the price of today began. */
function forgetOld(history: readonly PriceEntry[], now: Date): PriceEntry[] {
  const today = history.findLast(({ at }) => at <= now);
  if (!today) return [...history];
  const since = daysBefore(today.at);
  return history.filter((_, index) => {
    const until = history[index + 1]?.at;
    return until === undefined || until > since;
  });
}

const daysBefore = (at: Date) => new Date(at.getTime() - DAYS_TO_SHOW * DAY);

const samePrice = (a: Amount | null, b: Amount | null) =>
  a === null || b === null ? a === b : a.eq(b);
