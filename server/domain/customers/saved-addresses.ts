import type { Address } from '../cart/cart';
import { CommerceError } from '../errors';
import { addressFields, missingFields, type RequiredField } from '../orders/missing-details';

/** An address that an account keeps for its next order. */
export interface SavedAddress {
  id: string;
  address: Address;
  defaultBilling: boolean;
  defaultShipping: boolean;
  createdAt: Date;
}

/** What a request says about one; what it leaves out stays as it is. */
export interface AddressChange {
  address?: Address | undefined;
  defaultBilling?: boolean | undefined;
  defaultShipping?: boolean | undefined;
}

/** More than anybody needs, and a list that still fits a page. */
export const MOST_ADDRESSES = 50;

/**
 * The first address that is saved is the default one for both, unless the request says otherwise.
 *
 * @throws CommerceError quantity_limit `{max}`, invalid_input
 */
export function addAddress(
  saved: readonly SavedAddress[],
  added: AddressChange & { id: string; address: Address; createdAt: Date },
  required: readonly RequiredField[]
): SavedAddress[] {
  if (saved.length >= MOST_ADDRESSES) {
    throw new CommerceError(
      'quantity_limit',
      `At most ${MOST_ADDRESSES} addresses can be saved; please delete one first`,
      { max: MOST_ADDRESSES }
    );
  }
  checkComplete(added.address, required);
  const first = saved.length === 0;
  const { id, address, createdAt } = added;
  const { defaultBilling = first, defaultShipping = first } = added;
  return withDefaults(saved, { id, address, createdAt, defaultBilling, defaultShipping });
}

/** @throws CommerceError not_found, invalid_input */
export function changeAddress(
  saved: readonly SavedAddress[],
  id: string,
  change: AddressChange,
  required: readonly RequiredField[]
): SavedAddress[] {
  const present = saved.find((one) => one.id === id);
  if (!present) throw noSuchAddress();
  if (change.address) checkComplete(change.address, required);
  return withDefaults(saved, {
    ...present,
    address: change.address ?? present.address,
    defaultBilling: change.defaultBilling ?? present.defaultBilling,
    defaultShipping: change.defaultShipping ?? present.defaultShipping,
  });
}

/** No other one becomes the default in its place: that is the customer's to say. @throws CommerceError not_found */
export function removeAddress(saved: readonly SavedAddress[], id: string): SavedAddress[] {
  if (saved.every((one) => one.id !== id)) throw noSuchAddress();
  return saved.filter((one) => one.id !== id);
}

/** There is one default of each kind: a new one takes the place of the old one. */
function withDefaults(saved: readonly SavedAddress[], written: SavedAddress): SavedAddress[] {
  const others = (one: SavedAddress): SavedAddress => ({
    ...one,
    defaultBilling: one.defaultBilling && !written.defaultBilling,
    defaultShipping: one.defaultShipping && !written.defaultShipping,
  });
  const known = saved.some(({ id }) => id === written.id);
  const list = saved.map((one) => (one.id === written.id ? written : others(one)));
  return known ? list : [...list, written];
}

/** One that no order could be sent to is of no use to anybody. */
function checkComplete(address: Address, required: readonly RequiredField[]): void {
  const missing = missingFields(address, addressFields(required)).map((name) => `address.${name}`);
  if (Object.values(address).every((value) => value === undefined)) missing.push('address');
  if (missing.length === 0) return;
  throw new CommerceError('invalid_input', `Please fill in: ${missing.join(', ')}`, {
    issues: missing.map((path) => ({ path, message: 'is required' })),
  });
}

function noSuchAddress(): CommerceError {
  return new CommerceError('not_found', 'There is no such address');
}
