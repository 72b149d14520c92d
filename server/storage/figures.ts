import type { Knex } from 'knex';

import type { CountsAsRevenue } from '../domain/figures/counts-as-revenue';
import type { Period } from '../domain/figures/periods';
import type { RefundedOrder, Revenue } from '../domain/figures/revenue';
import type { Amount } from '../domain/money/money';
import type { OptionChoice } from '../domain/catalogue/sellable';
import type { Connection } from './database';
import { type Row, toRefunds } from './orders/rows';
import { readSum, sumOfMoney } from './sum-of-money';
import { TABLES } from './tables';
import { readDate, readJson, readText } from './values';

/** The totals of each period, in their order; they may overlap. One statement, along the index of the days. */
export async function sumOrders(
  db: Connection,
  periods: readonly Period[],
  counts: CountsAsRevenue
): Promise<Revenue[]> {
  const type = timeType(db);
  const bounds = periods
    .map((_, place) => `SELECT ${place} AS place, CAST(? AS ${type}) AS a, CAST(? AS ${type}) AS b`)
    .join(' UNION ALL ');
  const times = periods.flatMap(({ from, until }) => [from, until]);
  const rows: Row[] = await db
    .from(db.raw(`(${bounds}) AS t`, times))
    .join(`${TABLES.orders} as o`, (on) => {
      on.on('o.placed_at', '>=', 't.a').andOn('o.placed_at', '<', 't.b');
    })
    .where((order) => whereCounts(order, counts))
    .groupBy('t.place')
    .select('t.place', sumOfMoney(db, 'o.total', 'amount'))
    .count('* as orders');
  const found = new Map(rows.map((row) => [Number(row.place), row]));
  return periods.map((_, place) => {
    const row = found.get(place);
    return { amount: readSum(db, row?.amount), orders: Number(row?.orders ?? 0) };
  });
}

/** Those of which something went back: few of all, so their refunds are read and not summed here. */
export async function findRefundedOrders(
  db: Connection,
  { from, until }: Period,
  counts: CountsAsRevenue
): Promise<RefundedOrder[]> {
  const rows: Row[] = await db(`${TABLES.orders} as o`)
    .where('o.placed_at', '>=', from)
    .where('o.placed_at', '<', until)
    .whereIn('o.payment_status', ['partially_refunded', 'refunded'])
    .where((order) => whereCounts(order, counts))
    .select('o.placed_at', 'o.refunds');
  return rows.map((row) => ({
    placedAt: readDate(row.placed_at) ?? new Date(0),
    refunds: toRefunds(row.refunds),
  }));
}

/** What sold best, as it was ordered. */
export interface BestSeller {
  sku: string | null;
  description: string;
  options: OptionChoice[];
  units: number;
  amount: Amount;
}

/** Two statements, whatever was sold. */
export async function findBestSellers(
  db: Connection,
  { from, until }: Period,
  counts: CountsAsRevenue,
  { by, most }: { by: 'units' | 'amount'; most: number }
): Promise<BestSeller[]> {
  const measure = by === 'units' ? 'SUM(i.quantity)' : 'SUM(i.total)';
  const sold: Row[] = await db(`${TABLES.orders} as o`)
    .join(`${TABLES.orderItems} as i`, 'i.order_document_id', 'o.document_id')
    .where('o.placed_at', '>=', from)
    .where('o.placed_at', '<', until)
    .where((order) => whereCounts(order, counts))
    .groupBy('i.type', 'i.sellable_document_id')
    .orderByRaw(`${measure} DESC, MAX(i.id) DESC`)
    .limit(most)
    .select(sumOfMoney(db, 'i.total', 'amount'))
    .sum('i.quantity as units')
    .max('i.id as latest');
  const ids = sold.map(({ latest }) => Number(latest));
  const named: Row[] = await db(TABLES.orderItems)
    .whereIn('id', ids)
    .select('id', 'sku', 'description', 'options');
  const words = new Map(named.map((row) => [Number(row.id), row]));
  return sold.map((row) => {
    const line = words.get(Number(row.latest));
    return {
      sku: readText(line?.sku),
      description: readText(line?.description) ?? '',
      options: readJson<OptionChoice[]>(line?.options) ?? [],
      units: Number(row.units),
      amount: readSum(db, row.amount),
    };
  });
}

function whereCounts(orders: Knex.QueryBuilder, counts: CountsAsRevenue) {
  void orders.whereNot('o.status', 'cancelled').where((money) => {
    void money
      .whereIn('o.payment_status', [...counts.secured])
      .orWhere((later) =>
        later
          .whereIn('o.payment_method', [...counts.outside])
          .whereIn('o.payment_status', [...counts.waiting])
      );
  });
}

/** A bare parameter has no type of its own; each database writes its times in another one. */
function timeType(db: Connection): string {
  const client = String(db.client.config.client);
  if (/sqlite/.test(client)) return 'INTEGER';
  return /mysql/.test(client) ? 'DATETIME(6)' : 'TIMESTAMP';
}
