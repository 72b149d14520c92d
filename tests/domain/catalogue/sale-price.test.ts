import fc from 'fast-check';

import { type Offer, salePriceOf, winningOffer } from '../../../server/domain/catalogue/sale-price';
import type { Discount } from '../../../server/domain/discounts/discount';
import { toMinorUnits } from '../../../server/domain/money/minor-units';
import { money } from '../../../server/domain/money/money';
import { amounts, anyCurrency, anyMode, anyPercent, anyUnits } from '../support/arbitraries';

const priceOf = (
  unitPrice: string | null,
  kind: Discount['kind'],
  value: string,
  currency = 'EUR'
) =>
  salePriceOf(
    unitPrice === null ? null : money(unitPrice),
    { kind, value: money(value) },
    currency
  )?.toFixed(currency === 'JPY' ? 0 : 2) ?? null;

describe('salePriceOf', () => {
  it.each<[string, string | null, Discount['kind'], string, string | null]>([
    ['C-23 30 % of 1.27 rounds the new price, not the reduction', '1.27', 'percent', '30', '0.89'],
    ['50 % of 0.05', '0.05', 'percent', '50', '0.03'],
    ['DT8 10 % of 1,558.80', '1558.80', 'percent', '10', '1402.92'],
    ['DT16 100 %', '10.00', 'percent', '100', '0.00'],
    ['DT26 40 % of 51.86', '51.86', 'percent', '40', '31.12'],
    ['0 %: the price as it is', '10.00', 'percent', '0', '10.00'],
    ['a fraction of a percent: 33.333 % of 10.00', '10.00', 'percent', '33.333', '6.67'],
    ['more than 100 % in a legacy row never goes below 0', '10.00', 'percent', '150', '0.00'],
    ['SA2 -10.00 on 100.00', '100.00', 'deduct', '10', '90.00'],
    ['SA2 -50 % on 100.00', '100.00', 'percent', '50', '50.00'],
    ['SA2 -5.00 on 100.00', '100.00', 'deduct', '5', '95.00'],
    ['SA2 -25 % on 100.00', '100.00', 'percent', '25', '75.00'],
    ['SA4 -30 % on 100.00', '100.00', 'percent', '30', '70.00'],
    ['SA4 -70 % on 100.00', '100.00', 'percent', '70', '30.00'],
    ['5 off 5.00: untouched', '5.00', 'deduct', '5', null],
    ['5 off 4.99: untouched', '4.99', 'deduct', '5', null],
    ['5 off 5.01', '5.01', 'deduct', '5', '0.01'],
    ['SA14 "reduce to 20.00" on 15.00: no sale price', '15.00', 'exact', '20', null],
    ['down to 20.00 from 20.00: untouched', '20.00', 'exact', '20', null],
    ['down to 20.00 from 20.01', '20.01', 'exact', '20', '20.00'],
    ['down to 0.00: a gift', '20.00', 'exact', '0', '0.00'],
    ['no unit price, percent', null, 'percent', '10', null],
    ['no unit price, deduct', null, 'deduct', '10', null],
    ['no unit price, exact', null, 'exact', '10', null],
  ])('%s', (_name, unitPrice, kind, value, expected) => {
    expect(priceOf(unitPrice, kind, value)).toBe(expected);
  });

  it('makes whole yen, and rounds half to even when the shop says so', () => {
    expect(priceOf('5', 'percent', '50', 'JPY')).toBe('3');
    const half: Discount = { kind: 'percent', value: money(50) };
    expect(salePriceOf(money('0.05'), half, 'EUR', 'half-even')?.toFixed(2)).toBe('0.02');
  });

  it('never goes below 0 nor above the unit price, and stays in whole minor units', () => {
    const anyDiscount = fc.record({
      kind: fc.constantFrom('deduct' as const, 'percent' as const, 'exact' as const),
      units: anyUnits,
      percent: anyPercent,
    });
    fc.assert(
      fc.property(
        anyCurrency,
        anyUnits,
        anyDiscount,
        anyMode,
        (currency, units, { kind, units: off, percent }, mode) => {
          const unitPrice = amounts(currency)(units);
          const value = kind === 'percent' ? money(percent) : amounts(currency)(off);
          const salePrice = salePriceOf(unitPrice, { kind, value }, currency, mode);
          if (salePrice === null) {
            expect(kind).not.toBe('percent');
            return;
          }
          expect(salePrice.gte(0) && salePrice.lte(unitPrice)).toBe(true);
          expect(() => toMinorUnits(salePrice, currency)).not.toThrow();
        }
      )
    );
  });
});

const NOON = Date.parse('2030-01-01T12:00:00.000Z');
const HOUR = 60 * 60 * 1000;
const hour = (hours: number | null) => (hours === null ? null : new Date(NOON + hours * HOUR));

type Window = [from: number | null, to: number | null];
const ALWAYS: Window = [null, null];

