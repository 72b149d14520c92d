import { z } from 'zod';

import { address, email } from './fields';

const flag = z.boolean('must be true or false').optional();

/** `POST /account/addresses` */
export const newAddressBody = z.strictObject(
  { address, defaultBilling: flag, defaultShipping: flag },
  'must be an object'
);

/** `PATCH /account/addresses/:id` */
export const changeAddressBody = z.strictObject(
  { address: address.optional(), defaultBilling: flag, defaultShipping: flag },
  'must be an object'
);

/** What staff ask for somebody's data with. */
export const customerBody = z.strictObject({ email }, 'must be an object');
