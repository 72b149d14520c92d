import type { Address, Cart, CartLine } from '../cart/cart';
import type { Order } from '../orders/order';
import type { SavedAddress } from './saved-addresses';

/** Whose data: the accounts of one person, and the e-mail once it is known to be theirs. */
export interface Person {
  accounts: readonly string[];
  email: string | null;
}

export interface RatingGiven {
  productDocumentId: string;
  value: number;
  ratedAt: Date;
}

/** What a browser that was asked to remember somebody knows. */
export interface Remembered {
  email: string | null;
  billing: Address | null;
  shipping: Address | null;
  expiresAt: Date;
}

/** Everything that the shop knows of one person. */
export interface CustomerData {
  email: string | null;
  addresses: SavedAddress[];
  remembered: Remembered[];
  carts: { cart: Cart; lines: CartLine[] }[];
  orders: Order[];
  ratings: RatingGiven[];
  /** That were sent, as far as it is still known where to. */
  mails: MailSent[];
}

/** A mail about an order or a cart. */
export interface MailSent {
  kind: string;
  to: string;
  sentAt: Date;
}

/** How much of each an erasure took. */
export interface Erased {
  orders: number;
  carts: number;
  addresses: number;
  remembered: number;
  ratings: number;
}
