import fc from 'fast-check';

import { allocateDiscount } from '../../../server/domain/discounts/allocate-discount';
import { formatAmount } from '../../../server/domain/money/format';
import { toMinorUnits } from '../../../server/domain/money/minor-units';
import { money, ZERO } from '../../../server/domain/money/money';
import { taxOf } from '../../../server/domain/taxes/line-tax';
import { lineTotal } from '../../../server/domain/totals/line-total';
import { sumTotals } from '../../../server/domain/totals/sum-totals';
import { amounts, anyCurrency, anyMode, anyPercent } from '../support/arbitraries';
import { priceCart, type CartCase } from '../support/price-cart';

describe('sumTotals, carts without tax', () => {
  it.each<[string, CartCase, { subtotal?: string; discount?: string; total: string }]>([
    [
      'C-13 D-11 an empty cart',
      { lines: [] },
      { subtotal: '0.00', discount: '0.00', total: '0.00' },
    ],
    ['C-14 5 × 20.00', { lines: [['20', 5]] }, { total: '100.00' }],
    ['C-15 10 × 20.00', { lines: [['20', 10]] }, { total: '200.00' }],
    [
      'C-17 code 10 % on the cart',
      {
        lines: [
          ['20', 1],
          ['20', 1],
        ],
        discount: 'percent',
        value: '10',
      },
      { discount: '4.00', total: '36.00' },
    ],
    [
      'D-07 10, 2 × 20 and 3 × 30 (as the prices of 1, 2 and 3 units)',
      {
        lines: [
          ['10', 1],
          ['20', 2],
          ['30', 3],
        ],
      },
      { total: '140.00' },
    ],
    [
      'D-10 2 × 10.00 + 5 × 4.00',
      {
        lines: [
          ['10', 2],
          ['4', 5],
        ],
      },
      { total: '40.00' },
    ],
    ['D-34 plain', { lines: [['100', 2]] }, { total: '200.00' }],
    [
      'D-34 10 % code',
      { lines: [['100', 2]], discount: 'percent', value: '10' },
      { total: '180.00' },
    ],
    ['D-34 flat shipping 10.00', { lines: [['100', 2]], shipping: '10' }, { total: '210.00' }],
    [
      'D-34 fixed 500.00 code',
      { lines: [['100', 2]], discount: 'deduct', value: '500' },
      { total: '0.00' },
    ],
    [
      'DI2 106.00 off',
      {
        lines: [
          ['100', 1],
          ['6', 1],
        ],
        discount: 'deduct',
        value: '106',
      },
      { discount: '106.00', total: '0.00' },
    ],
    [
      'DI4 10.00 off does not touch shipping 10.00',
      { lines: [['100', 1]], shipping: '10', discount: 'deduct', value: '10' },
      { total: '100.00' },
    ],
    [
      'DI6 20 %',
      {
        lines: [
          ['100', 1],
          ['1000', 1],
        ],
        discount: 'percent',
        value: '20',
      },
      { discount: '220.00', total: '880.00' },
    ],
    ['DI8 100 %', { lines: [['100', 1]], discount: 'percent', value: '100' }, { total: '0.00' }],
    [
      'DI10 10 % off 2 × 100.00',
      { lines: [['100', 2]], discount: 'percent', value: '10' },
      { discount: '20.00', total: '180.00' },
    ],
    ['DI10 shipping 10.00 only', { lines: [['100', 2]], shipping: '10' }, { total: '210.00' }],
    [
      'DI38 (16.55 there) 50 % of 33.09 leaves 16.54 here',
      {
        lines: [
          ['5.17', 1],
          ['3.32', 1],
          ['1.25', 1],
          ['3.50', 1],
          ['5.01', 1],
          ['3.34', 1],
          ['5.99', 1],
          ['5.51', 1],
        ],
        discount: 'percent',
        value: '50',
      },
      { discount: '16.55', total: '16.54' },
    ],
    [
      'DI48 3.00 off 12.00×2: 10.50 a unit',
      { lines: [['12', 2]], discount: 'deduct', value: '3' },
      { total: '21.00' },
    ],
    [
      'DI54 20.00 off a product of 10.00 leaves the shipping 4.95',
      {
        lines: [['10', 1]],
        appliesTo: 'selection',
        discount: 'deduct',
        value: '20',
        shipping: '4.95',
      },
      { total: '4.95' },
    ],
    [
      'DI58 110.00 off the promotable one',
      {
        lines: [
          ['100', 1, '0', true],
          ['100', 1, '0', false],
        ],
        appliesTo: 'selection',
        discount: 'deduct',
        value: '110',
      },
      { discount: '100.00', total: '100.00' },
    ],
    [
      'MN2 10.00 off 2 × 80.00',
      { lines: [['80', 2]], discount: 'deduct', value: '10' },
      { total: '150.00' },
    ],
    [
      'MN4 10.00 off 2 × 80.00 + 60.00',
      {
        lines: [
          ['80', 2],
          ['60', 1],
        ],
        discount: 'deduct',
        value: '10',
      },
      { total: '210.00' },
    ],
    [
      'PR10 7 × 100.00 on sale at 80.00, code 50.00',
      { lines: [['80', 7]], discount: 'deduct', value: '50' },
      { total: '510.00' },
    ],
    ['FS4 80.00 with free shipping', { lines: [['20', 4]], shipping: '0' }, { total: '80.00' }],
    [
      'DT16 100 % leaves 0.00, and 20 % of that nothing',
      { lines: [['0', 1]], discount: 'percent', value: '20' },
      { total: '0.00' },
    ],
    [
      'CM8 4 × 5.99 + 5 × 12.99, never from a rounded average',
      {
        lines: [
          ['5.99', 4],
          ['12.99', 5],
        ],
      },
      { total: '88.91' },
    ],
    [
      'BG4 50 % on the first of 13.49 + 14.49',
      {
        lines: [
          ['13.49', 1, '0', true],
          ['14.49', 1, '0', false],
        ],
        appliesTo: 'selection',
        discount: 'percent',
        value: '50',
      },
      { discount: '6.75', total: '21.23' },
    ],
    [
      'BG4 5 × 14.49 − 10 %',
      { lines: [['14.49', 5]], discount: 'percent', value: '10' },
      { total: '65.20' },
    ],
    [
      'BG8 100 % on 399.00 included 19 %',
      { lines: [['399', 1, '19']], included: true, discount: 'percent', value: '100' },
      { total: '0.00' },
    ],
    [
      'BG12 10 % off the sale price 15.00',
      { lines: [['15', 1]], discount: 'percent', value: '10' },
      { total: '13.50' },
    ],
  ])('%s', (_name, cart, expected) => {
    expect(priceCart(cart)).toMatchObject(expected);
  });
});

