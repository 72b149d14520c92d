import { mailOfEvent } from '../../../server/domain/mails/mail-of-event';

const mail = (name: string, more: object = {}) =>
  mailOfEvent({ eventId: 'e1', name, payload: { orderDocumentId: 'o1', ...more } });

it.each([
  ['cartwright.order.placed', {}, 'receipt', 'o1'],
  ['cartwright.order.paid', {}, 'paymentReceived', 'e1'],
  ['cartwright.order.fulfilled', { fulfilmentId: 'f1' }, 'shipped', 'f1'],
  ['cartwright.order.refunded', { refundId: 'r1' }, 'refunded', 'r1'],
  ['cartwright.order.cancelled', {}, 'cancelled', 'o1'],
  ['cartwright.order.payment_requested', {}, 'paymentLink', 'e1'],
])('%s is written about once', (name, more, kind, reference) => {
  expect(mail(name, more)).toEqual({
    kind,
    reference,
    orderDocumentId: 'o1',
    cartDocumentId: null,
  });
});

it.each(['cartwright.stock.low', 'cartwright.cart.checked_out', 'cartwright.order.unknown'])(
  'nobody is written to about %s',
  (name) => {
    expect(mail(name)).toBeNull();
  }
);
