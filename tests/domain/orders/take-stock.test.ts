import type { PricedLine } from '../../../server/domain/cart/priced-cart';
import type { LockedSellable } from '../../../server/domain/catalogue/locked-sellable';
import { money } from '../../../server/domain/money/money';
import { takeStock } from '../../../server/domain/orders/take-stock';
import { line, NOON, sellable } from '../support/sellables';

const priced = (wish: Partial<ReturnType<typeof line>> = {}, unitPrice: string | null = '10') =>
  ({ line: line(wish), unitPrice: unitPrice && money(unitPrice) }) as PricedLine;

const locked = (wish: Partial<LockedSellable> = {}): LockedSellable => {
  const { type, documentId, sku, forSale, prices } = sellable();
  return { type, documentId, sku, forSale, prices, stock: 5, rows: 1, shownOn: null, ...wish };
};

const MUG = { type: 'variation', documentId: 'mug', sku: 'MUG' };

describe('the units that an order takes', () => {
  it('are those of all lines of a thing together', () => {
    const lines = [priced({ quantity: 2 }), priced({ id: 'b', lineKey: 'b', quantity: 3 })];
    expect(takeStock(lines, [locked()], NOON)).toEqual([{ ...MUG, change: -5, rows: 1 }]);
    expect(() => takeStock(lines, [locked({ stock: 4 })], NOON)).toThrow('Only 4 of this item');
  });

  it('are of each type its own, whatever the ids', () => {
    const lines = [priced({ quantity: 2 }), priced({ type: 'course', quantity: 3 })];
    const things = [locked(), locked({ type: 'course', stock: 3, rows: 2 })];
    expect(takeStock(lines, things, NOON)).toEqual([
      { ...MUG, change: -2, rows: 1 },
      { ...MUG, type: 'course', change: -3, rows: 2 },
    ]);
  });

  it('are none of what is not counted, and of what is only told', () => {
    expect(takeStock([priced()], [locked({ stock: null })], NOON)).toEqual([]);
    expect(takeStock([priced()], [locked({ stock: 1, rows: 0 })], NOON)).toEqual([]);
    const told = [locked({ stock: 1, rows: 0 })];
    expect(() => takeStock([priced({ quantity: 2 })], told, NOON)).toThrow('Only 1 of this item');
  });

  it.each([
    ['the thing is gone', []],
    ['it is not for sale', [locked({ forSale: false })]],
    ['it has another type', [locked({ type: 'course' })]],
    ['it has another price', [locked({ prices: { ...locked().prices, unitPrice: money('11') } })]],
    ['it has no price', [locked({ prices: { ...locked().prices, unitPrice: null } })]],
  ])('are not decided when %s', (_, things) => {
    expect(takeStock([priced()], things, NOON)).toBeNull();
  });
});
