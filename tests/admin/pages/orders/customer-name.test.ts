import { customerName } from '../../../../admin/pages/orders/customer-name';

it.each([
  [{ firstName: 'Ada', lastName: 'Sewell', company: 'Mill Ltd' }, {}, 'Ada Sewell'],
  [{ lastName: 'Sewell' }, {}, 'Sewell'],
  [{ company: 'Mill Ltd' }, { firstName: 'Bo' }, 'Mill Ltd'],
  [{}, { firstName: 'Bo' }, 'Bo'],
  [{}, {}, ''],
])('billed to %p and sent to %p it is %p', (billing, shipping, name) => {
  expect(customerName({ billing, shipping })).toBe(name);
});
