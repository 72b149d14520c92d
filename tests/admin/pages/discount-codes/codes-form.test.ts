import {
  type CodesForm,
  likeTemplate,
  missingOf,
  NEW_FORM,
  orderOf,
  wholeNumber,
} from '../../../../admin/pages/discount-codes/codes-form';
import type { CodeTemplateDto } from '../../../../server/contracts/discount-codes';

const complete: CodesForm = { ...NEW_FORM, batch: 'Summer', discount: '10' };

const template: CodeTemplateDto = {
  documentId: 't',
  title: 'Template',
  code: 'TEMPLATE',
  discountDeduct: '5',
  discountPercent: null,
  discountExact: null,
  validFrom: null,
  validTo: '2030-01-01T00:00:00.000Z',
  appliesTo: 'selection',
  minPurchase: '50',
  freeShipping: true,
  maxUses: 100,
  maxUsesPerCustomer: 2,
};

it.each<[Partial<CodesForm>, (keyof CodesForm)[]]>([
  [{}, []],
  [{ batch: ' ' }, ['batch']],
  [{ pattern: '' }, ['pattern']],
  [{ count: '0' }, ['count']],
  [{ count: '10001' }, ['count']],
  [{ count: '1.5' }, ['count']],
  [{ discount: '' }, ['discount']],
  [{ kind: 'none', discount: '' }, ['discount']],
  [{ kind: 'none', discount: '', freeShipping: true }, []],
  [{ maxUses: '' }, []],
  [{ maxUses: 'many' }, ['maxUses']],
  [{ maxUsesPerCustomer: '0' }, ['maxUsesPerCustomer']],
  [{ validFrom: '2030-01-02T00:00:00.000Z', validTo: '2030-01-01T00:00:00.000Z' }, ['validTo']],
])('%j lacks %j', (part, missing) => {
  expect(missingOf({ ...complete, ...part })).toEqual(missing);
});

it('asks for what was typed, as the editor’s language writes it', () => {
  const form: CodesForm = { ...complete, discount: '12,5', minPurchase: '9,90', count: ' 20 ' };
  expect(orderOf(form, 'de')).toMatchObject({
    ...{ batch: 'Summer', count: 20, discountPercent: '12.5', minPurchase: '9.90' },
    ...{ discountDeduct: null, maxUses: 1, maxUsesPerCustomer: null, template: null },
  });
  expect(orderOf({ ...complete, kind: 'exact' }, 'en')).toMatchObject({
    ...{ discountExact: '10', discountPercent: null },
  });
  expect(orderOf({ ...complete, kind: 'none' }, 'en')).toMatchObject({
    ...{ discountExact: null, discountPercent: null, discountDeduct: null },
  });
});

it('takes over what a code says, but not how often each may be used', () => {
  const like = likeTemplate(complete, template);
  expect(like).toMatchObject({
    ...{ kind: 'deduct', discount: '5', freeShipping: true, minPurchase: '50', maxUses: '1' },
    ...{ appliesTo: 'selection', maxUsesPerCustomer: '2', batch: 'Summer' },
  });
  expect(orderOf(like, 'en').template).toBe('t');
  expect(orderOf({ ...like, appliesTo: 'cart' }, 'en').template).toBeNull();
});

it.each([
  ['5', 5],
  [' 5 ', 5],
  ['0', null],
  ['11', null],
  ['5.0', null],
  ['-1', null],
  ['', null],
])('"%s" as a number from 1 to 10 is %p', (text, number) => {
  expect(wholeNumber(text, 1, 10)).toBe(number);
});
