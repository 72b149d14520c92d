// cspell:ignore Reino Unido
import { addressLines } from '../../../../admin/pages/order/address-lines';
import { countryName } from '../../../../admin/text/country-name';

it('an address has no empty lines', () => {
  const address = {
    firstName: 'Ada',
    lastName: 'Sewell',
    street: '1 Mill Lane',
    street2: '',
    postcode: 'BA1 1AA',
    city: 'Bath',
    country: 'GB',
  };
  expect(addressLines(address, (code) => countryName(code, 'es'))).toEqual([
    'Ada Sewell',
    '1 Mill Lane',
    'BA1 1AA Bath',
    'Reino Unido',
  ]);
  expect(addressLines({}, String)).toEqual([]);
});

it('a country that nobody knows keeps its code', () => {
  expect(countryName('not a code', 'en')).toBe('not a code');
});
