import {
  isAboutCode,
  isAboutItem,
  isAboutShipping,
  isConflict,
  issueAt,
  refusalOf,
} from '../../../../admin/pages/order-form/refusal';

const refusal = (code: string, details: object = {}) =>
  refusalOf({ status: 422, name: 'CommerceError', message: 'No', details: { code, ...details } });

it('reads what the server says, and what it does not say', () => {
  const issues = [{ path: 'billing.city', message: 'is required' }];
  const read = refusal('invalid_input', { issues });
  expect(read).toMatchObject({ code: 'invalid_input', message: 'No', issues });
  expect(issueAt(read, 'billing.city')).toBe('is required');
  expect(issueAt(read, 'shipping.city')).toBeNull();
  expect(refusalOf(undefined)).toBeNull();
  expect(refusalOf({ name: 'UnknownError', message: 'Offline' })).toEqual({
    code: null,
    message: 'Offline',
    issues: [],
    facts: {},
  });
});

it.each([
  ['insufficient_stock', 'MUG', true],
  ['not_for_sale', 'MUG', true],
  ['insufficient_stock', 'KITE', false],
  ['insufficient_stock', null, false],
  ['cart_changed', 'MUG', false],
])('%s about MUG is shown at %s: %s', (code, sku, isShown) => {
  expect(isAboutItem(refusal(code, { sku: 'MUG' }), sku)).toBe(isShown);
});

it('knows what a refusal is about', () => {
  expect(isAboutCode(refusal('discount_code_expired'))).toBe(true);
  expect(isAboutShipping(refusal('shipping_option_required'))).toBe(true);
  expect(isConflict(refusal('cart_changed'))).toBe(true);
  expect([isAboutCode(null), isAboutShipping(null), isConflict(null)]).toEqual([
    false,
    false,
    false,
  ]);
});
