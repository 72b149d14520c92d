import type { Core } from '@strapi/strapi';

import { readSite, type SiteSettings } from '../config/editable';

const CONFIG = 'plugin::cartwright';

const read = new WeakMap<Core.Strapi, SiteSettings>();

/**
 * What the site's file says. The host's configuration holds what is in force instead, with every default filled in, so
 * that `strapi.plugin('cartwright').config(key)` answers for all keys.
 *
 * @throws an Error that names each wrong key; the shop does not start
 */
export function siteSettings(strapi: Core.Strapi): SiteSettings {
  const known = read.get(strapi);
  if (known) return known;
  const site = readSite(strapi.config.get(CONFIG));
  read.set(strapi, site);
  strapi.config.set(CONFIG, site.settings);
  return site;
}
