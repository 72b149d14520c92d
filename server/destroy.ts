import type { Core } from '@strapi/strapi';

import { shopOf } from './compose';

/** Before the database goes: what was gathered is written. */
export async function destroy({ strapi }: { strapi: Core.Strapi }): Promise<void> {
  await shopOf(strapi).popularity.flush();
}
