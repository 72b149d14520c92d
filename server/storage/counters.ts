import type { Connection } from './database';
import { TABLES } from './tables';

/**
 * The next number of a series, from 1. The row stays locked until the transaction ends, so no number is given
 * twice, and one whose transaction fails is given again.
 */
export async function nextNumber(trx: Connection, series: string): Promise<number> {
  const updated = await trx(TABLES.counters).where({ name: series }).increment('value', 1);
  // Two first writers of a series meet at the unique index, and one of them tries again.
  if (updated === 0) await trx(TABLES.counters).insert({ name: series, value: 1 });
  const row = await trx(TABLES.counters).where({ name: series }).first('value');
  return Number(row.value);
}
