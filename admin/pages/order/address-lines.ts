import type { AdminOrderDto } from '../../../server/contracts/orders';

/** An address as it stands on a parcel, without empty lines. */
export function addressLines(
  address: AdminOrderDto['billing'],
  countryName: (code: string) => string
): string[] {
  const { firstName, lastName, company, street, street2, postcode, city, state, country, phone } =
    address;
  const joined = (...parts: (string | undefined)[]) => parts.filter(Boolean).join(' ');
  return [
    joined(firstName, lastName),
    company,
    street,
    street2,
    joined(postcode, city),
    state,
    country && countryName(country),
    phone,
  ].filter((line): line is string => Boolean(line));
}
