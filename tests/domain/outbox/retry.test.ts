import { MOST_ATTEMPTS, retryAt } from '../../../server/domain/outbox/retry';

const now = new Date('2026-03-01T12:00:00.000Z');
const minutes = (attempts: number) => {
  const at = retryAt(attempts, now);
  return at && (at.getTime() - now.getTime()) / 60_000;
};

it('waits a minute, then twice as long each time, and four hours at most', () => {
  expect([1, 2, 3, 8, 9, 14].map(minutes)).toEqual([1, 2, 4, 128, 240, 240]);
});

it('ends after the last attempt, more than a day later', () => {
  expect([MOST_ATTEMPTS, MOST_ATTEMPTS + 1].map(minutes)).toEqual([null, null]);
  const all = Array.from({ length: MOST_ATTEMPTS - 1 }, (_, index) => minutes(index + 1) ?? 0);
  expect(all.reduce((sum, one) => sum + one, 0)).toBeGreaterThan(24 * 60);
});
