/** From `from` until before `until`. */
export interface Period {
  from: Date;
  until: Date;
}

export const PERIOD_DAYS = [1, 7, 30] as const;
export type PeriodDays = (typeof PERIOD_DAYS)[number];

const DAY = 24 * 60 * 60 * 1000;

/** Midnight in UTC, where the shop's days begin. */
export const dayOf = (now: Date) => new Date(Math.floor(now.getTime() / DAY) * DAY);

const back = (at: Date, days: number) => new Date(at.getTime() - days * DAY);

/** The last days, the oldest first; the last one is today, as far as it has come. */
export function lastDays(now: Date, days: number): Period[] {
  const today = dayOf(now);
  return Array.from({ length: days }, (_, index) => {
    const from = back(today, days - 1 - index);
    return { from, until: back(from, -1) };
  });
}

/** The last days in one: today alone, or today and those before. */
export function periodOf(now: Date, days: number): Period {
  return { from: back(dayOf(now), days - 1), until: back(dayOf(now), -1) };
}

/** As many days before those, only as far as today has come: a morning is not held against a whole day. */
export function periodBefore(now: Date, days: number): Period {
  return { from: back(dayOf(now), 2 * days - 1), until: back(now, days) };
}
