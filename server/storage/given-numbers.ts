import type { DocumentKind } from '../domain/invoices/document';
import type { Connection } from './database';
import { TABLES } from './tables';

/** Numbers of orders or documents that look as LIKE says. */
export async function findGivenNumbers(
  db: Connection,
  of: 'order' | DocumentKind,
  like: string
): Promise<string[]> {
  const numbers = of === 'order' ? db(TABLES.orders) : db(TABLES.documents).where({ kind: of });
  const rows: { number: string }[] = await numbers.where('number', 'like', like).select('number');
  return rows.map(({ number }) => number);
}

/** The last number that a series has given; 0 before the first one. */
export async function lastNumber(db: Connection, series: string): Promise<number> {
  const row: { value: number } | undefined = await db(TABLES.counters)
    .where({ name: series })
    .first('value');
  return row?.value ?? 0;
}

export async function hasOrders(db: Connection): Promise<boolean> {
  return (await db(TABLES.orders).first('id')) !== undefined;
}
