import {
  type BulkField,
  type BulkStep,
  bulkValue,
  stepsFor,
} from '../../../../admin/pages/product/variations/bulk-change';

const EUR = { currency: 'EUR', roundingMode: 'half-up' } as const;

it.each<[BulkField, BulkStep, string, string, string]>([
  ['unitPrice', 'set', '5.00', '9.99', '5.00'],
  ['unitPrice', 'set', '5.00', '', '5.00'],
  ['unitPrice', 'add', '0.50', '9.99', '10.49'],
  ['unitPrice', 'add', '0.50', '', ''],
  ['unitPrice', 'subtract', '20.00', '9.99', '0.00'],
  ['unitPrice', 'increase', '10', '9.99', '10.99'],
  ['unitPrice', 'increase', '10', '0.05', '0.06'],
  ['unitPrice', 'decrease', '30', '1.27', '0.89'],
  ['unitPrice', 'decrease', '150', '1.27', '0.00'],
  ['unitPrice', 'increase', '', '9.99', '9.99'],
  ['unitPrice', 'increase', '10', 'abc', 'abc'],
  ['unitPrice', 'end-99', '', '12.30', '11.99'],
  ['unitPrice', 'end-99', '', '12.60', '12.99'],
  ['unitPrice', 'end-99', '', '12.49', '12.99'],
  ['unitPrice', 'end-99', '', '12.99', '12.99'],
  ['unitPrice', 'end-99', '', '0.30', '0.99'],
  ['unitPrice', 'end-95', '', '12.97', '12.95'],
  ['unitPrice', 'end-95', '', '12.00', '11.95'],
  ['unitPrice', 'whole', '', '12.50', '13.00'],
  ['unitPrice', 'clear', '', '12.50', ''],
  ['stock', 'add', '5', '7', '12'],
  ['stock', 'subtract', '9', '7', '0'],
  ['stock', 'add', '5', '', ''],
  ['weight', 'add', '0.5', '1.25', '1.75'],
])('%s: %s %s makes %s → %s', (field, step, by, value, expected) => {
  expect(bulkValue({ field, step, by }, { value, unitPrice: '40.00' }, EUR)).toBe(expected);
});

it('sets a sale price below the price, and rounds as the shop does', () => {
  const below = (unitPrice: string, roundingMode: 'half-up' | 'half-even') =>
    bulkValue(
      { field: 'salePrice', step: 'below-price', by: '25' },
      { value: '', unitPrice },
      { currency: 'EUR', roundingMode }
    );
  expect(below('40.00', 'half-up')).toBe('30.00');
  expect(below('0.06', 'half-up')).toBe('0.05');
  expect(below('0.06', 'half-even')).toBe('0.04');
  expect(below('', 'half-up')).toBe('');
});

it('offers what makes sense in a column', () => {
  expect(stepsFor('stock', 'EUR')).toEqual(['set', 'add', 'subtract', 'clear']);
  expect(stepsFor('unitPrice', 'JPY')).not.toContain('end-99');
  expect(stepsFor('unitPrice', 'EUR')).not.toContain('below-price');
  expect(stepsFor('salePrice', 'EUR')).toContain('below-price');
});
