import { allocate } from '../money/allocate';
import { type Amount, money, ZERO } from '../money/money';
import { sumAmounts } from '../money/sum-amounts';
import type { Order, OrderLine } from './order';
import type { RefundedLine } from './refund';
import { unitsOf } from './units';

/**
 * What some units of a line give back, with their shares of its discount and tax. Unit by unit it adds up to exactly the
 * line's total, since the shares are those of the first units together, less what was given back before: three units
 * with 10.00 off → 3.33, 3.34, 3.33 off. Units that have not left are given back first.
 */
export function refundedLine(order: Order, line: OrderLine, quantity: number): RefundedLine {
  const { refunded, toShip } = unitsOf(order, line);
  const before = order.refunds
    .filter(({ status }) => status !== 'refused')
    .flatMap(({ lines }) => lines)
    .filter(({ lineId }) => lineId === line.id);
  const units = refunded + quantity;
  const left = (figure: 'total' | 'discount' | 'tax') =>
    line[figure].minus(
      sumAmounts(before.map((part) => part[figure === 'total' ? 'amount' : figure]))
    );
  const share = (figure: 'discount' | 'tax'): Amount => {
    const whole = line[figure];
    const weights = [money(units), money(line.quantity - units)];
    const [ofUnits = ZERO] = allocate(whole, weights, order.currency);
    return between0(ofUnits.minus(whole).plus(left(figure)), left(figure));
  };
  const discount = share('discount');
  const tax = share('tax');
  const amount = line.unitPrice
    .times(quantity)
    .minus(discount)
    .plus(order.totals.taxIncluded ? ZERO : tax);
  return {
    lineId: line.id,
    sku: line.sku,
    description: line.description,
    quantity,
    unshipped: Math.min(quantity, toShip),
    amount: between0(amount, left('total')),
    discount,
    tax,
  };
}

/** An edit in between may have changed the line: never less than nothing, never more than is left. */
function between0(amount: Amount, most: Amount): Amount {
  if (amount.lte(0) || most.lte(0)) return ZERO;
  return amount.lt(most) ? amount : most;
}
