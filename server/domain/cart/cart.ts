import type { Amount } from '../money/money';
import type { LineCopy } from './line-copy';

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
  /** When the shopper accepted the shop's terms. */
  termsAcceptedAt: Date | null;
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
  /** null before the first answer. */
  shown: ShownFigures | null;
  expiresAt: Date | null;
  updatedAt: Date;
}

/** What the last answer of this cart showed; a change since then is told, and must be accepted (rules 6.2, 8.4). */
export interface ShownFigures {
  /** The price of each line that had one, by the line's id. */
  prices: ReadonlyMap<string, Amount>;
  discount: Amount;
  total: Amount;
}

/** One line. */
export interface CartLine extends LineCopy {
  id: string;
  lineKey: string;
}

export const NO_DETAILS: CartDetails = {
  email: null,
  billing: null,
  shipping: null,
  sameAsBilling: true,
  instructions: null,
  shippingOption: null,
  paymentMethod: null,
  termsAcceptedAt: null,
};
