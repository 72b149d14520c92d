import { z } from 'zod';

import { line } from './fields';

const name = line.min(1, 'must not be empty').max(60, 'may have at most 60 characters');

/** What can stand in the address of the list, besides its page. */
const FILTERS = [
  '_q',
  'status',
  'paymentStatus',
  'fulfilmentStatus',
  'period',
  'from',
  'to',
  'totalFrom',
  'totalTo',
  'paymentMethod',
  'country',
  'discountCode',
  'toShip',
  'attention',
  'sort',
] as const;

/** `POST /order-views`, `PUT /order-views/:id` */
export const savedViewBody = z.strictObject(
  {
    name,
    filters: z.partialRecord(
      z.enum(FILTERS, 'is no filter of the list'),
      line.min(1, 'must not be empty')
    ),
    shared: z.boolean('must be true or false').default(false),
  },
  'must be an object'
);
