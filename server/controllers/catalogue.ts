import type { Core } from '@strapi/strapi';

import { shopOf } from '../compose';
import { parse } from '../validation/parse';
import { productsQuery } from '../validation/queries';
import { answering } from './error-response';
import { presentCard, presentFacets, presentProduct } from './present-catalogue';
import { presentCategory, presentSitemap, presentTree } from './present-categories';
import { localeOf, slugOf } from './request';

export const catalogue = ({ strapi }: { strapi: Core.Strapi }) => {
  const listings = () => shopOf(strapi).listings;
  const categories = () => shopOf(strapi).categories;
  const currency = () => shopOf(strapi).settings.currency;

  return {
    products: answering(strapi, async (ctx) => {
      const { sort, page, pageSize, q, option, ...query } = parse(productsQuery, ctx.query);
      const { cards, total, facets } = await listings().list({
        order: sort,
        page,
        pageSize,
        search: q,
        options: option,
        locale: query.locale ?? null,
        category: query.category ?? null,
        priceMin: query.priceMin ?? null,
        priceMax: query.priceMax ?? null,
        onSale: query.onSale,
        inStock: query.inStock,
        facets: query.facets,
      });
      ctx.body = {
        data: cards.map((card) => presentCard(card, currency())),
        meta: {
          pagination: { page, pageSize, pageCount: Math.ceil(total / pageSize), total },
          ...(facets && { facets: presentFacets(facets, currency()) }),
        },
      };
    }),
    product: answering(strapi, async (ctx) => {
      const view = await listings().show(slugOf(ctx), localeOf(ctx));
      ctx.body = { data: presentProduct(view, currency()) };
    }),
    categories: answering(strapi, async (ctx) => {
      ctx.body = { data: presentTree(await categories().menu(localeOf(ctx))) };
    }),
    category: answering(strapi, async (ctx) => {
      ctx.body = { data: presentCategory(await categories().show(slugOf(ctx), localeOf(ctx))) };
    }),
    sitemap: answering(strapi, async (ctx) => {
      ctx.body = { data: presentSitemap(await categories().sitemap(localeOf(ctx))) };
    }),
  };
};
