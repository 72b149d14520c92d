import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

import { shopOf } from '../compose';
import {
  documentId,
  inLanguage,
  optionChoicesQuery,
  optionPlanBody,
  pricesAtQuery,
  savePicturesBody,
} from '../validation/product-panel';
import { parse } from '../validation/parse';
import { answering } from './error-response';
import {
  presentChoices,
  presentPictures,
  presentPlan,
  presentPricesAt,
  presentSummary,
} from './present-product-panel';
import { bodyOf } from './request';

/** What stands beside a product's form, and on its tabs. */
export const adminProductPanel = ({ strapi }: { strapi: Core.Strapi }) => ({
  choices: answering(strapi, async (ctx) => {
    const { product = null, locale = null } = parse(optionChoicesQuery, ctx.query);
    const choices = await shopOf(strapi).optionPlan.choices(product, locale);
    ctx.body = { data: presentChoices(choices) };
  }),

  plan: answering(strapi, async (ctx) => {
    const { options, locale, ...wish } = parse(optionPlanBody, bodyOf(ctx));
    const { optionPlan, settings } = shopOf(strapi);
    const plan = await optionPlan.plan({ ...wish, ticked: options, locale: locale ?? null });
    ctx.body = { data: presentPlan(plan, settings.currency) };
  }),

  summary: answering(strapi, async (ctx) => {
    const { locale = null } = parse(inLanguage, ctx.query);
    const { optionPlan, settings } = shopOf(strapi);
    const summary = await optionPlan.summary(productOf(ctx), locale);
    ctx.body = { data: presentSummary(summary, settings.currency) };
  }),

  pictures: answering(strapi, async (ctx) => {
    const { locale = null } = parse(inLanguage, ctx.query);
    const product = productOf(ctx);
    const found = await shopOf(strapi).productPictures.look(product, locale);
    const mayChangeList = await mayChangePictures(strapi, ctx, product)(found.locale);
    ctx.body = { data: presentPictures(found, mayChangeList) };
  }),

  savePictures: answering(strapi, async (ctx) => {
    const { locale = null } = parse(inLanguage, ctx.query);
    const wish = parse(savePicturesBody, bodyOf(ctx));
    const product = productOf(ctx);
    const mayChange = mayChangePictures(strapi, ctx, product);
    const saved = await shopOf(strapi).productPictures.save(product, wish, mayChange, locale);
    if (saved) ctx.body = { data: presentPictures(saved, await mayChange(saved.locale)) };
    else refuse(ctx);
  }),

  prices: answering(strapi, async (ctx) => {
    const { at = null, locale = null } = parse(pricesAtQuery, ctx.query);
    const { pricesAt, settings } = shopOf(strapi);
    const prices = await pricesAt(productOf(ctx), { at, locale });
    ctx.body = { data: presentPricesAt(prices, settings.currency) };
  }),
});

const mayChangePictures = (strapi: Core.Strapi, ctx: Context, product: string) =>
  shopOf(strapi).editorsRights(ctx.state.userAbility, product, 'images');

/** In the host's form: it is the host's right that is missing. */
function refuse(ctx: Context): void {
  const message = 'Your role may not change which pictures a product has.';
  ctx.status = 403;
  ctx.body = { data: null, error: { status: 403, name: 'ForbiddenError', message, details: {} } };
}

const productOf = (ctx: Context) => parse(documentId, ctx.params.documentId);
