import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

import { shopOf } from '../compose';
import type { PagesDto, PreviewLinkDto } from '../contracts/layout';
import {
  blocksToView,
  composedPage,
  composition,
  COMPOSER_LIMIT,
  compositionQuery,
  previewWish,
  seenComposition,
} from '../validation/layout';
import { parse } from '../validation/parse';
import { demandOf } from './block-rights';
import { answering } from './error-response';
import { presentComposition, presentView } from './present-layout';
import { bodyOf } from './request';

export const adminLayout = ({ strapi }: { strapi: Core.Strapi }) => {
  const layout = () => shopOf(strapi).layout;
  const pageOf = (ctx: Context) => parse(composedPage, ctx.params.page);

  async function answerWith(ctx: Context, page: string, locale: string): Promise<void> {
    ctx.body = { data: presentComposition(await layout().open(page, locale)) };
  }

  return {
    pages: answering(strapi, async (ctx) => {
      const { settings } = shopOf(strapi);
      const data: PagesDto = {
        pages: await layout().pages(),
        locales: await layout().locales(),
        hasSite: settings.layout.previewUrl !== null,
      };
      ctx.body = { data };
    }),
    open: answering(strapi, async (ctx) => {
      const locale = parse(compositionQuery, ctx.query).locale ?? (await layout().defaultLocale());
      demandOf(strapi, ctx)('read', locale);
      await answerWith(ctx, pageOf(ctx), locale);
    }),
    save: answering(
      strapi,
      async (ctx) => {
        const page = pageOf(ctx);
        const { locale, version, blocks } = parse(composition, bodyOf(ctx));
        await layout().save({ page, locale, version }, blocks, demandOf(strapi, ctx));
        await answerWith(ctx, page, locale);
      },
      COMPOSER_LIMIT
    ),
    publish: answering(strapi, async (ctx) => {
      const page = pageOf(ctx);
      const seen = parse(seenComposition, bodyOf(ctx));
      await layout().publish({ page, ...seen }, demandOf(strapi, ctx));
      await answerWith(ctx, page, seen.locale);
    }),
    discard: answering(strapi, async (ctx) => {
      const page = pageOf(ctx);
      const seen = parse(seenComposition, bodyOf(ctx));
      await layout().discard({ page, ...seen }, demandOf(strapi, ctx));
      await answerWith(ctx, page, seen.locale);
    }),
    view: answering(
      strapi,
      async (ctx) => {
        const { blocks, ...wanted } = parse(blocksToView, bodyOf(ctx));
        const { currency } = shopOf(strapi).settings;
        const views = await layout().view(blocks, wanted);
        ctx.body = { data: views.map((view) => presentView(view, currency)) };
      },
      COMPOSER_LIMIT
    ),
    share: answering(strapi, async (ctx) => {
      const { hours, ...of } = parse(previewWish, bodyOf(ctx));
      demandOf(strapi, ctx)('read', of.locale);
      const { token, expiresAt, siteUrl } = layout().share(of, hours);
      const prefix = strapi.config.get<string>('api.rest.prefix', '/api');
      const path = `${prefix}/cartwright/layout/${encodeURIComponent(of.page)}?preview=${token}`;
      const data: PreviewLinkDto = { path, token, siteUrl, expiresAt: expiresAt.toISOString() };
      ctx.body = { data };
    }),
  };
};
