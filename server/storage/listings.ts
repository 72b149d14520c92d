import type { Knex } from 'knex';

import type { ProductFilter } from '../domain/catalogue/product-filter';
import type { Connection } from './database';
import type { ExtendedShelf } from './extra-fields';
import { cardColumns, type Row, type StoredCard, toCard } from './listings/cards';
import { filteredProducts } from './listings/filter';
import { currentPriceOf } from './listings/prices';
import type { Shelf } from './listings/shelf';
import { dayOf } from './product-counts';
import { TABLES } from './tables';

const DAY = 24 * 60 * 60 * 1000;

export type ListOrder =
  'newest' | 'price:asc' | 'price:desc' | 'title:asc' | 'title:desc' | 'rating' | 'popularity';

export interface Page {
  order: ListOrder;
  page: number;
  pageSize: number;
}

/**
 * One page of cards and how many products there are in all: one statement, and one more to count when the page lies
 * behind the last. Only the ids of what was found are sorted and numbered; everything else is read for one page.
 */
export async function listProducts(
  db: Connection,
  shelf: ExtendedShelf,
  filter: ProductFilter,
  { order, page, pageSize }: Page
): Promise<{ cards: StoredCard[]; total: number }> {
  const places = rankedProducts(db, shelf, filter, order)
    .select(db.raw('COUNT(*) OVER () as total'))
    .orderBy('place')
    .limit(pageSize)
    .offset((page - 1) * pageSize);

  const rows: Row[] = await db
    .from(places.as('found'))
    .join(`${TABLES.products} as p`, 'p.id', 'found.id')
    .orderBy('found.place')
    .select(...cardColumns(db, shelf), 'found.total');
  if (rows.length > 0 || page === 1) {
    return {
      cards: rows.map((row) => toCard(row, shelf.extra)),
      total: Number(rows[0]?.total ?? 0),
    };
  }
  const counted = (await filteredProducts(db, shelf, filter).count({ total: '*' }).first()) as Row;
  return { cards: [], total: Number(counted.total) };
}

/** The ids of what passes the filter, each with its place. */
export function rankedProducts(
  db: Connection,
  shelf: Shelf,
  filter: ProductFilter,
  order: ListOrder
): Knex.QueryBuilder {
  const found = filteredProducts(db, shelf, filter);
  if (order === 'popularity') withCounts(db, found, shelf.at);
  return found.select(
    'p.id',
    db.raw('ROW_NUMBER() OVER (ORDER BY ?) as place', [sortKeys(db, order, shelf.at)])
  );
}

/** A product is popular for what happened to it lately; an order says more than a cart. */
const POPULAR_DAYS = 30;
const ORDER_WEIGHT = 5;

/** How popular each product is: `n`. */
function withCounts(db: Connection, query: Knex.QueryBuilder, at: Date): void {
  const counts = db(TABLES.productCounts)
    .where('day', '>', dayOf(new Date(at.getTime() - POPULAR_DAYS * DAY)))
    .groupBy('product_document_id')
    .select(
      'product_document_id',
      db.raw(`SUM(cart_count + ${ORDER_WEIGHT} * order_count) as points`)
    );
  query.leftJoin(counts.as('n') as never, 'n.product_document_id', 'p.document_id');
}

/** Ties are broken by the document, so that no product is on two pages. What has no price or rating comes last. */
function sortKeys(db: Connection, order: ListOrder, at: Date): Knex.Raw {
  switch (order) {
    case 'price:asc':
    case 'price:desc': {
      const price = currentPriceOf(db, 'p', at);
      const direction = order === 'price:asc' ? 'ASC' : 'DESC';
      return db.raw(`CASE WHEN ? IS NULL THEN 1 ELSE 0 END, ? ${direction}, p.document_id`, [
        price,
        price,
      ]);
    }
    case 'title:asc':
      return db.raw('LOWER(p.title), p.document_id');
    case 'title:desc':
      return db.raw('LOWER(p.title) DESC, p.document_id');
    case 'rating':
      return db.raw(
        'CASE WHEN p.rating_average IS NULL THEN 1 ELSE 0 END, p.rating_average DESC, p.rating_count DESC, p.document_id'
      );
    case 'popularity':
      return db.raw('COALESCE(n.points, 0) DESC, p.created_at DESC, p.document_id');
    case 'newest':
      return db.raw('p.created_at DESC, p.document_id');
  }
}
