import type { Knex } from 'knex';

import type { Amount } from '../../domain/money/money';
import type { NeedsAttention } from '../../domain/orders/needs-attention';
import type { ToShip } from '../../domain/orders/to-ship';
import type { Connection } from '../database';
import { TABLES } from '../tables';

/** What staff look for; what is left out or null does not matter. */
export interface OrderFilter {
  /** In the number, the e-mail, the addresses, or the SKU of a line. */
  text: string | null;
  status: string | null;
  paymentStatus: string | null;
  fulfilmentStatus: string | null;
  /** Placed then or later. */
  from: Date | null;
  /** Placed before. */
  until: Date | null;
  totalFrom: Amount | null;
  totalTo: Amount | null;
  paymentMethod: string | null;
  /** To which it goes. */
  country: string | null;
  discountCode: string | null;
  toShip: ToShip | null;
  attention: NeedsAttention | null;
}

/** The orders that fit, in no order. */
export function matchingOrders(db: Connection, filter: Partial<OrderFilter>): Knex.QueryBuilder {
  const orders = db(TABLES.orders);
  const { text, from, until, totalFrom, totalTo, toShip, attention } = filter;
  const same = {
    status: filter.status,
    payment_status: filter.paymentStatus,
    fulfilment_status: filter.fulfilmentStatus,
    payment_method: filter.paymentMethod,
    country: filter.country,
    used_code: filter.discountCode,
  };
  for (const [column, value] of Object.entries(same)) {
    if (value) orders.where(column, value);
  }
  if (from) orders.where('placed_at', '>=', from);
  if (until) orders.where('placed_at', '<', until);
  if (totalFrom) orders.where('total', '>=', totalFrom.toFixed());
  if (totalTo) orders.where('total', '<=', totalTo.toFixed());
  if (text) orders.whereRaw("search_text LIKE ? ESCAPE '!'", [patternOf(text)]);
  if (toShip) orders.where((fits) => whereToShip(fits, toShip));
  if (attention) orders.where((fits) => whereAttention(db, fits, attention));
  return orders;
}

const patternOf = (text: string) => `%${text.toLowerCase().replace(/[!%_]/g, '!$&')}%`;

function whereToShip(orders: Knex.QueryBuilder, { secured, outside, waiting }: ToShip) {
  void orders
    .where('status', 'open')
    .whereIn('fulfilment_status', ['unfulfilled', 'partial'])
    .where((money) => {
      void money
        .whereIn('payment_status', [...secured])
        .orWhere((later) =>
          later.whereIn('payment_method', [...outside]).whereIn('payment_status', [...waiting])
        );
    });
}

function whereAttention(
  db: Connection,
  orders: Knex.QueryBuilder,
  { toShip, lateBefore, refundsSince }: NeedsAttention
) {
  void orders
    .where((failed) => failed.where('status', 'open').where('payment_status', 'failed'))
    .orWhere((late) => {
      whereToShip(late, toShip);
      void late.where('placed_at', '<', lateBefore);
    })
    .orWhere((refused) => {
      void refused.where('placed_at', '>=', refundsSince).where((said) => {
        // Databases write JSON with a blank behind the colon, or as they got it.
        for (const blank of ['', ' ']) {
          void said.orWhereRaw(`${asText(db, 'refunds')} LIKE ?`, [`%"status":${blank}"refused"%`]);
        }
      });
    });
}

/** PostgreSQL keeps JSON in a type of its own, which LIKE does not take. */
function asText(db: Connection, column: string): string {
  return /mysql/.test(String(db.client.config.client)) ? column : `CAST(${column} AS TEXT)`;
}
