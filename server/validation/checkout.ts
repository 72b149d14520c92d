import { z } from 'zod';

import { address, email, key, longText } from './fields';

const details = {
  email: email.optional(),
  billing: address.nullable().optional(),
  shipping: address.nullable().optional(),
  sameAsBilling: z.boolean('must be true or false').optional(),
  instructions: longText.nullable().optional(),
  shippingOption: key.nullable().optional(),
  paymentMethod: key.nullable().optional(),
  discountCode: key.nullable().optional(),
  termsAccepted: z.boolean('must be true or false').optional(),
  remember: z.boolean('must be true or false').optional(),
};

/** `PATCH /checkout` */
export const updateCheckoutBody = z.strictObject(details, 'must be an object');

/** `POST /checkout` */
export const placeOrderBody = z.strictObject(
  {
    ...details,
    payment: z.record(z.string(), z.unknown(), 'must be an object').default({}),
    expectedTotal: z.string('must be an amount as text').optional(),
  },
  'must be an object'
);
