import { confirmPayment } from '../../../server/domain/orders/confirm-payment';
import { hasPostcodes, isCountry } from '../../../server/domain/orders/countries';
import { missingDetails } from '../../../server/domain/orders/missing-details';
import { formatNumber } from '../../../server/domain/orders/numbers';
import type { Order } from '../../../server/domain/orders/order';
import { checkOrderStep } from '../../../server/domain/orders/order-status';
import { orderPaymentStatus } from '../../../server/domain/orders/payment-status';
import { applyState } from '../../../server/domain/payments/apply-state';
import type { Payment } from '../../../server/domain/payments/payment';
import { readPaymentAnswer } from '../../../server/domain/payments/read-answers';
import { NO_DETAILS } from '../../../server/domain/cart/cart';
import { money, ZERO } from '../../../server/domain/money/money';
import { refusalOf } from '../support/texts';

const payment = (wish: Partial<Payment> = {}): Payment => ({
  documentId: 'p',
  provider: 'manual',
  reference: null,
  status: 'pending',
  amount: money('20'),
  authorized: ZERO,
  captured: ZERO,
  refunded: ZERO,
  attempts: 1,
  askedAt: null,
  action: null,
  reason: null,
  operations: [],
  ...wish,
});
const paid = payment({ status: 'paid', authorized: money('20'), captured: money('20') });

describe('the number of an order', () => {
  const newYear = new Date('2027-01-01T00:00:00.000Z');
  it.each([
    ['{number}', 7, '7'],
    ['{year}-{number}', 7, '2027-7'],
    ['{number:5}', 7, '00007'],
    ['R{year}{number:3}', 12345, 'R202712345'],
    ['{number:4}/{number}', 12, '0012/12'],
  ])('%s and %i is %s', (format, number, text) => {
    expect(formatNumber(format, number, newYear)).toBe(text);
  });

  it('has the year of UTC', () => {
    expect(formatNumber('{year}-{number}', 1, new Date(newYear.getTime() - 1))).toBe('2026-1');
  });
});

describe('what the shopper has yet to say (8.1)', () => {
  const required = ['email', 'city', 'country', 'postcode'] as const;
  const missing = (details: object) => missingDetails({ ...NO_DETAILS, ...details }, required);
  const full = { city: 'Cork', country: 'IE', postcode: 'T12' };

  it('is named by its path, the delivery address only when it is another one', () => {
    expect(missing({})).toEqual(['email', 'billing.city', 'billing.country', 'billing.postcode']);
    expect(missing({ email: 'a@b.co', billing: full })).toEqual([]);
    expect(missing({ email: 'a@b.co', billing: full, sameAsBilling: false })).toEqual([
      'shipping.city',
      'shipping.country',
      'shipping.postcode',
    ]);
  });

  it.each([
    ['IE', ['billing.postcode']],
    ['GB', ['billing.postcode']],
    ['HK', []],
    ['AE', []],
    [undefined, ['billing.country', 'billing.postcode']],
  ])('in %s without a postcode: %j', (country, paths) => {
    expect(missing({ email: 'a@b.co', billing: { city: 'X', country } })).toEqual(paths);
  });

  it('knows the countries of ISO 3166-1', () => {
    for (const code of ['DE', 'GB', 'US', 'HK', 'XK', 'UK', 'ZZ', 'de', '']) {
      expect([code, isCountry(code)]).toEqual([code, ['DE', 'GB', 'US', 'HK'].includes(code)]);
    }
    expect([hasPostcodes('DE'), hasPostcodes('HK')]).toEqual([true, false]);
  });
});

describe('where the money of an order is (8.6)', () => {
  const total = money('20');
  it.each<[string, Payment[], string]>([
    ['nothing asked yet', [payment()], 'pending'],
    ['the shopper must act', [payment({ status: 'requires_action' })], 'pending'],
    ['reserved', [payment({ status: 'authorized', authorized: total })], 'authorized'],
    ['all there', [paid], 'paid'],
    ['declined', [payment({ status: 'declined' })], 'failed'],
    ['declined, then paid', [payment({ status: 'declined' }), paid], 'paid'],
    ['called off', [payment({ status: 'cancelled' })], 'cancelled'],
    ['half of it back', [{ ...paid, refunded: money('10') }], 'partially_refunded'],
    ['all of it back', [{ ...paid, refunded: total }], 'refunded'],
    ['half there', [{ ...paid, captured: money('19.99') }], 'pending'],
    ['no payment at all', [], 'pending'],
  ])('%s', (_, payments, status) => {
    expect(orderPaymentStatus(total, payments)).toBe(status);
  });

  it('8.8: a total of 0 is paid without a payment', () => {
    expect(orderPaymentStatus(ZERO, [])).toBe('paid');
  });

  it('takes the amounts from the order, whatever the provider answers', () => {
    const answers = ['authorized', 'paid', 'pending', 'requires_action', 'declined'] as const;
    const applied = answers.map((status) =>
      applyState(payment(), readPaymentAnswer({ status }, 'EUR'))
    );
    expect(applied.map(({ authorized }) => authorized.toFixed())).toEqual([
      '20',
      '20',
      '0',
      '0',
      '0',
    ]);
    expect(applied.map(({ captured }) => captured.toFixed())).toEqual(['0', '20', '0', '0', '0']);
    expect(applied.map(({ status }) => status)).toEqual(answers);
  });
});

describe('steps', () => {
  const order = (wish: Partial<Order>) =>
    ({
      status: 'open',
      paymentStatus: 'pending',
      payments: [payment()],
      totals: { total: money('20') },
      refunds: [],
      ...wish,
    }) as unknown as Order;

  it('staff confirm what waits, once, and never on a cancelled order', () => {
    const [confirmed] = confirmPayment(order({}), 'new').payments;
    expect(confirmed).toMatchObject({ status: 'paid', captured: money('20') });
    for (const refused of [
      order({ payments: [paid], paymentStatus: 'paid' }),
      order({ status: 'cancelled' }),
      order({ payments: [payment({ status: 'authorized' })] }),
    ]) {
      expect(refusalOf(() => confirmPayment(refused, 'new'))).toMatchObject({
        code: 'status_not_allowed',
        details: { to: 'paid', allowed: [] },
      });
    }
  });

  it('staff confirm the difference when an edit has made a paid order dearer', () => {
    const dearer = order({ payments: [paid], totals: { total: money('25') } as Order['totals'] });
    expect(confirmPayment(dearer, 'new').payments).toMatchObject([
      { documentId: 'p' },
      { documentId: 'new', provider: 'manual', status: 'paid', captured: money('5') },
    ]);
  });

  it('an order is completed or cancelled once', () => {
    expect(() => checkOrderStep('open', 'completed')).not.toThrow();
    expect(() => checkOrderStep('open', 'cancelled')).not.toThrow();
    expect(refusalOf(() => checkOrderStep('completed', 'cancelled'))).toMatchObject({
      code: 'status_not_allowed',
      details: { from: 'completed', to: 'cancelled', allowed: [] },
    });
    expect(refusalOf(() => checkOrderStep('open', 'open')).message).toMatch(/completed, cancelled/);
  });
});
