import fc from 'fast-check';

import { salePriceOf } from '../../../server/domain/catalogue/sale-price';
import type { Discount } from '../../../server/domain/discounts/discount';
import { toMinorUnits } from '../../../server/domain/money/minor-units';
import { money } from '../../../server/domain/money/money';
import { amounts, anyCurrency, anyMode, anyPercent, anyUnits } from '../support/arbitraries';

const priceOf = (
  unitPrice: string | null,
  kind: Discount['kind'],
  value: string,
  currency = 'EUR'
) =>
  salePriceOf(
    unitPrice === null ? null : money(unitPrice),
    { kind, value: money(value) },
    currency
  )?.toFixed(currency === 'JPY' ? 0 : 2) ?? null;

describe('salePriceOf', () => {
  it.each<[string, string | null, Discount['kind'], string, string | null]>([
    ['C-23 30 % of 1.27 rounds the new price, not the reduction', '1.27', 'percent', '30', '0.89'],
    ['50 % of 0.05', '0.05', 'percent', '50', '0.03'],
    ['DT8 10 % of 1,558.80', '1558.80', 'percent', '10', '1402.92'],
    ['DT16 100 %', '10.00', 'percent', '100', '0.00'],
    ['DT26 40 % of 51.86', '51.86', 'percent', '40', '31.12'],
    ['0 %: the price as it is', '10.00', 'percent', '0', '10.00'],
    ['a fraction of a percent: 33.333 % of 10.00', '10.00', 'percent', '33.333', '6.67'],
    ['more than 100 % in a legacy row never goes below 0', '10.00', 'percent', '150', '0.00'],
    ['SA2 -10.00 on 100.00', '100.00', 'deduct', '10', '90.00'],
    ['SA2 -50 % on 100.00', '100.00', 'percent', '50', '50.00'],
    ['SA2 -5.00 on 100.00', '100.00', 'deduct', '5', '95.00'],
    ['SA2 -25 % on 100.00', '100.00', 'percent', '25', '75.00'],
    ['SA4 -30 % on 100.00', '100.00', 'percent', '30', '70.00'],
    ['SA4 -70 % on 100.00', '100.00', 'percent', '70', '30.00'],
    ['5 off 5.00: untouched', '5.00', 'deduct', '5', null],
    ['5 off 4.99: untouched', '4.99', 'deduct', '5', null],
    ['5 off 5.01', '5.01', 'deduct', '5', '0.01'],
    ['SA14 "reduce to 20.00" on 15.00: no sale price', '15.00', 'exact', '20', null],
    ['down to 20.00 from 20.00: untouched', '20.00', 'exact', '20', null],
    ['down to 20.00 from 20.01', '20.01', 'exact', '20', '20.00'],
    ['down to 0.00: a gift', '20.00', 'exact', '0', '0.00'],
    ['no unit price, percent', null, 'percent', '10', null],
    ['no unit price, deduct', null, 'deduct', '10', null],
    ['no unit price, exact', null, 'exact', '10', null],
  ])('%s', (_name, unitPrice, kind, value, expected) => {
    expect(priceOf(unitPrice, kind, value)).toBe(expected);
  });

  it('makes whole yen, and rounds half to even when the shop says so', () => {
    expect(priceOf('5', 'percent', '50', 'JPY')).toBe('3');
    const half: Discount = { kind: 'percent', value: money(50) };
    expect(salePriceOf(money('0.05'), half, 'EUR', 'half-even')?.toFixed(2)).toBe('0.02');
  });

  it('never goes below 0 nor above the unit price, and stays in whole minor units', () => {
    const anyDiscount = fc.record({
      kind: fc.constantFrom('deduct' as const, 'percent' as const, 'exact' as const),
      units: anyUnits,
      percent: anyPercent,
    });
    fc.assert(
      fc.property(
        anyCurrency,
        anyUnits,
        anyDiscount,
        anyMode,
        (currency, units, { kind, units: off, percent }, mode) => {
          const unitPrice = amounts(currency)(units);
          const value = kind === 'percent' ? money(percent) : amounts(currency)(off);
          const salePrice = salePriceOf(unitPrice, { kind, value }, currency, mode);
          if (salePrice === null) {
            expect(kind).not.toBe('percent');
            return;
          }
          expect(salePrice.gte(0) && salePrice.lte(unitPrice)).toBe(true);
          expect(() => toMinorUnits(salePrice, currency)).not.toThrow();
        }
      )
    );
  });
});
