import type { FoundOrders } from '../../domain/customers/found-customers';
import type { OrderBrief } from '../../domain/customers/other-orders';
import type { Prefill } from '../../domain/customers/prefill';
import { ZERO } from '../../domain/money/money';
import type { Connection } from '../database';
import { matching } from '../listings/search';
import { TABLES } from '../tables';
import { readAmount, readDate, readJson, readText } from '../values';
import type { Row } from './rows';

/** Everything that was ordered with the account or under the e-mail, in brief: one statement. */
export async function findOrdersOfCustomer(
  db: Connection,
  { account, email }: { account: string | null; email: string | null }
): Promise<OrderBrief[]> {
  if (account === null && !email) return [];
  const rows: Row[] = await db(TABLES.orders)
    .where((either) => {
      if (account !== null) either.where({ account });
      if (email) either.orWhere({ email });
    })
    .select(
      'document_id',
      'number',
      'placed_at',
      'currency',
      'status',
      'payment_status',
      'fulfilment_status',
      'total'
    );
  return rows.map(toBrief);
}

function toBrief(row: Row): OrderBrief {
  return {
    documentId: String(row.document_id),
    number: String(row.number),
    placedAt: readDate(row.placed_at) ?? new Date(0),
    currency: String(row.currency),
    status: row.status as OrderBrief['status'],
    paymentStatus: row.payment_status as OrderBrief['paymentStatus'],
    fulfilmentStatus: row.fulfilment_status as OrderBrief['fulfilmentStatus'],
    total: readAmount(row.total) ?? ZERO,
  };
}

/**
 * Who ordered under an e-mail that holds the text, or with one of the accounts, by account and e-mail: at most `most`, the
 * latest first, with what they said last. Two statements.
 */
export async function findFormerCustomers(
  db: Connection,
  { text, accounts }: { text: string; accounts: readonly string[] },
  most: number
): Promise<FoundOrders[]> {
  const groups: Row[] = await db(TABLES.orders)
    .whereNotNull('email')
    .where((any) => {
      any.where((one) => matching(one, 'email', text)).orWhereIn('account', [...accounts]);
    })
    .groupBy('account', 'email')
    .orderBy('last', 'desc')
    .limit(most)
    .select('account', 'email')
    .count('* as orders')
    .max('id as last');
  const last: Row[] = await db(TABLES.orders)
    .whereIn(
      'id',
      groups.map((group) => Number(group.last))
    )
    .select('id', 'placed_at', 'billing', 'shipping');
  return groups.map((group) => {
    const said = last.find((row) => Number(row.id) === Number(group.last));
    return {
      account: readText(group.account),
      email: String(group.email),
      orders: Number(group.orders),
      lastOrderAt: readDate(said?.placed_at) ?? new Date(0),
      said: saidIn(said ?? {}, String(group.email)),
    };
  });
}

function saidIn(row: Row, email: string): Prefill {
  const billing = readJson<Prefill['billing']>(row.billing);
  const shipping = readJson<Prefill['shipping']>(row.shipping);
  const same = JSON.stringify(billing) === JSON.stringify(shipping);
  return { email, billing, shipping: same ? null : shipping };
}
