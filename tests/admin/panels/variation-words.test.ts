import { optionIds } from '../../../admin/panels/option-ids';
import { optionWords, saleState } from '../../../admin/panels/variation-words';
import { optionKey } from '../../../server/domain/catalogue/option-key';

const names = new Map([
  ['m', { type: 'Size', name: 'M' }],
  ['red', { type: 'Colour', name: 'Red' }],
]);

describe('the options of a variation', () => {
  it.each([[[]], [['red']], [['m', 'red']]])(
    'are read from its key as it is written: %p',
    (ids) => {
      expect(optionIds(optionKey(ids))).toEqual(ids);
    }
  );

  it.each([
    [
      ['Size', 'Colour'],
      ['M', 'Red'],
    ],
    [
      ['Colour', 'Size'],
      ['Red', 'M'],
    ],
    [['Size'], ['M', 'Red']],
    [[], ['Red', 'M']],
  ])("are said in the shop's order of types, unknown ones last: %p", (types, expected) => {
    const words = optionWords({ optionKey: optionKey(['red', 'm']) }, names, types);
    expect(words?.map(({ name }) => name)).toEqual(expected);
  });

  it.each([[''], [null], ['unknown']])('are no words at all for %p', (key) => {
    expect(optionWords({ optionKey: key }, names, [])).toBeNull();
  });
});

describe('a sale', () => {
  const noon = new Date('2026-03-01T12:00:00Z');
  const sale = (saleFrom: string | null, saleTo: string | null) => ({
    salePrice: 15,
    saleFrom,
    saleTo,
  });

  it.each([
    ['running', sale(null, null)],
    ['running', sale('2026-03-01T12:00:00Z', null)],
    ['planned', sale('2026-03-01T12:00:01Z', null)],
    ['over', sale(null, '2026-03-01T12:00:00Z')],
    ['running', sale(null, '2026-03-01T12:00:01Z')],
    ['none', { ...sale(null, null), salePrice: null }],
  ])('is %s: %p', (state, row) => {
    expect(saleState(row, noon)).toBe(state);
  });
});
