import { type Cart, NO_DETAILS } from './cart';
import type { LoadedCart } from './priced-cart';

/** The cart of a shopper who has none: stored nowhere (rules 6.1). */
export function emptyCart(now: Date): LoadedCart {
  const cart: Cart = {
    rowId: 0,
    documentId: '',
    status: 'open',
    version: 0,
    account: null,
    details: NO_DETAILS,
    discountCode: null,
    orderDocumentId: null,
    shown: null,
    expiresAt: null,
    updatedAt: now,
  };
  return { cart, lines: [], sellables: new Map(), code: null, notices: [] };
}