describe('sumTotals, tax', () => {
  it.each<[string, CartCase, object]>([
    [
      'D-34 DI10 10 % tax on 200.00',
      { lines: [['100', 2, '10']] },
      { tax: '20.00', total: '220.00' },
    ],
    [
      'TX2 23 % and 5 %',
      {
        lines: [
          ['100', 1, '23'],
          ['50', 1, '5'],
        ],
      },
      { tax: '25.50', total: '175.50' },
    ],
    ['TX4 45.95', { lines: [['45.95', 1, '10']] }, { tax: '4.60', total: '50.55' }],
    ['TX4 45.94', { lines: [['45.94', 1, '10']] }, { tax: '4.59', total: '50.53' }],
    ['TX6 ×1', { lines: [['19.70', 1, '20']], included: true }, { tax: '3.28', total: '19.70' }],
    [
      'TX6 ×2 one line',
      { lines: [['19.70', 2, '20']], included: true },
      { tax: '6.57', total: '39.40' },
    ],
    [
      'TX6 two lines',
      {
        lines: [
          ['19.70', 1, '20'],
          ['19.70', 1, '20'],
        ],
        included: true,
      },
      { tax: '6.56', total: '39.40' },
    ],
    [
      'TX8',
      {
        lines: [
          ['100', 1, '10'],
          ['50', 2, '10'],
        ],
        included: true,
      },
      { tax: '18.18', lineTaxes: ['9.09', '9.09'] },
    ],
    [
      'TX16',
      {
        lines: [
          ['100', 2, '20'],
          ['100', 2, '10'],
          ['100', 2, '0'],
        ],
      },
      { tax: '60.00', lineTaxes: ['40.00', '20.00', '0.00'], total: '660.00' },
    ],
    [
      'TX24 untaxed shipping',
      { lines: [['24.99', 1, '10.75']], shipping: '6.44' },
      { tax: '2.69', total: '34.12' },
    ],
    [
      'TX26',
      { lines: [['50', 2, '10']], included: true },
      { net: '90.91', tax: '9.09', total: '100.00' },
    ],
    [
      'FS6 net, tax on shipping',
      { lines: [['50', 1, '20']], shipping: '3.45', shippingRate: '20' },
      { shipping: '3.45', tax: '10.69', net: '53.45', total: '64.14' },
    ],
    [
      'FS6 with the free-shipping code',
      { lines: [['50', 1, '20']], shippingRate: '20' },
      { net: '50.00', total: '60.00' },
    ],
    [
      'FS10 net',
      { lines: [['1.00', 1, '20']], shipping: '5.00', shippingRate: '20' },
      { lineTotals: ['1.20'], tax: '1.20', total: '7.20' },
    ],
    [
      'FS10 included: nets 0.83 and 4.17',
      { lines: [['1.00', 1, '20']], shipping: '5.00', shippingRate: '20', included: true },
      { lineTaxes: ['0.17'], tax: '1.00', total: '6.00' },
    ],
    [
      'FS14 both 10 %',
      { lines: [['100', 3, '10']], shipping: '20', shippingRate: '10' },
      { tax: '32.00', total: '352.00' },
    ],
    [
      'BG2 10 × 38.23 included 20 %',
      { lines: [['38.23', 10, '20']], included: true },
      { net: '318.58', total: '382.30' },
    ],
    ['yen', { lines: [['1990', 1, '10']], currency: 'JPY' }, { tax: '199', total: '2189' }],
    ['dinars', { lines: [['1.234', 3, '5']], currency: 'KWD' }, { tax: '0.185', total: '3.887' }],
  ])('%s', (_name, cart, expected) => {
    expect(priceCart(cart)).toMatchObject(expected);
  });

  it('D-34 takes a tax that a provider rounded: 200.00 and 13.34 are 213.34', () => {
    const line = { unitPrice: money(100), quantity: 2, discount: ZERO, tax: money('13.34') };
    const { total } = sumTotals({
      lines: [line],
      shipping: ZERO,
      shippingTax: ZERO,
      taxIncluded: false,
      currency: 'USD',
    });
    expect(formatAmount(total, 'USD')).toBe('213.34');
  });

  it('TX18 (four taxes side by side there, one rate a line here) each rounded part adds up to 85.92', () => {
    const taxes = ['0.25', '6', '1.5', '1'].map((rate) =>
      taxOf(money(79), rate, { included: false, currency: 'USD' })
    );
    expect(taxes.reduce((sum, tax) => sum.plus(tax), money(79)).toFixed(2)).toBe('85.92');
  });
});

