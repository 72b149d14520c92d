import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';

import type { Core } from '@strapi/strapi';

import { shopOf } from '../compose';
import type {
  BulkResultDto,
  OrderChoicesDto,
  OrderNameDto,
  OrdersFileDto,
  PrintedOrdersDto,
} from '../contracts/order-desk';
import { parseAmount } from '../domain/money/parse-amount';
import type { BulkResult, OrderQuestion } from '../services/order-desk';
import {
  bulkFulfilBody,
  bulkInvoicesBody,
  exportChosenBody,
  exportMatchingQuery,
  MOST_NAMED,
  orderListQuery,
  orderNamesQuery,
  printOrdersBody,
  printOrdersQuery,
} from '../validation/order-desk';
import { parse } from '../validation/parse';
import { adminOrderOf, staffTermsOf } from './answer-order';
import { answering } from './error-response';
import { bodyOf } from './request';
import { sendPdf } from './send-document';
import { staffOf } from './staff';

type Asked = Omit<ReturnType<typeof parse<typeof orderNamesQuery>>, 'sort'>;
type SortText = ReturnType<typeof parse<typeof orderNamesQuery>>['sort'];

/** The list of orders, and what is done to many of them. */
export const adminOrderDesk = ({ strapi }: { strapi: Core.Strapi }) => {
  const shop = () => shopOf(strapi);

  function questionOf({ q, totalFrom, totalTo, toShip, attention, ...same }: Asked) {
    const { currency } = shop().settings;
    const amount = (text: string | undefined, path: string) =>
      text === undefined ? null : parseAmount(text, currency, path);
    const question: Partial<OrderQuestion> = {
      ...given(same),
      text: q ?? null,
      totalFrom: amount(totalFrom, 'totalFrom'),
      totalTo: amount(totalTo, 'totalTo'),
      toShip: toShip === 'true',
      attention: attention === 'true',
    };
    return question;
  }

  return {
    list: answering(strapi, async (ctx) => {
      const { page, pageSize, sort, ...asked } = parse(orderListQuery, ctx.query);
      const question = questionOf(asked);
      const found = await shop().orderDesk.search(question, { page, pageSize }, sortOf(sort));
      const pageCount = Math.ceil(found.total / pageSize);
      ctx.body = {
        data: found.orders.map((order) => adminOrderOf(strapi, order)),
        meta: { pagination: { page, pageSize, pageCount, total: found.total }, more: found.more },
      };
    }),
    names: answering(strapi, async (ctx) => {
      const { sort, ...asked } = parse(orderNamesQuery, ctx.query);
      const question = questionOf(asked);
      const data: OrderNameDto[] = await shop().orderDesk.namesOf(
        question,
        sortOf(sort),
        MOST_NAMED
      );
      ctx.body = { data };
    }),
    choices: answering(strapi, async (ctx) => {
      const { paymentMethods, countries } = await shop().orderDesk.choices();
      const data: OrderChoicesDto = {
        paymentMethods: paymentMethods.map(({ name, label }) => ({ code: name, label })),
        countries,
      };
      ctx.body = { data };
    }),
    fulfil: answering(strapi, async (ctx) => {
      const { orders, carrier } = parse(bulkFulfilBody, bodyOf(ctx));
      const results = await shop().orderDesk.shipAll(orders, carrier, staffTermsOf(ctx));
      ctx.body = { data: results.map(presentResult) };
    }),
    issueInvoices: answering(strapi, async (ctx) => {
      const { orders } = parse(bulkInvoicesBody, bodyOf(ctx));
      const results = await shop().orderDesk.issueInvoices(orders, staffOf(ctx));
      ctx.body = { data: results.map(presentResult) };
    }),
    print: answering(strapi, async (ctx) => {
      const { orders, document } = parse(printOrdersBody, bodyOf(ctx));
      const printed = await shop().invoices.printMany(orders, document);
      const html = shop().invoices.html(...printed);
      const data: PrintedOrdersDto = { html, count: printed.length };
      ctx.body = { data };
    }),
    printPdf: answering(strapi, async (ctx) => {
      const { orders, document } = parse(printOrdersQuery, ctx.query);
      const printed = await shop().invoices.printMany(orders, document);
      await sendPdf(ctx, shop().invoices, ...printed);
    }),
    exportMatching: answering(strapi, (ctx) => {
      const { rows, ...asked } = parse(exportMatchingQuery, ctx.query);
      const wanted = { question: questionOf(asked) };
      const stream = new PassThrough();
      ctx.set('Content-Disposition', `attachment; filename="${rows}s.csv"`);
      ctx.set('Cache-Control', 'private, no-store');
      ctx.type = 'text/csv; charset=utf-8';
      ctx.body = stream;
      // The head has gone by then: whoever reads sees a file that breaks off, and not one that looks whole.
      shop()
        .orderDesk.writeFile(wanted, rows, stream)
        .catch((error: unknown) => {
          strapi.log.error(`cartwright: the export of orders broke off: ${String(error)}`);
          ctx.res.destroy();
        });
      return Promise.resolve();
    }),
    exportChosen: answering(strapi, async (ctx) => {
      const { orders, rows } = parse(exportChosenBody, bodyOf(ctx));
      const stream = new PassThrough();
      const written = text(stream);
      await shop().orderDesk.writeFile({ documentIds: orders }, rows, stream);
      const data: OrdersFileDto = { csv: await written };
      ctx.body = { data };
    }),
  };
};

function sortOf(sort: SortText) {
  const [by, direction] = sort.split(':') as ['placedAt' | 'number' | 'total', 'asc' | 'desc'];
  return { by, direction };
}

function presentResult({ documentId, refusal }: BulkResult): BulkResultDto {
  if (!refusal) return { documentId, refusal: null };
  const { code, message, details } = refusal;
  const from = typeof details.from === 'string' ? details.from : null;
  return { documentId, refusal: { code, message, from } };
}

/** Without what was left out. */
function given<Fields extends object>(fields: Fields) {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Fields]?: Exclude<Fields[Key], undefined>;
  };
}
