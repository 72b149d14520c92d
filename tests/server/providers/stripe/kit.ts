import type { PaymentRequest, PaymentStep } from '../../../../server/providers/payment';

let made = 0;

/** A request for 20.00 by a card that is good, of an order of its own. */
export function request(change: Partial<PaymentRequest> = {}): PaymentRequest {
  made += 1;
  return {
    orderNumber: `10${made}`,
    amount: '20.00',
    currency: 'EUR',
    email: 'ada@example.com',
    payment: { paymentMethod: 'pm_card_visa' },
    reference: null,
    idempotencyKey: `payment-${made}:1`,
    ...change,
  };
}

/** More about the payment of a request. */
export function step(
  { orderNumber, currency, amount }: PaymentRequest,
  change: Partial<PaymentStep> = {}
): PaymentStep {
  made += 1;
  const idempotencyKey = `payment:step:${made}`;
  return { orderNumber, currency, amount, reference: null, idempotencyKey, ...change };
}
