import type { Address } from '../cart/cart';

/** Where the town comes before its code, with the region in between: Springfield IL 62701. */
const TOWN_FIRST = new Set(['AU', 'CA', 'GB', 'IE', 'IN', 'NZ', 'US', 'ZA']);

/** An address as it stands on a letter, without empty lines; the country in the words of the reader. */
export function addressLines(address: Address, locale: string): string[] {
  const { firstName, lastName, company, street, street2, postcode, city, state, country } = address;
  const joined = (...parts: (string | undefined)[]) => parts.filter(Boolean).join(' ');
  const places = TOWN_FIRST.has(country ?? '')
    ? [joined(city, state, postcode)]
    : [joined(postcode, city), state];
  return [
    joined(firstName, lastName),
    company,
    street,
    street2,
    ...places,
    country && countryName(country, locale),
  ].filter((line): line is string => Boolean(line));
}

function countryName(code: string, locale: string): string {
  try {
    return new Intl.DisplayNames([locale], { type: 'region' }).of(code) ?? code;
  } catch {
    return code;
  }
}
