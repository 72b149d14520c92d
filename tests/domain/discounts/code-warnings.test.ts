import {
  type CodeFacts,
  type CodeForm,
  codeWarnings,
} from '../../../server/domain/discounts/code-warnings';
import { money } from '../../../server/domain/money/money';

const NOW = new Date('2030-01-01T12:00:00Z');
const later = new Date('2030-01-02T12:00:00Z');
const earlier = new Date('2029-12-31T12:00:00Z');

const FORM: CodeForm = {
  active: true,
  discountDeduct: null,
  discountPercent: '10',
  discountExact: null,
  freeShipping: false,
  validFrom: null,
  validTo: null,
  appliesTo: 'cart',
  minPurchase: null,
  maxUses: null,
  maxUsesPerCustomer: null,
};
const FACTS: CodeFacts = {
  now: NOW,
  usedCount: 0,
  members: 0,
  highestPrice: money('100'),
  currency: 'EUR',
};
const none = { discountPercent: null };

it.each<[Partial<CodeForm>, Partial<CodeFacts>, string[]]>([
  [{}, {}, []],
  [none, {}, ['discount_none']],
  [{ ...none, freeShipping: true }, {}, []],
  [{ discountDeduct: '1' }, {}, ['discount_several']],
  [{ discountPercent: '101' }, {}, ['discount_wrong']],
  [{ ...none, discountDeduct: '1.005' }, {}, ['discount_wrong']],
  [{ ...none, discountExact: 'abc' }, {}, ['discount_wrong']],
  [{ discountPercent: '0' }, {}, ['no_effect']],
  [{ discountPercent: '0', freeShipping: true }, {}, []],
  [{ discountPercent: '100' }, {}, ['free']],
  [{ ...none, discountExact: '0' }, {}, ['free']],
  [{ validFrom: later, validTo: later }, {}, ['window_empty']],
  [{ validTo: NOW }, {}, ['window_over']],
  [{ validFrom: earlier, validTo: later }, {}, []],
  [{ maxUses: 0 }, {}, ['never_usable']],
  [{ maxUsesPerCustomer: 0 }, {}, ['never_usable']],
  [{ maxUses: 3 }, { usedCount: 3 }, ['exhausted']],
  [{ maxUses: 3 }, { usedCount: 2 }, []],
  [{ maxUses: 3, maxUsesPerCustomer: 4 }, {}, ['per_customer_over']],
  [{ maxUses: 3, maxUsesPerCustomer: 3 }, {}, []],
  [{ appliesTo: 'selection' }, {}, ['selection_empty']],
  [{ appliesTo: 'selection' }, { members: 1 }, []],
  [{ minPurchase: '100' }, {}, []],
  [{ minPurchase: '100.01' }, {}, ['minimum_high']],
  [{ minPurchase: '100.01' }, { highestPrice: null }, []],
  [{ active: false }, {}, ['inactive']],
])('%j with %j: %j', (form, facts, warnings) => {
  expect(codeWarnings({ ...FORM, ...form }, { ...FACTS, ...facts })).toEqual(warnings);
});
