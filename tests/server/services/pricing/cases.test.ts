import type { CartwrightConfig } from '../../../../server/config';
import {
  figuresOf,
  type HandMadeCart,
  type HandMadeCode,
  type HandMadeLine,
  priceByHand,
} from '../../../support/hand-made-cart';

/**
 * The numbers of other shops, priced by the whole pipeline with the built-in providers. The ids are those of the cases
 * that this shop takes after; a row whose origin rounds or splits in another way says so, and asserts what our rules
 * give (1.3, 1.4, 9.1).
 *
 * Left out, since the shop has no such thing:
 *
 * | rows | because |
 * |---|---|
 * | AL26, SA6, PR12 … PR18 | prices have no floor below which nothing reduces them |
 * | DI18, DI24, DI26, DI30, DI32, DI34, DI36, DI44 | a code has no limit of units: it reduces every eligible one |
 * | DI20, DI22, DI56, PR2 … PR10, PR24, SA4 | one code at a time: there is no order or exclusivity of several |
 * | DI50, PR20, PR22 | no "cheapest one free", no "buy some, get some" |
 * | MN8 | a code selects by product and category, not by price |
 * | FS12 | a code ships for free or not at all; it sets no price of shipping |
 * | TX10, DT30 | buyers are not exempt from tax; a tax provider may decide so |
 * | TX18 | one rate a line; a tax provider may sum up several |
 * | SA8, and "without" in SA10 and SA12 | a code does not look at sales |
 * | BG10 | no line of an order is cancelled by itself yet |
 * | D-02, D-05, D-08, D-17, D-20, D-39, CM2 | a price never comes from the client, nor from another cart |
 * | D-36 | no figure is kept: each answer is priced anew |
 * | D-40 | there is no older form of an exported cart |
 * | D-54 | the admin lists orders; it has no list of carts |
 */
type Expected = Partial<ReturnType<typeof figuresOf>>;
type Case = [
  id: string,
  lines: (HandMadeLine | string)[],
  more: Omit<HandMadeCart, 'lines' | 'config'> & { config?: CartwrightConfig },
  expected: Expected,
];

/** '19.99 x3' is three of 19.99; '… books' has the tax class books. */
function readLine(line: HandMadeLine | string): HandMadeLine {
  if (typeof line !== 'string') return line;
  const [price = '0', times, taxClass] = line.split(' ');
  return {
    price,
    quantity: times === undefined ? 1 : Number(times.replace('x', '')),
    ...(taxClass === undefined ? {} : { taxClass }),
  };
}

const off = (code: HandMadeCode) => ({ code });
const on = (code: HandMadeCode) => ({ code: { on: ['product-0'], ...code } });
const rate = (percent: string, more: CartwrightConfig['tax'] = {}): CartwrightConfig => ({
  tax: { rates: [{ country: '*', rate: percent, label: 'VAT' }], ...more },
});
const included = (percent: string) => rate(percent, { included: true });
const ship = (amount: string): CartwrightConfig => ({
  shipping: { options: [{ code: 'post', label: 'Post', amount }] },
});
const classes = (rates: Record<string, string>, more: CartwrightConfig['tax'] = {}) => ({
  tax: {
    rates: Object.entries(rates).map(([name, percent]) => ({
      country: '*',
      class: name,
      rate: percent,
      label: 'VAT',
    })),
    ...more,
  },
});

const SHARES: Case[] = [
  ['AL2', ['40.00', '20.00', '20.00'], off({ deduct: '3.00' }), { shares: '1.50 0.75 0.75' }],
  ['AL4', ['43.00', '14.00', '23.00'], off({ deduct: '2.99' }), { shares: '1.61 0.52 0.86' }],
  ['AL6', ['10.00', '10.00', '10.00'], off({ deduct: '2.99' }), { shares: '1.00 1.00 0.99' }],
  [
    'AL8',
    ['0.10', '0.20', '0.10', '0.30', '0.50', '0.20', '0.10', '0.40'],
    off({ deduct: '0.93' }),
    { shares: '0.05 0.10 0.05 0.15 0.24 0.10 0.05 0.19' },
  ],
  [
    'AL18 (its origin gives the last cent to the last line, we to the first)',
    ['2.00', '2.00', '2.00'],
    off({ deduct: '4.00' }),
    { shares: '1.34 1.33 1.33' },
  ],
  [
    'AL20',
    ['50.00 x3', '50.00', '50.00 x2'],
    off({ deduct: '15.00' }),
    { shares: '7.50 2.50 5.00' },
  ],
  [
    'AL22, on one line only: per unit',
    ['50.00 x3', '50.00', '50.00 x2'],
    on({ deduct: '5.00' }),
    { shares: '15.00 0.00 0.00' },
  ],
];

