import type { Core } from '@strapi/strapi';

import { shopOf } from '../compose';
import type { CartDetails } from '../domain/cart/cart';
import { parseAmount } from '../domain/money/parse-amount';
import { placeOrderBody, updateCheckoutBody } from '../validation/checkout';
import { parse } from '../validation/parse';
import { answering } from './error-response';
import { presentCheckout } from './present-checkout';
import { presentOrder, presentPayment } from './present-order';
import { accountOf, bodyOf, shopperOf, termsOf } from './request';

export const checkout = ({ strapi }: { strapi: Core.Strapi }) => {
  const service = () => shopOf(strapi).checkout;
  const { settings } = shopOf(strapi);

  return {
    show: answering(strapi, async (ctx) => {
      const state = await service().show(shopperOf(ctx));
      ctx.body = { data: presentCheckout(state, settings.checkout, settings.currency) };
    }),
    update: answering(strapi, async (ctx) => {
      const details = mentioned(parse(updateCheckoutBody, bodyOf(ctx)));
      const state = await service().update(shopperOf(ctx), details, termsOf(ctx));
      ctx.body = { data: presentCheckout(state, settings.checkout, settings.currency) };
    }),
    place: answering(strapi, async (ctx) => {
      const { payment, expectedTotal, ...details } = parse(placeOrderBody, bodyOf(ctx));
      const request = {
        details: mentioned(details),
        payment,
        expectedTotal:
          expectedTotal === undefined
            ? null
            : parseAmount(expectedTotal, settings.currency, 'expectedTotal'),
      };
      const { order, repeated } = await service().place(
        shopperOf(ctx),
        accountOf(ctx),
        request,
        termsOf(ctx)
      );
      ctx.status = repeated ? 200 : 201;
      ctx.body = {
        data: {
          order: presentOrder(order, service().tokenOf(order)),
          payment: presentPayment(order),
        },
      };
    }),
  };
};

/** Only what the request names; the rest of the cart's details stays as it is. */
function mentioned(details: Record<string, unknown>): Partial<CartDetails> {
  return Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined));
}
