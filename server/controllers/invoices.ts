import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

import { shopOf } from '../compose';
import { answering } from './error-response';
import { accountOf } from './request';
import { sendHtml, sendPdf } from './send-document';
import { askerOf, guessingLink } from './slow-down';

/** An order's invoice for its shopper. Only a missed link counts as a guess, not an invoice that is not there yet. */
export const invoices = ({ strapi }: { strapi: Core.Strapi }) => {
  const shop = () => shopOf(strapi);

  const orderOf = (ctx: Context) =>
    guessingLink(strapi, askerOf(ctx), () =>
      shop().orders.show(String(ctx.params.token), accountOf(ctx))
    );

  return {
    show: answering(strapi, async (ctx) => {
      const invoice = await shop().invoices.ofShopper(await orderOf(ctx));
      sendHtml(ctx, shop().invoices, invoice);
    }),
    download: answering(strapi, async (ctx) => {
      const invoice = await shop().invoices.ofShopper(await orderOf(ctx));
      await sendPdf(ctx, shop().invoices, invoice);
    }),
  };
};
