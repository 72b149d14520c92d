import { CommerceError } from '../../domain/errors';
import type { Order } from '../../domain/orders/order';

/**
 * Whoever asked for it must not take a refusal for a success: the goods would leave without their money. The order keeps
 * what was refused, and why.
 *
 * @throws CommerceError status_not_allowed `{reason}` when the provider refused one of these operations
 */
export function refuseRefused(order: Order, operationIds: readonly string[], to: string): void {
  for (const payment of order.payments) {
    const refused = payment.operations.find(
      ({ id, status }) => operationIds.includes(id) && status === 'refused'
    );
    if (!refused) continue;
    const reason = refused.reason ?? 'no reason was given';
    throw new CommerceError('status_not_allowed', `The payment provider refused: ${reason}`, {
      from: payment.status,
      to,
      allowed: [],
      reason: refused.reason,
    });
  }
}