const DISCOUNTS: Case[] = [
  ['C-13, D-11: an empty cart', [], off({ percent: '10' }), { total: '0.00', notices: [] }],
  ['C-14', ['20.00 x5'], {}, { total: '100.00' }],
  ['C-15', ['20.00 x10'], {}, { total: '200.00' }],
  ['C-17, DI12', ['20.00', '20.00'], off({ percent: '10' }), { discount: '4.00' }],
  ['C-18, DI12', ['20.00', '20.00'], off({ deduct: '10.00' }), { shares: '5.00 5.00' }],
  ['C-19: percent', ['20.00', '20.00'], on({ percent: '10' }), { shares: '2.00 0.00' }],
  ['C-19: deduct', ['20.00', '20.00'], on({ deduct: '10.00' }), { shares: '10.00 0.00' }],
  [
    'C-20, DI14: only another product in the cart',
    ['20.00'],
    off({ percent: '10', on: ['elsewhere'] }),
    { discount: '0.00', notices: ['discount_code_dropped: not_applicable'] },
  ],
  ['D-10', ['10.00 x2', '4.00 x5'], {}, { subtotal: '40.00' }],
  ['D-12: many of little', ['0.01 x999999'], {}, { total: '9999.99' }],
  ['D-12: five for nothing', ['0.00 x5'], {}, { total: '0.00' }],
  ['D-12: much', ['999999.99'], {}, { total: '999999.99' }],
  ['D-25', ['100.00 x2'], off({ percent: '10' }), { discount: '20.00', total: '180.00' }],
  ['D-26: percent', ['100.00 x2'], off({ percent: '20' }), { discount: '40.00' }],
  ['D-26: fixed', ['100.00 x2'], off({ deduct: '25.00' }), { discount: '25.00' }],
  ['D-26: capped', ['100.00 x2'], off({ deduct: '500.00' }), { discount: '200.00' }],
  ['D-26: a row of 150 %', ['100.00 x2'], off({ percent: '150' }), { discount: '200.00' }],
  ['D-34: plain', ['100.00 x2'], {}, { total: '200.00' }],
  ['D-34: taxed', ['100.00 x2'], { config: rate('10') }, { total: '220.00' }],
  ['D-34, DI10: shipped', ['100.00 x2'], { config: ship('10.00') }, { total: '210.00' }],
  ['D-34: nothing left', ['100.00 x2'], off({ deduct: '500.00' }), { total: '0.00' }],
  [
    'D-34: a tax of 13.3375',
    ['100.00 x2'],
    { config: rate('6.66875') },
    { tax: '13.34', total: '213.34' },
  ],
  ['DI2', ['100.00', '6.00'], off({ deduct: '106.00' }), { discount: '106.00', total: '0.00' }],
  [
    'DI4: shipping is not touched',
    ['100.00'],
    { code: { deduct: '10.00' }, config: ship('10.00') },
    { total: '100.00' },
  ],
  ['DI6', ['100.00', '1000.00'], off({ percent: '20' }), { discount: '220.00', total: '880.00' }],
  ['DI8', ['100.00'], off({ percent: '100' }), { total: '0.00' }],
  ...(
    [
      ['10.00 x2'],
      ['10.00', '10.00'],
      ['10.00', '10.00', '10.00'],
      ['10.00 x2', '10.00 x3', '10.00 x2'],
      Array.from({ length: 11 }, () => '10.00'),
    ] as string[][]
  ).map((lines): Case => [
    `DI16: over ${lines.length} line(s)`,
    lines,
    off({ deduct: '10.00' }),
    { discount: '10.00' },
  ]),
  ['DI28: capped per unit', ['13.95 x3'], on({ deduct: '20.00' }), { discount: '41.85' }],
  [
    'DI38 (rounded once, on the reduction; its origin rounds the rest: 16.55)',
    ['5.17', '3.32', '1.25', '3.50', '5.01', '3.34', '5.99', '5.51'],
    off({ percent: '50' }),
    { subtotal: '33.09', discount: '16.55', total: '16.54' },
  ],
  ['DI40', ['9.99 x10'], off({ percent: '15' }), { discount: '14.99' }],
  [
    'DI40, half-even',
    ['9.99 x10'],
    { code: { percent: '15' }, config: { roundingMode: 'half-even' } },
    { discount: '14.98' },
  ],
  [
    'DI42 (its origin rounds down: 0.52)',
    ['2.37 x6', '3.28'],
    off({ percent: '3' }),
    { discount: '0.53' },
  ],
  [
    'DI42 (its origin rounds down: 0.87)',
    ['2.37 x6', '3.28'],
    off({ percent: '5' }),
    { discount: '0.88' },
  ],
  ['DI46', ['1.00', '1.50'], off({ deduct: '3.00' }), { discount: '2.50', total: '0.00' }],
  ['DI48', ['12.00 x2'], off({ deduct: '3.00' }), { total: '21.00' }],
  [
    'DI52 (its origin rounds each line; we round the cart, and split: 1.02)',
    ['1.04', '2.04', '3.04', '4.04'],
    off({ percent: '10' }),
    { shares: '0.10 0.20 0.31 0.41' },
  ],
  [
    'DI54: never below nothing',
    ['10.00'],
    { ...on({ deduct: '20.00' }), config: ship('4.95') },
    { discount: '10.00', total: '4.95' },
  ],
  ['DI58', ['100.00', '100.00'], on({ deduct: '110.00' }), { discount: '100.00', total: '100.00' }],
  [
    'rules 5.3: 9 off per unit stays on its own line',
    ['19.99', '5.00 x4'],
    off({ deduct: '9.00', on: ['product-0', 'product-1'] }),
    { discount: '29.00', shares: '9.00 20.00' },
  ],
  [
    'rules 5.3: the cart down to an exact amount',
    ['20.00', '5.00'],
    off({ exact: '15.00' }),
    { discount: '10.00', shares: '8.00 2.00' },
  ],
  ['rules 5.3: exact, already below', ['9.00'], off({ exact: '15.00' }), { discount: '0.00' }],
  [
    'rules 5.3: each unit down to an exact amount',
    ['20.00 x2', '10.00'],
    off({ exact: '15.00', on: ['product-0', 'product-1'] }),
    { shares: '10.00 0.00' },
  ],
];

