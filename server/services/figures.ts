import { type CountsAsRevenue, countsAsRevenue } from '../domain/figures/counts-as-revenue';
import {
  lastDays,
  type Period,
  PERIOD_DAYS,
  type PeriodDays,
  periodBefore,
  periodOf,
} from '../domain/figures/periods';
import { netRevenue, type Revenue } from '../domain/figures/revenue';
import type { Database } from '../storage/database';
import {
  type BestSeller,
  findBestSellers,
  findRefundedOrders,
  sumOrders,
} from '../storage/figures';

/** The revenue of a period, and of as many days before. */
export interface RevenuePeriod {
  days: PeriodDays;
  now: Revenue;
  before: Revenue;
}

export interface RevenueFigures {
  periods: RevenuePeriod[];
  /** Day by day, the oldest first. */
  days: (Revenue & { day: Date })[];
}

export type Figures = ReturnType<typeof createFigures>;

const CHART_DAYS = 30;
const MOST_SELLERS = 5;

/** What the shop earned, and with what. Days are those of UTC. */
export function createFigures(shop: {
  database: Database;
  paymentMethods: readonly { name: string; offline?: boolean }[];
  clock: () => Date;
}) {
  const { database, clock } = shop;

  function counts(): CountsAsRevenue {
    return countsAsRevenue(
      shop.paymentMethods.filter(({ offline }) => offline).map(({ name }) => name)
    );
  }

  /** Two statements, however many orders there are. */
  async function revenue(): Promise<RevenueFigures> {
    const now = clock();
    const days = lastDays(now, CHART_DAYS);
    const pairs = PERIOD_DAYS.flatMap((length) => [
      periodOf(now, length),
      periodBefore(now, length),
    ]);
    const figures = await netOf([...days, ...pairs]);
    return {
      days: days.map(({ from }, index) => ({ day: from, ...at(figures, index) })),
      periods: PERIOD_DAYS.map((length, index) => ({
        days: length,
        now: at(figures, days.length + 2 * index),
        before: at(figures, days.length + 2 * index + 1),
      })),
    };
  }

  async function netOf(periods: readonly Period[]): Promise<Revenue[]> {
    const which = counts();
    const gross = await sumOrders(database.read, periods, which);
    const refunded = await findRefundedOrders(database.read, spanOf(periods), which);
    return periods.map((period, index) => netRevenue(at(gross, index), period, refunded));
  }

  function bestSellers(days: PeriodDays, by: 'units' | 'amount'): Promise<BestSeller[]> {
    const terms = { by, most: MOST_SELLERS };
    return findBestSellers(database.read, periodOf(clock(), days), counts(), terms);
  }

  return { revenue, bestSellers };
}

/** From the first beginning to the last end. */
function spanOf(periods: readonly Period[]): Period {
  const times = (pick: (period: Period) => Date) => periods.map((one) => pick(one).getTime());
  return {
    from: new Date(Math.min(...times(({ from }) => from))),
    until: new Date(Math.max(...times(({ until }) => until))),
  };
}

function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (item === undefined) throw new RangeError(`There is no figure ${index}`);
  return item;
}
