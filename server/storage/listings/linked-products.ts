import type { Knex } from 'knex';

import type { Connection } from '../database';
import type { ExtendedShelf } from '../extra-fields';
import { TABLES } from '../tables';
import { cardColumns, type Row, type StoredCard, toCard } from './cards';
import { inOrder } from './in-order';
import { onShelf, type Shelf } from './shelf';
import { unionAll } from './union';

/** How many products that point to one are shown with it: a gift box may be related to everything in the shop. */
const MOST_POINTING_HERE = 24;

export interface Linked {
  related: StoredCard[];
  upsells: StoredCard[];
}

/**
 * The cards on the shelf that go with one product row, in one statement. Being related is mutual: first those that the
 * editor has put on this product, in that order, then those that name it themselves, by title. Upsells point one way.
 */
export async function findLinked(
  db: Connection,
  shelf: ExtendedShelf,
  rowId: number,
  wanted: { related: boolean; upsells: boolean }
): Promise<Linked> {
  const parts = [
    ...(wanted.related
      ? [pointsTo(db, TABLES.productRelated, 'related', rowId), pointingHere(db, shelf, rowId)]
      : []),
    ...(wanted.upsells ? [pointsTo(db, TABLES.productUpsells, 'upsells', rowId)] : []),
  ];
  if (parts.length === 0) return { related: [], upsells: [] };

  const rows: Row[] = await onShelf(db, shelf)
    .join(unionAll(db, parts).as('l') as never, 'l.target', 'p.id')
    .whereNot('p.id', rowId)
    .select(...cardColumns(db, shelf), 'l.kind', 'l.link', 'l.place');
  const asCard = (row: Row) => toCard(row, shelf.extra);
  const of = (...kinds: string[]) =>
    kinds.flatMap((wantedKind) => inOrder(rows.filter(({ kind }) => kind === wantedKind)));
  return {
    related: oncePerProduct(of('related', 'pointing')).map(asCard),
    upsells: of('upsells').map(asCard),
  };
}

function pointsTo(db: Connection, table: string, kind: string, rowId: number): Knex.QueryBuilder {
  return db(`${table} as k`)
    .where('k.product_id', rowId)
    .select(
      db.raw(`'${kind}' as kind`),
      'k.id as link',
      'k.product_ord as place',
      'k.inv_product_id as target'
    );
}

function pointingHere(db: Connection, shelf: Shelf, rowId: number): Knex.QueryBuilder {
  const first = onShelf(db, shelf)
    .join(`${TABLES.productRelated} as k`, 'k.product_id', 'p.id')
    .where('k.inv_product_id', rowId)
    .select(
      'k.id as link',
      'k.product_id as target',
      db.raw('ROW_NUMBER() OVER (ORDER BY LOWER(p.title), p.document_id) as place')
    )
    .orderBy('place')
    .limit(MOST_POINTING_HERE);
  return db
    .from(first.as('pointing'))
    .select(db.raw("'pointing' as kind"), 'link', 'place', 'target');
}

function oncePerProduct(rows: Row[]): Row[] {
  const seen = new Set<unknown>();
  return rows.filter(({ document_id }) => !seen.has(document_id) && seen.add(document_id));
}

/** How many cards a cart is offered at most. */
const MOST_UPSELLS = 24;

/**
 * The upsells of some products, as cards on the shelf, without those products themselves: first those of the product
 * that stands first, each in its editor's order. One statement.
 */
export async function findUpsellsOf(
  db: Connection,
  shelf: ExtendedShelf,
  products: readonly string[]
): Promise<StoredCard[]> {
  if (products.length === 0) return [];
  const rows: Row[] = await onShelf(db, shelf)
    .join(`${TABLES.productUpsells} as k`, 'k.inv_product_id', 'p.id')
    .join(`${TABLES.products} as s`, 's.id', 'k.product_id')
    .whereIn('s.document_id', [...products])
    .whereNotIn('p.document_id', [...products])
    .whereNotNull('s.published_at')
    .where('s.locale', shelf.locale)
    .select(
      ...cardColumns(db, shelf),
      's.document_id as source',
      'k.id as link',
      'k.product_ord as place'
    );
  const ofEach = products.flatMap((product) =>
    inOrder(rows.filter(({ source }) => source === product))
  );
  return oncePerProduct(ofEach)
    .slice(0, MOST_UPSELLS)
    .map((row) => toCard(row, shelf.extra));
}
