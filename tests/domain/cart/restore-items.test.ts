import type { Sellable } from '../../../server/domain/catalogue/sellable';
import { type ExportedItem, restoreItems } from '../../../server/domain/cart/restore-items';
import { line, NOON, sellable } from '../support/sellables';

const MAX = { maxQuantityPerItem: 10 };

function item(name: string, quantity: number, wish: Partial<ExportedItem> = {}): ExportedItem {
  return {
    id: `new-${name}`,
    lineKey: name,
    sellable: sellable({ documentId: name }),
    description: `The ${name}`,
    data: null,
    quantity,
    ...wish,
  };
}

const stocked = (name: string, stock: number): Pick<ExportedItem, 'sellable'> => ({
  sellable: sellable({ documentId: name, stock }),
});

const restored = (items: ExportedItem[], present: Record<string, number> = {}) => {
  const lines = Object.entries(present).map(([name, quantity]) =>
    line({ id: `old-${name}`, lineKey: name, documentId: name, quantity })
  );
  const result = restoreItems(lines, items, NOON, MAX);
  return {
    lines: Object.fromEntries(result.lines.map(({ id, quantity }) => [id, quantity])),
    notices: result.notices,
  };
};

describe('an exported cart put back (6.7)', () => {
  it('into an empty cart is there again, in its order', () => {
    const { lines, notices } = restored([item('pen', 2), item('mug', 1)]);
    expect(Object.entries(lines)).toEqual([
      ['new-pen', 2],
      ['new-mug', 1],
    ]);
    expect(notices).toEqual([]);
  });

  it('into a cart with lines adds to them, and keeps their ids', () => {
    expect(restored([item('mug', 2), item('pen', 1)], { mug: 3 }).lines).toEqual({
      'old-mug': 5,
      'new-pen': 1,
    });
  });

  it.each<[string, Sellable | undefined]>([
    ['is gone', undefined],
    ['is not for sale', sellable({ documentId: 'mug', forSale: false })],
    ['is sold out', sellable({ documentId: 'mug', stock: 0 })],
    [
      'has no price',
      sellable({
        documentId: 'mug',
        prices: { unitPrice: null, salePrice: null, saleFrom: null, saleTo: null },
      }),
    ],
  ])('leaves out what %s, says so, and keeps the rest', (_, thing) => {
    expect(restored([item('mug', 1, { sellable: thing }), item('pen', 1)])).toEqual({
      lines: { 'new-pen': 1 },
      notices: [{ code: 'item_dropped', itemId: 'new-mug', description: 'The mug' }],
    });
  });

  it('names the line that is there when nothing can be added to it', () => {
    expect(restored([item('mug', 1)], { mug: 10 })).toEqual({
      lines: { 'old-mug': 10 },
      notices: [{ code: 'item_dropped', itemId: 'old-mug', description: 'The mug' }],
    });
  });

  it.each<[string, ExportedItem, Record<string, number>, string, number, number]>([
    ['the most of one thing', item('mug', 20), {}, 'new-mug', 10, 10],
    ['the most, with what is there', item('mug', 20), { mug: 4 }, 'old-mug', 6, 10],
    ['the stock', item('mug', 5, stocked('mug', 3)), {}, 'new-mug', 3, 3],
    [
      'the stock, with what is there',
      item('mug', 5, stocked('mug', 6)),
      { mug: 4 },
      'old-mug',
      2,
      6,
    ],
  ])('is clamped to %s', (_, wanted, present, itemId, quantity, whole) => {
    const { lines, notices } = restored([wanted], present);
    expect(lines[itemId]).toBe(whole);
    expect(notices).toEqual([
      { code: 'quantity_clamped', itemId, requested: wanted.quantity, quantity },
    ]);
  });

  it('shares the stock between lines of one thing with different data', () => {
    const thing = sellable({ documentId: 'mug', stock: 5 });
    const plain = item('mug-plain', 3, { sellable: thing });
    const engraved = item('mug-engraved', 3, { sellable: thing, data: { text: 'Ada' } });
    expect(restored([plain, engraved])).toEqual({
      lines: { 'new-mug-plain': 3, 'new-mug-engraved': 2 },
      notices: [
        { code: 'quantity_clamped', itemId: 'new-mug-engraved', requested: 3, quantity: 2 },
      ],
    });
  });

  it('adds up an item that the payload names twice', () => {
    expect(restored([item('mug', 2), item('mug', 3)]).lines).toEqual({ 'new-mug': 5 });
  });
});