const DROPPED = (reason: string) => ({
  discount: '0.00',
  notices: [`discount_code_dropped: ${reason}`],
});
const HOLDS = { discount: '20.00', notices: [] };
const TERMS: Case[] = [
  ['D-29: none', ['100.00 x2'], off({ percent: '10' }), HOLDS],
  [
    'D-29, D-25, MN6',
    ['100.00 x2'],
    off({ percent: '10', minPurchase: '500.00' }),
    DROPPED('minimum'),
  ],
  ['D-29, MN6', ['100.00 x2'], off({ percent: '10', minPurchase: '100.00' }), HOLDS],
  ['5.2: the least is enough', ['100.00 x2'], off({ percent: '10', minPurchase: '200.00' }), HOLDS],
  [
    'D-29, D-32, MN10',
    ['100.00 x2'],
    off({ percent: '10', maxUses: 1, usedCount: 1 }),
    DROPPED('exhausted'),
  ],
  [
    '5.2: of this customer',
    ['100.00 x2'],
    off({ percent: '10', maxUsesPerCustomer: 1, customerUses: 1 }),
    DROPPED('exhausted'),
  ],
  [
    '5.2: of others',
    ['100.00 x2'],
    off({ percent: '10', maxUsesPerCustomer: 1, usedCount: 1 }),
    HOLDS,
  ],
  ['D-29', ['100.00 x2'], off({ percent: '10', inactive: true }), DROPPED('inactive')],
  [
    'D-29',
    ['100.00 x2'],
    off({ percent: '10', validFrom: '2026-06-02T00:00:00.000Z' }),
    DROPPED('not_started'),
  ],
  [
    'D-29, D-33',
    ['100.00 x2'],
    off({ percent: '10', validTo: '2026-05-31T00:00:00.000Z' }),
    DROPPED('expired'),
  ],
  [
    '5.2: it begins at its first instant',
    ['100.00 x2'],
    off({ percent: '10', validFrom: '2026-06-01T12:00:00.000Z' }),
    HOLDS,
  ],
  [
    '5.2: it is over at its last',
    ['100.00 x2'],
    off({ percent: '10', validTo: '2026-06-01T12:00:00.000Z' }),
    DROPPED('expired'),
  ],
  ['MN2', ['80.00 x2'], off({ deduct: '10.00', minPurchase: '90.00' }), { total: '150.00' }],
  [
    'MN4',
    ['80.00 x2', '60.00'],
    off({ deduct: '10.00', minPurchase: '200.00' }),
    { total: '210.00' },
  ],
];

