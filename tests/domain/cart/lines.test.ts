import fc from 'fast-check';

import { addItem } from '../../../server/domain/cart/add-item';
import type { CartLine } from '../../../server/domain/cart/cart';
import { changeQuantity, removeItem } from '../../../server/domain/cart/change-quantity';
import { lineIdentity } from '../../../server/domain/cart/line-key';
import { liveLines } from '../../../server/domain/cart/live-lines';
import { cartNotices, lineNotices } from '../../../server/domain/cart/notices';
import { refKey, type Sellable } from '../../../server/domain/catalogue/sellable';
import { money, ZERO } from '../../../server/domain/money/money';
import { line, NOON, sellable } from '../support/sellables';
import { refusalOf } from '../support/texts';

const limits = { maxQuantityPerItem: 10 };
const add = (lines: CartLine[], quantity: number, stock: number | null = null, lineKey = 'key-a') =>
  addItem(
    lines,
    { id: 'new', lineKey, sellable: sellable({ stock }), data: null, quantity },
    NOON,
    limits
  );
const quantities = (lines: readonly CartLine[]) => lines.map(({ quantity }) => quantity);

describe('adding (6.2, 6.3, 7.1)', () => {
  it('D-01: makes a line, and grows the one that is there', () => {
    expect(quantities(add([], 2))).toEqual([2]);
    expect(quantities(add(add([], 2), 3))).toEqual([5]);
    expect(quantities(add(add([], 2), 3, null, 'key-b'))).toEqual([2, 3]);
  });

  it.each([
    ['D-13: 11 of at most 10', [], 11, null, { code: 'quantity_limit', details: { max: 10 } }],
    ['D-13: 5 more than 8 of at most 10', [8], 5, null, { code: 'quantity_limit' }],
    [
      'ST6: 5 of 3',
      [],
      5,
      3,
      { code: 'insufficient_stock', details: { requested: 5, available: 3 } },
    ],
    ['ST10: 1 of none', [], 1, 0, { code: 'insufficient_stock', details: { available: 0 } }],
    ['C-15: 1 more than all 5', [5], 1, 5, { code: 'insufficient_stock' }],
  ])('refuses %s', (_, present, quantity, stock, expected) => {
    const lines = present.map((units) => line({ quantity: units }));
    expect(refusalOf(() => add(lines, quantity, stock))).toMatchObject(expected);
  });

  it('ST2: takes all that is left, and any number of what is not counted', () => {
    expect(quantities(add([], 5, 5))).toEqual([5]);
    expect(quantities(add([], 10, null))).toEqual([10]);
  });

  it('refuses what is not for sale before it asks for the price, and the price before the stock', () => {
    const item = (wish: object) => () =>
      addItem(
        [],
        { id: 'n', lineKey: 'k', sellable: sellable(wish), data: null, quantity: 1 },
        NOON,
        limits
      );
    const unpriced = { unitPrice: null, salePrice: null, saleFrom: null, saleTo: null };
    expect(refusalOf(item({ forSale: false, prices: unpriced, stock: 0 })).code).toBe(
      'not_for_sale'
    );
    expect(refusalOf(item({ prices: unpriced, stock: 0 })).code).toBe('no_price');
    expect(refusalOf(item({ stock: 0 })).code).toBe('insufficient_stock');
  });

  it('changes none of the lines that it was given', () => {
    const before = [line({ quantity: 2 })];
    const copy = structuredClone(quantities(before));
    add(before, 3);
    expect(quantities(before)).toEqual(copy);
  });

  it('law: never more units of one thing than there are, over lines with different data', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 20 }),
        fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 1, max: 9 }))),
        (stock, adds) => {
          let lines: CartLine[] = [];
          for (const [key, quantity] of adds) {
            try {
              lines = addItem(
                lines,
                {
                  id: key,
                  lineKey: key,
                  sellable: sellable({ stock }),

                  data: null,
                  quantity,
                },
                NOON,
                limits
              );
            } catch {
              // Refused: nothing changes.
            }
          }
          expect(quantities(lines).reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(stock);
          expect(Math.max(0, ...quantities(lines))).toBeLessThanOrEqual(10);
          expect(new Set(lines.map(({ lineKey }) => lineKey)).size).toBe(lines.length);
        }
      )
    );
  });
});

