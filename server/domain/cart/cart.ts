import type { ImageCopy, OptionChoice } from '../catalogue/sellable';
import type { Amount } from '../money/money';

export interface Address {
  firstName?: string;
  lastName?: string;
  company?: string;
  street?: string;
  street2?: string;
  city?: string;
  state?: string;
  postcode?: string;
  /** ISO 3166-1 alpha-2. */
  country?: string;
  phone?: string;
}

/** What the shopper said about themselves and the delivery. */
export interface CartDetails {
  email: string | null;
  billing: Address | null;
  shipping: Address | null;
  sameAsBilling: boolean;
  instructions: string | null;
  shippingOption: string | null;
  paymentMethod: string | null;
}

export interface Cart {
  /** The row, which every write of the cart names: see `lockCart`. 0 when it is stored nowhere. */
  rowId: number;
  documentId: string;
  status: 'open' | 'checked_out';
  /** Grows with every write; what `If-Match` refers to. */
  version: number;
  account: string | null;
  details: CartDetails;
  discountCode: string | null;
  orderDocumentId: string | null;
  /** The total of the last answer. */
  shownTotal: Amount | null;
  expiresAt: Date | null;
  updatedAt: Date;
}

/** Custom facts about one line, such as an engraving. Lines with different data stay apart. */
export type LineData = Record<string, string | number | boolean | null>;

/** One line. Words and picture are those of the moment it was added; the price never is (rule 6.2). */
export interface CartLine {
  id: string;
  lineKey: string;
  type: string;
  documentId: string;
  sku: string | null;
  description: string;
  options: OptionChoice[];
  data: LineData | null;
  url: string | null;
  image: ImageCopy | null;
  quantity: number;
  /** The price in the last answer that this cart gave. */
  shownPrice: Amount | null;
}

export const NO_DETAILS: CartDetails = {
  email: null,
  billing: null,
  shipping: null,
  sameAsBilling: true,
  instructions: null,
  shippingOption: null,
  paymentMethod: null,
};
