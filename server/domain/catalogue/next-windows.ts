import type { Offer } from './sale-price';

/** When the next of these sale prices begins, and when the next one ends; null when none does. */
export function nextWindows(
  offers: readonly Offer[],
  now: Date
): { start: Date | null; end: Date | null } {
  const next = (dates: (Date | null)[]) =>
    dates
      .filter((date): date is Date => date !== null && date > now)
      .sort((a, b) => a.getTime() - b.getTime())[0] ?? null;
  return { start: next(offers.map(({ from }) => from)), end: next(offers.map(({ to }) => to)) };
}
