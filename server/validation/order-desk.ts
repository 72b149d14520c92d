import { z } from 'zod';

import { key, line } from './fields';
import { pageSize, whole } from './queries';

const instant = z.iso
  .datetime({ offset: true, error: 'must be a time such as "2026-07-01T12:00:00Z"' })
  .transform((value) => new Date(value));

const amount = z.string('must be an amount such as "19.90"').max(64, 'must be an amount');

const yes = z.literal('true', 'must be true, or left out');

/** Which orders are looked for. */
const question = {
  q: line.optional(),
  status: z.enum(['open', 'completed', 'cancelled']).optional(),
  paymentStatus: z
    .enum([
      'pending',
      'authorized',
      'paid',
      'partially_refunded',
      'refunded',
      'failed',
      'cancelled',
    ])
    .optional(),
  fulfilmentStatus: z.enum(['unfulfilled', 'partial', 'fulfilled']).optional(),
  from: instant.optional(),
  until: instant.optional(),
  totalFrom: amount.optional(),
  totalTo: amount.optional(),
  paymentMethod: key.optional(),
  country: key.optional(),
  discountCode: key.optional(),
  toShip: yes.optional(),
  attention: yes.optional(),
};

const sort = z
  .enum(['placedAt:desc', 'placedAt:asc', 'number:desc', 'number:asc', 'total:desc', 'total:asc'])
  .default('placedAt:desc');

/** `GET /orders` */
export const orderListQuery = z.strictObject({
  ...question,
  sort,
  page: whole(1).default(1),
  pageSize: pageSize(20),
});

/** What "all that match" names at most. */
export const MOST_NAMED = 1000;

/** `GET /orders/names` */
export const orderNamesQuery = z.strictObject({ ...question, sort });

const someOrders = (most: number) =>
  z
    .array(key, 'must be a list of orders')
    .min(1, 'must name at least one order')
    .max(most, `may name at most ${most} orders`)
    .refine((ids) => new Set(ids).size === ids.length, 'must not name an order twice');

/** As many as one request changes: it answers within seconds, and the screen asks again for the next. */
const MOST_CHANGED = 50;

/** `POST /orders/bulk/fulfil` */
export const bulkFulfilBody = z.strictObject(
  {
    orders: someOrders(MOST_CHANGED),
    carrier: line.nullish().transform((value) => value || null),
  },
  'must be an object'
);

/** `POST /orders/bulk/invoices` */
export const bulkInvoicesBody = z.strictObject(
  { orders: someOrders(MOST_CHANGED) },
  'must be an object'
);

/** As many as one document is made of: more would take seconds of the server's time from everybody. */
const MOST_PRINTED = 100;

const document = z.enum(['packing-slip', 'invoice'], 'must be "packing-slip" or "invoice"');

/** `POST /orders/print` */
export const printOrdersBody = z.strictObject(
  { orders: someOrders(MOST_PRINTED), document },
  'must be an object'
);

/** `GET /orders/print.pdf`: the browser fetches files, so the orders stand in the address, with commas between them. */
export const printOrdersQuery = z.strictObject({
  orders: z
    .string('must name orders')
    .transform((text) => text.split(','))
    .pipe(someOrders(MOST_PRINTED)),
  document,
});

const rows = z.enum(['order', 'item'], 'must be "order" or "item"').default('order');

/** `GET /orders/export.csv`: all that match. */
export const exportMatchingQuery = z.strictObject({ ...question, rows });

/** `POST /orders/export`: the chosen ones. */
export const exportChosenBody = z.strictObject(
  { orders: someOrders(MOST_NAMED), rows },
  'must be an object'
);
