import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

import { shopOf } from '../compose';
import { parseAmount } from '../domain/money/parse-amount';
import type { CheckoutChange } from '../services/checkout';
import type { Shopper } from '../services/shopper';
import { placeOrderBody, updateCheckoutBody } from '../validation/checkout';
import { parse } from '../validation/parse';
import { answeringShopper } from './cart-session';
import { presentCheckout } from './present-checkout';
import { presentOrder, presentPayment } from './present-order';
import { accountOf, bodyOf, termsOf } from './request';
import { askerOf, guessingCode } from './slow-down';

export const checkout = ({ strapi }: { strapi: Core.Strapi }) => {
  const service = () => shopOf(strapi).checkout;
  const { settings } = shopOf(strapi);

  /** Any way to enter a discount code is a way to guess one. */
  const trying = <Result>(
    ctx: Context,
    shopper: Shopper,
    { discountCode }: CheckoutChange,
    attempt: () => Promise<Result>
  ): Promise<Result> =>
    discountCode ? guessingCode(strapi, askerOf(ctx, shopper), attempt) : attempt();

  return {
    show: answeringShopper(strapi, async (ctx, shopper) => {
      const state = await service().show(shopper);
      ctx.body = { data: presentCheckout(state, settings.checkout, settings.currency) };
    }),
    update: answeringShopper(strapi, async (ctx, shopper) => {
      const change = changeOf(parse(updateCheckoutBody, bodyOf(ctx)));
      const state = await trying(ctx, shopper, change, () =>
        service().update(shopper, change, termsOf(ctx))
      );
      ctx.body = { data: presentCheckout(state, settings.checkout, settings.currency) };
    }),
    place: answeringShopper(strapi, async (ctx, shopper) => {
      const { payment, expectedTotal, ...change } = parse(placeOrderBody, bodyOf(ctx));
      const request = {
        ...changeOf(change),
        payment,
        expectedTotal:
          expectedTotal === undefined
            ? null
            : parseAmount(expectedTotal, settings.currency, 'expectedTotal'),
      };
      await shopOf(strapi).rateLimits.count('checkout', askerOf(ctx, shopper));
      const { order, repeated } = await trying(ctx, shopper, request, () =>
        service().place(shopper, accountOf(ctx), request, termsOf(ctx))
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
function changeOf({ discountCode, ...details }: Record<string, unknown>): CheckoutChange {
  const mentioned = Object.entries(details).filter(([, value]) => value !== undefined);
  return {
    details: Object.fromEntries(mentioned),
    discountCode: discountCode as CheckoutChange['discountCode'],
  };
}
