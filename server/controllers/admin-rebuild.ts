import type { Core } from '@strapi/strapi';

import { shopOf } from '../compose';
import { parse } from '../validation/parse';
import { rebuildStep } from '../validation/rebuild';
import { answering } from './error-response';
import { presentRebuildStep } from './present-rebuild';

export const adminRebuild = ({ strapi }: { strapi: Core.Strapi }) => ({
  step: answering(strapi, async (ctx) => {
    const { dryRun, after } = parse(rebuildStep, ctx.request.body ?? {});
    const step = await shopOf(strapi).rebuild.rebuildSome(dryRun, after);
    ctx.body = { data: presentRebuildStep(step) };
  }),
});