/** Windows in hours before and after noon; `hand` is the price set by hand. */
const offer = (saleId: string, price: string, [from, to]: Window = ALWAYS): Offer => ({
  saleId: saleId === 'hand' ? null : saleId,
  price: money(price),
  from: hour(from),
  to: hour(to),
});
const winner = (offers: Offer[], at = 0) => {
  const won = winningOffer(offers, new Date(NOON + at * HOUR));
  return won && (won.saleId ?? 'hand');
};

describe('winningOffer (rules 3.5)', () => {
  it.each<[string, Offer[], string | null]>([
    ['nothing', [], null],
    ['the only one', [offer('a', '9')], 'a'],
    [
      'SA2 the lowest of 90.00, 50.00, 95.00 and 75.00: sales do not add up to 30.00 with us',
      [offer('a', '90'), offer('b', '50'), offer('c', '95'), offer('d', '75')],
      'b',
    ],
    ['SA4 30 % and 50 % on 100.00', [offer('a', '70'), offer('b', '50')], 'b'],
    ['SA4 and 70 % beside them', [offer('a', '70'), offer('b', '50'), offer('c', '30')], 'c'],
    ['SA6 only one of 80 % and 40 % is applied', [offer('a', '4'), offer('b', '12')], 'a'],
    ['SA16 no start and an end to come: at once', [offer('a', '9', [null, 1])], 'a'],
    ['a start that is now: begun', [offer('a', '9', [0, 1]), offer('b', '10')], 'a'],
    ['an end that is now: over', [offer('a', '9', [-1, 0]), offer('b', '10')], 'b'],
    ['lower, but not begun', [offer('a', '9', [1, 2]), offer('b', '10')], 'b'],
    ['lower, but over', [offer('a', '9', [-2, -1]), offer('b', '10')], 'b'],
    ['by hand, lower', [offer('hand', '8'), offer('b', '9')], 'hand'],
    ['by hand, higher', [offer('hand', '10'), offer('b', '9')], 'b'],
    [
      'none begun: the next to begin, not the lowest',
      [offer('a', '5', [2, 3]), offer('b', '9', [1, 3])],
      'b',
    ],
    ['two that begin together: the lower', [offer('a', '9', [1, 3]), offer('b', '5', [1, 2])], 'b'],
    ['one that is over never stands', [offer('a', '9', [-2, -1])], null],
    ['but an editor still sees what was set by hand', [offer('hand', '9', [-2, -1])], 'hand'],
    [
      'a coming sale before a hand price that is over',
      [offer('hand', '9', [-2, -1]), offer('a', '9', [1, null])],
      'a',
    ],
    ['equal: the one that lasts longer', [offer('a', '9', [null, 1]), offer('b', '9')], 'b'],
    ['equal and as long: by hand', [offer('a', '9'), offer('hand', '9')], 'hand'],
    ['equal sales: by id', [offer('b', '9'), offer('a', '9')], 'a'],
  ])('%s', (_name, offers, expected) => {
    expect(winner(offers)).toBe(expected);
  });

  it('hands over at the instants at which windows begin and end', () => {
    const offers = [offer('a', '90'), offer('b', '50', [1, 3]), offer('c', '70', [2, 4])];
    expect([0, 1, 2, 3, 4].map((at) => winner(offers, at))).toEqual(['a', 'b', 'b', 'c', 'a']);
  });

  const anyHour = fc.option(fc.integer({ min: -3, max: 3 }), { nil: null });
  const anyOffers = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 4 }), anyHour, anyHour), { maxLength: 6 })
    .map((drawn) =>
      drawn.map(([price, from, to], index) =>
        offer(index === 0 ? 'hand' : `sale-${index}`, String(price), [from, to])
      )
    );
  const valid = ({ from, to }: Offer) =>
    (from?.getTime() ?? -Infinity) <= NOON && NOON < (to?.getTime() ?? Infinity);

  it('is the lowest valid one, whatever the order in which they are given', () => {
    fc.assert(
      fc.property(anyOffers, fc.integer({ min: 0, max: 100 }), (offers, turns) => {
        const won = winningOffer(offers, new Date(NOON));
        const now = offers.filter(valid);
        if (now.length > 0) {
          expect(won).not.toBeNull();
          expect(valid(won!)).toBe(true);
          expect(now.every(({ price }) => won!.price.lte(price))).toBe(true);
        } else if (won?.saleId) {
          expect(won.from!.getTime()).toBeGreaterThan(NOON);
        }
        const shuffled = [...offers.slice(turns % 7), ...offers.slice(0, turns % 7)].reverse();
        expect(winningOffer(shuffled, new Date(NOON))).toBe(won);
      })
    );
  });

  it('one that can never be valid changes nothing', () => {
    fc.assert(
      fc.property(anyOffers, (offers) => {
        const past = offer('sale-past', '0', [-3, -2]);
        expect(winningOffer([past, ...offers], new Date(NOON))).toBe(
          winningOffer(offers, new Date(NOON))
        );
      })
    );
  });
});
