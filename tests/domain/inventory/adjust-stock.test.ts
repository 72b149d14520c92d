import { type Adjustment, adjustStock } from '../../../server/domain/inventory/adjust-stock';
import { isCommerceError } from '../../../server/domain/errors';

const thing = (stock: number | null) => ({ documentId: 'a', sku: 'MUG', stock });

const outcome = (adjustment: object, stock: number | null) => {
  try {
    return adjustStock({ documentId: 'a', ...adjustment } as Adjustment, thing(stock));
  } catch (error) {
    return isCommerceError(error) ? error.code : error;
  }
};

describe('an adjustment', () => {
  it.each([
    // A change is made to what is there now.
    [{ change: 5 }, 3, 8],
    [{ change: -3 }, 3, 0],
    [{ change: -4 }, 3, 'insufficient_stock'],
    [{ change: 1 }, 0, 1],
    [{ change: 1 }, null, 'invalid_input'],
    [{ change: 1 }, 2_147_483_647, 'invalid_input'],
    [{ change: 1 }, 2_147_483_646, 2_147_483_647],
    // A number holds only while nothing has moved since it was counted.
    [{ units: 9, seen: 3 }, 3, 9],
    [{ units: 9, seen: 3 }, 2, 'stock_changed'],
    [{ units: 9, seen: 3 }, null, 'stock_changed'],
    [{ units: 9, seen: null }, null, 9],
    [{ units: 0, seen: null }, null, 0],
    [{ units: null, seen: 3 }, 3, null],
    [{ units: null, seen: 0 }, null, 'stock_changed'],
    [{ units: 3, seen: 3 }, 3, 3],
  ])('%j of %p makes %p', (adjustment, stock, expected) => {
    expect(outcome(adjustment, stock)).toBe(expected);
  });

  it('that comes too late says what is there now', () => {
    try {
      adjustStock({ documentId: 'a', units: 9, seen: 3 }, thing(2));
      throw new Error('It was allowed');
    } catch (error) {
      expect(error).toMatchObject({
        message: 'The stock has changed meanwhile (now MUG: 2)',
        details: { variations: [{ documentId: 'a', sku: 'MUG', stock: 2 }] },
      });
    }
  });
});