const FREE = { code: { freeShipping: true } };
const SHIPPING: Case[] = [
  ['FS2', ['100.00'], { ...FREE, config: ship('10.00') }, { shipping: '0.00', total: '100.00' }],
  [
    'FS4: free twice over is free once',
    ['20.00 x4'],
    {
      ...FREE,
      config: {
        shipping: {
          options: [{ code: 'post', label: 'Post', amount: '10.00', freeFrom: '70.00' }],
        },
      },
    },
    { shipping: '0.00', total: '80.00' },
  ],
  [
    'FS6',
    ['50.00'],
    { config: { ...rate('20', { taxShipping: true }), ...ship('3.45') } },
    { shippingTax: '0.69', total: '64.14' },
  ],
  [
    'FS6, with the code',
    ['50.00'],
    { ...FREE, config: { ...rate('20', { taxShipping: true }), ...ship('3.45') } },
    { shippingTax: '0.00', total: '60.00' },
  ],
  [
    'FS10: net',
    ['1.00'],
    { config: { ...rate('20', { taxShipping: true }), ...ship('5.00') } },
    { lineTaxes: '0.20', shippingTax: '1.00', total: '7.20' },
  ],
  [
    'FS10: gross',
    ['1.00'],
    { config: { ...rate('20', { taxShipping: true, included: true }), ...ship('5.00') } },
    { lineTaxes: '0.17', shippingTax: '0.83', total: '6.00' },
  ],
  [
    '9.2: an empty cart keeps its choice in silence',
    [],
    { shippingOption: 'post', config: ship('10.00') },
    { shipping: '0.00', notices: [] },
  ],
  [
    'FS14',
    ['100.00 x3'],
    { config: { ...rate('10', { taxShipping: true }), ...ship('20.00') } },
    { tax: '32.00', total: '352.00' },
  ],
  [
    '9.2: the threshold is inclusive, and looks at what is left after the code',
    ['60.00'],
    {
      code: { deduct: '10.00' },
      config: {
        shipping: { options: [{ code: 'post', label: 'Post', amount: '4.95', freeFrom: '50' }] },
      },
    },
    { shipping: '0.00' },
  ],
  [
    '9.2: a cent below it',
    ['60.00'],
    {
      code: { deduct: '10.01' },
      config: {
        shipping: { options: [{ code: 'post', label: 'Post', amount: '4.95', freeFrom: '50' }] },
      },
    },
    { shipping: '4.95' },
  ],
];