describe('changing a quantity (6.3)', () => {
  const two = [line({ quantity: 5 }), line({ id: 'b', lineKey: 'key-b', quantity: 2 })];
  const set = (id: string, quantity: number, thing = sellable({ stock: 4 })) =>
    changeQuantity(two, id, quantity, thing, NOON, limits);

  it('D-04: sets it, and 0 removes the line and no other', () => {
    expect(quantities(set('b', 1))).toEqual([5, 1]);
    expect(set('a', 0).map(({ id }) => id)).toEqual(['b']);
    expect(refusalOf(() => set('c', 1)).code).toBe('item_not_found');
    expect(refusalOf(() => removeItem(two, 'c')).code).toBe('item_not_found');
  });

  it('asks for the stock when it grows only: 5 of 4 may become 4, 5 stays 5, and 6 is refused', () => {
    expect(quantities(set('a', 4))).toEqual([4, 2]);
    expect(quantities(set('a', 5))).toEqual([5, 2]);
    expect(refusalOf(() => set('a', 6))).toMatchObject({
      code: 'insufficient_stock',
      details: { requested: 8, available: 4 },
    });
  });

  it('lets what is gone shrink and go, but not grow', () => {
    expect(quantities(changeQuantity(two, 'a', 1, undefined, NOON, limits))).toEqual([1, 2]);
    expect(refusalOf(() => changeQuantity(two, 'a', 6, undefined, NOON, limits)).code).toBe(
      'not_for_sale'
    );
  });
});

describe('the identity of a line (6.2)', () => {
  const mug = { type: 'variation', documentId: 'mug' };

  it('does not depend on the order of the fields of its data', () => {
    expect(lineIdentity(mug, { a: 1, b: 'x' })).toBe(lineIdentity(mug, { b: 'x', a: 1 }));
  });

  it('D-38: tells apart values, kinds of values, fields, things and types', () => {
    const identities = [
      lineIdentity(mug, null),
      lineIdentity(mug, { a: 1 }),
      lineIdentity(mug, { a: '1' }),
      lineIdentity(mug, { a: true }),
      lineIdentity(mug, { a: null }),
      lineIdentity(mug, { b: 1 }),
      lineIdentity({ ...mug, documentId: 'cup' }, null),
      lineIdentity({ ...mug, type: 'course' }, null),
    ];
    expect(new Set(identities).size).toBe(identities.length);
  });
});

describe('notices (6.2)', () => {
  /** A line of three mugs as it is now; the last answer showed 10.00 unless said otherwise. */
  function live(found: Sellable | undefined, { units = 3, shown = '10', at = NOON } = {}) {
    const mug = line({ quantity: 3 });
    const figures = shown
      ? { prices: new Map([['a', money(shown)]]), discount: ZERO, total: money('30') }
      : null;
    const sellables = new Map(found ? [[refKey(mug), found]] : []);
    const [only] = liveLines([mug], sellables, figures, at);
    return { ...only!, units };
  }
  const costing = (price: string, more: Partial<Sellable> = {}) =>
    sellable({
      prices: { unitPrice: money(price), salePrice: null, saleFrom: null, saleTo: null },
      ...more,
    });

  it('tell a changed price with what it was, and nothing when it is the same', () => {
    expect(lineNotices(live(sellable()), NOON)).toEqual([]);
    expect(lineNotices(live(costing('12')), NOON)).toEqual([
      { code: 'price_changed', itemId: 'a', from: money('10'), to: money('12') },
    ]);
    expect(lineNotices(live(costing('12'), { shown: '' }), NOON)).toEqual([]);
  });

  it('change with the sale, at its very end', () => {
    const onSale = sellable({
      prices: { unitPrice: money('10'), salePrice: money('8'), saleFrom: null, saleTo: NOON },
    });
    const before = new Date(NOON.getTime() - 1);
    const codes = (at: Date) => lineNotices(live(onSale, { at }), at).map(({ code }) => code);
    expect(codes(before)).toEqual(['price_changed']);
    expect(codes(NOON)).toEqual([]);
  });

  it('tell too few by the units of all lines of the thing, besides the price', () => {
    const scarce = costing('9', { stock: 4 });
    const notices = (units: number) => lineNotices(live(scarce, { units }), NOON);
    expect(notices(3).map(({ code }) => code)).toEqual(['price_changed']);
    expect(notices(5)).toMatchObject([
      { code: 'price_changed' },
      { code: 'insufficient_stock', available: 4 },
    ]);
  });

  it('tell what cannot be bought, whatever else changed', () => {
    for (const gone of [undefined, sellable({ forSale: false })]) {
      expect(lineNotices(live(gone), NOON)).toEqual([{ code: 'not_for_sale', itemId: 'a' }]);
    }
  });

  it('tell of a dropped code why, and of shipping that is not offered any more', () => {
    const droppedCode = {
      code: 'discount_code_minimum',
      details: { minPurchase: '50.00' },
    } as const;
    expect(cartNotices([], { at: NOON, droppedCode, shippingDropped: true })).toEqual([
      { code: 'discount_code_dropped', reason: 'minimum', minPurchase: '50.00' },
      { code: 'shipping_option_dropped' },
    ]);
  });
});
