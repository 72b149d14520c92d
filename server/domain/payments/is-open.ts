import type { Payment } from './payment';

/** Whether a payment still waits for its money. */
export function isOpen({ status, captured }: Pick<Payment, 'status' | 'captured'>): boolean {
  return ['pending', 'requires_action', 'declined'].includes(status) && captured.isZero();
}

/** Whether its provider is being asked for the money of an order right now, or was when somebody died. */
export function isAwaited(payment: Payment): boolean {
  return payment.askedAt !== null && isOpen(payment);
}
