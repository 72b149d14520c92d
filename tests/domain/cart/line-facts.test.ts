import { lineFacts } from '../../../server/domain/cart/line-facts';
import { line } from '../support/sellables';

const cart = (quantities: Record<string, number>) =>
  Object.entries(quantities).map(([id, quantity]) => line({ id, lineKey: id, quantity }));

const facts = (
  before: Record<string, number>,
  after: Record<string, number>,
  adding: 'adding' | 'setting'
) =>
  lineFacts(cart(before), cart(after), adding === 'adding').map(
    ({ what, line: { id }, quantityBefore, quantity }) =>
      `${id} ${what}: ${quantityBefore} → ${quantity}`
  );

describe('what a write did to a cart, line by line (6.10)', () => {
  it('is nothing when nothing changed', () => {
    expect(facts({ mug: 2 }, { mug: 2 }, 'adding')).toEqual([]);
  });

  it('is an addition when a thing was added, or more of it', () => {
    expect(facts({ mug: 2 }, { mug: 5, pen: 1 }, 'adding')).toEqual([
      'mug item_added: 2 → 5',
      'pen item_added: 0 → 1',
    ]);
  });

  it('is an update when a quantity was set, whether to more or to less', () => {
    expect(facts({ mug: 2, pen: 3 }, { mug: 5, pen: 1 }, 'setting')).toEqual([
      'mug item_updated: 2 → 5',
      'pen item_updated: 3 → 1',
    ]);
  });

  it('is an addition when a quantity was set of what was not there', () => {
    expect(facts({}, { mug: 2 }, 'setting')).toEqual(['mug item_added: 0 → 2']);
  });

  it('is an update when there is less, also of an addition', () => {
    expect(facts({ mug: 5 }, { mug: 2 }, 'adding')).toEqual(['mug item_updated: 5 → 2']);
  });

  it('is a removal when a line is gone, once, and not an update to nothing', () => {
    expect(facts({ mug: 2, pen: 1 }, { pen: 1 }, 'setting')).toEqual(['mug item_removed: 2 → 0']);
  });
});
