import type { Prefill } from '../../domain/customers/prefill';
import type { Connection } from '../database';
import { readJson, readText } from '../values';
import { type OrderOwner, owned } from './search';

/** What was said with an account's last order: one statement. */
export async function findLastSaid(db: Connection, owner: OrderOwner): Promise<Prefill | null> {
  const row: Record<string, unknown> | undefined = await owned(db, owner)
    .orderBy([
      { column: 'placed_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .first('email', 'billing', 'shipping');
  if (!row) return null;
  const billing = readJson<Prefill['billing']>(row.billing);
  const shipping = readJson<Prefill['shipping']>(row.shipping);
  const same = JSON.stringify(billing) === JSON.stringify(shipping);
  return { email: readText(row.email), billing, shipping: same ? null : shipping };
}
