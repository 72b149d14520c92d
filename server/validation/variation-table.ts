import { z } from 'zod';

import { key, line } from './fields';

/** `PUT /products/:documentId/variations`. Amounts are text; the currency judges them afterwards. */

const MOST_UNITS = 2_147_483_647;
const UNITS = `must be a whole number from 0 to ${MOST_UNITS}, or null where it is not counted`;

const text = z.string('must be text, or null').max(64, 'may have at most 64 characters').nullable();

const time = z.iso
  .datetime({ offset: true, error: 'must be a time such as "2026-07-01T12:00:00Z", or null' })
  .nullable();

const cells = {
  unitPrice: text,
  salePrice: text,
  saleFrom: time,
  saleTo: time,
  sku: line.nullable().transform((sku) => sku || null),
  stock: z.int(UNITS).min(0, UNITS).max(MOST_UNITS, UNITS).nullable(),
  weight: text,
  costPrice: text,
  image: key.nullable(),
  isDefault: z.boolean('must be true or false'),
};

const someCells = z.strictObject(cells, 'must be an object').partial();

const row = z
  .strictObject({ documentId: key, seen: someCells, changes: someCells }, 'must be an object')
  .superRefine(({ seen, changes }, ctx) => {
    for (const field of Object.keys(changes)) {
      if (field in seen) continue;
      const message = 'must say what was seen, since it is changed';
      ctx.addIssue({ code: 'custom', path: ['seen', field], message });
    }
  });

export const variationTableBody = z.strictObject(
  {
    rows: z
      .array(row, 'must be a list')
      .min(1, 'must name at least one row')
      .max(2000, 'may have at most 2000 rows')
      .refine(
        (rows) => new Set(rows.map(({ documentId }) => documentId)).size === rows.length,
        'must not name a row twice'
      ),
  },
  'must be an object'
);
