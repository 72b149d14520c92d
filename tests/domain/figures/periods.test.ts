import {
  lastDays,
  periodBefore,
  periodOf,
  PERIOD_DAYS,
} from '../../../server/domain/figures/periods';

const NOW = new Date('2026-03-01T10:30:00.000Z');
const iso = ({ from, until }: { from: Date; until: Date }) => [
  from.toISOString(),
  until.toISOString(),
];

it.each([
  [1, '2026-03-01T00:00:00.000Z'],
  [7, '2026-02-23T00:00:00.000Z'],
  [30, '2026-01-31T00:00:00.000Z'],
])('the last %d days begin at a midnight and end with today', (days, from) => {
  expect(iso(periodOf(NOW, days))).toEqual([from, '2026-03-02T00:00:00.000Z']);
});

it.each([
  [1, '2026-02-28T00:00:00.000Z', '2026-02-28T10:30:00.000Z'],
  [7, '2026-02-16T00:00:00.000Z', '2026-02-22T10:30:00.000Z'],
  [30, '2026-01-01T00:00:00.000Z', '2026-01-30T10:30:00.000Z'],
])('the %d days before end as early in their last day as it is now', (days, from, until) => {
  expect(iso(periodBefore(NOW, days))).toEqual([from, until]);
});

it('a time and the time before never meet', () => {
  for (const days of PERIOD_DAYS) {
    expect(periodBefore(NOW, days).until.getTime()).toBeLessThanOrEqual(
      periodOf(NOW, days).from.getTime()
    );
  }
});

it('days follow each other without a gap', () => {
  const days = lastDays(NOW, 30);
  expect(days).toHaveLength(30);
  days.slice(1).forEach(({ from }, index) => {
    expect(from).toEqual(days[index]!.until);
  });
  expect(iso(days.at(-1)!)).toEqual(['2026-03-01T00:00:00.000Z', '2026-03-02T00:00:00.000Z']);
});
