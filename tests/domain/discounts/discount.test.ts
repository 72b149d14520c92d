import { readDiscount } from '../../../server/domain/discounts/discount';
import { refusalOf } from '../support/texts';

describe('readDiscount', () => {
  it.each([
    ['deduct', { discountDeduct: '10.00' }, '10'],
    ['percent', { discountPercent: 12.5 }, '12.5'],
    ['exact', { discountExact: '9.99', discountDeduct: null, discountPercent: undefined }, '9.99'],
  ])('reads %s', (kind, fields, value) => {
    const discount = readDiscount(fields);
    expect(discount?.kind).toBe(kind);
    expect(discount?.value.toFixed()).toBe(value);
  });

  it('answers null when none is set', () => {
    expect(readDiscount({})).toBeNull();
    expect(
      readDiscount({ discountDeduct: null, discountPercent: null, discountExact: null })
    ).toBeNull();
  });

  it('counts 0 as set', () => {
    expect(readDiscount({ discountExact: 0 })).toMatchObject({ kind: 'exact' });
    expect(readDiscount({ discountPercent: '0.00' })).toMatchObject({ kind: 'percent' });
    expect(refusalOf(() => readDiscount({ discountDeduct: 0, discountExact: 5 })).code).toBe(
      'invalid_input'
    );
  });

  it('refuses more than one, naming those that are set', () => {
    const { code, details } = refusalOf(() =>
      readDiscount({ discountDeduct: 5, discountExact: 5 })
    );
    expect(code).toBe('invalid_input');
    expect(details.issues).toEqual([
      { path: 'discountDeduct', message: expect.any(String) },
      { path: 'discountExact', message: expect.any(String) },
    ]);
  });

  it.each([
    ['a negative amount', { discountDeduct: '-0.01' }, 'discountDeduct'],
    ['a negative price', { discountExact: -1 }, 'discountExact'],
    ['a negative percentage', { discountPercent: -1 }, 'discountPercent'],
    ['D-27 percent 150, on the value', { discountPercent: 150 }, 'discountPercent'],
    ['a percentage just above 100', { discountPercent: '100.0001' }, 'discountPercent'],
    ['text', { discountPercent: 'half' }, 'discountPercent'],
    ['a blank', { discountDeduct: '' }, 'discountDeduct'],
    ['NaN', { discountExact: NaN }, 'discountExact'],
  ])('refuses %s', (_what, fields, path) => {
    const { code, details } = refusalOf(() => readDiscount(fields));
    expect(code).toBe('invalid_input');
    expect(details.issues).toEqual([{ path, message: expect.any(String) }]);
  });

  it('D-27 takes percent 100 and a fixed 500', () => {
    expect(readDiscount({ discountPercent: 100 })?.kind).toBe('percent');
    expect(readDiscount({ discountDeduct: 500 })?.kind).toBe('deduct');
  });
});
