import { lowStock } from '../../../server/domain/orders/low-stock';

const told = (before: number | null, units: number, threshold: number | null) => {
  const thing = { type: 'mug', documentId: 'a', sku: 'MUG' };
  const things = [
    { ...thing, stock: before },
    { ...thing, documentId: 'b', stock: 100 },
  ];
  return lowStock(things, [{ ...thing, change: -units }], threshold).map(({ stock }) => stock);
};

it.each([
  [5, 2, 3, [3]],
  [5, 5, 3, [0]],
  [5, 1, 3, []],
  [3, 1, 3, []],
  [4, 1, 3, [3]],
  [1, 1, 0, [0]],
  [null, 1, 3, []],
  [5, 5, null, []],
])('%s units, %s taken, with the threshold %s: %j', (before, units, threshold, stocks) => {
  expect(told(before, units, threshold)).toEqual(stocks);
});
