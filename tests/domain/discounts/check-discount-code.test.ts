import {
  checkDiscountCode,
  type DiscountCodeFacts,
  type DiscountCodeTerms,
} from '../../../server/domain/discounts/check-discount-code';
import { money } from '../../../server/domain/money/money';

const NOON = new Date('2025-06-15T12:00:00.000Z');
const YESTERDAY = new Date('2025-06-14T12:00:00.000Z');
const TOMORROW = new Date('2025-06-16T12:00:00.000Z');

const terms = (own: Partial<DiscountCodeTerms> = {}): DiscountCodeTerms => ({
  active: true,
  validFrom: null,
  validTo: null,
  appliesTo: 'cart',
  minPurchase: null,
  maxUses: null,
  maxUsesPerCustomer: null,
  usedCount: 0,
  ...own,
});

const facts = (own: Partial<DiscountCodeFacts> = {}): DiscountCodeFacts => ({
  at: NOON,
  subtotal: money('200.00'),
  hasEligibleLine: true,
  customerUses: 0,
  currency: 'EUR',
  ...own,
});

const check = (
  ownTerms: Partial<DiscountCodeTerms> = {},
  ownFacts: Partial<DiscountCodeFacts> = {}
) => checkDiscountCode(terms(ownTerms), facts(ownFacts));

describe('checkDiscountCode finds valid', () => {
  it.each<[string, Partial<DiscountCodeTerms>, Partial<DiscountCodeFacts>]>([
    ['D-29 a code without conditions', {}, {}],
    ['D-29 D-25 a minimum of 100.00 on 200.00', { minPurchase: money(100) }, {}],
    ['MN6 a minimum of 100.00 on 200.00', { minPurchase: money(100) }, {}],
    ['MN2 a minimum of 90.00 on 2 × 80.00', { minPurchase: money(90) }, { subtotal: money(160) }],
    [
      'MN4 a minimum of 200.00 on 2 × 80.00 + 60.00',
      { minPurchase: money(200) },
      { subtotal: money(220) },
    ],
    ['the minimum exactly', { minPurchase: money('200.00') }, {}],
    ['the first instant of its window', { validFrom: NOON }, {}],
    ['the last instant of its window', { validTo: new Date(NOON.getTime() + 1) }, {}],
    ['the last use', { maxUses: 5, usedCount: 4 }, {}],
    ['the last use of this customer', { maxUsesPerCustomer: 2 }, { customerUses: 1 }],
    ['a selection with a line in the cart', { appliesTo: 'selection' }, { hasEligibleLine: true }],
    ['a code on the cart, whatever is selected', { appliesTo: 'cart' }, { hasEligibleLine: false }],
    [
      'the uses of others, when only each customer is limited',
      { maxUsesPerCustomer: 1, usedCount: 99 },
      {},
    ],
  ])('%s', (_name, ownTerms, ownFacts) => {
    expect(check(ownTerms, ownFacts)).toBeNull();
  });
});

describe('checkDiscountCode answers with its own reason for', () => {
  it.each<[string, Partial<DiscountCodeTerms>, Partial<DiscountCodeFacts>, string, object]>([
    ['D-29 an inactive code', { active: false }, {}, 'discount_code_inactive', {}],
    [
      'D-29 a code from tomorrow',
      { validFrom: TOMORROW },
      {},
      'discount_code_not_started',
      { validFrom: TOMORROW.toISOString() },
    ],
    [
      'D-29 D-33 a code until yesterday',
      { validTo: YESTERDAY },
      {},
      'discount_code_expired',
      { validTo: YESTERDAY.toISOString() },
    ],
    [
      'D-29 D-32 MN10 a code used 1 time of 1',
      { maxUses: 1, usedCount: 1 },
      {},
      'discount_code_exhausted',
      { by: 'all' },
    ],
    [
      'D-29 D-25 MN6 a minimum of 500.00 on 200.00',
      { minPurchase: money(500) },
      {},
      'discount_code_minimum',
      { minPurchase: '500.00' },
    ],
    [
      'C-20 DI14 a selection with no line in the cart',
      { appliesTo: 'selection' },
      { hasEligibleLine: false },
      'discount_code_not_applicable',
      {},
    ],
    [
      'the instant at which its window ends',
      { validTo: NOON },
      {},
      'discount_code_expired',
      { validTo: NOON.toISOString() },
    ],
    [
      'the instant before its window',
      { validFrom: new Date(NOON.getTime() + 1) },
      {},
      'discount_code_not_started',
      {},
    ],
    [
      'one cent below the minimum',
      { minPurchase: money('200.01') },
      {},
      'discount_code_minimum',
      { minPurchase: '200.01' },
    ],
    [
      'a customer who used it up',
      { maxUsesPerCustomer: 2 },
      { customerUses: 2 },
      'discount_code_exhausted',
      { by: 'customer' },
    ],
    ['a code with no use at all', { maxUses: 0 }, {}, 'discount_code_exhausted', { by: 'all' }],
    [
      'a counter above its limit',
      { maxUses: 1, usedCount: 7 },
      {},
      'discount_code_exhausted',
      { by: 'all' },
    ],
    [
      'a minimum in yen',
      { minPurchase: money(500) },
      { currency: 'JPY' },
      'discount_code_minimum',
      { minPurchase: '500' },
    ],
  ])('%s', (_name, ownTerms, ownFacts, code, details) => {
    expect(check(ownTerms, ownFacts)).toMatchObject({ code, details });
  });
});

it('checkDiscountCode names the first reason: inactive, not started, expired, exhausted, not applicable, minimum', () => {
  const faults: [Partial<DiscountCodeTerms>, Partial<DiscountCodeFacts>, string][] = [
    [{ active: false }, {}, 'discount_code_inactive'],
    [{ validFrom: TOMORROW }, {}, 'discount_code_not_started'],
    [{ validTo: YESTERDAY }, {}, 'discount_code_expired'],
    [{ maxUses: 1, usedCount: 1 }, {}, 'discount_code_exhausted'],
    [{ maxUsesPerCustomer: 1 }, { customerUses: 1 }, 'discount_code_exhausted'],
    [{ appliesTo: 'selection' }, { hasEligibleLine: false }, 'discount_code_not_applicable'],
    [{ minPurchase: money(500) }, {}, 'discount_code_minimum'],
  ];
  faults.forEach(([, , expected], first) => {
    const from = faults.slice(first);
    const allTerms = Object.assign({}, ...from.map(([ownTerms]) => ownTerms));
    const allFacts = Object.assign({}, ...from.map(([, ownFacts]) => ownFacts));
    expect(check(allTerms, allFacts)?.code).toBe(expected);
  });
});
