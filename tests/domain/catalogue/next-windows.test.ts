import { nextWindows } from '../../../server/domain/catalogue/next-windows';
import { money } from '../../../server/domain/money/money';

const day = (number: number) => new Date(Date.UTC(2026, 10, number));
const offer = (from: number | null, to: number | null) => ({
  saleId: 'sale',
  price: money(1),
  from: from === null ? null : day(from),
  to: to === null ? null : day(to),
});
const NOW = 20;

it.each([
  ['nothing is coming', [], null, null],
  ['open ends never come', [offer(null, null)], null, null],
  ['what begins and ends at this instant has done so', [offer(20, 20)], null, null],
  ['the first of several', [offer(25, 30), offer(22, 28), offer(10, 24)], 22, 24],
  ['a past start has an end', [offer(1, 21)], null, 21],
] as const)('%s', (_what, offers, start, end) => {
  expect(nextWindows(offers, day(NOW))).toEqual({
    start: start === null ? null : day(start),
    end: end === null ? null : day(end),
  });
});
