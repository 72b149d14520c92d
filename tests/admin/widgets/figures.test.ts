import { barsOf } from '../../../admin/widgets/bars';
import { growth } from '../../../admin/widgets/growth';

it.each([
  ['150.00', '100.00', 0.5],
  ['50.00', '100.00', -0.5],
  ['0.00', '10.00', -1],
  ['10.00', '0.00', null],
  ['10.00', '-5.00', null],
])('%s after %s is a growth of %p', (now, before, grown) => {
  expect(growth(now, before)).toBe(grown);
});

it('the tallest bar takes all of the height, and a little is seen of the smallest', () => {
  expect(barsOf(['10.00', '5.00', '0.01', '0.00', '-3.00'], 60)).toEqual([
    { top: 0, height: 60 },
    { top: 30, height: 30 },
    { top: 58, height: 2 },
    { top: 60, height: 0 },
    { top: 60, height: 0 },
  ]);
});

it('a time without revenue has no bars', () => {
  expect(barsOf(['0.00', '0.00'], 60)).toEqual([
    { top: 60, height: 0 },
    { top: 60, height: 0 },
  ]);
});
