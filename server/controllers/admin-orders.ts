import type { Core } from '@strapi/strapi';

import { shopOf } from '../compose';
import { adminOrdersQuery } from '../validation/queries';
import { parse } from '../validation/parse';
import { answering } from './error-response';
import { presentAdminOrder } from './present-order';
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
        data: found.orders.map(presentAdminOrder),
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
      ctx.body = { data: presentAdminOrder(await orders().open(String(ctx.params.documentId))) };
    }),
    markAsPaid: answering(strapi, async (ctx) => {
      const order = await orders().markAsPaid(String(ctx.params.documentId), staffOf(ctx));
      ctx.body = { data: presentAdminOrder(order) };
    }),
  };
};
