import { z } from 'zod';

import { line } from './fields';
import { pageSize, whole } from './queries';

/** `GET /carts` */
export const cartsQuery = z.strictObject({
  q: line.optional(),
  state: z.enum(['open', 'abandoned', 'checked_out']).optional(),
  sort: z
    .enum(['activity:desc', 'activity:asc', 'value:desc', 'value:asc', 'items:desc', 'items:asc'])
    .default('activity:desc'),
  page: whole(1).default(1),
  pageSize: pageSize(20),
});
