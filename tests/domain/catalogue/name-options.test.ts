import { nameOptions } from '../../../server/domain/catalogue/name-options';

const row = (documentId: string, type: string, name: string, locale = 'en') => ({
  documentId,
  type,
  name,
  locale,
  position: 0,
});
const rows = [
  row('r', 'Colour', 'Red'),
  row('r', 'Colour', 'Rot', 'de'),
  row('m', 'Size', 'M'),
  row('x', 'Fabric', 'Lin', 'fr'),
];
const name = (key: string, ...locales: string[]) =>
  nameOptions(key, rows, locales, ['Size', 'Colour']).map(({ value }) => value);

it.each([
  ['in the order of the types, whatever the key', ['m|r', 'en'], ['M', 'Red']],
  ['in the first language that has a name', ['m|r', 'de', 'en'], ['M', 'Rot']],
  ['in any language rather than in none', ['x', 'de', 'en'], ['Lin']],
  ['unknown types stand last', ['m|x', 'en'], ['M', 'Lin']],
  ['what is gone has no name', ['m|gone', 'en'], ['M']],
  ['the bare variation has none', ['', 'en'], []],
] as const)('%s', (_what, [key, ...locales], expected) => {
  expect(name(key, ...locales)).toEqual(expected);
});
