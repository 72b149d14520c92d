import { z } from 'zod';

import { ADJUSTMENT_REASONS, MOST_UNITS } from '../domain/inventory/adjust-stock';
import { key, line } from './fields';
import { whole } from './queries';

const page = whole(1).default(1);

const pageSize = whole(1)
  .transform((value) => Math.min(value, 100))
  .default(20);

/** `GET /stock`. An unknown sort key falls back to the default. */
export const stockQuery = z.strictObject({
  shelf: z
    .enum(['all', 'low', 'out', 'uncounted'], 'must be all, low, out or uncounted')
    .default('all'),
  q: line.default(''),
  sort: z
    .enum(['sku:asc', 'sku:desc', 'stock:asc', 'stock:desc', 'title:asc', 'title:desc'])
    .catch('sku:asc')
    .default('sku:asc'),
  page,
  pageSize,
});

const day = z.iso
  .date('must be a day such as "2026-07-01"')
  .transform((value) => new Date(`${value}T00:00:00.000Z`));

const filter = {
  variation: key.optional(),
  reason: key.optional(),
  reference: line.optional(),
  /** Both days are in it. */
  from: day.optional(),
  to: day.optional(),
};

/** `GET /stock/movements` */
export const movementsQuery = z.strictObject({ ...filter, page, pageSize });

/** `GET /stock/movements.csv` */
export const movementsFilter = z.strictObject(filter);

const WHOLE = `must be a whole number from 0 to ${MOST_UNITS}, or null`;

const units = z.int(WHOLE).min(0, WHOLE).max(MOST_UNITS, WHOLE).nullable();

const adjustment = z.union(
  [
    z.strictObject({
      documentId: key,
      change: z
        .int()
        .min(-MOST_UNITS)
        .max(MOST_UNITS)
        .refine((change) => change !== 0, 'must not be 0'),
    }),
    z.strictObject({ documentId: key, units, seen: units }),
  ],
  `must have "change", a whole number but 0, or "units" and "seen", each a whole number from 0 to ${MOST_UNITS} or null`
);

const MOST_AT_ONCE = 100;

/** `POST /stock/adjust` */
export const adjustBody = z.strictObject(
  {
    adjustments: z
      .array(adjustment, 'must be a list')
      .min(1, 'must name at least one variation')
      .max(MOST_AT_ONCE, `may name at most ${MOST_AT_ONCE} variations`)
      .refine(
        (all) => new Set(all.map(({ documentId }) => documentId)).size === all.length,
        'must not name a variation twice'
      ),
    reason: z.enum(ADJUSTMENT_REASONS, `must be one of ${ADJUSTMENT_REASONS.join(', ')}`),
    note: line.nullish().transform((value) => value || null),
  },
  'must be an object'
);
