import type { Cart } from '../../domain/cart/cart';
import type { LoadedCart } from '../../domain/cart/priced-cart';
import type { Order } from '../../domain/orders/order';
import { findPlacedCart } from '../../storage/carts';
import type { Connection } from '../../storage/database';
import { findAnswered } from '../../storage/idempotency';
import { findOrder } from '../../storage/orders';
import {
  dayBefore,
  idempotencyConflict,
  requestKey,
  type Shopper,
  type WriteTerms,
} from '../shopper';

/** What is remembered of a request under its key, beside the order that was placed. */
export const DECLINED = 402;

/** The order that this cart or this key made already; `answered` when the key has had its definite answer. */
export async function findEarlierOrder(
  db: Connection,
  shopper: Shopper,
  { cart }: LoadedCart,
  { idempotency }: WriteTerms,
  now: Date
): Promise<{ order: Order; answered: boolean } | null> {
  if (idempotency) {
    const request = requestKey(shopper, idempotency.key);
    const known = await findAnswered(db, request, dayBefore(now));
    if (known && known.fingerprint !== idempotency.fingerprint) throw idempotencyConflict();
    if (known?.orderDocumentId) {
      const order = await findOrder(db, {
        documentId: known.orderDocumentId,
      });
      return order && { order, answered: known.status === DECLINED };
    }
  }
  const placed = await placedCart(db, shopper, cart, now);
  if (!placed) return null;
  const order = await findOrder(db, {
    cartDocumentId: placed.documentId,
  });
  return order && { order, answered: false };
}

/** The cart itself once it was placed; for an account without an open cart, the one that it placed last. */
async function placedCart(
  db: Connection,
  { account }: Shopper,
  cart: Cart,
  now: Date
): Promise<Cart | null> {
  if (cart.status === 'checked_out') return cart;
  if (cart.version > 0 || !account) return null;
  return findPlacedCart(db, account, dayBefore(now));
}
