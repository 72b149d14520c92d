import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

import { shopOf } from '../compose';
import type { AdminShopDto } from '../contracts/shop';

export const adminShop = ({ strapi }: { strapi: Core.Strapi }) => ({
  show(ctx: Context): void {
    const { currency, optionTypes, maxVariations } = shopOf(strapi).settings;
    const data: AdminShopDto = { currency, optionTypes, maxVariations };
    ctx.body = { data };
  },
});
