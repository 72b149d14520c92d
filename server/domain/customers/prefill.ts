import type { Address, CartDetails } from '../cart/cart';
import type { Order } from '../orders/order';

/** What one source knows of a customer, and what a form is filled in with. */
export interface Prefill {
  email: string | null;
  billing: Address | null;
  /** null where it is the billing address, too. */
  shipping: Address | null;
}

/**
 * What a form is filled in with: of each thing what the first source says that says it, and the cart is the first.
 * Addresses go together, or half of one source's and half of another's would send a parcel nowhere. null: nobody knows
 * anything.
 */
export function prefill(sources: readonly (Prefill | null)[]): Prefill | null {
  const known = sources.filter((source) => source !== null);
  const email = known.find((source) => source.email)?.email ?? null;
  const withAddress = known.find(saysAddress);
  if (!email && !withAddress) return null;
  const { billing = null, shipping = null } = withAddress ?? {};
  return { email, billing, shipping };
}

/** An address may be there and say nothing. */
export function saysAddress({ billing, shipping }: Prefill): boolean {
  return [billing, shipping].some((address) => Object.values(address ?? {}).some(Boolean));
}

/** What a cart says. */
export function saidIn({ email, billing, shipping, sameAsBilling }: CartDetails): Prefill {
  return { email, billing, shipping: sameAsBilling ? null : shipping };
}

/** What an order was placed with. */
export function saidInOrder({ email, billing, shipping }: Order): Prefill {
  const same = JSON.stringify(billing) === JSON.stringify(shipping);
  return { email: email || null, billing, shipping: same ? null : shipping };
}

/**
 * Whether what was remembered in this browser may be shown: it must not be another person's. An account sees what was
 * remembered under its own e-mail, and a guest's cart with an e-mail what was remembered under that one.
 */
export function isSamePerson(
  remembered: Prefill,
  { account, cart }: { account: string | null; cart: string | null }
): boolean {
  if (account !== null) return remembered.email === account.toLowerCase();
  return cart === null || remembered.email === null || remembered.email === cart;
}
