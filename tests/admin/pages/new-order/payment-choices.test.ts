import { paymentChoices } from '../../../../admin/pages/new-order/payment-choices';

it('money outside the shop is waited for or there already; else the customer gets a link', () => {
  const methods = [
    { code: 'manual', label: 'Bank transfer', offline: true },
    { code: 'card', label: 'Card', offline: false },
  ];
  expect(paymentChoices(methods).map(({ id, label }) => [id, label])).toEqual([
    ['later:manual', 'Bank transfer'],
    ['paid:manual', 'Bank transfer'],
    ['link:card', 'Card'],
  ]);
});
