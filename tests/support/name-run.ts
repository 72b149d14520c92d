import { randomBytes } from 'node:crypto';

import { nameRun } from './template-database';

/** Before the tests that need a Strapi. */
export default function nameThisRun(): void {
  nameRun(randomBytes(4).toString('hex'));
}
