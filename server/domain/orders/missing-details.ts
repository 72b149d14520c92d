import type { Address, CartDetails } from '../cart/cart';
import { hasPostcodes } from './countries';

/** A field of an address, or the e-mail of the order. */
export type RequiredField = 'email' | keyof Address;

/**
 * The paths of what the shopper has yet to say before an order can be placed (rule 8.1), such as
 * `billing.city`. The delivery address counts only where it is another one; a postcode only where there are any.
 */
export function missingDetails(details: CartDetails, required: readonly RequiredField[]): string[] {
  const email = required.includes('email') && !details.email ? ['email'] : [];
  const fields = required.filter((field): field is keyof Address => field !== 'email');
  const billing = missingFields(details.billing, fields).map((field) => `billing.${field}`);
  if (details.sameAsBilling) return [...email, ...billing];
  const shipping = missingFields(details.shipping, fields).map((field) => `shipping.${field}`);
  return [...email, ...billing, ...shipping];
}

function missingFields(address: Address | null, fields: readonly (keyof Address)[]) {
  return fields.filter((field) => {
    if (address?.[field]) return false;
    return !(field === 'postcode' && address?.country && !hasPostcodes(address.country));
  });
}
