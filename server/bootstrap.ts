import type { Core } from '@strapi/strapi';

import { shopOf } from './compose';
import type { Settings } from './config';
import { offerWebhooks } from './events/site-webhooks';
import { PERMISSION_ACTIONS } from './permissions';
import { grantStorefrontOnce } from './routes/grant-storefront';
import { scheduleTasks } from './schedule';
import { keepTables } from './storage/persisted-tables';
import { checkExtraFields } from './validation/extra-fields';
import { checkSellables } from './validation/sellables';

export async function bootstrap({ strapi }: { strapi: Core.Strapi }): Promise<void> {
  const settings = strapi.config.get<Settings>('plugin::cartwright');
  checkExtraFields(settings.catalog.extraFields, (uid) => strapi.contentType(uid as never));
  checkSellables(settings.sellables, { ...strapi.contentTypes });
  // A half-made provider must stop the start, not the first checkout.
  const { shopSettings } = shopOf(strapi);
  await strapi.service('admin::permission').actionProvider.registerMany(PERMISSION_ACTIONS);
  await keepTables(strapi);
  await grantStorefrontOnce(strapi);
  offerWebhooks(strapi);
  await shopSettings.start();
  scheduleTasks(strapi);
}
