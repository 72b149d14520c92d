import type { Mail, MailKind } from '../../../server/domain/mails/mail';
import { type MailFacts, waitAgain, whenToSend } from '../../../server/domain/mails/when-to-send';
import type { Order } from '../../../server/domain/orders/order';

const placedAt = new Date('2026-03-01T12:00:00.000Z');
const after = (seconds: number) => new Date(placedAt.getTime() + seconds * 1000);

const order = (facts: object = {}): Order =>
  ({
    status: 'open',
    paymentStatus: 'pending',
    placedAt,
    payments: [],
    fulfilments: [],
    refunds: [],
    ...facts,
  }) as unknown as Order;

const mail = (kind: MailKind, more: Partial<Mail> = {}): Mail => ({
  id: 1,
  kind,
  reference: 'one',
  orderDocumentId: 'o1',
  cartDocumentId: null,
  status: 'waiting',
  attempts: 1,
  createdAt: placedAt,
  sentAt: null,
  ...more,
});

const CARD: MailFacts = { offline: false, receipt: null };
const BANK: MailFacts = { offline: true, receipt: null };
const asked = { payments: [{ askedAt: placedAt }] };
const givenUp = { payments: [{ ...asked.payments[0]!, status: 'cancelled' }] };
const receipt = (status: Mail['status'], sentAt: Date | null = null): MailFacts => ({
  offline: false,
  receipt: { status, sentAt },
});

it.each<[string, Mail, Order, MailFacts, string]>([
  ['a receipt: a bank transfer', mail('receipt'), order(), BANK, 'now'],
  ['a receipt: no money yet', mail('receipt'), order(), CARD, 'later'],
  ['a receipt: authorized', mail('receipt'), order({ paymentStatus: 'authorized' }), CARD, 'now'],
  ['a receipt: declined', mail('receipt'), order({ paymentStatus: 'failed' }), CARD, 'later'],
  ['a receipt: the bank is asked', mail('receipt'), order(asked), BANK, 'later'],
  ['a receipt: the bank was asked, and given up', mail('receipt'), order(givenUp), BANK, 'now'],
  ['a receipt: cancelled', mail('receipt'), order({ status: 'cancelled' }), BANK, 'never'],
  [
    'paid: the receipt is not written yet',
    mail('paymentReceived'),
    order({ paymentStatus: 'paid' }),
    receipt('waiting'),
    'later',
  ],
  [
    'paid: the receipt said it',
    mail('paymentReceived', { createdAt: after(1) }),
    order(),
    receipt('sent', after(2)),
    'never',
  ],
  [
    'paid: the receipt was written before',
    mail('paymentReceived', { createdAt: after(60) }),
    order(),
    receipt('sent', after(2)),
    'now',
  ],
  ['paid: the receipt never arrived', mail('paymentReceived'), order(), receipt('failed'), 'now'],
  ['paid at once, no receipts', mail('paymentReceived'), order(), CARD, 'never'],
  [
    'paid days later, no receipts',
    mail('paymentReceived', { createdAt: after(90_000) }),
    order(),
    CARD,
    'now',
  ],
  ['a parcel', mail('shipped'), order({ fulfilments: [{ id: 'one' }] }), CARD, 'now'],
  ['a parcel that is gone', mail('shipped'), order(), CARD, 'never'],
  ['a refund', mail('refunded'), order({ refunds: [{ id: 'one' }] }), CARD, 'now'],
  ['another refund', mail('refunded'), order({ refunds: [{ id: 'two' }] }), CARD, 'never'],
  ['the end', mail('cancelled'), order({ status: 'cancelled' }), CARD, 'now'],
  ['the end that is none', mail('cancelled'), order(), CARD, 'never'],
  ['a link', mail('paymentLink'), order(), CARD, 'now'],
  ['a link for what is paid', mail('paymentLink'), order({ paymentStatus: 'paid' }), CARD, 'never'],
  ['a link for what is over', mail('paymentLink'), order({ status: 'cancelled' }), CARD, 'never'],
])('%s', (_, sent, of, facts, when) => {
  expect(whenToSend(sent, of, facts)).toBe(when);
});

it('looks again in seconds while a mail is young, and every ten minutes when it is old', () => {
  const waits = [1, 60, 3600, 90_000].map((age) => {
    const now = after(age);
    return (waitAgain({ createdAt: placedAt }, now).getTime() - now.getTime()) / 1000;
  });
  expect(waits).toEqual([5, 15, 600, 600]);
});
