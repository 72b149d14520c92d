import type { Core } from '@strapi/strapi';

import { shopOf } from '../compose';
import { noBody, payOrderBody } from '../validation/orders';
import { parse } from '../validation/parse';
import { ordersQuery } from '../validation/queries';
import { answering } from './error-response';
import { presentOrder, presentPayment } from './present-order';
import { accountOf, bodyOf, explains } from './request';
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
    pay: answering(strapi, async (ctx) => {
      const { method, payment } = parse(payOrderBody, bodyOf(ctx));
      await shop().rateLimits.count('checkout', askerOf(ctx));
      const order = await guessingLink(strapi, askerOf(ctx), () =>
        shop().orders.pay(String(ctx.params.token), accountOf(ctx), {
          method: method ?? null,
          payment,
        })
      );
      const shown = presentOrder(order, shop().checkout.tokenOf(order));
      ctx.body = { data: { order: shown, payment: presentPayment(order) } };
    }),
    receipt: answering(strapi, async (ctx) => {
      parse(noBody, bodyOf(ctx));
      const asker = askerOf(ctx);
      const order = await guessingLink(strapi, asker, () =>
        shop().orders.show(String(ctx.params.token), accountOf(ctx))
      );
      await shop().rateLimits.count('receipts', { ...asker, order: order.documentId });
      await shop().mails.sendReceiptAgain(order);
      // It is on its way in a moment, and not before the answer.
      ctx.status = 202;
      ctx.body = { data: { email: order.email } };
    }),
    cancel: answering(strapi, async (ctx) => {
      parse(noBody, bodyOf(ctx));
      const order = await guessingLink(strapi, askerOf(ctx), () =>
        shop().orders.cancel(String(ctx.params.token), accountOf(ctx))
      );
      ctx.body = { data: presentOrder(order, shop().checkout.tokenOf(order)) };
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
