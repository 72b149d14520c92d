import type { AdminOrderDto } from '../../../server/contracts/orders';

export type Address = AdminOrderDto['billing'];
export type AddressField = keyof Address;

/** In the order in which a form asks for them. */
export const ADDRESS_FIELDS = [
  'firstName',
  'lastName',
  'company',
  'street',
  'street2',
  'postcode',
  'city',
  'state',
  'country',
  'phone',
] as const satisfies readonly AddressField[];

/** As it is typed: nothing is an empty text. */
export type TypedAddress = Readonly<Record<AddressField, string>>;

export function typedAddress(address: Address | null): TypedAddress {
  const entries = ADDRESS_FIELDS.map((field) => [field, address?.[field] ?? '']);
  return Object.fromEntries(entries) as TypedAddress;
}

export function addressOf(typed: TypedAddress): Address {
  const said = ADDRESS_FIELDS.flatMap((field) => {
    const value = typed[field].trim();
    return value === '' ? [] : [[field, value]];
  });
  return Object.fromEntries(said) as Address;
}

export function isSameAddress(one: TypedAddress, other: TypedAddress): boolean {
  return ADDRESS_FIELDS.every((field) => one[field].trim() === other[field].trim());
}
