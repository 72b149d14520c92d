import { z } from 'zod';

import { DIALECTS } from '../domain/imports/dialect';
import { key } from './fields';

const dialect = z.enum(DIALECTS, `must be one of ${DIALECTS.join(', ')}`);

/** `POST /imports/:id/check` and `/import`: what kind of file it is; without it, what it looks like. */
export const startImportBody = z.strictObject(
  { dialect: dialect.nullish().transform((value) => value ?? null) },
  'must be an object'
);

/** `GET /imports/examples/:dialect.csv` */
export const exampleParams = dialect;

/** `GET /exports/products.csv` */
export const exportQuery = z.strictObject({
  published: z
    .enum(['true', 'false'], 'must be true or false')
    .transform((value) => value === 'true')
    .default(false),
  category: key.optional().transform((value) => value ?? null),
});
