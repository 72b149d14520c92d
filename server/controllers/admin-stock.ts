import type { Core } from '@strapi/strapi';

import { shopOf } from '../compose';
import type { StockMovementsDto, StockPageDto } from '../contracts/stock';
import { parse } from '../validation/parse';
import { adjustBody, movementsFilter, movementsQuery, stockQuery } from '../validation/stock';
import { staffTermsOf } from './answer-order';
import { answering } from './error-response';
import { presentMovement, presentStockLine } from './present-stock';
import { bodyOf } from './request';
import { sendCsv } from './send-csv';

export const adminStock = ({ strapi }: { strapi: Core.Strapi }) => {
  const desk = () => shopOf(strapi).stockDesk;

  return {
    list: answering(strapi, async (ctx) => {
      const { shelf, q, sort, page, pageSize } = parse(stockQuery, ctx.query);
      const [by, direction] = sort.split(':') as ['sku', 'asc'];
      const { threshold, ownInventory, find } = desk();
      const found = await find({ shelf, text: q, order: { by, direction }, page, pageSize });
      const total = found.shelves[shelf];
      ctx.body = {
        data: found.lines.map(presentStockLine),
        meta: {
          pagination: { page, pageSize, pageCount: Math.ceil(total / pageSize), total },
          shelves: found.shelves,
          lowStockThreshold: threshold,
          ownInventory,
        },
      } satisfies StockPageDto;
    }),

    adjust: answering(strapi, async (ctx) => {
      const lines = await desk().adjust(parse(adjustBody, bodyOf(ctx)), staffTermsOf(ctx));
      ctx.body = { data: lines.map(presentStockLine) };
    }),

    movements: answering(strapi, async (ctx) => {
      const { page, pageSize, ...filter } = parse(movementsQuery, ctx.query);
      const { movements, total } = await desk().movements(wanted(filter), { page, pageSize });
      ctx.body = {
        data: movements.map(presentMovement),
        meta: { pagination: { page, pageSize, pageCount: Math.ceil(total / pageSize), total } },
      } satisfies StockMovementsDto;
    }),

    exportMovements: answering(strapi, (ctx) => {
      const filter = wanted(parse(movementsFilter, ctx.query));
      sendCsv(strapi, ctx, 'stock-movements.csv', (stream) =>
        desk().writeMovements(filter, stream)
      );
      return Promise.resolve();
    }),
  };
};

/** The day that ends a period belongs to it. */
function wanted(query: {
  variation?: string | undefined;
  reason?: string | undefined;
  reference?: string | undefined;
  from?: Date | undefined;
  to?: Date | undefined;
}) {
  const { variation = null, reason = null, reference, from = null, to } = query;
  const until = to ? new Date(to.getTime() + 24 * 60 * 60 * 1000) : null;
  return { variation, reason, reference: reference || null, from, until };
}
