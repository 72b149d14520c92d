import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

import { shopOf } from '../compose';
import type {
  CheckedCodeDto,
  CodeBatchesDto,
  PatternPreviewDto,
} from '../contracts/discount-codes';
import type { CsvDto } from '../contracts/csv';
import { money } from '../domain/money/money';
import { parseAmount } from '../domain/money/parse-amount';
import { PERMISSIONS } from '../permissions';
import {
  batchCsvBody,
  checkCodeBody,
  deleteBatchBody,
  generateBody,
  pageQuery,
  patternPreviewBody,
  switchBatchBody,
  templatesQuery,
} from '../validation/discount-codes';
import { parse } from '../validation/parse';
import { staffTermsOf } from './answer-order';
import { answering } from './error-response';
import { paginationOf, presentBatch, presentTemplate, presentUses } from './present-discount-codes';
import { bodyOf } from './request';

/** Many codes at once, and what became of one. */
export const adminDiscountCodes = ({ strapi }: { strapi: Core.Strapi }) => {
  const tools = () => shopOf(strapi).discountCodeTools;

  function orderOf(ctx: Context) {
    const { discountDeduct, discountPercent, discountExact, minPurchase, ...order } = parse(
      generateBody,
      bodyOf(ctx)
    );
    const { currency } = shopOf(strapi).settings;
    const amount = (text: string | null, path: string) =>
      text === null ? null : parseAmount(text, currency, path);
    return {
      ...order,
      discountDeduct: amount(discountDeduct, 'discountDeduct'),
      discountExact: amount(discountExact, 'discountExact'),
      minPurchase: amount(minPurchase, 'minPurchase'),
      discountPercent: discountPercent === null ? null : money(discountPercent),
    };
  }

  return {
    batches: answering(strapi, async (ctx) => {
      const page = parse(pageQuery, ctx.query);
      const { batches, total } = await tools().batches(page);
      const body: CodeBatchesDto = {
        data: batches.map(presentBatch),
        meta: { pagination: paginationOf(page, total) },
      };
      ctx.body = body;
    }),
    templates: answering(strapi, async (ctx) => {
      const { q } = parse(templatesQuery, ctx.query);
      ctx.body = { data: (await tools().templates(q)).map(presentTemplate) };
    }),
    preview: answering(strapi, async (ctx) => {
      const { pattern, count, batch } = parse(patternPreviewBody, bodyOf(ctx));
      const { possible, ...preview } = await tools().previewPattern(pattern, count, batch);
      const data: PatternPreviewDto = { ...preview, possible: String(possible) };
      ctx.body = { data };
    }),
    generate: answering(strapi, async (ctx) => {
      const { id } = ctx.state.user as { id: number };
      const batch = await tools().generate(orderOf(ctx), staffTermsOf(ctx), id);
      ctx.body = { data: presentBatch(batch) };
    }),
    csv: answering(strapi, async (ctx) => {
      const { batch, decimalComma } = parse(batchCsvBody, bodyOf(ctx));
      const data: CsvDto = { csv: await tools().csv(batch, { decimalComma }) };
      ctx.body = { data };
    }),
    switchBatch: answering(strapi, async (ctx) => {
      const { batch, active } = parse(switchBatchBody, bodyOf(ctx));
      ctx.body = { data: presentBatch(await tools().switchBatch(batch, active)) };
    }),
    deleteBatch: answering(strapi, async (ctx) => {
      const { batch, alsoUsed } = parse(deleteBatchBody, bodyOf(ctx));
      ctx.body = { data: await tools().deleteBatch(batch, { alsoUsed }) };
    }),
    check: answering(strapi, async (ctx) => {
      const { settings } = shopOf(strapi);
      const checked = await tools().check(parse(checkCodeBody, bodyOf(ctx)));
      const data: CheckedCodeDto = { ...checked, hasWebsite: settings.shop.website !== '' };
      ctx.body = { data };
    }),
    uses: answering(strapi, async (ctx) => {
      const page = parse(pageQuery, ctx.query);
      const uses = await tools().uses(String(ctx.params.documentId), page);
      const ability = ctx.state.userAbility as { can: (action: string) => boolean };
      const withCustomers = ability.can(PERMISSIONS.readOrders);
      ctx.body = presentUses(uses, page, { withCustomers });
    }),
  };
};
