import { type Amount, ZERO } from '../money/money';
import { mostOf } from '../payments/request-operation';
import type { OperationKind } from '../payments/payment';
import { type Balance, balanceOf } from './balance';
import { isReserved } from './is-reserved';
import type { Order } from './order';
import { refundable } from './plan-refund';
import { isSecured } from './secured';
import { unitsOf } from './units';

/** How an order stands with its shopper, and what staff can do about it at this moment. */
export interface Standing extends Balance {
  /** The most that can be given back. */
  refundable: Amount;
  /** By payment: how much of it can be captured, and how much let go. */
  payments: ReadonlyMap<string, { capturable: Amount; voidable: Amount }>;
  /** By line: how many units are still to be shipped, and how many can be given back. */
  lines: ReadonlyMap<string, { toShip: number; refundable: number }>;
  can: {
    fulfil: boolean;
    cancel: boolean;
    edit: boolean;
    refund: boolean;
    markAsPaid: boolean;
    requestPayment: boolean;
  };
}

export interface ProviderAbilities {
  can: (provider: string, kind: OperationKind) => boolean;
  /** Whether less than everything can be captured. */
  captures: (provider: string) => boolean;
  /** Whether the way to pay is outside the shop. */
  paidOutside: boolean;
}

/** A question, for whoever shows the order: each step is checked again when it is taken. */
export function standingOf(
  order: Order,
  { can, captures, paidOutside }: ProviderAbilities
): Standing {
  const balance = balanceOf(order);
  const lines = order.lines.map((line): [string, { toShip: number; refundable: number }] => {
    const { toShip, refunded } = unitsOf(order, line);
    return [line.id, { toShip, refundable: line.quantity - refunded }];
  });
  const payments = order.payments.map((payment) => {
    const capturable = mostOf(order, payment, { kind: 'capture', can, partly: captures });
    const voidable = mostOf(order, payment, { kind: 'void', can, partly: captures });
    return [payment.documentId, { capturable, voidable }] as const;
  });
  const left = order.payments.some(({ provider }) => can(provider, 'refund'))
    ? refundable(order)
    : ZERO;
  const open = order.status === 'open';
  const paidBefore = order.payments.some(({ captured }) => captured.gt(0));
  return {
    ...balance,
    refundable: left,
    payments: new Map(payments),
    lines: new Map(lines),
    can: {
      fulfil:
        order.status !== 'cancelled' &&
        (isSecured(order) || paidOutside) &&
        lines.some(([, { toShip }]) => toShip > 0),
      cancel: open && order.fulfilmentStatus === 'unfulfilled',
      edit: open,
      refund: left.gt(0),
      markAsPaid:
        order.status !== 'cancelled' &&
        (order.payments.some(({ status }) => status === 'pending') ||
          (balance.due.gt(0) && paidBefore && !isReserved(order))),
      requestPayment: open && order.email !== '' && balance.due.gt(0) && !isReserved(order),
    },
  };
}
