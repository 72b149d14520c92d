import type { DiscountCodeTerms } from './check-discount-code';
import type { Discount } from './discount';

/** A discount code as one cart meets it. */
export interface DiscountCode extends DiscountCodeTerms {
  documentId: string;
  /** Normalised. */
  code: string;
  /** null for a code that only ships for free. */
  discount: Discount | null;
  freeShipping: boolean;
  /** Orders that this cart's account or e-mail used it in. */
  customerUses: number;
  /** Of the products in the cart those that it selects; not looked at when it is for the cart. */
  selected: ReadonlySet<string>;
  /** When an editor saved it last: an order is refused when it was saved after it was priced. */
  savedAt: Date | null;
}
