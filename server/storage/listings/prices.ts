import type { Knex } from 'knex';

import type { Amount } from '../../domain/money/money';
import type { Connection } from '../database';
import { writeAmount } from '../values';

/** Rule 3.1 in SQL, for what a database has to compare itself. No arithmetic: it picks one of two columns. */
export function currentPriceOf(db: Connection, alias: string, at: Date): Knex.Raw {
  return db.raw(`CASE WHEN ? THEN ${alias}.sale_price ELSE ${alias}.unit_price END`, [
    onSaleNow(db, alias, at),
  ]);
}

/** Whether a row is on sale: a condition. */
export function onSaleNow(db: Connection, alias: string, at: Date): Knex.Raw {
  return db.raw(
    `(${alias}.sale_price IS NOT NULL
      AND (${alias}.sale_from IS NULL OR ${alias}.sale_from <= ?)
      AND (${alias}.sale_to IS NULL OR ${alias}.sale_to > ?))`,
    [at, at]
  );
}

/** Keeps rows whose current price is inside the bounds, which belong to the range; one without a price is not. */
export function wherePrice(
  query: Knex.QueryBuilder,
  price: Knex.Raw,
  { priceMin, priceMax }: { priceMin: Amount | null; priceMax: Amount | null }
): void {
  if (priceMin) query.whereRaw(`? >= ${BOUND}`, [price, writeAmount(priceMin)]);
  if (priceMax) query.whereRaw(`? <= ${BOUND}`, [price, writeAmount(priceMax)]);
}

/** The cast makes it a number everywhere: SQLite would take text for more than any number. */
const BOUND = 'CAST(? AS DECIMAL(19,4))';
