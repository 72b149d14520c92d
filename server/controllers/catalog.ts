import type { Core } from '@strapi/strapi';

import { shopOf } from '../compose';
import { parse } from '../validation/parse';
import { localeQuery, productsQuery } from '../validation/queries';
import { answering } from './error-response';
import { presentCard, presentProduct } from './present-catalogue';

export const catalog = ({ strapi }: { strapi: Core.Strapi }) => {
  const listings = () => shopOf(strapi).listings;
  const { currency } = shopOf(strapi).settings;

  return {
    products: answering(strapi, async (ctx) => {
      const { sort, page, pageSize, locale } = parse(productsQuery, ctx.query);
      const { cards, total } = await listings().list({
        order: sort,
        page,
        pageSize,
        locale: locale ?? null,
      });
      ctx.body = {
        data: cards.map((card) => presentCard(card, currency)),
        meta: { pagination: { page, pageSize, pageCount: Math.ceil(total / pageSize), total } },
      };
    }),
    product: answering(strapi, async (ctx) => {
      const { locale } = parse(localeQuery, ctx.query);
      const view = await listings().show(String(ctx.params.slug), locale ?? null);
      ctx.body = { data: presentProduct(view, currency) };
    }),
  };
};
