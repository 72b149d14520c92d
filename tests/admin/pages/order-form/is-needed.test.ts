import { isNeeded } from '../../../../admin/pages/order-form/is-needed';
import type { AddressFormDto } from '../../../../server/contracts/customers';

const form: AddressFormDto = {
  required: ['email', 'city', 'state', 'postcode'],
  countries: [
    { code: 'GB', postcode: true, state: false },
    { code: 'HK', postcode: false, state: true },
  ],
};

it.each([
  ['city', 'GB', true],
  ['phone', 'GB', false],
  ['postcode', 'GB', true],
  ['postcode', 'HK', false],
  ['postcode', '', true],
  ['state', 'GB', false],
  ['state', 'HK', true],
  ['state', '', false],
] as const)('%s of an address in "%s": %s', (field, country, isOne) => {
  expect(isNeeded(form, field, country)).toBe(isOne);
});
