import { cartState, idleSince } from '../../../server/domain/cart/cart-state';

const NOW = new Date('2026-07-10T12:00:00Z');

it.each([
  [false as const, '2026-07-10T11:00:00.000Z'],
  [{ afterHours: 24 }, '2026-07-09T12:00:00.000Z'],
])('with the reminder %p a cart is left since %s', (reminder, since) => {
  expect(idleSince(reminder, NOW).toISOString()).toBe(since);
});

it.each([
  ['open' as const, 1, 'open'],
  ['open' as const, 0, 'abandoned'],
  ['checked_out' as const, 0, 'checked_out'],
  ['checked_out' as const, 1, 'checked_out'],
])('%s, touched %d ms after: %s', (status, after, state) => {
  const lastActivityAt = new Date(NOW.getTime() + after);
  expect(cartState({ status, lastActivityAt }, NOW)).toBe(state);
});
