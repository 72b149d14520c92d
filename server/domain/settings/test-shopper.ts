// cspell:ignore Testville
import type { Address } from '../cart/cart';

interface Countries {
  shipping: { options: readonly { countries?: readonly string[] | undefined }[] };
  tax: { rates: readonly { country: string; region?: string | undefined }[] };
}

/** Where most test orders would go when the shop says nothing. */
const ANYWHERE = 'DE';

/** Somebody who lives where the shop delivers and has everything that a form may ask for. */
export function testShopper({ shipping, tax }: Countries): Address {
  const isOne = (country: string) => country !== '*';
  const delivered = shipping.options.flatMap(({ countries }) => countries ?? []).find(isOne);
  const anywhere = shipping.options.some(({ countries }) => !countries || countries.includes('*'));
  const taxed = tax.rates.map(({ country }) => country).find(isOne);
  const country = (anywhere ? (taxed ?? delivered) : (delivered ?? taxed)) ?? ANYWHERE;
  const region = tax.rates.find((rate) => rate.country === country)?.region;
  return {
    firstName: 'Test',
    lastName: 'Order',
    company: 'Test order',
    street: '1 Test Street',
    city: 'Testville',
    state: region ?? 'Test',
    postcode: '10115',
    country,
    phone: '+49 30 000000',
  };
}
