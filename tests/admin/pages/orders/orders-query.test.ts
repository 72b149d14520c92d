import { isFiltered, ordersQuery } from '../../../../admin/pages/orders/orders-query';

it('an empty address is the first page of everything', () => {
  const query = ordersQuery({});
  expect(query).toEqual({ page: 1, pageSize: 20 });
  expect(isFiltered(query)).toBe(false);
});

it('page, search and filters are read from the address', () => {
  const query = ordersQuery({
    page: '3',
    pageSize: '50',
    _q: 'sewell',
    status: 'open',
    paymentStatus: 'paid',
  });
  expect(query).toEqual({
    page: 3,
    pageSize: 50,
    q: 'sewell',
    status: 'open',
    paymentStatus: 'paid',
  });
  expect(isFiltered(query)).toBe(true);
});

it.each([
  [{ page: '0' }],
  [{ page: '-2' }],
  [{ page: '1.5' }],
  [{ page: 'two' }],
  [{ status: 'lost' }],
  [{ status: 'toString' }],
  [{ paymentStatus: '' }],
  [{ _q: '' }],
])('what is no filter of ours counts as none: %p', (address) => {
  expect(ordersQuery(address)).toEqual({ page: 1, pageSize: 20 });
});
