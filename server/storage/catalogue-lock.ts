import type { Knex } from 'knex';

import { TABLES } from './tables';

const NAME = 'catalogue';

/** A lock is kept until its transaction ends, so it is asked for once. */
const locks = new WeakMap<Knex.Transaction, Promise<void>>();

/**
 * One change of the catalogue at a time: who saves a product, a variation, an option or an image waits here for
 * who came first. Always the first lock of its transaction, so editors can neither undo each other's work nor hold
 * what the other waits for; bulk actions lock many products, in whatever order the editor chose them.
 *
 * Slugs and SKUs are unique because of it: two products that are called "Shirt" and saved at the same instant
 * become `shirt` and `shirt-2`. Shoppers do not wait: a checkout locks variations and products, not this.
 */
export function lockCatalogue(trx: Knex.Transaction): Promise<void> {
  const lock = locks.get(trx) ?? takeLock(trx);
  locks.set(trx, lock);
  return lock;
}

async function takeLock(trx: Knex.Transaction): Promise<void> {
  const lock = () => trx(TABLES.counters).where({ name: NAME }).forUpdate().first('id');
  if ((await lock()) !== undefined) return;
  await prepareCatalogueLock(trx);
  await lock();
}

/** At start, so that the first save finds the row. */
export async function prepareCatalogueLock(db: Knex): Promise<void> {
  await db(TABLES.counters).insert({ name: NAME, value: 0 }).onConflict('name').ignore();
}
