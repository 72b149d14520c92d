import { z } from 'zod';

/** A whole number in a query string. */
const whole = (least: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, `must be a whole number from ${least}`)
    .transform(Number)
    .refine((value) => value >= least, `must be a whole number from ${least}`);

const page = whole(1).default(1);

/** More than a hundred is a hundred. */
const pageSize = (usual: number) =>
  whole(1)
    .transform((value) => Math.min(value, 100))
    .default(usual);

export const locale = z
  .string()
  .regex(/^[a-zA-Z]{2,3}([-_][a-zA-Z0-9]{2,8})*$/, 'must be a locale such as "en" or "de-AT"')
  .optional();

/** `GET /catalog/products`. An unknown sort key falls back to the default (rule 4.3). */
export const productsQuery = z.strictObject({
  sort: z
    .enum(['newest', 'price:asc', 'price:desc', 'title:asc', 'title:desc'])
    .catch('newest')
    .default('newest'),
  page,
  pageSize: pageSize(24),
  locale,
});

/** A request that only says in which language. */
export const localeQuery = z.strictObject({ locale });

/** `GET /orders` */
export const ordersQuery = z.strictObject({ page, pageSize: pageSize(25) });

/** The admin's list of orders. */
export const adminOrdersQuery = z.strictObject({
  page,
  pageSize: pageSize(20),
  q: z.string().trim().max(255).optional(),
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
});
