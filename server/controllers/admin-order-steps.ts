import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

import { shopOf } from '../compose';
import { parseAmount } from '../domain/money/parse-amount';
import type { Order } from '../domain/orders/order';
import type { RefundRequest } from '../services/refunds';
import {
  cancelBody,
  captureBody,
  editBody,
  editPreviewBody,
  noteBody,
  refundBody,
  shipBody,
  trackingBody,
} from '../validation/order-steps';
import { noBody } from '../validation/orders';
import { parse } from '../validation/parse';
import { adminOrderOf, orderIdOf, staffTermsOf } from './answer-order';
import { answering } from './error-response';
import { presentEdit, presentRefund } from './present-staff';
import { bodyOf } from './request';
import { staffOf } from './staff';

/** What staff do to an order that was placed. */
export const adminOrderSteps = ({ strapi }: { strapi: Core.Strapi }) => {
  const shop = () => shopOf(strapi);
  const currency = () => shop().settings.currency;
  const amountIn = (text: string | undefined, path: string) =>
    text === undefined ? null : parseAmount(text, currency(), path);

  /** Answers with the order after the step. */
  const step = (take: (ctx: Context, documentId: string) => Promise<Order>) =>
    answering(strapi, async (ctx) => {
      ctx.body = { data: adminOrderOf(strapi, await take(ctx, orderIdOf(ctx))) };
    });

  function refundOf(ctx: Context): RefundRequest {
    const { all, amount, lines, shipping, reason, restock } = parse(refundBody, bodyOf(ctx));
    if (all) return { wish: { kind: 'all' }, reason, restock };
    const free = amountIn(amount, 'amount');
    if (free) return { wish: { kind: 'amount', amount: free }, reason, restock };
    const wish = {
      kind: 'parts' as const,
      lines: (lines ?? []).map(({ id, quantity }) => ({ lineId: id, quantity })),
      shipping: shipping === true ? ('all' as const) : amountIn(shipping, 'shipping'),
    };
    return { wish, reason, restock };
  }

  return {
    ship: step((ctx, documentId) => {
      const { items, shippedAt, ...tracking } = parse(shipBody, bodyOf(ctx));
      const packed = items?.map(({ id, quantity }) => ({ lineId: id, quantity })) ?? null;
      const parcel = { ...tracking, items: packed, shippedAt: shippedAt ?? null };
      return shop().fulfilments.ship(documentId, parcel, staffTermsOf(ctx));
    }),
    correctTracking: step((ctx, documentId) => {
      const change = parse(trackingBody, bodyOf(ctx));
      const id = String(ctx.params.id);
      return shop().fulfilments.correct(documentId, id, change, staffOf(ctx));
    }),
    capture: step((ctx, documentId) => {
      const { amount } = parse(captureBody, bodyOf(ctx));
      const wanted = { kind: 'capture' as const, amount: amountIn(amount, 'amount') };
      const paymentId = String(ctx.params.paymentId);
      return shop().orderLife.operate(documentId, paymentId, wanted, staffOf(ctx));
    }),
    void: step((ctx, documentId) => {
      parse(noBody, bodyOf(ctx));
      const wanted = { kind: 'void' as const, amount: null };
      const paymentId = String(ctx.params.paymentId);
      return shop().orderLife.operate(documentId, paymentId, wanted, staffOf(ctx));
    }),
    refund: step((ctx, documentId) =>
      shop().refunds.refund(documentId, refundOf(ctx), staffTermsOf(ctx))
    ),
    previewRefund: answering(strapi, async (ctx) => {
      const refund = await shop().refunds.preview(orderIdOf(ctx), refundOf(ctx), staffOf(ctx));
      ctx.body = { data: presentRefund(refund, currency()) };
    }),
    cancel: step((ctx, documentId) => {
      const { reason } = parse(cancelBody, bodyOf(ctx));
      return shop().orderLife.cancel(documentId, reason, staffOf(ctx));
    }),
    note: step((ctx, documentId) => {
      const { note } = parse(noteBody, bodyOf(ctx));
      return shop().orderLife.note(documentId, note, staffOf(ctx));
    }),
    requestPayment: step((ctx, documentId) => {
      parse(noBody, bodyOf(ctx));
      return shop().orderLife.requestPayment(documentId, staffOf(ctx));
    }),
    previewEdit: answering(strapi, async (ctx) => {
      const edit = parse(editPreviewBody, bodyOf(ctx));
      const edited = await shop().orderEdits.preview(orderIdOf(ctx), edit, staffOf(ctx));
      ctx.body = { data: presentEdit(edited, shop().orderLife.standing(edited.order)) };
    }),
    edit: answering(strapi, async (ctx) => {
      const { expectedTotal, ...edit } = parse(editBody, bodyOf(ctx));
      const total = parseAmount(expectedTotal, currency(), 'expectedTotal');
      const edited = await shop().orderEdits.apply(orderIdOf(ctx), edit, total, staffTermsOf(ctx));
      ctx.body = { data: presentEdit(edited, shop().orderLife.standing(edited.order)) };
    }),
  };
};
