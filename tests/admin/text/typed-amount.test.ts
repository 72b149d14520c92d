import { typedAmount } from '../../../admin/text/typed-amount';

it.each([
  ['de', '12,50', '12.50'],
  ['de', ' 12 ', '12'],
  ['de', '12.50', '12.50'],
  ['fr', '0,5', '0.5'],
  ['en', '12.50', '12.50'],
  // A comma in English stands between thousands: it is not for us to guess.
  ['en', '1,234', '1,234'],
  ['de', '1.234,50', '1.234,50'],
  ['de', '1,2,3', '1,2,3'],
  ['en', '', ''],
])('in %s, "%s" is meant as "%s"', (locale, typed, meant) => {
  expect(typedAmount(typed, locale)).toBe(meant);
});
