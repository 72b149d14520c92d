import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

import { shopOf } from '../compose';
import type { RatingDto } from '../contracts/catalogue';
import { CommerceError } from '../domain/errors';
import type { Rater } from '../services/ratings';
import { parse } from '../validation/parse';
import { ratingBody } from '../validation/ratings';
import { answering } from './error-response';
import { accountOf, bodyOf, localeOf, slugOf } from './request';
import { newVisitor, rememberVisitor, visitorOf } from './visitor';

export const ratings = ({ strapi }: { strapi: Core.Strapi }) => {
  const service = () => shopOf(strapi).ratings;

  return {
    rate: answering(strapi, async (ctx) => {
      if (!shopOf(strapi).settings.features.ratings)
        throw new CommerceError('not_found', 'This shop has no ratings');
      const { value } = parse(ratingBody, bodyOf(ctx));
      const rater = raterOf(ctx);
      const { average, count } = await service().rate(slugOf(ctx), localeOf(ctx), rater, value);
      if (rater.account === null) rememberVisitor(ctx, rater.visitor);
      ctx.body = { data: { average, count } satisfies RatingDto };
    }),
  };
};

function raterOf(ctx: Context): Rater {
  const account = accountOf(ctx)?.id ?? null;
  const visitor = visitorOf(ctx);
  return account === null ? { account, visitor: visitor ?? newVisitor() } : { account, visitor };
}
