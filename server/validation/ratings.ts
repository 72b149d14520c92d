import { z } from 'zod';

const RANGE = 'must be a whole number from 1 to 5';

/** `POST /catalog/products/:slug/ratings` */
export const ratingBody = z.strictObject(
  { value: z.int(RANGE).min(1, RANGE).max(5, RANGE) },
  'must be an object'
);
