import type { Core } from '@strapi/strapi';

import { shopOf } from '../compose';
import { parse } from '../validation/parse';
import { ordersQuery } from '../validation/queries';
import { answering } from './error-response';
import { presentOrder } from './present-order';
import { accountOf, explains } from './request';
import { askerOf, guessingLink } from './slow-down';

export const orders = ({ strapi }: { strapi: Core.Strapi }) => {
  const shop = () => shopOf(strapi);

  return {
    show: answering(strapi, async (ctx) => {
      const explain = explains(ctx);
      const order = await guessingLink(strapi, askerOf(ctx), () =>
        shop().orders.show(String(ctx.params.token), accountOf(ctx))
      );
      ctx.body = { data: presentOrder(order, shop().checkout.tokenOf(order), { explain }) };
    }),
    list: answering(strapi, async (ctx) => {
      const { page, pageSize } = parse(ordersQuery, ctx.query);
      const found = await shop().orders.list(accountOf(ctx), { page, pageSize });
      ctx.body = {
        data: found.orders.map((order) => presentOrder(order, shop().checkout.tokenOf(order))),
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
  };
};
