import {
  reductionOf,
  rivalsOf,
  saleEffect,
  type SaleOutcome,
} from '../../../server/domain/catalogue/sale-effect';
import type { Offer } from '../../../server/domain/catalogue/sale-price';
import { money } from '../../../server/domain/money/money';

const day = (number: number) => new Date(Date.UTC(2030, 10, number));

const offer = (
  saleId: string | null,
  price: string,
  from: number | null = null,
  to: number | null = null
): Offer => ({
  saleId,
  price: money(price),
  from: from === null ? null : day(from),
  to: to === null ? null : day(to),
});

const ours = (price: string, from: number | null = 1, to: number | null = 30) =>
  offer('ours', price, from, to);

const effect = (
  of: { unitPrice?: string | null; reached?: boolean; offer?: Offer | null; others?: Offer[] },
  at = day(10)
) => {
  const { unitPrice = '20', reached = true, offer: own = ours('15'), others = [] } = of;
  const found = saleEffect(
    { unitPrice: unitPrice === null ? null : money(unitPrice), reached, offer: own, others },
    at
  );
  return {
    outcome: found.outcome,
    before: found.before?.toFixed() ?? null,
    after: found.after?.toFixed() ?? null,
    rival: found.rival?.saleId,
  };
};

describe('what a sale does to a variation', () => {
  it.each<[string, Parameters<typeof effect>[0], [SaleOutcome, string | null, string | null]]>([
    ['it sets the price', {}, ['reduced', '20', '15']],
    ['no unit price', { unitPrice: null, offer: null }, ['no_price', null, null]],
    ['it leaves the price alone', { offer: null }, ['not_below', '20', '20']],
    ['it rounds to the same price', { offer: ours('20') }, ['not_below', '20', '20']],
    ['a cheaper sale', { others: [offer('a', '12')] }, ['outbid', '12', '12']],
    ['a cheaper price by hand', { others: [offer(null, '14')] }, ['outbid', '14', '14']],
    ['a dearer sale', { others: [offer('a', '18')] }, ['reduced', '18', '15']],
    ['an equal one that lasts longer', { others: [offer('a', '15')] }, ['outbid', '15', '15']],
    ['a cheaper one that is over', { others: [offer('a', '5', 1, 10)] }, ['reduced', '20', '15']],
    ['a cheaper one to come', { others: [offer('a', '5', 11)] }, ['reduced', '20', '15']],
    ['no longer reached', { reached: false, offer: null }, ['left', '20', '20']],
  ])('%s', (_, situation, [outcome, before, after]) => {
    expect(effect(situation)).toMatchObject({ outcome, before, after });
  });

  it('is told for an instant: its end no longer counts, its beginning does', () => {
    expect(effect({}, day(1)).outcome).toBe('reduced');
    expect(effect({}, day(30)).outcome).toBe('not_valid');
    expect(effect({}, new Date(day(1).getTime() - 1)).outcome).toBe('not_valid');
  });

  it('names whose price it takes over, and whose stands instead', () => {
    expect(effect({ others: [offer('a', '18')] }).rival).toBe('a');
    expect(effect({ others: [offer('a', '12')] }).rival).toBe('a');
    expect(effect({ others: [offer(null, '12')] }).rival).toBeNull();
    expect(effect({}).rival).toBeUndefined();
  });

  it('tells how much is saved of what it cost before', () => {
    const found = saleEffect(
      { unitPrice: money('1.27'), reached: true, offer: ours('0.89'), others: [] },
      day(10)
    );
    expect(reductionOf(found)?.amount.toFixed()).toBe('0.38');
    expect(reductionOf(found)?.percent.toFixed()).toBe('29.9');
    expect(reductionOf({ ...found, outcome: 'outbid' })).toBeNull();
  });
});

describe('who else is lower while the sale lasts', () => {
  const rivals = (own: Offer, ...others: Offer[]) => {
    const { shadowedBy, handOvers } = rivalsOf(own, others, day(5));
    return [shadowedBy?.saleId, handOvers.map(({ saleId }) => saleId)];
  };

  it.each<[string, Offer, Offer, unknown]>([
    ['all of the time', ours('15'), offer('a', '12'), ['a', []]],
    ['exactly its window', ours('15'), offer('a', '12', 1, 30), ['a', []]],
    ['from now on', ours('15'), offer('a', '12', 5, 30), ['a', []]],
    ['a part of it', ours('15'), offer('a', '12', 20, 25), [undefined, ['a']]],
    ['until an hour before its end', ours('15'), offer('a', '12', 1, 29), [undefined, ['a']]],
    ['never: it is dearer', ours('15'), offer('a', '16', 20, 25), [undefined, []]],
    ['never: it ends when the sale begins', ours('15', 8), offer('a', '1', 1, 8), [undefined, []]],
    ['never: it begins when the sale ends', ours('15'), offer('a', '1', 30), [undefined, []]],
    ['no longer: it is over', ours('15'), offer('a', '1', 1, 5), [undefined, []]],
    ['a sale without an end', ours('15', null, null), offer('a', '1', 1, 30), [undefined, ['a']]],
  ])('%s', (_, own, other, expected) => {
    expect(rivals(own, other)).toEqual(expected);
  });
});
