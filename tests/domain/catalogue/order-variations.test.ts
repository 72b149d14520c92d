import fc from 'fast-check';

import { combineOptions } from '../../../server/domain/catalogue/combine-options';
import type { ProductOption } from '../../../server/domain/catalogue/option';
import { optionKey, optionsOfKey } from '../../../server/domain/catalogue/option-key';
import { orderVariations } from '../../../server/domain/catalogue/order-variations';

const all: ProductOption[] = ['A', 'B', 'C'].flatMap((type) =>
  [1, 2, 3].map((n) => ({ documentId: `${type}${n}`, type, name: `${type}${n}`, position: 4 - n }))
);
const keyOf = (options: ProductOption[]) => optionKey(options.map(({ documentId }) => documentId));

describe('orderVariations', () => {
  it('puts what exists in the order in which it is generated, from any order', () => {
    fc.assert(
      fc.property(fc.subarray(all), fc.infiniteStream(fc.nat()), (ticked, stream) => {
        const generated = combineOptions(ticked, ['C', 'A']).map((options) => ({
          optionKey: keyOf(options),
          position: 0,
        }));
        const shuffled = generated
          .map((variation) => ({ variation, at: stream.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ variation }) => variation);
        expect(orderVariations(shuffled, ticked, ['C', 'A'])).toEqual(generated);
      })
    );
  });

  it('puts what is not ticked last', () => {
    const made = ['X', 'A2', 'A1'].map((optionKey) => ({ optionKey, position: 0 }));
    expect(orderVariations(made, all, []).map((one) => one.optionKey)).toEqual(['A2', 'A1', 'X']);
  });
});

describe('optionKey', () => {
  it('is the same in any order, empty for the bare one, and can be read back', () => {
    expect(optionKey(['b', 'a'])).toBe(optionKey(['a', 'b', 'a']));
    expect(optionKey([])).toBe('');
    expect(optionsOfKey('')).toEqual([]);
    expect(optionsOfKey(optionKey(['b', 'a']))).toEqual(['a', 'b']);
  });

  it('fits its column with an option of each of twenty types', () => {
    const ids = Array.from({ length: 20 }, (_, index) => `${index}`.padStart(24, 'x'));
    expect(optionKey(ids).length).toBeLessThanOrEqual(500);
  });
});
