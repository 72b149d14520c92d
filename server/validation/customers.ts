import { z } from 'zod';

import { line } from './fields';

/** `POST /customers/search`: a part of an e-mail, or of an account's name. */
export const customerSearchBody = z.strictObject(
  { q: line.min(2, 'must have at least 2 characters') },
  'must be an object'
);

/** `GET /sellables` */
export const sellablesQuery = z.strictObject({ q: line.default('') });
