import type { Core } from '@strapi/strapi';

import { shopOf } from '../compose';
import { adminOrderOf, orderIdOf } from './answer-order';
import { answering } from './error-response';
import { staffOf } from './staff';

export const adminOrders = ({ strapi }: { strapi: Core.Strapi }) => {
  const orders = () => shopOf(strapi).orders;

  return {
    show: answering(strapi, async (ctx) => {
      ctx.body = { data: adminOrderOf(strapi, await orders().open(orderIdOf(ctx))) };
    }),
    markAsPaid: answering(strapi, async (ctx) => {
      const order = await orders().markAsPaid(orderIdOf(ctx), staffOf(ctx));
      ctx.body = { data: adminOrderOf(strapi, order) };
    }),
  };
};
