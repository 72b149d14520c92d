import { needsAttention } from '../../../server/domain/orders/needs-attention';
import { toShip } from '../../../server/domain/orders/to-ship';

it('money that went back whole is not waited for', () => {
  const { secured, outside, waiting } = toShip(['manual']);
  expect(secured).toEqual(['authorized', 'paid', 'partially_refunded']);
  expect(outside).toEqual(['manual']);
  expect(waiting).not.toContain('cancelled');
});

it('three days are late, half a year is long enough for a refund', () => {
  const found = needsAttention([], new Date('2026-07-10T12:00:00Z'));
  expect(found.lateBefore.toISOString()).toBe('2026-07-07T12:00:00.000Z');
  expect(found.refundsSince.toISOString()).toBe('2026-01-11T12:00:00.000Z');
});
