import type { Knex } from 'knex';

import type { ProductFilter } from '../../domain/catalogue/product-filter';
import type { Connection } from '../database';
import type { ExtendedShelf } from '../extra-fields';
import { type ListOrder, rankedProducts } from '../listings';
import { TABLES } from '../tables';
import { cardColumns, type Row, type StoredCard, toCard } from './cards';
import { onShelf } from './shelf';
import { unionAll } from './union';

/** Products of these documents that are on the shelf, in no order: one statement. */
export async function findCards(
  db: Connection,
  shelf: ExtendedShelf,
  documentIds: readonly string[]
): Promise<StoredCard[]> {
  if (documentIds.length === 0) return [];
  const rows: Row[] = await onShelf(db, shelf)
    .whereIn('p.document_id', [...documentIds])
    .select(...cardColumns(db, shelf));
  return rows.map((row) => toCard(row, shelf.extra));
}

/** The first products of a list. */
export interface ListWish {
  filter: ProductFilter;
  order: ListOrder;
  limit: number;
}

/** The products of several lists, each in its order: one statement, however many lists there are. */
export async function findLists(
  db: Connection,
  shelf: ExtendedShelf,
  wishes: readonly ListWish[]
): Promise<StoredCard[][]> {
  if (wishes.length === 0) return [];
  const parts = wishes.map(({ filter, order, limit }, list): Knex.QueryBuilder => {
    const first = rankedProducts(db, shelf, filter, order).orderBy('place').limit(limit);
    return db.from(first.as('first')).select(db.raw(`${list} as list`), 'id', 'place');
  });
  const rows: Row[] = await db
    .from(unionAll(db, parts).as('l'))
    .join(`${TABLES.products} as p`, 'p.id', 'l.id')
    .orderBy(['l.list', 'l.place'])
    .select(...cardColumns(db, shelf), 'l.list');
  const lists = wishes.map((): StoredCard[] => []);
  for (const row of rows) lists[Number(row.list)]?.push(toCard(row, shelf.extra));
  return lists;
}
