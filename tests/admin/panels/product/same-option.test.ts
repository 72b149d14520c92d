import { nextPosition, sameOption } from '../../../../admin/panels/product/same-option';

it.each([
  ['Red', 'Red'],
  [' rEd ', 'Red'],
  ['Re', undefined],
  ['Redder', undefined],
])('%j is %j', (name, expected) => {
  expect(sameOption([{ name: 'Red' }, { name: 'Blue' }], name)?.name).toBe(expected);
});

it.each([
  ['none yet', [], 0],
  ['never put in an order', [0, 0], 0],
  ['in an order', [1, 3, 2], 4],
])('the place of a new one: %s', (_what, positions, expected) => {
  expect(nextPosition(positions.map((position) => ({ position })))).toBe(expected);
});
