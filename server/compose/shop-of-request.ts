import { AsyncLocalStorage } from 'node:async_hooks';

import type { Core } from '@strapi/strapi';
import type { Next } from 'koa';

import { currentShop, type Shop } from '../compose';

const begunWith = new AsyncLocalStorage<{ strapi: Core.Strapi; shop: Shop }>();

/**
 * A request works with one shop from its beginning to its end, whatever is changed meanwhile: no cart is priced by the old
 * rates and shipped by the new ones.
 */
export function keepOneShop(strapi: Core.Strapi): void {
  strapi.server.use((_ctx: unknown, next: Next) =>
    begunWith.run({ strapi, shop: currentShop(strapi) }, next)
  );
}

export function shopOfRequest(strapi: Core.Strapi): Shop | null {
  const kept = begunWith.getStore();
  return kept?.strapi === strapi ? kept.shop : null;
}
