import type { Core } from '@strapi/strapi';

import { shopOf } from '../compose';
import type { BestSellersDto, RevenueDto, RevenueFiguresDto } from '../contracts/figures';
import { formatAmount } from '../domain/money/format';
import type { Amount } from '../domain/money/money';
import { bestSellersQuery } from '../validation/figures';
import { parse } from '../validation/parse';
import { answering } from './error-response';

/** What the shop earned, and with what. */
export const adminFigures = ({ strapi }: { strapi: Core.Strapi }) => ({
  revenue: answering(strapi, async (ctx) => {
    const { figures, settings } = shopOf(strapi);
    const { currency } = settings;
    const present = (one: { amount: Amount; orders: number }): RevenueDto => ({
      amount: formatAmount(one.amount, currency),
      orders: one.orders,
    });
    const { periods, days } = await figures.revenue();
    const data: RevenueFiguresDto = {
      currency,
      periods: periods.map((period) => ({
        days: period.days,
        now: present(period.now),
        before: present(period.before),
      })),
      days: days.map((one) => ({ day: one.day.toISOString().slice(0, 10), ...present(one) })),
    };
    ctx.body = { data };
  }),
  bestSellers: answering(strapi, async (ctx) => {
    const { days, by } = parse(bestSellersQuery, ctx.query);
    const { figures, settings } = shopOf(strapi);
    const { currency } = settings;
    const sellers = await figures.bestSellers(days, by);
    const data: BestSellersDto = {
      currency,
      sellers: sellers.map((one) => ({ ...one, amount: formatAmount(one.amount, currency) })),
    };
    ctx.body = { data };
  }),
});
