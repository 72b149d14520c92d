import type { Core } from '@strapi/strapi';

import type { Settings } from './config';
import { resolveProviders } from './providers/resolve';
import { createDatabase } from './storage/database';

/** Builds storage, providers and services once for each Strapi: the only wiring. */
function compose(strapi: Core.Strapi) {
  const settings = strapi.config.get<Settings>('plugin::cartwright');
  const database = createDatabase(strapi);
  const providers = resolveProviders(strapi, settings.providers);
  return { settings, database, providers };
}

export type Shop = ReturnType<typeof compose>;

const shops = new WeakMap<Core.Strapi, Shop>();

export function shopOf(strapi: Core.Strapi): Shop {
  const known = shops.get(strapi);
  if (known) return known;
  const shop = compose(strapi);
  shops.set(strapi, shop);
  return shop;
}
