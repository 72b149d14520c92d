import type { Connection } from '../database';
import { TABLES } from '../tables';
import { readOrders } from './read';
import { searchColumns } from './search-columns';

const AT_ONCE = 200;

/** Gives orders from before there were such columns what they are found by. @returns how many */
export async function fillSearchColumns(db: Connection): Promise<number> {
  let filled = 0;
  for (;;) {
    const next = db(TABLES.orders).whereNull('search_text').orderBy('id').limit(AT_ONCE);
    const orders = await readOrders(db, next);
    for (const order of orders) {
      await db(TABLES.orders)
        .where({ document_id: order.documentId })
        .whereNull('search_text')
        .update(searchColumns(order));
    }
    filled += orders.length;
    if (orders.length < AT_ONCE) return filled;
  }
}
