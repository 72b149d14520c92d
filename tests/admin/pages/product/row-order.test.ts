// cspell:ignore acdb dcab dcba
import { openSheet, writeCells } from '../../../../admin/components/grid/sheet';
import {
  isShown,
  optionChoices,
  rowName,
  sortedIds,
} from '../../../../admin/pages/product/variations/row-order';
import type { VariationRowDto } from '../../../../server/contracts/variation-table';

const row = (documentId: string, colour: string, size: string, retired = false) =>
  ({
    documentId,
    retired,
    options: [
      { type: 'Size', value: size },
      { type: 'Colour', value: colour },
    ],
  }) as VariationRowDto;

const ROWS = [
  row('a', 'Red', 'S'),
  row('b', 'Blue', 'S'),
  row('c', 'Red', 'M'),
  row('d', 'Blue', 'M', true),
];
const shown = (filter: Record<string, string[]>, withRetired = false) =>
  ROWS.filter((one) => isShown(one, { filter, withRetired }))
    .map((one) => one.documentId)
    .join('');

it('filters by values: OR within a type, AND across types', () => {
  expect(shown({})).toBe('abc');
  expect(shown({ Colour: ['Red'] })).toBe('ac');
  expect(shown({ Colour: ['Red', 'Blue'] })).toBe('abc');
  expect(shown({ Colour: ['Red'], Size: ['M'] })).toBe('c');
  expect(shown({ Colour: [] })).toBe('abc');
  expect(shown({ Size: ['M'] }, true)).toBe('cd');
});

it('names rows and choices', () => {
  expect(rowName(ROWS[0]!)).toBe('S / Red');
  expect(optionChoices(ROWS)).toEqual([
    ['Size', ['S', 'M']],
    ['Colour', ['Red', 'Blue']],
  ]);
});

it('sorts by what cells have now, numbers by their size, empty ones last', () => {
  const sheet = writeCells(
    openSheet([
      { id: 'a', cells: { price: '9.00' } },
      { id: 'b', cells: { price: '' } },
      { id: 'c', cells: { price: '10.00' } },
      { id: 'd', cells: { price: '1.00' } },
    ]),
    [{ id: 'd', field: 'price', value: '95.00' }]
  );
  const ids = (isDescending: boolean, field = 'price') =>
    sortedIds(ROWS, sheet, { field, isDescending }, 'en').join('');
  expect(ids(false)).toBe('acdb');
  expect(ids(true)).toBe('dcab');
  expect(ids(false, '')).toBe('dcba');
});
