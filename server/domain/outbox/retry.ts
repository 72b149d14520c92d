/** After so many attempts nobody tries by itself any more; that is about a day and a half. */
export const MOST_ATTEMPTS = 15;

const MINUTE = 60_000;
const FOUR_HOURS = 240 * MINUTE;

/**
 * When something that failed is tried again: after one minute, two, four, at last every four hours. null: it was tried
 * often enough, and somebody must look.
 */
export function retryAt(attempts: number, now: Date): Date | null {
  if (attempts >= MOST_ATTEMPTS) return null;
  const wait = Math.min(MINUTE * 2 ** (attempts - 1), FOUR_HOURS);
  return new Date(now.getTime() + wait);
}
