import { optionShortcuts } from '../../../../../admin/pages/product/pictures/option-shortcuts';

const variation = (documentId: string, ...values: string[]) => ({
  documentId,
  sku: documentId,
  isDefault: false,
  options: values.map((value, index) => ({ type: `Type ${index}`, value })),
});

it('each option that some of the variations have', () => {
  const variations = [
    variation('1', 'S', 'Red', 'Wool'),
    variation('2', 'S', 'Blue', 'Wool'),
    variation('3', 'M', 'Red', 'Wool'),
  ];
  const found = optionShortcuts(variations).map(({ value, variations: some }) => [value, ...some]);
  expect(found).toEqual([
    ['S', '1', '2'],
    ['Red', '1', '3'],
    ['Blue', '2'],
    ['M', '3'],
  ]);
});

it('the same word of two types is two options', () => {
  const variations = [variation('1', 'One', 'Two'), variation('2', 'Two', 'One')];
  expect(optionShortcuts(variations)).toHaveLength(4);
});
