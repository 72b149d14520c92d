import { money } from '../../../server/domain/money/money';
import type { Order } from '../../../server/domain/orders/order';
import {
  type OperationRequest,
  requestOperation,
} from '../../../server/domain/payments/request-operation';
import { LATER, NOW, orderOf } from '../support/orders';
import { refusalOf } from '../support/texts';

/** What staff may ask of money that is reserved. */

const request = (
  order: Order,
  kind: 'capture' | 'void',
  amount?: string,
  how: Partial<OperationRequest> = {}
) =>
  requestOperation(order, {
    kind,
    paymentId: 'payment-0',
    amount: amount === undefined ? null : money(amount),
    by: 'Grace',
    at: NOW,
    retryAt: LATER,
    can: () => true,
    partly: () => true,
    ...how,
  });
const asked = ({ payments }: Order) =>
  payments.flatMap(({ operations }) =>
    operations.map(({ kind, amount }) => `${kind} ${amount.toFixed()}`)
  );
const reserved = (total = '20', authorized = total) =>
  orderOf({
    lines: [{ unitPrice: total }],
    payments: [{ status: 'authorized', amount: money(authorized) }],
  });
const code = (act: () => unknown) => refusalOf(act).code;

it('is taken whole, in parts, and never twice', () => {
  expect(asked(request(reserved(), 'capture'))).toEqual(['capture 20']);
  const part = request(reserved(), 'capture', '5');
  expect(asked(request(part, 'capture'))).toEqual(['capture 5', 'capture 15']);
  expect(code(() => request(part, 'capture', '15.01'))).toBe('invalid_amount');
  expect(code(() => request(part, 'capture', '0'))).toBe('invalid_amount');
});

it('is never taken for more than the order costs, after an edit', () => {
  expect(asked(request(reserved('12', '20'), 'capture'))).toEqual(['capture 12']);
  expect(refusalOf(() => request(reserved('12', '20'), 'capture', '13'))).toMatchObject({
    code: 'invalid_amount',
    details: { path: 'amount', max: '12.00' },
  });
  expect(asked(request(reserved('30', '20'), 'capture'))).toEqual(['capture 20']);
});

it('is taken or let go, not both at once', () => {
  expect(code(() => request(request(reserved(), 'void'), 'capture'))).toBe('status_not_allowed');
  expect(code(() => request(request(reserved(), 'capture', '5'), 'void'))).toBe(
    'status_not_allowed'
  );
});

it('is taken whole, or not at all, where the provider knows no parts', () => {
  const partly = () => false;
  expect(code(() => request(reserved(), 'capture', '5', { partly }))).toBe('invalid_amount');
  expect(asked(request(reserved('12', '20'), 'capture', undefined, { partly }))).toEqual([
    'capture 20',
  ]);
});

it('is left alone when the provider cannot, or nothing is reserved', () => {
  const can = () => false;
  expect(code(() => request(reserved(), 'capture', undefined, { can }))).toBe('status_not_allowed');
  expect(code(() => request(orderOf(), 'void'))).toBe('status_not_allowed');
  expect(code(() => request(reserved(), 'void', undefined, { paymentId: 'other' }))).toBe(
    'not_found'
  );
});
