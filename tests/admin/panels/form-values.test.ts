import { typedCount, typedNumber, typedTime } from '../../../admin/panels/form-values';
import { chosenSince } from '../../../admin/panels/chosen-since';
import { codeRequest } from '../../../admin/panels/discount-code/code-request';
import { saleRequest } from '../../../admin/panels/sale/sale-request';

describe('what stands in a form of the Content Manager', () => {
  it.each([
    [12.5, '12.5'],
    [0, '0'],
    ['12.50', '12.50'],
    ['', null],
    [null, null],
    [undefined, null],
  ])('the number %p is %p', (value, expected) => {
    expect(typedNumber(value)).toBe(expected);
  });

  it.each([
    [3, 3],
    ['4', 4],
    [0, 0],
    [1.5, null],
    ['', null],
    [null, null],
  ])('the count %p is %p', (value, expected) => {
    expect(typedCount(value)).toBe(expected);
  });

  it.each([
    ['2030-01-01T12:00:00.000Z', '2030-01-01T12:00:00.000Z'],
    [new Date('2030-01-01T12:00:00.000Z'), '2030-01-01T12:00:00.000Z'],
    ['', null],
    [undefined, null],
    ['soon', null],
    [new Date('soon'), null],
  ])('the time %p is %p', (value, expected) => {
    expect(typedTime(value)).toBe(expected);
  });

  it('relations are what was chosen and taken out since it was opened, each once', () => {
    const taken = { id: 3, apiData: { id: 3, documentId: 'c' } };
    expect(
      chosenSince({
        connect: [
          { id: 1, documentId: 'b' },
          { id: 2, documentId: 'a' },
          { id: 1, documentId: 'b' },
        ],
        disconnect: [taken, { id: 4 }],
      })
    ).toEqual({ connect: ['a', 'b'], disconnect: ['c'] });
    for (const untouched of [undefined, null, [], { count: 3 }, { connect: null }]) {
      expect(chosenSince(untouched)).toEqual({ connect: [], disconnect: [] });
    }
  });
});

describe('what is asked about a form', () => {
  it('of a new sale, an open one, and a copy', () => {
    const values = { active: true, discountPercent: 20, validFrom: '', allProducts: null };
    expect(saleRequest(values, undefined, false)).toMatchObject({
      ...{ sale: null, copyOf: null, active: true, discountPercent: '20', discountDeduct: null },
      ...{ validFrom: null, allProducts: false },
    });
    expect(saleRequest(values, 'x', false)).toMatchObject({ sale: 'x', copyOf: null });
    expect(saleRequest(values, 'x', true)).toMatchObject({ sale: null, copyOf: 'x' });
  });

  it('of a code: as it will be stored', () => {
    expect(
      codeRequest({ code: ' summer ', appliesTo: 'selection', maxUses: '' }, 'x', false)
    ).toMatchObject({ documentId: 'x', code: 'SUMMER', appliesTo: 'selection', maxUses: null });
    expect(codeRequest({}, 'x', true)).toMatchObject({
      ...{ documentId: null, code: '', appliesTo: 'cart', active: false },
    });
  });
});
