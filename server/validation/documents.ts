import { z } from 'zod';

/** Of which parcel; without it, all that was ordered. */
export const packingSlipQuery = z.strictObject({
  fulfilment: z.string().min(1).max(255).optional(),
});

export const documentId = z.coerce
  .number()
  .int('must be the id of a document')
  .min(1, 'must be the id of a document');
