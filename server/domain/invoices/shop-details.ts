/** Who sells, as it is printed on documents. Whatever is empty is left out. */
export interface ShopDetails {
  name: string;
  /** As it stands on a letter. */
  address: string[];
  taxIds: { label: string; value: string }[];
  email: string;
  phone: string;
  website: string;
  /** A picture: a file of the site, or a data URL. */
  logo: string;
  footer: string;
  /** Where a transfer goes; printed while something is due. */
  bank: string[];
}