const TAXES: Case[] = [
  [
    'TX2',
    ['100.00 x1 full', '50.00 x1 less'],
    { config: classes({ full: '23', less: '5' }) },
    { tax: '25.50', total: '175.50' },
  ],
  ['TX4: up', ['45.95'], { config: rate('10') }, { tax: '4.60', total: '50.55' }],
  ['TX4: down', ['45.94'], { config: rate('10') }, { tax: '4.59', total: '50.53' }],
  ['TX6: one', ['19.70'], { config: included('20') }, { tax: '3.28' }],
  ['TX6: two on one line', ['19.70 x2'], { config: included('20') }, { tax: '6.57' }],
  ['TX6: on two lines', ['19.70', '19.70'], { config: included('20') }, { tax: '6.56' }],
  [
    'TX8',
    ['100.00', '50.00 x2'],
    { config: included('10') },
    { lineTaxes: '9.09 9.09', tax: '18.18', total: '200.00' },
  ],
  [
    'TX16',
    ['100.00 x2 full', '100.00 x2 half', '100.00 x2 none'],
    { config: classes({ full: '20', half: '10', none: '0' }) },
    { taxes: '20% of 200.00: 40.00, 10% of 200.00: 20.00, 0% of 200.00: 0.00', tax: '60.00' },
  ],
  [
    'TX20 (shipping of 8.05 and its 23 % are one included price here)',
    ['19.00', '59.00'],
    { config: { ...rate('23', { included: true, taxShipping: true }), ...ship('9.90') } },
    { shippingTax: '1.85', total: '87.90' },
  ],
  [
    'TX24',
    ['24.99'],
    { config: { ...rate('10.75'), ...ship('6.44') } },
    { tax: '2.69', shippingTax: '0.00', total: '34.12' },
  ],
  ['TX26', ['50.00 x2'], { config: included('10') }, { tax: '9.09', total: '100.00' }],
  ['rules 9.1: 19 % in 119.00', ['119.00'], { config: included('19') }, { tax: '19.00' }],
  ['rules 9.1: 15 % of 0.10', ['0.10'], { config: rate('15') }, { tax: '0.02' }],
];

