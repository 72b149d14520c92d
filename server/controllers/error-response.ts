import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

import { shopOf } from '../compose';
import type { PricedCart } from '../domain/cart/priced-cart';
import { type CommerceError, type ErrorCode, isCommerceError } from '../domain/errors';
import { BODY_LIMIT, readTooMuch, refuseBody } from './body-limit';
import { presentCart } from './present-cart';

/** What HTTP answers to each refusal. */
const STATUS: Record<ErrorCode, number> = {
  invalid_input: 400,
  invalid_amount: 400,
  invalid_quantity: 400,
  invalid_signature: 400,
  account_required: 401,
  payment_declined: 402,
  not_found: 404,
  item_not_found: 404,
  product_not_found: 404,
  cart_changed: 409,
  insufficient_stock: 409,
  stock_changed: 409,
  checkout_in_progress: 409,
  settings_changed: 409,
  page_changed: 409,
  idempotency_conflict: 409,
  cart_checked_out: 409,
  not_for_sale: 422,
  no_price: 422,
  quantity_limit: 422,
  discount_code_unknown: 422,
  discount_code_inactive: 422,
  discount_code_not_started: 422,
  discount_code_expired: 422,
  discount_code_exhausted: 422,
  discount_code_minimum: 422,
  discount_code_not_applicable: 422,
  cart_empty: 422,
  minimum_order: 422,
  shipping_option_required: 422,
  shipping_option_unavailable: 422,
  payment_method_unknown: 422,
  status_not_allowed: 422,
  rate_limited: 429,
  provider_failed: 502,
};

/** A stale `If-Match` is a failed precondition; every other change of the cart is a conflict. */
function statusOf(error: CommerceError): number {
  return error.details.precondition === 'failed' ? 412 : STATUS[error.code];
}

type Handler = (ctx: Context) => Promise<void>;

/** Wraps a controller's action: a body that is too long is not looked at, a refusal becomes an answer in the host's envelope, trouble stays trouble. */
export function answering(strapi: Core.Strapi, handler: Handler, limit = BODY_LIMIT): Handler {
  return async (ctx) => {
    if (readTooMuch(ctx, limit)) {
      refuseBody(ctx, limit);
      return;
    }
    try {
      await handler(ctx);
    } catch (error) {
      if (!isCommerceError(error)) throw error;
      const status = statusOf(error);
      if (status >= 500) strapi.log.error(`cartwright: ${error.message}: ${String(error.cause)}`);
      ctx.status = status;
      if (error.code === 'rate_limited') ctx.set('Retry-After', String(error.details.retryAfter));
      ctx.body = {
        data: null,
        error: {
          status,
          name: error.name,
          message: error.message,
          details: { code: error.code, ...presentDetails(error, shopOf(strapi).settings.currency) },
        },
      };
    }
  };
}

/** Facts go out as they are, but for a cart, which goes out like every cart. */
function presentDetails({ details }: CommerceError, currency: string): Record<string, unknown> {
  const { precondition: _, cart, ...facts } = details;
  return cart ? { ...facts, cart: presentCart(cart as PricedCart, currency) } : facts;
}
