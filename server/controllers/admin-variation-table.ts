import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

import { shopOf } from '../compose';
import type { ProductHeadingDto } from '../contracts/variation-table';
import type { VariationTable } from '../services/catalogue';
import { key } from '../validation/fields';
import { parse } from '../validation/parse';
import { variationTableBody } from '../validation/variation-table';
import { answering } from './error-response';
import { presentVariationTable } from './present-variation-table';
import { bodyOf } from './request';

/** A product's variations in one table. */
export const adminVariationTable = ({ strapi }: { strapi: Core.Strapi }) => {
  const productOf = (ctx: Context) => parse(key, ctx.params.documentId);
  const present = (table: VariationTable) => ({
    data: presentVariationTable(table, shopOf(strapi).settings),
  });

  return {
    heading: answering(strapi, async (ctx) => {
      const documentId = productOf(ctx);
      const title = await shopOf(strapi).variationTable.findTitle(documentId);
      const data: ProductHeadingDto = { documentId, title };
      ctx.body = { data };
    }),
    show: answering(strapi, async (ctx) => {
      ctx.body = present(await shopOf(strapi).variationTable.find(productOf(ctx)));
    }),
    save: answering(strapi, async (ctx) => {
      const productDocumentId = productOf(ctx);
      const { rows } = parse(variationTableBody, bodyOf(ctx));
      ctx.body = present(await shopOf(strapi).variationTable.save({ productDocumentId, rows }));
    }),
  };
};
