import type { Knex } from 'knex';

import { UIDS } from '../../content-types/uids';
import type { SellableRef } from '../domain/catalogue/sellable';
import type { FirstStep } from '../domain/settings/first-steps';
import type { Connection } from './database';
import { TABLES } from './tables';
import { readBoolean } from './values';

/** What of the shop's rows tells how far it is. */
export interface StoredFacts {
  hasOptions: boolean;
  hasProduct: boolean;
  hasOrder: boolean;
  /** An order that was not made as a test. */
  hasRealOrder: boolean;
  hasCart: boolean;
  staff: number;
}

/** In one statement. Test orders are those of staff with this instruction. */
export async function findStoredFacts(db: Connection, test: string): Promise<StoredFacts> {
  const realOrders = db(TABLES.orders).where((real) =>
    real.where('source', 'shopper').orWhereNull('instructions').orWhereNot('instructions', test)
  );
  const isThere = (query: Knex.QueryBuilder, name: string) =>
    db.raw('EXISTS ? AS ??', [query.select(db.raw('1')), name]);
  const row = (await db
    .select(
      isThere(db(TABLES.options), 'has_options'),
      isThere(
        db(TABLES.products).whereNotNull('published_at').whereNotNull('unit_price'),
        'has_product'
      ),
      isThere(db(TABLES.orders), 'has_order'),
      isThere(realOrders, 'has_real_order'),
      isThere(db(TABLES.carts), 'has_cart'),
      db(TABLES.adminUsers).count('*').as('staff')
    )
    .first()) as Record<string, unknown>;
  const has = (name: string) => readBoolean(row[name]);
  return {
    hasOptions: has('has_options'),
    hasProduct: has('has_product'),
    hasOrder: has('has_order'),
    hasRealOrder: has('has_real_order'),
    hasCart: has('has_cart'),
    staff: Number(row.staff),
  };
}

/** Something that can be ordered now, a product's default first; null when there is none. */
export async function findSomethingToOrder(db: Connection, now: Date): Promise<SellableRef | null> {
  const row = (await db(`${TABLES.variations} as v`)
    .join(`${TABLES.products} as p`, 'p.document_id', 'v.product_document_id')
    .whereNotNull('p.published_at')
    .where('p.available', true)
    .where((start) => start.whereNull('p.publish_from').orWhere('p.publish_from', '<=', now))
    .where((end) => end.whereNull('p.publish_until').orWhere('p.publish_until', '>', now))
    .where('v.retired', false)
    .whereNotNull('v.unit_price')
    .where((left) => left.whereNull('v.stock').orWhere('v.stock', '>', 0))
    .orderBy([{ column: 'v.is_default', order: 'desc' }, { column: 'v.id' }])
    .first('v.document_id')) as { document_id: string } | undefined;
  return row ? { type: UIDS.productVariation, documentId: row.document_id } : null;
}

/** What staff have said about the steps: each a row of its own, so that two of them cannot undo each other. */
export type Mark = 'dismissed' | 'test-order' | `skipped:${FirstStep}`;

const PREFIX = 'plugin_cartwright_first-steps:';

export async function readMarks(db: Connection): Promise<Map<Mark, string>> {
  const rows = (await db(TABLES.coreStore)
    .where('key', 'like', `${PREFIX}%`)
    .select('key', 'value')) as { key: string; value: string }[];
  return new Map(rows.map(({ key, value }) => [key.slice(PREFIX.length) as Mark, value]));
}

/** Sets a mark, or with null takes it away. */
export async function writeMark(trx: Connection, mark: Mark, value: string | null): Promise<void> {
  const key = PREFIX + mark;
  await trx(TABLES.coreStore).where({ key }).delete();
  if (value !== null) await trx(TABLES.coreStore).insert({ key, value, type: 'string' });
}
