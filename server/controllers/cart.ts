import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

import { shopOf } from '../compose';
import type { CartAnswer } from '../services/carts';
import { addItemBody, bulkBody, updateItemBody } from '../validation/cart';
import { parse } from '../validation/parse';
import { answering } from './error-response';
import { presentCart, presentShippingOption } from './present-cart';
import { bodyOf, shopperOf, termsOf } from './request';

export const cart = ({ strapi }: { strapi: Core.Strapi }) => {
  const carts = () => shopOf(strapi).carts;
  const { currency } = shopOf(strapi).settings;

  function send(ctx: Context, { priced, token, created }: CartAnswer): void {
    ctx.status = created ? 201 : 200;
    if (token) ctx.set('X-Cart-Token', token);
    ctx.body = { data: presentCart(priced, currency, token) };
  }

  return {
    show: answering(strapi, async (ctx) => {
      send(ctx, await carts().show(shopperOf(ctx)));
    }),
    addItem: answering(strapi, async (ctx) => {
      const item = parse(addItemBody, bodyOf(ctx));
      send(ctx, await carts().addItems(shopperOf(ctx), [item], 'add', termsOf(ctx)));
    }),
    addItems: answering(strapi, async (ctx) => {
      const { items, mode } = parse(bulkBody(bodyOf(ctx)), bodyOf(ctx));
      send(ctx, await carts().addItems(shopperOf(ctx), items, mode, termsOf(ctx)));
    }),
    updateItem: answering(strapi, async (ctx) => {
      const { quantity } = parse(updateItemBody, bodyOf(ctx));
      const id = String(ctx.params.id);
      send(ctx, await carts().updateItem(shopperOf(ctx), id, quantity, termsOf(ctx)));
    }),
    removeItem: answering(strapi, async (ctx) => {
      send(ctx, await carts().remove(shopperOf(ctx), String(ctx.params.id), termsOf(ctx)));
    }),
    clear: answering(strapi, async (ctx) => {
      send(ctx, await carts().clear(shopperOf(ctx), termsOf(ctx)));
    }),
    shippingOptions: answering(strapi, async (ctx) => {
      const { priced } = await carts().show(shopperOf(ctx));
      ctx.body = {
        data: priced.shippingOptions.map((option) => presentShippingOption(option, currency)),
      };
    }),
  };
};
