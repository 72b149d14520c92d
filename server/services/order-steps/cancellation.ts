import { cancelOrder } from '../../domain/orders/cancel-order';
import type { Order } from '../../domain/orders/order';
import { unitsOf } from '../../domain/orders/units';
import type { GivingBack } from '../../domain/payments/give-back';
import type { Connection } from '../../storage/database';
import type { OrderStep } from '../order-steps';

/** Takes an invoice back that was issued for the order, in the same transaction. */
export type CancelInvoice = (
  trx: Connection,
  order: Order,
  issuer: { by: string; now: Date }
) => Promise<Order>;

/**
 * The end of an order of which nothing has left, whoever ends it: the shopper, staff, its time. Units and the use of its
 * code return, its money goes back, its invoice is taken back. Units that were refunded stay where their refund put them.
 *
 * @throws CommerceError status_not_allowed
 */
export function cancellation(
  order: Order,
  giving: GivingBack,
  cancelInvoice: CancelInvoice
): OrderStep {
  const { by } = giving;
  return {
    order: cancelOrder(order, giving),
    unitsBack: order.lines.map((line) => ({
      type: line.type,
      documentId: line.documentId,
      units: line.quantity - unitsOf(order, line).refunded,
    })),
    endCodeUse: true,
    alongside: (trx, _, current, now) => cancelInvoice(trx, current, { by, now }),
  };
}
