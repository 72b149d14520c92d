import { z } from 'zod';

import { key } from './fields';

/** `POST /orders/:token/payment` */
export const payOrderBody = z.strictObject(
  {
    method: key.optional(),
    payment: z.record(z.string(), z.unknown(), 'must be an object').default({}),
  },
  'must be an object'
);

/** Routes that are told nothing. */
export const noBody = z.strictObject({}, 'must be an object');