const DISCOUNTED_TAXES: Case[] = [
  [
    'DT2',
    ['14.00 x1 full', '6.50 x2 half'],
    {
      code: { percent: '50' },
      config: classes({ full: '20', half: '10' }, { included: true }),
    },
    { total: '13.50', lineTaxes: '1.17 0.59', tax: '1.76' },
  ],
  [
    'DT4',
    ['12.30'],
    { code: { deduct: '5.00' }, config: rate('20') },
    { tax: '1.46', total: '8.76' },
  ],
  [
    'DT6: shares follow what is paid, not what is left without tax',
    ['5.00 x1 full', '5.00 x1 none'],
    { code: { deduct: '5.00' }, config: classes({ full: '20', none: '0' }, { included: true }) },
    { shares: '2.50 2.50', total: '5.00' },
  ],
  [
    'DT8: a sale of 10 %',
    [{ price: '1558.80', sale: '1402.92' }],
    { config: included('20') },
    { tax: '233.82', total: '1402.92' },
  ],
  [
    'DT8: and then a code of 10 %',
    [{ price: '1558.80', sale: '1402.92' }],
    { code: { percent: '10' }, config: included('20') },
    { tax: '210.44', total: '1262.63' },
  ],
  ['DT12', ['60.00'], off({ percent: '10.5' }), { total: '53.70' }],
  ['DT14', ['10.00 x3'], { code: { deduct: '10.00' }, config: rate('20') }, { total: '24.00' }],
  [
    'DT16: net',
    ['10.00'],
    { code: { percent: '100' }, config: rate('20') },
    { total: '0.00', tax: '0.00' },
  ],
  [
    'DT16: gross',
    ['10.00'],
    { code: { percent: '100' }, config: included('20') },
    { total: '0.00', tax: '0.00' },
  ],
  [
    'DT18',
    ['56.04'],
    { code: { deduct: '10.10' }, config: rate('10') },
    { tax: '4.59', total: '50.53' },
  ],
  [
    'DT20 (two reductions of 10.10 are one of 20.20 here)',
    ['56.05 x2', '56.04'],
    { code: { deduct: '20.20' }, config: rate('10') },
    { shares: '13.47 6.73', tax: '14.79', total: '162.73' },
  ],
  [
    'DT22',
    ['56.95'],
    { code: { deduct: '10.00' }, config: included('10') },
    { tax: '4.27', total: '46.95' },
  ],
  [
    'DT22',
    ['56.90'],
    { code: { deduct: '10.00' }, config: included('10') },
    { tax: '4.26', total: '46.90' },
  ],
  [
    'DT24 (two reductions of 10.00 are one of 20.00 here)',
    ['56.90 x2', '56.95'],
    { code: { deduct: '20.00' }, config: included('10') },
    { tax: '13.70', total: '150.75' },
  ],
  [
    'DT26',
    ['51.86'],
    { code: { percent: '40' }, config: rate('8.25') },
    { tax: '2.57', total: '33.69' },
  ],
  ['DT32: 1 off', ['1000.00'], { code: { deduct: '1' }, config: rate('10') }, { total: '1098.90' }],
  [
    'DT32: 20 % off',
    ['1000.00'],
    { code: { percent: '20' }, config: rate('10') },
    { total: '880.00' },
  ],
  ['DT32: neither', ['1000.00'], { config: rate('10') }, { total: '1100.00' }],
  [
    'DT34',
    ['50.00 x2'],
    { code: { deduct: '10' }, config: rate('10') },
    { tax: '9.00', total: '99.00' },
  ],
  [
    'DT34',
    ['50.00 x2'],
    { code: { deduct: '20' }, config: rate('10') },
    { tax: '8.00', total: '88.00' },
  ],
  [
    'DT36 (its origin loses a cent of the total: 23.99)',
    ['9.99 x3 full', '0.03 x1 none'],
    { code: { deduct: '10.00' }, config: classes({ full: '20', none: '0' }) },
    { shares: '9.99 0.01', tax: '4.00', total: '24.00' },
  ],
  ['DT38: a surcharge is a line', ['10.00', '2.40'], { config: rate('20') }, { total: '14.88' }],
  ['DT38: minus', ['10.00'], { code: { deduct: '2.40' }, config: rate('20') }, { total: '9.12' }],
  [
    'DT38: included',
    ['10.00', '2.40'],
    { config: included('20') },
    { tax: '2.07', total: '12.40' },
  ],
  [
    'DT38: included, minus',
    ['10.00'],
    { code: { deduct: '2.40' }, config: included('20') },
    { tax: '1.27', total: '7.60' },
  ],
];

const SALES: Case[] = [
  [
    'SA10: with sale items',
    ['20.00', { price: '20.00', sale: '10.00' }],
    off({ percent: '10' }),
    { discount: '3.00' },
  ],
  [
    'SA12: with sale items',
    ['20.00', { price: '20.00', sale: '10.00' }],
    off({ deduct: '5.00', on: ['product-0', 'product-1'] }),
    { discount: '10.00' },
  ],
  [
    'SA16: no start, and its end ahead',
    [{ price: '20.00', sale: '15.00', saleTo: '2026-06-02T00:00:00.000Z' }],
    {},
    { total: '15.00' },
  ],
  [
    '3.1: over at its last instant',
    [{ price: '20.00', sale: '15.00', saleTo: '2026-06-01T12:00:00.000Z' }],
    {},
    { total: '20.00' },
  ],
  ['BG12', [{ price: '20.00', sale: '15.00' }], off({ percent: '10' }), { total: '13.50' }],
];

const PROBES: Case[] = [
  ['CM8: no total from a rounded unit', ['5.99 x4', '12.99 x5'], {}, { total: '88.91' }],
  ['BG2', ['38.23 x10'], { config: included('20') }, { tax: '63.72', total: '382.30' }],
  ['BG4', ['13.49', '14.49'], on({ percent: '50' }), { discount: '6.75', total: '21.23' }],
  ['BG4', ['14.49 x5'], off({ percent: '10' }), { total: '65.20' }],
  ['BG6', ['50.00'], { code: { deduct: '12.50' }, config: rate('20') }, { total: '45.00' }],
  ['BG8', ['399.00'], { code: { percent: '100' }, config: included('19') }, { total: '0.00' }],
];

