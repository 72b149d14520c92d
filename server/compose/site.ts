/** What the shop takes from the site that it runs in: its files, its key, its clients, its plugins. */
import { accessSync, constants } from 'node:fs';
import { resolve } from 'node:path';

import type { Core } from '@strapi/strapi';

import type { Settings } from '../config';
import { staffOf } from '../controllers/staff';
import type { Slugify } from '../domain/catalogue/sku';
import type { ShopDetails } from '../domain/invoices/shop-details';
import { hostUtils } from '../host-utils';
import type { Post } from '../services/mails';
import type { Letter } from '../services/mails/write-mail';
import { createMappedType } from '../storage/sellables/mapped-type';

/** Who sells, as documents say it: the one place that a page of the admin would change. */
export function shopDetails(strapi: Core.Strapi, { shop }: Settings): ShopDetails {
  const isFile = shop.logo !== '' && !shop.logo.startsWith('data:');
  return isFile ? { ...shop, logo: resolve(strapi.dirs.app.root, shop.logo) } : shop;
}

/** The site's own font for PDFs. @throws an Error when a file of it is missing; the shop does not start */
export function documentFont(strapi: Core.Strapi, { documents: { font } }: Settings) {
  if (!font) return null;
  const regular = resolve(strapi.dirs.app.root, font.regular);
  const bold = resolve(strapi.dirs.app.root, font.bold ?? font.regular);
  for (const file of [regular, bold]) {
    try {
      accessSync(file, constants.R_OK);
    } catch {
      throw new Error(`cartwright: "documents.font": the file ${file} cannot be read`);
    }
  }
  return { regular, bold };
}

/** By type, so that two servers lock things in the same order. */
export function mappedTypes(
  strapi: Core.Strapi,
  { sellables, currency }: Settings,
  warn: (message: string) => void
) {
  return Object.entries(sellables)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([uid, fields]) => createMappedType(strapi, { uid, fields, currency, warn }));
}

/** The site's own client, which keeps the connection. @throws an Error when it is none; the shop does not start */
export function redisOf(strapi: Core.Strapi, { rateLimits: { redis } }: Settings): object | null {
  if (!redis) return null;
  const client: unknown = typeof redis === 'function' ? redis({ strapi }) : redis;
  const commands = ['defineCommand', 'sendCommand'];
  if (typeof client === 'object' && client !== null && commands.some((name) => name in client)) {
    return client;
  }
  throw new Error('cartwright: "rateLimits.redis" is no client of ioredis or redis');
}

/** The host's e-mail plugin, which a site may have switched off. */
export function postOf(strapi: Core.Strapi): Post {
  return async (letter) => {
    const plugin = strapi.plugins.email;
    if (!plugin) throw new Error('the e-mail plugin of the host is switched off');
    const email = plugin.service<{ send: (letter: Letter) => Promise<unknown> }>('email');
    await email.send(letter);
  };
}

/** The member of staff whose request is being answered; null when it is nobody's, or a shopper's. */
export function editorOf(strapi: Core.Strapi): string | null {
  const ctx = strapi.requestContext.get();
  return ctx?.state['userAbility'] ? staffOf(ctx) : null;
}

/** Each thing once: what is wrong with a sale is wrong at every save until somebody mends it. */
export function warnOnce(strapi: Core.Strapi): (message: string) => void {
  const told = new Set<string>();
  return (message) => {
    if (told.has(message)) return;
    told.add(message);
    strapi.log.warn(`cartwright: ${message}`);
  };
}

/** Names of options come again and again, and the host's way of turning one into a slug is slow for an import. */
export function createSlugify(strapi: Core.Strapi): Slugify {
  const known = new Map<string, string>();
  return (text) => {
    const slug = known.get(text) ?? hostUtils(strapi).strings.nameToSlug(text);
    if (known.size >= 1000) known.clear();
    known.set(text, slug);
    return slug;
  };
}

/** Tokens are derived from the site's own key, which every Strapi has; a database that leaks holds none. */
export function siteSecret(strapi: Core.Strapi): string {
  const [key] = strapi.config.get<string[]>('server.app.keys', []);
  if (!key)
    throw new Error(
      'cartwright: config/server needs app.keys; carts and orders are signed with them'
    );
  return key;
}
