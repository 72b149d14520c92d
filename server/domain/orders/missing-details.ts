import type { Address, CartDetails } from '../cart/cart';
import { hasPostcodes, hasStates } from './countries';

/** A field of an address, or the e-mail of the order. */
export type RequiredField = 'email' | keyof Address;

/**
 * The paths of what the shopper has yet to say before an order can be placed (rule 8.1), such as
 * `billing.city`. The delivery address counts only where it is another one.
 */
export function missingDetails(details: CartDetails, required: readonly RequiredField[]): string[] {
  const email = required.includes('email') && !details.email ? ['email'] : [];
  const fields = addressFields(required);
  const billing = missingFields(details.billing, fields).map((field) => `billing.${field}`);
  if (details.sameAsBilling) return [...email, ...billing];
  const shipping = missingFields(details.shipping, fields).map((field) => `shipping.${field}`);
  return [...email, ...billing, ...shipping];
}

export function addressFields(required: readonly RequiredField[]): (keyof Address)[] {
  return required.filter((field): field is keyof Address => field !== 'email');
}

/**
 * What an address lacks. A postcode is asked for only where there are any, and a state only where addresses are written
 * with one. Before a country is said, a postcode is: most have them.
 */
export function missingFields(
  address: Address | null,
  fields: readonly (keyof Address)[]
): (keyof Address)[] {
  const country = address?.country;
  return fields.filter((field) => {
    if (address?.[field]) return false;
    if (field === 'state') return country !== undefined && hasStates(country);
    return !(field === 'postcode' && country && !hasPostcodes(country));
  });
}
