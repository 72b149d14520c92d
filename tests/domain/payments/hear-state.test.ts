import { money } from '../../../server/domain/money/money';
import type { KnownState } from '../../../server/domain/payments/apply-state';
import { beginAttempt } from '../../../server/domain/payments/begin-attempt';
import { hearState } from '../../../server/domain/payments/hear-state';
import type { Payment } from '../../../server/domain/payments/payment';
import { paymentOfMessage } from '../../../server/domain/payments/payment-of-message';
import { LATER, NOW, operationOf, orderOf } from '../support/orders';

const giving = { at: NOW, retryAt: LATER, can: () => true };

const heard = (
  wish: Parameters<typeof orderOf>[0],
  state: Partial<KnownState>,
  which = 0,
  can: typeof giving.can = () => true
) => {
  const order = orderOf(wish);
  const said = {
    status: 'pending' as const,
    captured: null,
    refunded: null,
    reference: null,
    action: null,
    reason: null,
    ...state,
  };
  return hearState(order, order.payments[which]!, said, { ...giving, can });
};

const asked = ({ payments }: { payments: Payment[] }) =>
  payments.map(({ status, operations }) => [
    status,
    ...operations.map((one) => `${one.kind} ${one.amount.toFixed()} ${one.status}`),
  ]);

describe('money that a provider tells of', () => {
  it('pays an order that waits for it, and ends the attempts beside it', () => {
    const order = heard(
      {
        payments: [
          { status: 'cancelled' },
          { status: 'pending', provider: 'manual', reference: null },
        ],
      },
      { status: 'paid' }
    );
    expect(asked(order)).toEqual([['paid'], ['cancelled']]);
  });

  it('reserved is enough for that, and lets the other be let go', () => {
    const order = heard(
      { payments: [{ status: 'pending' }, { status: 'requires_action' }] },
      { status: 'authorized' }
    );
    expect(asked(order)).toEqual([['authorized'], ['cancelled', 'void 0 asked']]);
  });

  it('a part of what is due ends nothing', () => {
    const order = heard(
      { payments: [{ status: 'pending' }, { status: 'pending' }] },
      { status: 'paid', captured: money(5) }
    );
    expect(asked(order)).toEqual([['paid'], ['pending']]);
  });

  it('goes back when another payment pays the order already, once', () => {
    const wish = { payments: [{}, { status: 'cancelled' as const }] };
    const order = heard(wish, { status: 'paid' }, 1);
    expect(asked(order)).toEqual([['paid'], ['paid', 'refund 20 asked']]);
    const again = hearState(
      order,
      order.payments[1]!,
      {
        status: 'paid',
        captured: null,
        refunded: null,
        reference: null,
        action: null,
        reason: null,
      },
      giving
    );
    expect(asked(again)).toEqual(asked(order));
  });

  it('goes back when the order was cancelled; what it reserved is let go', () => {
    const wish = { status: 'cancelled' as const, payments: [{ status: 'cancelled' as const }] };
    expect(asked(heard(wish, { status: 'paid' }))).toEqual([['paid', 'refund 20 asked']]);
    // Nobody has asked the provider to let go: what it says comes late.
    const awaited = {
      ...wish,
      payments: [{ status: 'cancelled' as const, reference: null, askedAt: NOW }],
    };
    expect(asked(heard(awaited, { status: 'authorized' }))).toEqual([
      ['authorized', 'void 20 asked'],
    ]);
    expect(asked(heard(wish, { status: 'paid' }, 0, () => false))).toEqual([['paid']]);
  });

  it('is an answer to whoever still waits for one', () => {
    const [payment] = heard(
      { payments: [{ status: 'pending', askedAt: NOW, attempts: 2 }] },
      { status: 'paid' }
    ).payments;
    expect([payment!.askedAt, payment!.attempts]).toEqual([null, 3]);
    const [still] = heard(
      { payments: [{ status: 'pending', askedAt: NOW }] },
      { status: 'pending' }
    ).payments;
    expect(still!.askedAt).toEqual(NOW);
  });
});

