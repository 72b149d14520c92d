import type { Core } from '@strapi/strapi';

import { readSettings } from './config';
import { registerHooks } from './hooks';
import { openStorefrontDoor } from './routes/storefront-door';
import { prepareCatalogueLock } from './storage/catalogue-lock';
import { ensureConstraints } from './storage/constraints';
import type { Dialect } from './storage/database';
import { managedTables } from './storage/managed-tables';

/** Before the database and the routes are there: settings, tables, and what wraps the host. */
export function register({ strapi }: { strapi: Core.Strapi }): void {
  // With every default filled in, so that `strapi.plugin('cartwright').config(key)` answers for all keys.
  strapi.config.set('plugin::cartwright', readSettings(strapi.config.get('plugin::cartwright')));

  for (const table of managedTables) strapi.get('models').add(table);

  strapi.hook('strapi::content-types.afterSync').register(async () => {
    await ensureConstraints(strapi.db.connection, strapi.db.dialect.client as Dialect);
    await prepareCatalogueLock(strapi.db.connection);
  });

  openStorefrontDoor(strapi);
  registerHooks(strapi);
}