describe('sumTotals, discount × tax', () => {
  it.each<[string, CartCase, object]>([
    [
      'DT2 included: 50 % on 14.00 (20 %) and 6.50×2 (10 %)',
      {
        lines: [
          ['14', 1, '20'],
          ['6.50', 2, '10'],
        ],
        included: true,
        discount: 'percent',
        value: '50',
      },
      { net: '11.74', total: '13.50' },
    ],
    [
      'DT4',
      { lines: [['12.30', 1, '20']], discount: 'deduct', value: '5' },
      { net: '7.30', total: '8.76' },
    ],
    [
      'DT6 included: shares follow gross',
      {
        lines: [
          ['5', 1, '20'],
          ['5', 1, '0'],
        ],
        included: true,
        discount: 'deduct',
        value: '5',
      },
      { lineDiscounts: ['2.50', '2.50'], lineTotals: ['2.50', '2.50'], total: '5.00' },
    ],
    [
      'DT8 the sale price 1402.92 included',
      { lines: [['1402.92', 1, '20']], included: true },
      { net: '1169.10', total: '1402.92' },
    ],
    [
      'DT8 then 10 % off',
      { lines: [['1402.92', 1, '20']], included: true, discount: 'percent', value: '10' },
      { net: '1052.19', total: '1262.63' },
    ],
    [
      'DT12',
      { lines: [['60', 1, '20']], included: true, discount: 'percent', value: '10.5' },
      { total: '53.70' },
    ],
    [
      'DT14',
      { lines: [['10', 3, '20']], discount: 'deduct', value: '10' },
      { net: '20.00', total: '24.00' },
    ],
    [
      'DT18',
      { lines: [['56.04', 1, '10']], discount: 'deduct', value: '10.10' },
      { tax: '4.59', total: '50.53' },
    ],
    [
      'DT20 (-10.10 twice there, one code of 20.20 here)',
      {
        lines: [
          ['56.05', 2, '10'],
          ['56.04', 1, '10'],
        ],
        discount: 'deduct',
        value: '20.20',
      },
      { tax: '14.79', total: '162.73' },
    ],
    [
      'DT22 56.95',
      { lines: [['56.95', 1, '10']], included: true, discount: 'deduct', value: '10' },
      { tax: '4.27', total: '46.95' },
    ],
    [
      'DT22 56.90',
      { lines: [['56.90', 1, '10']], included: true, discount: 'deduct', value: '10' },
      { tax: '4.26', total: '46.90' },
    ],
    [
      'DT24 (-10.00 twice there, one code of 20.00 here)',
      {
        lines: [
          ['56.90', 2, '10'],
          ['56.95', 1, '10'],
        ],
        included: true,
        discount: 'deduct',
        value: '20',
      },
      { tax: '13.70', total: '150.75' },
    ],
    [
      'DT26',
      { lines: [['51.86', 1, '8.25']], discount: 'percent', value: '40' },
      { net: '31.12', tax: '2.57', total: '33.69' },
    ],
    [
      'DT32 -1.00 alone',
      { lines: [['1000', 1, '10']], discount: 'deduct', value: '1' },
      { total: '1098.90' },
    ],
    [
      'DT32 -20 % alone',
      { lines: [['1000', 1, '10']], discount: 'percent', value: '20' },
      { total: '880.00' },
    ],
    ['DT32 none', { lines: [['1000', 1, '10']] }, { total: '1100.00' }],
    [
      'DT34 -10.00',
      { lines: [['50', 2, '10']], discount: 'deduct', value: '10' },
      { tax: '9.00', total: '99.00' },
    ],
    [
      'DT34 -20.00',
      { lines: [['50', 2, '10']], discount: 'deduct', value: '20' },
      { tax: '8.00', total: '88.00' },
    ],
    [
      'DT36 (total 23.99 there) 30.00 - 10.00 + 4.00 is 24.00 by rule 1.5',
      {
        lines: [
          ['9.99', 3, '20'],
          ['0.03', 1, '0'],
        ],
        discount: 'deduct',
        value: '10',
      },
      { lineDiscounts: ['9.99', '0.01'], tax: '4.00', total: '24.00' },
    ],
    [
      'DT38 10.00 net minus 2.40',
      { lines: [['10', 1, '20']], discount: 'deduct', value: '2.40' },
      { net: '7.60', total: '9.12' },
    ],
    [
      'DT38 10.00 included minus 2.40',
      { lines: [['10', 1, '20']], included: true, discount: 'deduct', value: '2.40' },
      { net: '6.33', total: '7.60' },
    ],
    [
      'BG6 12.50 net at 20 % saves 15.00 gross: 120.00 → 105.00',
      { lines: [['100', 1, '20']], discount: 'deduct', value: '12.50' },
      { total: '105.00' },
    ],
  ])('%s', (_name, cart, expected) => {
    expect(priceCart(cart)).toMatchObject(expected);
  });
});

