import {
  detailChanges,
  figureChanges,
  lineChanges,
} from '../../../../../admin/pages/order/edit/edit-changes';
import type { AdminOrderDto } from '../../../../../server/contracts/orders';

type Item = AdminOrderDto['items'][number];
const item = (id: string, quantity: number, total = '10.00') => ({ id, quantity, total }) as Item;

it('tells lines that grew, shrank, went and came, and no others', () => {
  const before = [item('a', 1), item('b', 2, '20.00'), item('c', 3, '30.00'), item('d', 1)];
  const after = [item('a', 1), item('b', 3, '33.00'), item('d', 2), item('e', 1, '5.00')];
  expect(
    lineChanges(before, after).map(({ item: { id }, from, to, total }) => [id, from, to, total])
  ).toEqual([
    ['b', 2, 3, '33.00'],
    ['c', 3, 0, '30.00'],
    ['d', 1, 2, '10.00'],
    ['e', 0, 1, '5.00'],
  ]);
});

it('tells a discount, shipping and tax where there is or was any', () => {
  const totals = (figures: object) =>
    ({
      subtotal: '0.00',
      discount: '0.00',
      shipping: '0.00',
      tax: '0.00',
      total: '0.00',
      ...figures,
    }) as AdminOrderDto['totals'];
  const figures = figureChanges(totals({ discount: '1.00' }), totals({ shipping: '2.00' }));
  expect(figures.map(({ figure, from, to }) => [figure, from, to])).toEqual([
    ['subtotal', '0.00', '0.00'],
    ['discount', '1.00', '0.00'],
    ['shipping', '0.00', '2.00'],
    ['total', '0.00', '0.00'],
  ]);
});

it('tells what else is otherwise', () => {
  const before = { email: 'a@x', billing: {}, shipping: {}, instructions: null };
  const after = { email: 'a@x', billing: { city: 'York' }, shipping: {}, instructions: 'Ring' };
  expect(
    detailChanges(before as unknown as AdminOrderDto, after as unknown as AdminOrderDto)
  ).toEqual(['billing', 'instructions']);
});
