import type { Prefill } from '../../domain/customers/prefill';
import type { Database } from '../../storage/database';
import * as stored from '../../storage/remembered-customers';
import { hashOf, type Secrets } from '../secrets';
import { daysAfter, type Shopper } from '../shopper';

/** What becomes of the browser's token: a text is kept, null is taken away, undefined leaves it. */
export type TokenAnswer = string | null | undefined;

/** What somebody said at the checkout, and whether they want to be remembered with it. */
export interface SaidAtCheckout {
  shopper: Shopper;
  /** The token that the browser has brought, if any. */
  token: string | null;
  /** undefined: nothing was said about it. */
  remember: boolean | undefined;
  cartDocumentId: string;
  said: Prefill;
}

interface RememberedAnswer {
  remembered: Prefill | null;
  /** Its token is to be kept for longer as well. */
  renewed: boolean;
}

export type Remembering = ReturnType<typeof createRemembering>;

/**
 * Customers who asked to be remembered. The token is no login: it fills in a form with what was typed along with it,
 * and shows no order. It belongs to the cart at which it was asked for, and is derived from it: however often that cart
 * asks, in however many tabs, it is one token; and with the next cart there is a new one, so that whoever got hold of
 * an old cart learns nothing that was said later.
 */
export function createRemembering(shop: { database: Database; secrets: Secrets; days: number }) {
  const { database, secrets, days } = shop;

  /** What is remembered under a token; being used, it is kept for longer, which is written once a day. */
  async function find(token: string | null, now: Date): Promise<RememberedAnswer> {
    const found = token && (await stored.findRemembered(database.read, hashOf(token), now));
    if (!found) return { remembered: null, renewed: false };
    const renewed = found.expiresAt < daysAfter(now, days - 1);
    if (renewed) {
      const until = daysAfter(now, days);
      await database.write((db) => stored.renewRemembered(db, hashOf(token), until));
    }
    return { remembered: found, renewed };
  }

  async function settle(
    { shopper, token, remember, cartDocumentId, said }: SaidAtCheckout,
    now: Date
  ): Promise<TokenAnswer> {
    const own = secrets.tokenOf('customer', cartDocumentId);
    if (remember === undefined) {
      if (token === own) {
        await database.write((db) => stored.updateRemembered(db, hashOf(own), said, now));
      }
      return undefined;
    }
    const others = [token, own].flatMap((one) => (one === null ? [] : [hashOf(one)]));
    if (!remember) {
      await database.write((db) => stored.deleteRemembered(db, others));
      return null;
    }
    if (token !== null && token !== own) {
      await database.write((db) => stored.deleteRemembered(db, [hashOf(token)]));
    }
    const holder = { tokenHash: hashOf(own), account: shopper.account };
    const kept = { ...said, expiresAt: daysAfter(now, days) };
    await database.write((db) => stored.saveRemembered(db, holder, kept, now));
    return own;
  }

  return { find, settle };
}
