import { z } from 'zod';

import { FIRST_STEPS } from '../domain/settings/first-steps';

/** `PUT /first-steps` */
export const dismissBody = z.strictObject(
  { isDismissed: z.boolean('must be true or false') },
  'must be an object'
);

/** `PUT /first-steps/:step` */
export const skipBody = z.strictObject(
  { isSkipped: z.boolean('must be true or false') },
  'must be an object'
);

export const stepParam = z.enum(FIRST_STEPS, `must be one of ${FIRST_STEPS.join(', ')}`);
