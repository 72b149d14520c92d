import type { Rating, RatingTotals } from '../domain/catalogue/rating';
import type { Connection } from './database';
import { latest } from './latest';
import { onShelf, type Shelf } from './listings/shelf';
import { TABLES } from './tables';

/** The product of an address, if it stands on the shelf. */
export async function findRatedProduct(
  db: Connection,
  shelf: Shelf,
  slug: string
): Promise<string | null> {
  const row = await onShelf(db, shelf)
    .where('p.slug', slug)
    .orderBy('p.id')
    .first('p.document_id as document');
  return row ? String(row.document) : null;
}

/** A repeat replaces what the same rater said before: the unique index is what makes it one rating. */
export async function saveRating(
  trx: Connection,
  productDocumentId: string,
  rater: string,
  value: number,
  now: Date
): Promise<void> {
  await trx(TABLES.ratings)
    .insert({ product_document_id: productDocumentId, rater, value, rated_at: now })
    .onConflict(['product_document_id', 'rater'])
    .merge(['value', 'rated_at']);
}

export async function deleteRating(
  trx: Connection,
  productDocumentId: string,
  rater: string
): Promise<void> {
  await trx(TABLES.ratings).where({ product_document_id: productDocumentId, rater }).delete();
}

export async function deleteRatings(trx: Connection, productDocumentId: string): Promise<void> {
  await trx(TABLES.ratings).where({ product_document_id: productDocumentId }).delete();
}

/** All ratings of a product. The caller holds the lock of its rows, so that nobody adds one meanwhile. */
export async function readRatingTotals(
  trx: Connection,
  productDocumentId: string
): Promise<RatingTotals> {
  const row = await latest(
    trx,
    trx(TABLES.ratings)
      .where({ product_document_id: productDocumentId })
      .count({ count: '*' })
      .sum({ sum: 'value' })
      .first()
  );
  return { count: Number(row?.count ?? 0), sum: Number(row?.sum ?? 0) };
}

/** The rating as the rows of a product carry it. */
export function ratingColumns({ count, sum, average }: Rating) {
  return { rating_count: count, rating_sum: sum, rating_average: average };
}

/** On all rows: every language, drafted and published. Their `updatedAt` is the editor's, and stays. */
export async function writeRatingCopy(
  trx: Connection,
  productDocumentId: string,
  rating: Rating
): Promise<void> {
  await trx(TABLES.products)
    .where({ document_id: productDocumentId })
    .update(ratingColumns(rating));
}
