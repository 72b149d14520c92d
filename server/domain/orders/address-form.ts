import { COUNTRIES, hasPostcodes, hasStates } from './countries';
import type { RequiredField } from './missing-details';

/** What the form of an address asks for. */
export interface AddressForm {
  required: RequiredField[];
  /** Whether addresses of the country have a postcode, and are written with a state. */
  countries: { code: string; postcode: boolean; state: boolean }[];
}

export function addressForm(required: readonly RequiredField[]): AddressForm {
  return {
    required: [...required],
    countries: COUNTRIES.map((code) => ({
      code,
      postcode: hasPostcodes(code),
      state: hasStates(code),
    })),
  };
}
