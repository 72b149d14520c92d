import type { Core } from '@strapi/strapi';

import { shopOf } from '../compose';
import { nextNumberBody, settingsChange, shippingTrial, taxTrial } from '../validation/settings';
import { parse } from '../validation/parse';
import { answering } from './error-response';
import { presentSettings, presentShippingTrial, presentTaxTrial } from './present-settings';
import { bodyOf } from './request';
import { staffOf } from './staff';

/** A logo comes along as text, in the settings and in their drafts; the host itself takes a megabyte. */
export const SETTINGS_LIMIT = 900 * 1024;

export const adminSettings = ({ strapi }: { strapi: Core.Strapi }) => {
  const desk = () => shopOf(strapi).settingsDesk;

  return {
    show: answering(strapi, async (ctx) => {
      ctx.body = { data: presentSettings(await desk().show(), shopOf(strapi)) };
    }),
    save: answering(
      strapi,
      async (ctx) => {
        const change = parse(settingsChange, bodyOf(ctx));
        await shopOf(strapi).shopSettings.save(change, staffOf(ctx));
        ctx.body = { data: presentSettings(await desk().show(), shopOf(strapi)) };
      },
      SETTINGS_LIMIT
    ),
    tryTax: answering(strapi, async (ctx) => {
      const { set, amount, country, region = null, taxClass = null } = parse(taxTrial, bodyOf(ctx));
      const trial = await desk().taxOf(set, { amount, country, region, taxClass });
      ctx.body = { data: presentTaxTrial(trial) };
    }),
    tryShipping: answering(strapi, async (ctx) => {
      const { set, amount, country = null, weight } = parse(shippingTrial, bodyOf(ctx));
      const trial = await desk().shippingOf(set, { amount, country, weight });
      ctx.body = { data: presentShippingTrial(trial) };
    }),
    nextNumber: answering(strapi, async (ctx) => {
      const { of, format } = parse(nextNumberBody, bodyOf(ctx));
      ctx.body = { data: await desk().nextNumber(of, format) };
    }),
  };
};
