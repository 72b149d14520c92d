import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

import { shopOf } from '../compose';
import { answering } from './error-response';
import { rawBodyOf } from './raw-body';

export const webhooks = ({ strapi }: { strapi: Core.Strapi }) => ({
  receive: answering(strapi, async (ctx) => {
    await shopOf(strapi).webhooks.receive(String(ctx.params.provider), {
      headers: ctx.request.headers,
      rawBody: rawBodyOf(ctx as Context),
    });
    ctx.body = { data: { received: true } };
  }),
});
