import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

import { shopOf } from '../compose';
import type { CsvDto } from '../contracts/csv';
import { parse } from '../validation/parse';
import { salePreviewBody } from '../validation/sale-preview';
import { answering } from './error-response';
import { presentSalePreview } from './present-sale-preview';
import { bodyOf } from './request';

/** What a sale would do: for its form, and as a file. */
export const adminSales = ({ strapi }: { strapi: Core.Strapi }) => {
  const asked = (ctx: Context) => {
    const { sale, at, page, pageSize, show, q, decimalComma, ...form } = parse(
      salePreviewBody,
      bodyOf(ctx)
    );
    return {
      decimalComma,
      draft: { ...form, documentId: sale },
      wanted: { at, show, text: q || null, page, pageSize },
    };
  };

  return {
    preview: answering(strapi, async (ctx) => {
      const { salePreviews, settings } = shopOf(strapi);
      const { draft, wanted } = asked(ctx);
      const preview = await salePreviews.preview(draft, wanted);
      ctx.body = { data: presentSalePreview(preview, settings.currency, wanted) };
    }),
    csv: answering(strapi, async (ctx) => {
      const { draft, wanted, decimalComma } = asked(ctx);
      const csv = await shopOf(strapi).salePreviews.csv(draft, wanted, { decimalComma });
      const data: CsvDto = { csv };
      ctx.body = { data };
    }),
  };
};
