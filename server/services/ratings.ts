import { type Rating, ratingOf } from '../domain/catalogue/rating';
import { CommerceError } from '../domain/errors';
import type { Database, Transaction } from '../storage/database';
import { lockProductRows } from '../storage/products';
import * as stored from '../storage/ratings';

/** Who rates: a visitor, known by its browser, or an account, whose browser may have rated before it logged in. */
export type Rater =
  { account: null; visitor: string } | { account: string; visitor: string | null };

export type Ratings = ReturnType<typeof createRatings>;

export function createRatings(shop: {
  database: Database;
  defaultLocale: () => Promise<string>;
  clock: () => Date;
}) {
  const { database, clock } = shop;

  /**
   * Rates a product from 1 to 5: one rating an account or visitor, and a repeat replaces it. An account that rates
   * replaces what its browser said as a visitor, too, or who logs in could rate twice.
   *
   * @throws CommerceError product_not_found when it is unknown, a draft, or outside its window
   */
  async function rate(
    slug: string,
    locale: string | null,
    rater: Rater,
    value: number
  ): Promise<Rating> {
    const now = clock();
    const shelf = { locale: locale ?? (await shop.defaultLocale()), at: now };
    const product = await stored.findRatedProduct(database.read, shelf, slug);
    if (product === null) throw productNotFound();

    return database.transaction(async (trx) => {
      await lock(trx, product);
      if (rater.account !== null && rater.visitor !== null) {
        await stored.deleteRating(trx, product, visitorKey(rater.visitor));
      }
      await stored.saveRating(trx, product, keyOf(rater), value, now);
      const rating = ratingOf(await stored.readRatingTotals(trx, product));
      await stored.writeRatingCopy(trx, product, rating);
      return rating;
    });
  }

  /**
   * One at a time for one product, or two would count without each other. When an editor has just published, the rows
   * that were waited for may be gone on PostgreSQL: a second look finds the new ones.
   */
  async function lock(trx: Transaction, product: string): Promise<void> {
    if ((await lockProductRows(trx, product)).length > 0) return;
    if ((await lockProductRows(trx, product)).length > 0) return;
    throw productNotFound();
  }

  return { rate };
}

const visitorKey = (visitor: string) => `visitor:${visitor}`;
const keyOf = ({ account, visitor }: Rater) =>
  account === null ? visitorKey(visitor) : `account:${account}`;

function productNotFound(): CommerceError {
  return new CommerceError('product_not_found', 'There is no such product');
}
