import { z } from 'zod';

import { key, line } from './fields';
import { ordersQuery } from './queries';
import { changedChoice, discountFields, flag, typedNumber } from './sale-preview';

/** What an integer column holds on every database. */
const MOST_USES = 2_147_483_647;

/** How often a code may be used; null is as often as anybody likes. */
const uses = z
  .int('must be a whole number from 0')
  .min(0, 'must be a whole number from 0')
  .max(MOST_USES, `must be at most ${MOST_USES}`)
  .nullish()
  .transform((value) => value ?? null);

const terms = {
  ...discountFields,
  appliesTo: z
    .enum(['cart', 'selection'], 'must be cart or selection')
    .nullish()
    .transform((value) => value ?? 'cart'),
  minPurchase: typedNumber,
  freeShipping: flag,
  maxUses: uses,
  maxUsesPerCustomer: uses,
};

const count = z
  .int('must be a whole number from 1')
  .min(1, 'must be a whole number from 1')
  .max(10_000, 'must be at most 10000');

/** `POST /discount-codes/batches/preview` */
export const patternPreviewBody = z.strictObject(
  { pattern: line, count, batch: line.default('') },
  'must be an object'
);

/** `POST /discount-codes/batches` */
export const generateBody = z.strictObject(
  {
    ...terms,
    discountPercent: typedNumber.refine(
      (value) => value === null || /^\d{1,3}(\.\d{1,4})?$/.test(value),
      'must be a percentage from 0 to 100'
    ),
    batch: key,
    pattern: line,
    count,
    active: flag,
    template: key.nullish().transform((value) => value ?? null),
  },
  'must be an object'
);

const name = { batch: key };

/** `POST /discount-codes/batches/csv` */
export const batchCsvBody = z.strictObject({ ...name, decimalComma: flag }, 'must be an object');

/** `PUT /discount-codes/batches/active` */
export const switchBatchBody = z.strictObject(
  { ...name, active: z.boolean('must be true or false') },
  'must be an object'
);

/** `POST /discount-codes/batches/delete` */
export const deleteBatchBody = z.strictObject({ ...name, alsoUsed: flag }, 'must be an object');

/** `GET /discount-codes/batches`, `GET /discount-codes/:documentId/uses` */
export const pageQuery = ordersQuery;

/** `GET /discount-codes/templates` */
export const templatesQuery = z.strictObject({ q: line.default('') });

/** `POST /discount-codes/check` */
export const checkCodeBody = z.strictObject(
  {
    ...terms,
    documentId: key.nullish().transform((value) => value ?? null),
    code: line.nullish().transform((value) => value ?? ''),
    active: flag,
    products: changedChoice,
    categories: changedChoice,
  },
  'must be an object'
);
