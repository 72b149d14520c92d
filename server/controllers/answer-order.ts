import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

import { shopOf } from '../compose';
import type { AdminOrderDto } from '../contracts/orders';
import type { Order } from '../domain/orders/order';
import type { StaffTerms } from '../services/shopper';
import { presentAdminOrder } from './present-staff';
import { termsOf } from './request';
import { staffOf } from './staff';

/** An order as staff get it, after whatever they did to it. */
export function adminOrderOf(
  strapi: Core.Strapi,
  order: Order,
  options: { explain?: boolean } = {}
): AdminOrderDto {
  return presentAdminOrder(order, shopOf(strapi).orderLife.standing(order), options);
}

/** The order that a route of staff is about. */
export const orderIdOf = (ctx: Context) => String(ctx.params.documentId);

/** Who asks, with the key under which a repeat is the same request. */
export function staffTermsOf(ctx: Context): StaffTerms {
  const { id } = ctx.state.user as { id: number };
  return { by: staffOf(ctx), staff: String(id), idempotency: termsOf(ctx).idempotency };
}