describe('what was asked of a provider', () => {
  const refund = (amount: number) => operationOf({ amount: money(amount) });

  it('is done when its word says so: the one that brings what it tells of', () => {
    const wish = { payments: [{ operations: [refund(3), refund(5)] }] };
    expect(asked(heard(wish, { status: 'paid', refunded: money(5) }))).toEqual([
      ['paid', 'refund 3 asked', 'refund 5 done'],
    ]);
    expect(asked(heard(wish, { status: 'paid', refunded: money(8) }))).toEqual([
      ['paid', 'refund 3 done', 'refund 5 done'],
    ]);
    expect(asked(heard(wish, { status: 'paid', refunded: money(2) }))).toEqual([
      ['paid', 'refund 3 asked', 'refund 5 asked'],
    ]);
  });

  it('letting go is done when the provider says it, not when the shop has given the attempt up', () => {
    const letGo = operationOf({ kind: 'void', amount: money(0) });
    const wish = {
      status: 'cancelled' as const,
      payments: [{ status: 'cancelled' as const, operations: [letGo] }],
    };
    for (const status of ['pending', 'requires_action', 'declined'] as const) {
      expect(asked(heard(wish, { status }))).toEqual([['cancelled', 'void 0 asked']]);
    }
    expect(asked(heard(wish, { status: 'cancelled' }))).toEqual([['cancelled', 'void 0 done']]);
  });

  it('is not asked again when it was refused', () => {
    const refused = operationOf({ amount: money(20), status: 'refused', retryAt: null });
    const wish = { status: 'cancelled' as const, payments: [{ operations: [refused] }] };
    expect(asked(heard(wish, { status: 'paid' }))).toEqual([['paid', 'refund 20 refused']]);
  });
});

describe('another attempt', () => {
  const attempt = {
    method: null,
    newPaymentId: 'new',
    at: NOW,
    retryAt: LATER,
    holdUntil: () => LATER,
    can: () => true,
  };

  it('goes on with the one that waits, under the same key while it is being asked', () => {
    const waiting = orderOf({ payments: [{ status: 'declined', attempts: 1 }] });
    const begun = beginAttempt(waiting, attempt)!;
    expect(begun.payments).toMatchObject([{ askedAt: NOW, attempts: 1 }]);
    const twice = beginAttempt(begun, { ...attempt, at: LATER })!;
    expect(twice.payments).toEqual(begun.payments);
  });

  it('by another method gives up the first, and still waits for an answer that is on its way', () => {
    const waiting = orderOf({
      payments: [{ status: 'pending', reference: null, askedAt: NOW }],
    });
    const by = { ...attempt, method: 'manual' };
    expect(beginAttempt(waiting, by)!.payments).toMatchObject([
      { status: 'cancelled', askedAt: NOW, operations: [] },
      { documentId: 'new', provider: 'manual', status: 'pending', askedAt: NOW },
    ]);
    // A provider that cannot be asked is told to let go of whatever it has.
    const mute = { ...by, can: (_: string, what: string) => what !== 'find' };
    expect(beginAttempt(waiting, mute)!.payments).toMatchObject([
      { status: 'cancelled', askedAt: null, operations: [{ kind: 'void' }] },
      { provider: 'manual' },
    ]);
  });

  it('is none when nothing is due: paid, authorized, or refunded by the shop', () => {
    expect(beginAttempt(orderOf(), attempt)).toBeNull();
    expect(beginAttempt(orderOf({ payments: [{ status: 'authorized' }] }), attempt)).toBeNull();
    const cancelled = orderOf({ status: 'cancelled', payments: [{ status: 'cancelled' }] });
    expect(() => beginAttempt(cancelled, attempt)).toThrow('cannot follow');
  });
});

describe('whom a message is about', () => {
  const payments = (...wishes: Partial<Payment>[]) => orderOf({ payments: wishes }).payments;
  const about = (all: Payment[], reference: string, status: Payment['status'] = 'paid') =>
    paymentOfMessage(all, { provider: 'card', reference, status })?.documentId;

  it.each<[string, Partial<Payment>[], string, Payment['status'], string | undefined]>([
    ['its reference', [{ reference: 'a' }, { reference: 'b' }], 'b', 'paid', 'payment-1'],
    [
      'the one that has none yet',
      [{ reference: 'a' }, { reference: null, status: 'pending' }],
      'b',
      'declined',
      'payment-1',
    ],
    [
      'the one that waits, before one that was given up',
      [
        { reference: null, status: 'cancelled' },
        { reference: null, status: 'pending' },
      ],
      'b',
      'paid',
      'payment-1',
    ],
    [
      'money of an attempt before: the one that waits',
      [{ reference: 'b', status: 'declined' }],
      'a',
      'paid',
      'payment-0',
    ],
    [
      'an attempt before that was declined: nobody',
      [{ reference: 'b', status: 'declined' }],
      'a',
      'declined',
      undefined,
    ],
    ['another provider: nobody', [{ provider: 'other', reference: 'a' }], 'a', 'paid', undefined],
  ])('%s', (_, wishes, reference, status, expected) => {
    expect(about(payments(...wishes), reference, status)).toBe(expected);
  });
});
