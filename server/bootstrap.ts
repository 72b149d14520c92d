import type { Core } from '@strapi/strapi';

import { shopOf } from './compose';
import { PERMISSION_ACTIONS } from './permissions';
import { grantStorefrontOnce } from './routes/grant-storefront';
import { scheduleTasks } from './schedule';
import { keepTables } from './storage/persisted-tables';

export async function bootstrap({ strapi }: { strapi: Core.Strapi }): Promise<void> {
  // A half-made provider must stop the start, not the first checkout.
  shopOf(strapi);
  await strapi.service('admin::permission').actionProvider.registerMany(PERMISSION_ACTIONS);
  await keepTables(strapi);
  await grantStorefrontOnce(strapi);
  scheduleTasks(strapi);
}
