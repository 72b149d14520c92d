import fc from 'fast-check';

import { money, ZERO } from '../../../server/domain/money/money';
import { applyState, type KnownState } from '../../../server/domain/payments/apply-state';
import type { Payment } from '../../../server/domain/payments/payment';
import { operationOf, paymentOf } from '../support/orders';

const state = (change: Partial<KnownState>): KnownState => ({
  status: 'pending',
  captured: null,
  refunded: null,
  reference: null,
  action: null,
  reason: null,
  ...change,
});

const said = (payment: Payment, ...words: Partial<KnownState>[]) =>
  words.map(state).reduce<Payment>((soFar, word) => applyState(soFar, word), payment);

/** 10.00 that nobody has paid yet. */
const makePayment = (wish: Partial<Payment> = {}) =>
  paymentOf({ status: 'pending', reference: null, attempts: 0, ...wish }, 0, money(10));

/** A payment of 10.00, and what a provider may say of it in its life. */
const words = fc.oneof(
  fc.constantFrom<Partial<KnownState>>(
    { status: 'pending' },
    { status: 'requires_action', action: { url: 'u' } },
    { status: 'declined', reason: 'no' },
    { status: 'authorized' },
    { status: 'paid' },
    { status: 'cancelled' },
    { status: 'refunded' }
  ),
  fc
    .record({
      status: fc.constantFrom('authorized' as const, 'paid' as const, 'refunded' as const),
      captured: fc.integer({ min: 1, max: 10 }),
      refunded: fc.integer({ min: 0, max: 10 }),
    })
    .map(({ status, captured, refunded }) => ({
      status,
      captured: money(captured),
      refunded: money(Math.min(captured, refunded)),
    }))
);
/** Cancelling ends an attempt: a provider takes nothing of it afterwards. */
const aStory = fc.array(words, { maxLength: 6 });

const amounts = ({ authorized, captured, refunded }: Payment) =>
  [authorized, captured, refunded].map((amount) => amount.toFixed(2));

describe('what a provider says of a payment', () => {
  it('never makes money less', () => {
    fc.assert(
      fc.property(aStory, words, (before, word) => {
        const earlier = said(makePayment(), ...before);
        const later = said(earlier, word);
        expect(later.captured.gte(earlier.captured)).toBe(true);
        expect(later.refunded.gte(earlier.refunded)).toBe(true);
      })
    );
  });

  it('ends in the same money in any order, and however often it is said', () => {
    fc.assert(
      fc.property(
        aStory.chain((story) =>
          fc.tuple(
            fc.constant(story),
            fc.shuffledSubarray(story, { minLength: story.length }),
            fc.array(fc.constantFrom(...(story.length > 0 ? story : [state({})])), { maxLength: 4 })
          )
        ),
        ([story, shuffled, again]) => {
          const once = said(makePayment(), ...story);
          const [, ...money] = amounts(said(makePayment(), ...shuffled, ...again));
          expect(money).toEqual(amounts(once).slice(1));
        }
      )
    );
  });

  it('reserves the same in any order, when the provider lets go or takes what it reserved', () => {
    const story: Partial<KnownState>[][] = [
      [{ status: 'authorized' }, { status: 'cancelled' }],
      [{ status: 'authorized' }, { status: 'paid', captured: money(4) }],
      [{ status: 'authorized' }, { status: 'authorized', captured: money(4) }, { status: 'paid' }],
      [{ status: 'authorized' }, { status: 'paid' }, { status: 'refunded' }],
      [{ status: 'pending' }, { status: 'declined' }, { status: 'authorized' }],
    ];
    for (const words of story) {
      const once = amounts(said(makePayment(), ...words));
      expect(amounts(said(makePayment(), ...[...words].reverse()))).toEqual(once);
      expect(amounts(said(makePayment(), ...words, ...words))).toEqual(once);
    }
  });

  it.each<[string, Partial<KnownState>[], string, string[]]>([
    ['nothing', [], 'pending', ['0.00', '0.00', '0.00']],
    ['paid', [{ status: 'paid' }], 'paid', ['10.00', '10.00', '0.00']],
    ['a part of it', [{ status: 'paid', captured: money(4) }], 'paid', ['4.00', '4.00', '0.00']],
    ['reserved', [{ status: 'authorized' }], 'authorized', ['10.00', '0.00', '0.00']],
    [
      'reserved, and a part taken',
      [{ status: 'authorized', captured: money(4) }],
      'authorized',
      ['10.00', '4.00', '0.00'],
    ],
    [
      'declined after it was paid',
      [{ status: 'paid' }, { status: 'declined', reason: 'late' }],
      'paid',
      ['10.00', '10.00', '0.00'],
    ],
    [
      'refunded, of which nothing more is said',
      [{ status: 'paid' }, { status: 'refunded' }],
      'refunded',
      ['10.00', '10.00', '10.00'],
    ],
    [
      'refunded in part',
      [{ status: 'paid', refunded: money(3) }],
      'paid',
      ['10.00', '10.00', '3.00'],
    ],
    [
      'let go, and reserved in a word that comes late',
      [{ status: 'cancelled' }, { status: 'authorized' }],
      'cancelled',
      ['0.00', '0.00', '0.00'],
    ],
    [
      'let go, and yet paid',
      [{ status: 'cancelled' }, { status: 'paid' }],
      'paid',
      ['10.00', '10.00', '0.00'],
    ],
  ])('%s', (_, words, status, money) => {
    const after = said(makePayment(), ...words);
    expect([after.status, amounts(after)]).toEqual([status, money]);
  });

  it('is believed of a payment that the shop has given up, as long as the provider has not', () => {
    const asked = operationOf({ kind: 'void', amount: ZERO });
    const given = makePayment({ status: 'cancelled', operations: [asked] });
    expect(said(given, { status: 'authorized' }).authorized.toFixed(2)).toBe('10.00');
    const done = { ...given, operations: [{ ...asked, status: 'done' as const }] };
    expect(said(done, { status: 'authorized' }).authorized.toFixed(2)).toBe('0.00');
  });

  it('keeps what is still to be done, and why it went wrong, only as long as they hold', () => {
    const waits = said(makePayment(), { status: 'requires_action', action: { url: 'u' } });
    expect(waits.action).toEqual({ url: 'u' });
    expect(said(waits, { status: 'requires_action' }).action).toEqual({ url: 'u' });
    const declined = said(waits, { status: 'declined', reason: 'no' });
    expect([declined.action, declined.reason]).toEqual([null, 'no']);
    expect(said(declined, { status: 'paid' }).reason).toBeNull();
    expect(said(makePayment({ reference: 'r' }), { status: 'paid' }).reference).toBe('r');
  });
});