describe('sumTotals throws, as a mistake of the program, on', () => {
  const line = { unitPrice: money(10), quantity: 1, discount: ZERO, tax: ZERO };
  const cart = {
    lines: [line],
    shipping: ZERO,
    shippingTax: ZERO,
    taxIncluded: false,
    currency: 'EUR',
  };
  it.each([
    ['a discount above its line', { lines: [{ ...line, discount: money('10.01') }] }],
    ['a negative discount', { lines: [{ ...line, discount: money('-0.01') }] }],
    ['half a cent of tax', { lines: [{ ...line, tax: money('0.005') }] }],
    ['half a cent of discount', { lines: [{ ...line, discount: money('0.005') }] }],
    ['half a cent of shipping', { shipping: money('0.005') }],
    ['half a cent of tax on shipping', { shippingTax: money('0.005') }],
    ['a price of half a cent', { lines: [{ ...line, unitPrice: money('0.005') }] }],
  ])('%s', (_name, own) => {
    expect(() => sumTotals({ ...cart, ...own })).toThrow(RangeError);
  });
});

it('rules 1.5: parts and lines always add up, over random carts', () => {
  const anyCart = fc.record({
    currency: anyCurrency,
    roundingMode: anyMode,
    taxIncluded: fc.boolean(),
    appliesTo: fc.constantFrom('cart' as const, 'selection' as const),
    kind: fc.constantFrom('deduct' as const, 'percent' as const, 'exact' as const),
    value: fc.bigInt({ min: 0n, max: 50_000n }),
    percent: anyPercent,
    shipping: fc.bigInt({ min: 0n, max: 2_000n }),
    shippingRate: anyPercent,
    lines: fc.array(
      fc.record({
        units: fc.bigInt({ min: 0n, max: 99_999n }),
        quantity: fc.integer({ min: 1, max: 99 }),
        eligible: fc.boolean(),
        rate: anyPercent,
      }),
      { maxLength: 8 }
    ),
  });
  fc.assert(
    fc.property(
      anyCart,
      ({ currency, roundingMode, taxIncluded, appliesTo, kind, value, percent, ...cart }) => {
        const terms = { included: taxIncluded, currency, roundingMode };
        const toAmount = amounts(currency);
        const lines = cart.lines.map((line) => ({ ...line, unitPrice: toAmount(line.units) }));
        const discount = { kind, value: kind === 'percent' ? money(percent) : toAmount(value) };
        const shares = allocateDiscount({ discount, appliesTo, lines, currency, roundingMode });
        const shipping = toAmount(cart.shipping);
        const shippingTax = taxOf(shipping, cart.shippingRate, terms);
        const priced = lines.map((line, index) => ({
          ...line,
          discount: shares[index]!,
          tax: taxOf(lineTotal(line).minus(shares[index]!), line.rate, terms),
        }));
        const totals = sumTotals({ lines: priced, shipping, shippingTax, taxIncluded, currency });

        const units = (amount: typeof ZERO) => toMinorUnits(amount, currency);
        const sum = (key: 'lineTotal' | 'discount' | 'tax' | 'total') =>
          totals.lines.reduce((total, line) => total + units(line[key]), 0n);
        const onTop = (tax: bigint) => (taxIncluded ? 0n : tax);
        expect(units(totals.total)).toBe(
          units(totals.subtotal) -
            units(totals.discount) +
            units(totals.shipping) +
            onTop(units(totals.tax))
        );
        expect(sum('lineTotal')).toBe(units(totals.subtotal));
        expect(sum('discount')).toBe(units(totals.discount));
        expect(sum('tax') + units(shippingTax)).toBe(units(totals.tax));
        expect(sum('total') + units(shipping) + onTop(units(shippingTax))).toBe(
          units(totals.total)
        );
        expect(totals.lines.every((line) => line.total.gte(0))).toBe(true);
        expect(totals.total.gte(0)).toBe(true);
      }
    ),
    { numRuns: 500 }
  );
});
