import type { Core } from '@strapi/strapi';

import { shopOf } from '../compose';
import { parseAmount } from '../domain/money/parse-amount';
import type { StaffOrderRequest } from '../services/staff-orders';
import { sellablesQuery } from '../validation/customers';
import { staffOrderBody, staffOrderPreviewBody } from '../validation/order-steps';
import { parse } from '../validation/parse';
import { adminOrderOf, staffTermsOf } from './answer-order';
import { answering } from './error-response';
import { presentCart, presentShippingOption } from './present-cart';
import { presentThing } from './present-staff';
import { bodyOf } from './request';

/** Orders that staff make for a customer. */
export const adminStaffOrders = ({ strapi }: { strapi: Core.Strapi }) => {
  const shop = () => shopOf(strapi);
  const currency = () => shop().settings.currency;

  return {
    things: answering(strapi, async (ctx) => {
      const { q } = parse(sellablesQuery, ctx.query);
      const found = await shop().thingsToSell.search(q);
      ctx.body = { data: found.map((thing) => presentThing(thing, currency())) };
    }),
    preview: answering(strapi, async (ctx) => {
      const request = requestOf(parse(staffOrderPreviewBody, bodyOf(ctx)));
      const { priced, paymentMethods } = await shop().staffOrders.preview(request);
      const shippingOptions = priced.shippingOptions.map((option) =>
        presentShippingOption(option, currency())
      );
      ctx.body = {
        data: { cart: presentCart(priced, currency()), shippingOptions, paymentMethods },
      };
    }),
    place: answering(strapi, async (ctx) => {
      const { expectedTotal, ...body } = parse(staffOrderBody, bodyOf(ctx));
      const total =
        expectedTotal === undefined
          ? null
          : parseAmount(expectedTotal, currency(), 'expectedTotal');
      const order = await shop().staffOrders.place(requestOf(body), total, staffTermsOf(ctx));
      ctx.status = 201;
      ctx.body = { data: adminOrderOf(strapi, order) };
    }),
  };
};

/** Only what the request names; the rest is as in an empty cart, or the account's. */
function requestOf({
  account,
  items,
  discountCode,
  locale,
  ...details
}: Omit<StaffOrderRequest, 'details'> & Record<string, unknown>): StaffOrderRequest {
  const said = Object.entries(details).filter(([, value]) => value !== undefined);
  return { account, items, discountCode, locale, details: Object.fromEntries(said) };
}