describe.each<[string, Case[]]>([
  ['a discount split over the lines (1.4)', SHARES],
  ['what a discount code takes off (5.3)', DISCOUNTS],
  ['whether a discount code holds (5.2)', TERMS],
  ['shipping (9.2)', SHIPPING],
  ['taxes (9.1)', TAXES],
  ['taxes after a discount', DISCOUNTED_TAXES],
  ['sale prices in a cart (3.1)', SALES],
  ['what went wrong elsewhere', PROBES],
])('%s', (_, cases) => {
  it.each(cases)('%s', async (_, lines, more, expected) => {
    const priced = await priceByHand({ lines: lines.map(readLine), ...more });
    expect(figuresOf(priced)).toMatchObject(expected);
  });
});

describe('currencies without and with three decimals (1.1)', () => {
  it('TX28: taxes 10.333 at 5 % to the last fils', async () => {
    const config = { currency: 'KWD', ...rate('5') };
    const priced = await priceByHand({ lines: [{ price: '10.333' }], config });
    expect(figuresOf(priced, 'KWD')).toMatchObject({ tax: '0.517', total: '10.850' });
  });

  it('BG14: keeps 1.234', async () => {
    const priced = await priceByHand({ lines: [{ price: '1.234' }], config: { currency: 'KWD' } });
    expect(figuresOf(priced, 'KWD')).toMatchObject({ total: '1.234' });
  });

  it('has no half yen', async () => {
    const config = { currency: 'JPY', ...rate('10') };
    const priced = await priceByHand({
      lines: [{ price: '1985' }],
      code: { percent: '5' },
      config,
    });
    expect(figuresOf(priced, 'JPY')).toMatchObject({ discount: '99', tax: '189', total: '2075' });
  });
});

describe('where and what a shopper buys', () => {
  const config: CartwrightConfig = {
    tax: {
      rates: [
        { country: 'DE', rate: '19', label: 'USt' },
        { country: 'DE', class: 'books', rate: '7', label: 'USt' },
        { country: 'US', region: 'NY', rate: '8.875', label: 'Sales tax' },
        { country: '*', class: 'books', rate: '5', label: 'VAT' },
      ],
      taxShipping: true,
    },
    shipping: {
      options: [
        { code: 'post', label: 'Post', amount: '4.00', maxWeight: 1000 },
        { code: 'freight', label: 'Freight', amount: '40.00', countries: ['DE'] },
      ],
    },
  };
  const book: HandMadeLine = { price: '10.00', taxClass: 'books', weight: '400' };
  const shirt: HandMadeLine = { price: '10.00', weight: '200' };

  it.each<[string, Omit<HandMadeCart, 'lines'>, Expected]>([
    ['nobody knows where yet', {}, { lineTaxes: '0.50 0.00', shippingOption: 'post' }],
    ['Germany', { country: 'DE' }, { lineTaxes: '0.70 1.90', shippingOption: null }],
    [
      'Germany, chosen',
      { country: 'DE', shippingOption: 'freight' },
      { shipping: '40.00', shippingTax: '7.60' },
    ],
    [
      'New York: halves of a cent go up',
      { country: 'US', region: 'NY' },
      { lineTaxes: '0.89 0.89' },
    ],
    ['elsewhere in the country', { country: 'US', region: 'CA' }, { lineTaxes: '0.50 0.00' }],
    [
      'France, with a choice that goes to Germany only',
      { country: 'FR', shippingOption: 'freight' },
      { shippingOption: 'post', notices: ['shipping_option_dropped'] },
    ],
  ])('%s', async (_, where, expected) => {
    const priced = await priceByHand({ lines: [book, shirt], config, ...where });
    expect(figuresOf(priced)).toMatchObject(expected);
  });

  it('weighs grams times quantity: too heavy for the post is offered the rest', async () => {
    const heavy = [{ ...book, quantity: 3 }];
    const abroad = await priceByHand({ lines: heavy, config, country: 'FR' });
    expect(abroad.shippingOptions).toEqual([]);
    const home = await priceByHand({ lines: heavy, config, country: 'DE' });
    expect(home.shippingOptions.map(({ code }) => code)).toEqual(['freight']);
  });
});
