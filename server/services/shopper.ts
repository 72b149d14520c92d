import { createId } from '@paralleldrive/cuid2';

import type { PricedCart } from '../domain/cart/priced-cart';
import { CommerceError } from '../domain/errors';
import type { RequestKey } from '../storage/idempotency';
import type { OrderOwner } from '../storage/orders/search';
import { hashOf } from './secrets';

/** Who asks: a guest with a cart's token, or an account. */
export interface Shopper {
  token: string | null;
  account: string | null;
  /** The language that new lines are described in. */
  locale: string | null;
}

/** The account that asks, as the host knows it. */
export interface Account {
  id: string;
  email: string;
  /** Whether the account proved that the e-mail is its own; only then does it see what was ordered under it. */
  confirmed: boolean;
}

/** Whose orders an account sees: its own, and those under its e-mail once that is confirmed (rule 8.10). */
export function orderOwner({ id, email, confirmed }: Account): OrderOwner {
  return { account: id, confirmedEmail: confirmed ? email.toLowerCase() : null };
}

/** What a client may say about a write besides the write itself. */
export interface WriteTerms {
  /** The version that the client has seen; a stale one is refused with the fresh cart. */
  ifMatch: number | null;
  /** A repeat of the same request under the same key changes nothing and gets the same answer. */
  idempotency: { key: string; fingerprint: string } | null;
}

export const NO_TERMS: WriteTerms = { ifMatch: null, idempotency: null };

/** Who of the staff asks, and the key of the request, if it has one. */
export interface StaffTerms {
  by: string;
  /** Of the staff's account; keys of one do not meet those of another. */
  staff: string;
  idempotency: WriteTerms['idempotency'];
}

/** The id of what a request makes: under the same key the same one, so that a repeat finds it made. */
export function idOf({ staff, idempotency }: StaffTerms): string {
  return idempotency ? hashOf(`${staff}:${idempotency.key}`).slice(0, 24) : createId();
}

/** A request of staff under its key, as it is remembered; null without a key. */
export interface KeyedRequest {
  request: RequestKey;
  fingerprint: string;
}

export function keyedBy({ staff, idempotency }: StaffTerms): KeyedRequest | null {
  if (!idempotency) return null;
  const owner = { token: null, account: keyOwner(staff), locale: null };
  const { key, fingerprint } = idempotency;
  return { request: requestKey(owner, key), fingerprint };
}

/** Keys of staff do not meet those of customers. */
export const keyOwner = (staff: string) => `staff:${staff}`;

/** As a hash: some databases take `Key` and `key` for the same. Keys of one shopper do not meet those of another. */
export function requestKey(shopper: Shopper, key: string): RequestKey {
  return { scope: scopeOf(shopper), key: hashOf(key) };
}

function scopeOf({ account, token }: Shopper): string {
  if (account) return `account:${account}`;
  return token ? `cart:${hashOf(token)}` : 'guest';
}

const DAY = 24 * 60 * 60 * 1000;

/** How long a repeat under the same key is recognised. */
export const dayBefore = (now: Date) => new Date(now.getTime() - DAY);
export const minutesAfter = (now: Date, minutes: number) =>
  new Date(now.getTime() + minutes * 60_000);
export const daysAfter = (now: Date, days: number) => new Date(now.getTime() + days * DAY);

/** Until when an order that waits for its money keeps its units (rule 7.3). */
export type HoldUntil = (paymentMethod: string, now: Date) => Date;

/** The cart changed under the client's feet; the refusal carries the fresh one. */
export function cartChanged(priced: PricedCart, precondition?: 'failed'): CommerceError {
  return new CommerceError('cart_changed', 'The cart has changed; please look at it again', {
    cart: priced,
    ...(precondition ? { precondition } : {}),
  });
}

export function idempotencyConflict(): CommerceError {
  return new CommerceError(
    'idempotency_conflict',
    'This Idempotency-Key was used for another request'
  );
}
