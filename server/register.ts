import type { Core } from '@strapi/strapi';

import { keepOneShop } from './compose/shop-of-request';
import { siteSettings } from './compose/site-settings';
import { keepRunnerOff } from './events/site-webhooks';
import { hideFeatures } from './hide-features';
import { registerHooks } from './hooks';
import { closeGraphql } from './routes/close-graphql';
import { openStorefrontDoor } from './routes/storefront-door';
import { prepareCatalogueLock } from './storage/catalogue-lock';
import { ensureConstraints } from './storage/constraints';
import type { Dialect } from './storage/database';
import { managedTables } from './storage/managed-tables';
import { fillSearchColumns } from './storage/orders/fill-search';
import { ensureSearchIndexes } from './storage/search-indexes';

/** Before the database and the routes are there: settings, tables, and what wraps the host. */
export function register({ strapi }: { strapi: Core.Strapi }): void {
  const { settings } = siteSettings(strapi);
  hideFeatures(strapi, settings.features);

  for (const table of managedTables) strapi.get('models').add(table);

  strapi.hook('strapi::content-types.afterSync').register(async () => {
    await ensureConstraints(strapi.db.connection, strapi.db.dialect.client as Dialect);
    await prepareCatalogueLock(strapi.db.connection);
    await ensureSearchIndexes(
      strapi.db.connection,
      strapi.db.dialect.client as Dialect,
      (message) => strapi.log.info(`cartwright: ${message}`)
    );
    await fillSearchColumns(strapi.db.connection);
  });

  closeGraphql(strapi);
  keepOneShop(strapi);
  openStorefrontDoor(strapi);
  registerHooks(strapi);
  keepRunnerOff(strapi);
}
