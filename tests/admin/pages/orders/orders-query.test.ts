import {
  filtersOf,
  isFiltered,
  ordersQuery,
  questionOf,
  sameFilters,
} from '../../../../admin/pages/orders/orders-query';

const NOW = new Date(2026, 6, 15, 14, 30);

it('an empty address is the first page of everything', () => {
  expect(ordersQuery({}, NOW)).toEqual({ page: 1, pageSize: 20 });
  expect(isFiltered(filtersOf({}))).toBe(false);
});

it('page, search and filters are read from the address', () => {
  const address = {
    page: '3',
    pageSize: '50',
    _q: 'sewell',
    status: 'open',
    paymentStatus: 'paid',
    fulfilmentStatus: 'partial',
    totalFrom: '12.50',
    country: 'DE',
    discountCode: 'SUMMER & SUN',
    toShip: 'true',
    sort: 'total:asc',
  };
  const { _q, page: _, pageSize: __, ...same } = address;
  expect(ordersQuery(address, NOW)).toEqual({ page: 3, pageSize: 50, q: 'sewell', ...same });
  expect(isFiltered(filtersOf(address))).toBe(true);
});

it.each([
  [{ page: '0' }],
  [{ page: '-2' }],
  [{ page: '1.5' }],
  [{ page: 'two' }],
  [{ status: 'lost' }],
  [{ status: 'toString' }],
  [{ status: ['open'] }],
  [{ paymentStatus: '' }],
  [{ _q: ' ' }],
  [{ _q: 'x'.repeat(256) }],
  [{ from: '2026-13-01' }],
  [{ from: 'today' }],
  [{ totalFrom: '1,50' }],
  [{ totalTo: '-1' }],
  [{ country: 'Germany' }],
  [{ toShip: 'false' }],
  [{ period: 'year' }],
  [{ sort: 'token:asc' }],
  [{ sort: 'placedAt:desc' }],
  [{ view: 'x' }],
])('what is no filter of ours counts as none: %p', (address) => {
  expect(ordersQuery(address, NOW)).toEqual({ page: 1, pageSize: 20 });
});

it.each([
  ['today', new Date(2026, 6, 15)],
  ['week', new Date(2026, 6, 9)],
  ['month', new Date(2026, 6, 1)],
])('the period %s begins at a midnight where the editor is', (period, from) => {
  expect(questionOf({ period }, NOW)).toEqual({ from: from.toISOString() });
});

it('two dates hold both of their days, and a period is stronger', () => {
  const dates = { from: '2026-07-01', to: '2026-07-31' };
  expect(questionOf(dates, NOW)).toEqual({
    from: new Date(2026, 6, 1).toISOString(),
    until: new Date(2026, 7, 1).toISOString(),
  });
  expect(questionOf({ ...dates, period: 'today' }, NOW)).toEqual({
    from: new Date(2026, 6, 15).toISOString(),
  });
});

it('the order of the list is no filter, and the order of the words does not matter', () => {
  expect(isFiltered({ sort: 'total:asc' })).toBe(false);
  expect(sameFilters({ status: 'open', toShip: 'true' }, { toShip: 'true', status: 'open' })).toBe(
    true
  );
  expect(sameFilters({ status: 'open' }, { status: 'open', toShip: 'true' })).toBe(false);
});
