import { type Amount, ZERO } from '../money/money';
import type { Order } from '../orders/order';

/** One of a customer's orders, as a list of them tells it. */
export interface OrderBrief extends Pick<
  Order,
  | 'documentId'
  | 'number'
  | 'placedAt'
  | 'currency'
  | 'status'
  | 'paymentStatus'
  | 'fulfilmentStatus'
> {
  total: Amount;
}

/** What else whoever placed an order has ordered. */
export interface OtherOrders {
  /** The latest of the others. */
  latest: OrderBrief[];
  /** How many others there are. */
  count: number;
  /** What all of them cost, this one too and cancelled ones left out: by currency, which a shop may have changed. */
  spent: { currency: string; amount: Amount }[];
  /** Whether nothing was ordered before this one. */
  isFirst: boolean;
}

/** So many are shown; the list of orders has the rest. */
const MOST_SHOWN = 5;

export function otherOrders(documentId: string, all: readonly OrderBrief[]): OtherOrders {
  const newestFirst = [...all].sort((a, b) => b.placedAt.getTime() - a.placedAt.getTime());
  const others = newestFirst.filter((order) => order.documentId !== documentId);
  const own = all.find((order) => order.documentId === documentId);
  const spent = new Map<string, Amount>();
  for (const { currency, total, status } of all) {
    if (status !== 'cancelled') spent.set(currency, (spent.get(currency) ?? ZERO).plus(total));
  }
  return {
    latest: others.slice(0, MOST_SHOWN),
    count: others.length,
    spent: [...spent].map(([currency, amount]) => ({ currency, amount })),
    isFirst: own !== undefined && others.every(({ placedAt }) => placedAt > own.placedAt),
  };
}
