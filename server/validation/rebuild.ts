import { z } from 'zod';

import { key } from './fields';

export const rebuildStep = z.strictObject({
  /** Only tells. */
  dryRun: z.boolean('must be true or false'),
  /** `next` of the answer before; without it, from the beginning. */
  after: key.nullish().transform((value) => value ?? null),
});
