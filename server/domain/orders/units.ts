import type { Order, OrderLine } from './order';

/** Where the units of a line are. */
export interface UnitsOfLine {
  shipped: number;
  /** Given back or asked to be, whether they had left or not. */
  refunded: number;
  /** Still to be shipped: neither gone nor given back before they went. */
  toShip: number;
}

/** A refund that was refused gave nothing back; one that is on its way counts already. */
export function unitsOf(
  { fulfilments, refunds }: Pick<Order, 'fulfilments' | 'refunds'>,
  { id, quantity }: Pick<OrderLine, 'id' | 'quantity'>
): UnitsOfLine {
  const shipped = fulfilments
    .flatMap(({ items }) => items)
    .filter(({ lineId }) => lineId === id)
    .reduce((sum, item) => sum + item.quantity, 0);
  const given = refunds
    .filter(({ status }) => status !== 'refused')
    .flatMap(({ lines }) => lines)
    .filter(({ lineId }) => lineId === id);
  const unshipped = given.reduce((sum, line) => sum + line.unshipped, 0);
  return {
    shipped,
    refunded: given.reduce((sum, line) => sum + line.quantity, 0),
    toShip: Math.max(quantity - shipped - unshipped, 0),
  };
}
