import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

import { shopOf } from '../compose';
import type { FirstStepsDto } from '../contracts/first-steps';
import type { StepsStanding } from '../services/first-steps';
import { dismissBody, skipBody, stepParam } from '../validation/first-steps';
import { parse } from '../validation/parse';
import { staffTermsOf } from './answer-order';
import { answering } from './error-response';
import { bodyOf } from './request';
import { staffOf } from './staff';

/** What is left to do in a new shop. */
export const adminFirstSteps = ({ strapi }: { strapi: Core.Strapi }) => {
  const steps = () => shopOf(strapi).firstSteps;
  const answer = (act: (ctx: Context) => Promise<StepsStanding>) =>
    answering(strapi, async (ctx) => {
      ctx.body = { data: present(await act(ctx), strapi.config.get('api.rest.prefix', '/api')) };
    });

  return {
    show: answer(() => steps().standing()),
    dismiss: answer((ctx) => steps().dismiss(parse(dismissBody, bodyOf(ctx)).isDismissed)),
    skip: answer((ctx) =>
      steps().skip(parse(stepParam, ctx.params.step), parse(skipBody, bodyOf(ctx)).isSkipped)
    ),
    placeTestOrder: answer((ctx) => {
      const { email } = ctx.state.user as { email: string };
      return steps().placeTestOrder(email, staffTermsOf(ctx));
    }),
    cancelTestOrder: answer((ctx) => steps().cancelTestOrder(staffOf(ctx))),
  };
};

function present(standing: StepsStanding, prefix: string): FirstStepsDto {
  const { isDismissed, hasRealOrder, steps, canOrder, testOrder } = standing;
  const isLeft = steps.some(({ isDone, isSkipped }) => !isDone && !isSkipped);
  return {
    isOpen: isLeft && !isDismissed && !hasRealOrder,
    isDismissed,
    steps,
    canOrder,
    testOrder: testOrder && {
      documentId: testOrder.documentId,
      number: testOrder.number,
      status: testOrder.status,
    },
    storePath: `${prefix}/cartwright`,
  };
}
