import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

import { shopOf } from '../compose';
import type { AdminShopDto } from '../contracts/shop';

export const adminShop = ({ strapi }: { strapi: Core.Strapi }) => ({
  show(ctx: Context): void {
    const { settings, eventNames } = shopOf(strapi);
    const { currency, optionTypes, maxVariations } = settings;
    const data: AdminShopDto = { currency, optionTypes, maxVariations, eventNames };
    ctx.body = { data };
  },
});
