import { isKnown, keptOf } from '../../../../admin/pages/customer-data/kept';
import type { CustomerDataDto } from '../../../../server/contracts/customers';

const NOTHING: CustomerDataDto = {
  email: 'ada@example.com',
  addresses: [],
  remembered: [],
  carts: [],
  orders: [],
  ratings: [],
  mails: [],
};

it('counts, and names the orders that are open and the documents that stay', () => {
  const orders = [
    { number: '1', status: 'completed', invoice: { number: 'INV-1' }, creditNotes: ['CN-1'] },
    { number: '2', status: 'open', invoice: null, creditNotes: [] },
  ] as unknown as CustomerDataDto['orders'];
  expect(keptOf({ ...NOTHING, orders })).toEqual({
    orders: 2,
    open: ['2'],
    documents: ['INV-1', 'CN-1'],
    addresses: 0,
    remembered: 0,
    carts: 0,
    ratings: 0,
    mails: 0,
  });
});

it('somebody of whom only a rating is kept is known', () => {
  const ratings = [{ product: 'mug', value: 5, ratedAt: '2026-07-01T12:00:00.000Z' }];
  expect(isKnown(keptOf({ ...NOTHING, ratings }))).toBe(true);
  expect(isKnown(keptOf(NOTHING))).toBe(false);
});
