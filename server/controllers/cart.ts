import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

import { shopOf } from '../compose';
import type { CartAnswer } from '../services/carts';
import {
  addItemBody,
  bulkBody,
  discountCodeBody,
  mergeBody,
  restoreBody,
  updateItemBody,
} from '../validation/cart';
import { noBody } from '../validation/orders';
import { parse } from '../validation/parse';
import { answeringShopper, handOver } from './cart-session';
import { presentCart, presentExport, presentShippingOption } from './present-cart';
import { presentCard } from './present-catalogue';
import { accountOf, bodyOf, explains, termsOf } from './request';
import { askerOf, guessingCode, guessingLink } from './slow-down';

export const cart = ({ strapi }: { strapi: Core.Strapi }) => {
  const carts = () => shopOf(strapi).carts;
  const currency = () => shopOf(strapi).settings.currency;

  function send(ctx: Context, { priced, token, created }: CartAnswer): void {
    ctx.status = created ? 201 : 200;
    const shown = handOver(strapi, ctx, token);
    ctx.body = { data: presentCart(priced, currency(), { token: shown, explain: explains(ctx) }) };
  }

  return {
    show: answeringShopper(strapi, async (ctx, shopper) => {
      send(ctx, await carts().show(shopper));
    }),
    addItem: answeringShopper(strapi, async (ctx, shopper) => {
      const item = parse(addItemBody, bodyOf(ctx));
      send(ctx, await carts().addItems(shopper, [item], 'add', termsOf(ctx)));
    }),
    addItems: answeringShopper(strapi, async (ctx, shopper) => {
      const { items, mode } = parse(bulkBody(bodyOf(ctx)), bodyOf(ctx));
      send(ctx, await carts().addItems(shopper, items, mode, termsOf(ctx)));
    }),
    updateItem: answeringShopper(strapi, async (ctx, shopper) => {
      const { quantity } = parse(updateItemBody, bodyOf(ctx));
      const id = String(ctx.params.id);
      send(ctx, await carts().updateItem(shopper, id, quantity, termsOf(ctx)));
    }),
    removeItem: answeringShopper(strapi, async (ctx, shopper) => {
      send(ctx, await carts().remove(shopper, String(ctx.params.id), termsOf(ctx)));
    }),
    clear: answeringShopper(strapi, async (ctx, shopper) => {
      send(ctx, await carts().clear(shopper, termsOf(ctx)));
    }),
    enterCode: answeringShopper(strapi, async (ctx, shopper) => {
      const { code } = parse(discountCodeBody, bodyOf(ctx));
      const enter = () => carts().enterCode(shopper, code, termsOf(ctx));
      send(ctx, await guessingCode(strapi, askerOf(ctx, shopper), enter));
    }),
    removeCode: answeringShopper(strapi, async (ctx, shopper) => {
      send(ctx, await carts().removeCode(shopper, termsOf(ctx)));
    }),
    merge: answeringShopper(strapi, async (ctx, shopper) => {
      const { token, strategy } = parse(mergeBody, bodyOf(ctx));
      send(ctx, await carts().merge(shopper, token, strategy, termsOf(ctx)));
    }),
    export: answeringShopper(strapi, async (ctx, shopper) => {
      const { priced } = await carts().show(shopper);
      ctx.body = { data: presentExport(priced, currency()) };
    }),
    reorder: answeringShopper(strapi, async (ctx, shopper) => {
      parse(noBody, bodyOf(ctx));
      const token = String(ctx.params.token);
      const answer = await guessingLink(strapi, askerOf(ctx, shopper), () =>
        carts().reorder(shopper, accountOf(ctx), token, termsOf(ctx))
      );
      send(ctx, answer);
    }),
    restore: answeringShopper(strapi, async (ctx, shopper) => {
      const exported = parse(restoreBody, bodyOf(ctx));
      const restore = () => carts().restore(shopper, exported, termsOf(ctx));
      const answer =
        exported.discountCode === null
          ? await restore()
          : await guessingCode(strapi, askerOf(ctx, shopper), restore, wasCodeDropped);
      send(ctx, answer);
    }),
    upsells: answeringShopper(strapi, async (ctx, shopper) => {
      const cards = await shopOf(strapi).listings.upsellsOfCart(shopper);
      ctx.body = { data: cards.map((card) => presentCard(card, currency())) };
    }),
    shippingOptions: answeringShopper(strapi, async (ctx, shopper) => {
      const { priced } = await carts().show(shopper);
      ctx.body = {
        data: priced.shippingOptions.map((option) => presentShippingOption(option, currency())),
      };
    }),
  };
};

/** A code that comes with a restored cart is refused by a notice. */
const wasCodeDropped = ({ priced }: CartAnswer) => priced.discountCode === null;
