import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

import { shopOf } from '../compose';
import type { Printable, WantedDocument } from '../services/invoices';
import { documentId, packingSlipQuery } from '../validation/documents';
import { parse } from '../validation/parse';
import { adminOrderOf } from './answer-order';
import { answering } from './error-response';
import { presentDocument } from './present-document';
import { sendHtml, sendPdf } from './send-document';
import { staffOf } from './staff';

export const adminDocuments = ({ strapi }: { strapi: Core.Strapi }) => {
  const invoices = () => shopOf(strapi).invoices;
  const orderId = (ctx: Context) => String(ctx.params.documentId);

  /** The same document in both forms. */
  const printed = (find: (ctx: Context) => Promise<Printable>) => ({
    html: answering(strapi, async (ctx) => {
      sendHtml(ctx, invoices(), await find(ctx));
    }),
    pdf: answering(strapi, async (ctx) => {
      await sendPdf(ctx, invoices(), await find(ctx));
    }),
  });
  const ofOrder = (wanted: (ctx: Context) => WantedDocument) =>
    printed((ctx) => invoices().show(orderId(ctx), wanted(ctx)));

  const invoice = ofOrder(() => 'invoice');
  const creditNote = ofOrder((ctx) => ({ refundId: String(ctx.params.refundId) }));
  const document = ofOrder((ctx) => ({ id: parse(documentId, ctx.params.id) }));
  const packingSlip = printed((ctx) =>
    invoices().packingSlip(orderId(ctx), parse(packingSlipQuery, ctx.query).fulfilment ?? null)
  );

  return {
    list: answering(strapi, async (ctx) => {
      const found = await invoices().list(orderId(ctx));
      ctx.body = { data: found.map(presentDocument) };
    }),
    issueInvoice: answering(strapi, async (ctx) => {
      const order = await invoices().issue(orderId(ctx), staffOf(ctx));
      ctx.body = { data: adminOrderOf(strapi, order) };
    }),
    cancelInvoice: answering(strapi, async (ctx) => {
      const order = await invoices().cancel(orderId(ctx), staffOf(ctx));
      ctx.body = { data: adminOrderOf(strapi, order) };
    }),
    issueCreditNote: answering(strapi, async (ctx) => {
      const refundId = String(ctx.params.refundId);
      const order = await invoices().issueCreditNote(orderId(ctx), refundId, staffOf(ctx));
      ctx.body = { data: adminOrderOf(strapi, order) };
    }),
    invoice: invoice.html,
    invoicePdf: invoice.pdf,
    creditNote: creditNote.html,
    creditNotePdf: creditNote.pdf,
    document: document.html,
    documentPdf: document.pdf,
    packingSlip: packingSlip.html,
    packingSlipPdf: packingSlip.pdf,
  };
};
