import type { Core } from '@strapi/strapi';

import { shopOf } from '../compose';
import type { CartEntryDto, CartsPageDto, WholeCartDto } from '../contracts/cart-desk';
import { formatAmount } from '../domain/money/format';
import type { Amount } from '../domain/money/money';
import type { CartSeen, WholeCart } from '../services/cart-desk';
import { cartsQuery } from '../validation/cart-desk';
import { parse } from '../validation/parse';
import { answering } from './error-response';
import { presentTotals } from './present-cart';

/** Carts, for staff who look. */
export const adminCarts = ({ strapi }: { strapi: Core.Strapi }) => ({
  list: answering(strapi, async (ctx) => {
    const { q, state, sort, page, pageSize } = parse(cartsQuery, ctx.query);
    const [by, direction] = sort.split(':') as ['activity' | 'value' | 'items', 'asc' | 'desc'];
    const { cartDesk, settings } = shopOf(strapi);
    const found = await cartDesk.search(
      { text: q ?? null, state: state ?? null },
      { by, direction },
      { page, pageSize }
    );
    const pageCount = Math.ceil(found.count / pageSize);
    const { currency } = settings;
    const answer: CartsPageDto = {
      data: found.carts.map(presentEntry),
      meta: {
        pagination: { page, pageSize, pageCount, total: found.count },
        value: formatAmount(found.value, currency),
        currency,
      },
    };
    ctx.body = answer;
  }),
  show: answering(strapi, async (ctx) => {
    const found = await shopOf(strapi).cartDesk.open(String(ctx.params.documentId));
    ctx.body = { data: presentWhole(found) };
  }),
});

function presentEntry(cart: CartSeen): CartEntryDto {
  const { documentId, state, email, accountEmail, units, currency, discountCode, order } = cart;
  const name = [cart.billing?.firstName, cart.billing?.lastName].filter(Boolean).join(' ');
  return {
    ...{ documentId, state, email, accountEmail, units, currency, discountCode, order },
    name: name || (cart.billing?.company ?? null),
    hasAccount: cart.account !== null,
    total: textOf(cart.total, currency),
    createdAt: cart.createdAt.toISOString(),
    lastActivityAt: cart.lastActivityAt.toISOString(),
    reminders: cart.mails.filter(({ sentAt }) => sentAt !== null).length,
  };
}

function presentWhole(found: WholeCart): WholeCartDto {
  const { cart, currency, totals } = found;
  const { details, shown } = cart;
  return {
    ...presentEntry(found),
    lines: found.lines.map(({ id, sku, description, options, quantity, image }) => ({
      ...{ id, sku, description, options, quantity, image },
      price: textOf(shown?.prices.get(id) ?? null, currency),
    })),
    billing: details.billing,
    shipping: details.sameAsBilling ? details.billing : details.shipping,
    instructions: details.instructions,
    shippingOption: details.shippingOption,
    paymentMethod: details.paymentMethod,
    totals: totals && presentTotals(totals, currency),
    mails: found.mails.map(({ status, createdAt, sentAt }) => ({
      status,
      createdAt: createdAt.toISOString(),
      sentAt: sentAt?.toISOString() ?? null,
    })),
  };
}

const textOf = (amount: Amount | null, currency: string) =>
  amount === null ? null : formatAmount(amount, currency);
