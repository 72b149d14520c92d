import { z } from 'zod';

/** `GET /figures/best-sellers` */
export const bestSellersQuery = z.strictObject({
  days: z
    .enum(['1', '7', '30'], 'must be 1, 7 or 30')
    .default('30')
    .transform((days) => Number(days) as 1 | 7 | 30),
  by: z.enum(['units', 'amount'], 'must be "units" or "amount"').default('units'),
});
