import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import type { z } from 'zod';

import { shopOf } from '../compose';
import { parseAmount } from '../domain/money/parse-amount';
import type { CheckoutChange, CheckoutState, Customer } from '../services/checkout';
import type { Shopper } from '../services/shopper';
import { placeOrderBody, updateCheckoutBody } from '../validation/checkout';
import { parse } from '../validation/parse';
import { answeringShopper } from './cart-session';
import { customerTokenOf, keepCustomerToken } from './customer-token';
import { presentCheckout } from './present-checkout';
import { presentOrder, presentPayment } from './present-order';
import { accountOf, bodyOf, termsOf } from './request';
import { askerOf, guessingCode } from './slow-down';

export const checkout = ({ strapi }: { strapi: Core.Strapi }) => {
  const service = () => shopOf(strapi).checkout;
  const settings = () => shopOf(strapi).settings;

  /** Any way to enter a discount code is a way to guess one. */
  const trying = <Result>(
    ctx: Context,
    shopper: Shopper,
    { discountCode }: CheckoutChange,
    attempt: () => Promise<Result>
  ): Promise<Result> =>
    discountCode ? guessingCode(strapi, askerOf(ctx, shopper), attempt) : attempt();

  const customerOf = (ctx: Context): Customer => ({
    account: accountOf(ctx),
    token: customerTokenOf(ctx, settings()),
  });

  function send(ctx: Context, state: CheckoutState): void {
    keepCustomerToken(ctx, settings(), state.customerToken);
    ctx.body = { data: presentCheckout(state, settings()) };
  }

  return {
    show: answeringShopper(strapi, async (ctx, shopper) => {
      send(ctx, await service().show(shopper, customerOf(ctx)));
    }),
    update: answeringShopper(strapi, async (ctx, shopper) => {
      const change = changeOf(parse(updateCheckoutBody, bodyOf(ctx)));
      const state = await trying(ctx, shopper, change, () =>
        service().update(shopper, change, termsOf(ctx), customerOf(ctx))
      );
      send(ctx, state);
    }),
    place: answeringShopper(strapi, async (ctx, shopper) => {
      const { payment, expectedTotal, ...change } = parse(placeOrderBody, bodyOf(ctx));
      const request = {
        ...changeOf(change),
        payment,
        expectedTotal:
          expectedTotal === undefined
            ? null
            : parseAmount(expectedTotal, settings().currency, 'expectedTotal'),
      };
      await shopOf(strapi).rateLimits.count('checkout', askerOf(ctx, shopper));
      const { account, token } = customerOf(ctx);
      const { order, repeated, customerToken } = await trying(ctx, shopper, request, () =>
        service().place(shopper, account, request, termsOf(ctx), token)
      );
      keepCustomerToken(ctx, settings(), customerToken);
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
function changeOf(said: z.output<typeof updateCheckoutBody>): CheckoutChange {
  const { discountCode, remember, termsAccepted, ...details } = said;
  return {
    details,
    ...(discountCode === undefined ? {} : { discountCode }),
    remember,
    termsAccepted,
  };
}
