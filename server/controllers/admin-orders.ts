import type { Core } from '@strapi/strapi';

import { shopOf } from '../compose';
import { adminOrdersQuery } from '../validation/queries';
import { parse } from '../validation/parse';
import { adminOrderOf, orderIdOf } from './answer-order';
import { answering } from './error-response';
import { staffOf } from './staff';

export const adminOrders = ({ strapi }: { strapi: Core.Strapi }) => {
  const orders = () => shopOf(strapi).orders;

  return {
    list: answering(strapi, async (ctx) => {
      const { page, pageSize, q, status, paymentStatus } = parse(adminOrdersQuery, ctx.query);
      const found = await orders().search(
        { text: q ?? null, status: status ?? null, paymentStatus: paymentStatus ?? null },
        { page, pageSize }
      );
      ctx.body = {
        data: found.orders.map((order) => adminOrderOf(strapi, order)),
        meta: {
          pagination: {
            page,
            pageSize,
            pageCount: Math.ceil(found.total / pageSize),
            total: found.total,
          },
        },
      };
    }),
    show: answering(strapi, async (ctx) => {
      ctx.body = { data: adminOrderOf(strapi, await orders().open(orderIdOf(ctx))) };
    }),
    markAsPaid: answering(strapi, async (ctx) => {
      const order = await orders().markAsPaid(orderIdOf(ctx), staffOf(ctx));
      ctx.body = { data: adminOrderOf(strapi, order) };
    }),
  };
};
