import {
  checkSale,
  type SaleInput,
  soundDiscount,
} from '../../../server/domain/catalogue/check-sale';
import type { CommerceError } from '../../../server/domain/errors';
import { money } from '../../../server/domain/money/money';

const sale = (fields: Partial<Record<keyof SaleInput, number | Date>>): SaleInput => {
  const amount = (value: number | Date | undefined) =>
    value === undefined ? null : money(value as number);
  return {
    discountDeduct: amount(fields.discountDeduct),
    discountPercent: amount(fields.discountPercent),
    discountExact: amount(fields.discountExact),
    validFrom: (fields.validFrom as Date | undefined) ?? null,
    validTo: (fields.validTo as Date | undefined) ?? null,
  };
};
const NOON = new Date('2030-01-01T12:00:00.000Z');
const LATER = new Date(NOON.getTime() + 1);

function faultsOf(input: SaleInput): unknown {
  try {
    checkSale(input);
    return null;
  } catch (error) {
    const { code, details } = error as CommerceError;
    expect(code).toBe('invalid_input');
    const issues = details['issues'] as { path: string }[] | undefined;
    return issues ? issues.map(({ path }) => path) : [details['path']];
  }
}

describe('checkSale (rules 3.3)', () => {
  it.each<[string, SaleInput, string[] | null]>([
    ['a percentage', sale({ discountPercent: 30 }), null],
    ['an amount off', sale({ discountDeduct: 5 }), null],
    ['down to an amount', sale({ discountExact: 5 }), null],
    ['0 counts as set', sale({ discountExact: 0 }), null],
    ['0 % and 100 %', sale({ discountPercent: 100 }), null],
    ['none', sale({}), ['discountPercent']],
    ['two', sale({ discountPercent: 0, discountDeduct: 0 }), ['discountDeduct', 'discountPercent']],
    [
      'all three',
      sale({ discountPercent: 1, discountDeduct: 1, discountExact: 1 }),
      ['discountDeduct', 'discountPercent', 'discountExact'],
    ],
    ['D-27 150 %', sale({ discountPercent: 150 }), ['discountPercent']],
    ['a negative amount', sale({ discountDeduct: -1 }), ['discountDeduct']],
    ['a negative percentage', sale({ discountPercent: -1 }), ['discountPercent']],
    ['a window', sale({ discountPercent: 1, validFrom: NOON, validTo: LATER }), null],
    [
      'D-28 an end that is the start',
      sale({ discountPercent: 1, validFrom: NOON, validTo: NOON }),
      ['validTo'],
    ],
    [
      'D-28 an end before the start',
      sale({ discountPercent: 1, validFrom: LATER, validTo: NOON }),
      ['validTo'],
    ],
    ['no start, an end in the past', sale({ discountPercent: 1, validTo: NOON }), null],
  ])('%s', (_name, input, faults) => {
    expect(faultsOf(input)).toEqual(faults);
    expect(soundDiscount(input) === null).toBe(faults !== null);
  });
});
