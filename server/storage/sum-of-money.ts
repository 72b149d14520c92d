import type { Knex } from 'knex';

import { type Amount, money, ZERO } from '../domain/money/money';
import type { Connection } from './database';

/** A scale that the money columns fit into as whole numbers. */
const SCALE = 10_000;

/**
 * The exact sum of a column of money. SQLite keeps amounts as floating numbers and would add them up as such, so it gets
 * whole ten-thousandths; the others have decimals.
 */
export function sumOfMoney(db: Connection, column: string, name: string): Knex.Raw {
  return isSqlite(db)
    ? db.raw(`CAST(SUM(CAST(ROUND(?? * ${SCALE}) AS INTEGER)) AS TEXT) AS ??`, [column, name])
    : db.raw('SUM(??) AS ??', [column, name]);
}

/** What `sumOfMoney` has found; the sum of nothing is 0. */
export function readSum(db: Connection, value: unknown): Amount {
  if (value === null || value === undefined) return ZERO;
  const sum = money(String(value));
  return isSqlite(db) ? sum.div(SCALE) : sum;
}

const isSqlite = (db: Connection) => /sqlite/.test(String(db.client.config.client));
