import { isOpen } from './is-open';
import type { Payment, PaymentStatus } from './payment';

/**
 * Which payment of an order a provider speaks of: the one with its reference, else the one of this provider that has
 * none yet. Money for an attempt before, paid in another tab, is money for the payment that still waits; that such an
 * attempt was declined says nothing about the one after it.
 */
export function paymentOfMessage(
  payments: readonly Payment[],
  { provider, reference, status }: { provider: string; reference: string; status: PaymentStatus }
): Payment | null {
  const own = payments.filter((payment) => payment.provider === provider);
  return (
    own.find((payment) => payment.reference === reference) ??
    own.find((payment) => payment.reference === null && isOpen(payment)) ??
    own.find((payment) => payment.reference === null) ??
    (['authorized', 'paid'].includes(status) ? own.find(isOpen) : undefined) ??
    null
  );
}
