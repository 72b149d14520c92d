import fc from 'fast-check';

import {
  handOffer,
  handPrice,
  handPriceAfter,
  type SalePrice,
  type SalePrices,
  sameSalePrice,
  sameSalePrices,
  showOffer,
} from '../../../server/domain/catalogue/hand-price';
import { winningOffer } from '../../../server/domain/catalogue/sale-price';
import { money } from '../../../server/domain/money/money';

const DAY = (day: number) => new Date(Date.UTC(2030, 0, day));
const NONE: SalePrice = { salePrice: null, saleFrom: null, saleTo: null };
const at = (price: number, from: Date | null = null, to: Date | null = null): SalePrice => ({
  salePrice: money(price),
  saleFrom: from,
  saleTo: to,
});
const bySale = (sale: SalePrice, hand: SalePrice = NONE): SalePrices => ({
  ...sale,
  saleId: 'sale',
  handSalePrice: hand.salePrice,
  handSaleFrom: hand.saleFrom,
  handSaleTo: hand.saleTo,
});
const byHand = (hand: SalePrice): SalePrices => ({ ...bySale(hand), saleId: null });

describe('handPriceAfter: what counts as set by hand once the form was saved (rules 3.5)', () => {
  it.each<[string, SalePrices | undefined, SalePrice, SalePrice]>([
    ['a new variation: what was sent', undefined, at(8), at(8)],
    ['no sale shown: what was sent', byHand(NONE), at(8, DAY(1), DAY(2)), at(8, DAY(1), DAY(2))],
    ['no sale shown, emptied: nothing', byHand(at(8)), NONE, NONE],
    ["a sale's price sent back unchanged stays the sale's", bySale(at(5)), at(5), NONE],
    ['and keeps what was set by hand before', bySale(at(5), at(8)), at(5), at(8)],
    ['5.00 is 5', bySale(at(5), at(8)), { ...NONE, salePrice: money('5.00') }, at(8)],
    ['emptied: the hand price goes, the sale stays', bySale(at(5), at(8)), NONE, NONE],
    ['another price: by hand', bySale(at(5), at(8)), at(4), at(4)],
    [
      'another price with dates of its own',
      bySale(at(5, DAY(1), DAY(9))),
      at(4, DAY(2), DAY(3)),
      at(4, DAY(2), DAY(3)),
    ],
  ])('%s', (_name, before, sent, expected) => {
    expect(sameSalePrice(handPriceAfter(before, sent), expected)).toBe(true);
  });

  it('saving a form unchanged any number of times changes nothing', () => {
    const anyPrice = fc.integer({ min: 0, max: 9 }).map((price) => at(price));
    fc.assert(
      fc.property(anyPrice, fc.option(anyPrice), fc.boolean(), (shown, hand, sale) => {
        const before = sale ? bySale(shown, hand ?? NONE) : byHand(shown);
        expect(sameSalePrice(handPriceAfter(before, before), handPrice(before))).toBe(true);
      })
    );
  });
});

describe('a price set by hand beside sales', () => {
  it.each<[string, SalePrice, number | null, number]>([
    ['competes', at(8), 10, 1],
    ['competes at the unit price', at(10), 10, 1],
    ['not above the unit price', at(11), 10, 0],
    ['C-10: also without a unit price', at(20), null, 1],
    ['not when there is none', NONE, 10, 0],
  ])('%s', (_name, hand, unitPrice, count) => {
    expect(handOffer(hand, unitPrice === null ? null : money(unitPrice))).toHaveLength(count);
  });

  it('dates without a price stay, with and without a sale; a price above the unit price goes', () => {
    const dates = { salePrice: null, saleFrom: DAY(1), saleTo: DAY(2) };
    expect(sameSalePrices(showOffer(null, dates), byHand(dates))).toBe(true);
    const sale = { saleId: 'sale', price: money(5), from: null, to: DAY(9) };
    const displaced = showOffer(sale, dates);
    expect(sameSalePrices(displaced, bySale(at(5, null, DAY(9)), dates))).toBe(true);
    expect(sameSalePrice(handPrice(displaced), dates)).toBe(true);
    expect(sameSalePrices(showOffer(null, at(5, DAY(1), DAY(2))), byHand(NONE))).toBe(true);
  });

  it('is kept beside the sale that displaces it, and comes back when that goes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10 }),
        fc.integer({ min: 0, max: 10 }),
        (price, sale) => {
          const hand = at(price);
          const offers = handOffer(hand, money(10));
          const rival = { saleId: 'sale', price: money(sale), from: null, to: null };
          const now = DAY(1);
          const shown = showOffer(winningOffer([...offers, rival], now), hand);
          expect(shown.salePrice?.toNumber()).toBe(Math.min(price, sale));
          expect(sameSalePrice(handPrice(shown), hand)).toBe(true);
          const after = showOffer(winningOffer(offers, now), handPrice(shown));
          expect(sameSalePrice(after, hand)).toBe(true);
          expect(after).toMatchObject({ saleId: null, handSalePrice: null });
        }
      )
    );
  });

  it.each([
    ['the same', {}, true],
    ['another price', { salePrice: money(6) }, false],
    ['no price', { salePrice: null }, false],
    ['another sale', { saleId: 'other' }, false],
    ['another window', { saleTo: DAY(3) }, false],
    ['another start', { saleFrom: null }, false],
    ['another hand price', { handSalePrice: money(7) }, false],
    ['another end of the hand price', { handSaleTo: DAY(4) }, false],
    ['another start of the hand price', { handSaleFrom: DAY(4) }, false],
  ])('is compared in every column: %s', (_name, change, same) => {
    const prices = bySale(at(5, DAY(1), DAY(2)), at(8));
    expect(sameSalePrices({ ...prices, ...change }, prices)).toBe(same);
  });
});
