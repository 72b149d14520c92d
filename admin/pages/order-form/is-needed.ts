import type { AddressFormDto } from '../../../server/contracts/customers';
import type { AddressField } from './typed-address';

/** Whether an address of this country needs the field. Before a country is said, a postcode is needed, and a state is not. */
export function isNeeded(
  { required, countries }: AddressFormDto,
  field: AddressField,
  country: string
): boolean {
  if (!required.includes(field)) return false;
  const known = countries.find(({ code }) => code === country);
  if (field === 'postcode') return known?.postcode ?? true;
  if (field === 'state') return known?.state ?? false;
  return true;
}
