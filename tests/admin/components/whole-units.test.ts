import { wholeUnits } from '../../../admin/components/whole-units';

it.each([
  ['2', 3, 2],
  ['9', 3, 3],
  ['-1', 3, 0],
  ['1.9', 3, 1],
  ['', 3, 0],
  ['two', 3, 0],
])('"%s" of %i are %i units', (typed, most, units) => {
  expect(wholeUnits(typed, most)).toBe(units);
});
